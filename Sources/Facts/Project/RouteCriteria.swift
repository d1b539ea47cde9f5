import Matching
import SourceText

/// What is asked of a route as the project has it: under its whole path, behind everything on its chain.
public struct RouteCriteria: Hashable, Sendable {
    /// In upper case; empty for all.
    public var methods: Set<String> = []
    /// Whether a route counts whose handler says nothing of methods, where it reads no body.
    public var takesUnsaidMethods = false
    /// Matches the whole path, in which every parameter is written `{}`.
    public var path: PathExpression?
    /// Whether the root of a router that nothing is seen to mount counts, whatever `path` says.
    public var takesUnmountedRoot = false
    public var excludedPath: PathExpression?
    /// Matches the whole path, in which every parameter is written with its name: `{orderId}`.
    public var namedPath: PathExpression?
    public var authenticated: Bool?
    /// Whether it is seen to turn strangers away: it is not where that is not known.
    public var isKnownAuthenticated: Bool?
    /// Public by convention or configuration.
    public var isPublic: Bool?
    public var isRateLimited: Bool?
    public var isValidated: Bool?
    /// Whether the application around it has routes that turn strangers away, or where people sign in.
    public var applicationKnowsCallers: Bool?
    /// Whether it changes or removes records, or makes such as other routes change or remove.
    public var changesRecords: Bool?
    /// Whether by its path or its handler's name it only reads or computes, whatever its method.
    public var onlyReads: Bool?
    /// Whether its handler does nothing but answer, in a project most of whose handlers do more.
    public var onlyAnswers: Bool?
    /// Whether by its path it changes something, or is for those who manage.
    public var saysChange: Bool?
    /// Whether it reads a name and a password from what clients send, to let them in or to open an account.
    public var takesCredentials: Bool?
    /// Whether something before it lets only those pass who run the application.
    public var isForStaff: Bool?
    /// Whether something before it asks by its names what the caller may do.
    public var asksPermission: Bool?
    /// Whether nearly all routes of the project that change something turn strangers away, and so do some of those in the same
    /// file, as far as records are changed there.
    public var isMostlyGuarded: Bool?
    /// The first route of a project of which this holds.
    public var first: FirstRoute?

    public init() {}

    /// Few criteria are told apart by their expressions alone, and hashing those took longer than asking the question.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(methods)
        hasher.combine(path)
        hasher.combine(authenticated)
        hasher.combine(isPublic)
        hasher.combine(isRateLimited)
        hasher.combine(isValidated)
        hasher.combine(first == nil)
    }

    /// Whether the file of the route alone cannot answer.
    var isEmpty: Bool { self == RouteCriteria() }
}

/// Asks for a project's first route, where the project has enough of them and none with a certain path.
public struct FirstRoute: Hashable, Sendable {
    public var minimum: Int
    public var lacking: PathExpression
    /// Paths that count as lacking only where what answers there does not say that all is well.
    public var lackingUnlessHealthy: PathExpression?
    /// Files whose routes are none of the project's own, such as those of tests.
    public var exceptions: [Glob]

    public init(
        minimum: Int, lacking: PathExpression, lackingUnlessHealthy: PathExpression? = nil, exceptions: [Glob]
    ) {
        self.minimum = minimum
        self.lacking = lacking
        self.lackingUnlessHealthy = lackingUnlessHealthy
        self.exceptions = exceptions
    }
}

/// A regular expression on paths, equal to another with the same text.
public struct PathExpression: Hashable, Sendable {
    private let expression: RegularExpression

    public init(_ expression: RegularExpression) {
        self.expression = expression
    }

    public static func == (left: PathExpression, right: PathExpression) -> Bool {
        left.expression.pattern == right.expression.pattern
    }
    /// Of long patterns that start alike there are few.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(expression.pattern.count)
        for byte in expression.pattern.prefix(16) { hasher.combine(byte) }
    }

    /// Whether it is found in a path as registered.
    public func holds(_ path: String) -> Bool {
        expression.hasMatch(in: Array(RoutePath.normalized(path).utf8))
    }

    /// Whether it is found in a path whose parameters keep their names.
    func holds(named path: String) -> Bool {
        expression.hasMatch(in: Array(RoutePath.named(path).utf8))
    }
}
