import SourceText
import Syntax

/// What is known of whether a route, middleware or helper turns away callers that are not authenticated.
public enum AuthenticationVerdict: Hashable, Sendable {
    /// With what shows it.
    case authenticated(String)
    case open
    /// With why it is not known.
    case unknown(String)

    public var isAuthenticated: Bool { if case .authenticated = self { true } else { false } }
    public var isUnknown: Bool { if case .unknown = self { true } else { false } }

    /// The stronger of two pieces of evidence on one chain.
    public func joined(with other: AuthenticationVerdict) -> AuthenticationVerdict {
        switch (self, other) {
        case (.authenticated, _): return self
        case (_, .authenticated): return other
        case (.unknown, _): return self
        default: return other
        }
    }
}

/// A link of a chain of middleware: what it is seen to do, or whose doing it is to be looked up.
public struct MiddlewareLink: Hashable, Sendable {
    public var name: String
    public var verdict: AuthenticationVerdict
    /// Where `verdict` is unknown: the function elsewhere in the project that decides.
    public var symbol: Symbol?
    public var limitsRate: Bool
    public var validates: Bool
    /// Whether only the name of `symbol` is behind an authenticated `verdict`, which its body may belie.
    public var restsOnName = false
    /// Whether it only sees to it that callers send what they prove themselves by, which somebody else is to judge.
    public var asksForProof = false
    /// Whether the body of `symbol`, where the project has it, says more than the name.
    public var yieldsToBody = false
    /// Whether the name asks something, of which only the body of `symbol` lets one know what comes of it.
    public var asksByName = false
    /// Whether by the name of its type it lets everybody pass, which counts unless that is plain middleware of the project's.
    public var identifiesByName = false
    /// Whether the body of `symbol` counts only where it is sure to turn strangers away.
    public var countsIfProven = false
    /// Whether it lets everybody read.
    public var guardsWritesOnly = false
    /// Whether `symbol` is the type of a parameter, which means something here only where it is an alias that names a
    /// dependency.
    public var isParameterType = false
    /// Whether it is what stands around the handler itself, in the expression that gives the route its handler.
    public var isAroundHandler = false
    /// Whether it lets only those pass who run the application.
    public var isForStaff = false
    /// Whether it asks by its names what the caller may do.
    public var asksPermission = false
    /// Why one cannot be sure that requests pass it.
    public var doubt: String?
    /// The paths that it passes over.
    public var exceptions: [PathGuardPlace] = []
    /// What is true and what is false of the arguments that `symbol` is called with, by position; nil for any other.
    public var flags: [Bool?] = []
    /// The functions of other files that it calls, where its body stands in the chain itself.
    public var calls: [Symbol] = []
    /// Whether it marks the route as meant for everybody, whatever guards stand further out.
    public var opens: Bool

    public init(
        name: String, verdict: AuthenticationVerdict, symbol: Symbol? = nil, limitsRate: Bool = false,
        validates: Bool = false, opens: Bool = false
    ) {
        self.name = name
        self.verdict = verdict
        self.symbol = symbol
        self.limitsRate = limitsRate
        self.validates = validates
        self.opens = opens
    }

    /// The same link where what is around a handler counts by its name alone.
    var withoutHandler: MiddlewareLink {
        guard isAroundHandler, !verdict.isAuthenticated else { return self }
        var link = self
        (link.symbol, link.verdict) = (nil, .unknown("'\(name)' makes the handler"))
        return link
    }

    /// Rests on the name of another link, as far as that does.
    mutating func take(nameOf other: MiddlewareLink) {
        (name, symbol, restsOnName) = (other.name, other.symbol, other.restsOnName)
        (yieldsToBody, asksByName) = (other.yieldsToBody, other.asksByName)
    }

    /// The same link where one cannot be sure that requests pass it.
    func uncertain(_ why: String) -> MiddlewareLink {
        var link = self
        if verdict.isAuthenticated { link.verdict = .unknown("'\(name)' \(why)") }
        link.doubt = "'\(name)' \(why)"
        return link
    }
}

/// One registered route of one file. Paths are as registered, without the prefixes of routers above.
public struct Route: Sendable {
    /// In upper case; `*` for all.
    public var methods: [String]
    /// nil where it is not constant.
    public var path: String?
    /// Where the registration is anchored (see the catalogue's anchors).
    public var anchor: ByteRange
    /// The handler's function in this file; -1 where it stands elsewhere.
    public var handler: NodeIndex
    /// The handler elsewhere.
    public var handlerSymbol: Symbol?
    /// Where the methods of a class handle the route: which.
    public var classHandler: ClassHandler?
    /// Whether the file only passes a handler of another file on, so that there is no route where that has none.
    public var isReexported = false
    /// Whether `methods` are all that the framework would pass on, of which the handler says that it takes fewer.
    public var methodsAreAssumed = false
    /// Whether its request only opens a connection, on which messages come and go afterwards.
    public var isUpgrade = false
    /// Whether clients call it by a function's name, so that `path` is no path that anyone chose.
    public var isCalledByName = false
    public var framework: String
    /// The router in this file that it is registered on, as `Router.key`; nil where there is none to be found.
    public var router: String?
    /// Middleware named in the registration, decorators of the handler and its class, in order.
    public var chain: [MiddlewareLink]
    /// What the handler itself does.
    public var handlerVerdict: AuthenticationVerdict
    /// The function elsewhere that the handler leaves all its work to.
    public var forwardsTo: Symbol?
    /// Functions of other files that the handler calls, any of which may turn callers away.
    public var handlerCalls: [Symbol] = []
    /// Those of `handlerCalls` that turn no stranger away, whatever they do.
    public var forgivenCalls: [Symbol] = []
    /// Those of `handlerCalls` that it calls for requests of some methods only.
    public var methodCalls: [Symbol] = []
    /// Functions of other files that those call which the handler calls in its file.
    public var innerCalls: [Symbol] = []
    /// Methods of other files' classes that it calls on objects that it is given.
    public var injectedCalls: [Symbol] = []
    /// The versions of the application that have it, empty for one that is in none; nil where it names none.
    public var versions: [String]?
    /// What another file says that the route is, where that does; `methods` and `path` say nothing then.
    public var description: Symbol?
    /// The offset that decides which registrations on the router come before it.
    public var position: Int
}

/// What an expression says of a route that is registered elsewhere.
public struct RouteDescription: Hashable, Sendable {
    public var methods: [String]
    public var path: String?
    public var chain: [MiddlewareLink]
}

/// The class that handles a route.
public struct ClassHandler: Hashable, Sendable {
    public var symbol: Symbol
    /// By the name of a class's method: `GET`, or `GET /{id}` where the path goes on.
    public var members: [String: String]
    /// Methods of the class that run before each of `members`.
    public var before: [String]
}

/// An application or router that a file makes or gets.
public struct Router: Hashable, Sendable {
    /// Unique in its file: the variable's number or the expression's place.
    public var key: String
    /// The name under which other files know it, where it has one.
    public var name: String?
    /// The prefix given to it where it was made.
    public var prefix: String
    /// Further prefixes, under each of which its routes are reached, too.
    public var otherPrefixes: [String] = []
    /// Whether nothing mounts it: it is the application itself.
    public var isRoot: Bool
    /// The function that takes it as a parameter or makes it, or the class that has it as a member.
    public var owner: String?
    /// Which parameter of that function it is, of those that calls give a value, from 0, and what calls write before it where
    /// they do.
    public var parameter: Int?
    public var parameterLabel: String?
    /// The imported type of the parameter that it is, where the project may declare that.
    public var type: Symbol?
    /// Where it is imported: what it is called where it is made.
    public var symbol: Symbol?
    /// The versions of those of its routes that name none themselves.
    public var versions: [String]?
    /// Middleware given to it where it was made.
    public var chain: [MiddlewareLink]
    /// The offset at which it is made, where it is made in this file.
    public var position: Int?
    /// Whether nothing in this file says what it is: one of several that a call gives, `app, api = routers()`.
    public var isGiven = false
    /// Whether a class is it, one of many that together are the application.
    public var isClass = false
    /// Whether it is a parameter whose type says that it is the application.
    public var isApplication = false
    /// The functions that return it, or constants that hold what one returns, by which others get it.
    public var returnedBy: [String] = []
    /// Whether it is what the function of another file returns that `symbol` means: none where that makes no router.
    public var isResult = false
    /// The function of another file that a variable of this one has it from: `const app = createApp()`.
    public var maker: Symbol?
    /// What `owner` takes, and what the constructor of the class around that takes, where some path here depends on it.
    public var parameters: [PathParameter] = []
    public var constructorParameters: [PathParameter] = []
    /// The constant texts that the class has of which it is a member, by the names of members: `path = "/users"`.
    public var texts: [String: String] = [:]
}

/// A router put under another.
public struct Mount: Hashable, Sendable {
    /// The key of the outer router in this file.
    public var parent: String
    /// The inner router: its key in this file, or where else it is made (or a function that registers on it).
    public var child: String?
    public var childSymbol: Symbol?
    /// What holds the router in `childSymbol`, where that is a module.
    public var childName: String?
    /// The method of the class in `childSymbol` that registers on the router that it is given; nil where any may.
    public var childMethod: String?
    /// Which argument of a call the outer router is, from 0, where a function is given it, and under which label.
    public var routerArgument: Int?
    public var routerLabel: String?
    public var prefix: String
    public var chain: [MiddlewareLink]
    public var position: Int
    /// Whether the inner router is the outer one itself, given to a function that registers on it.
    public var sharesRouter = false
    /// Whether it stands in a branch.
    public var isConditional = false
    /// Whether `prefix` stands in the place of the inner router's own.
    public var replacesPrefix = false
    /// Where a whole folder of files is mounted: which.
    public var folder: MountedFolder?
    /// What a call gives the function or class that has the inner router, of which paths may be made.
    public var pathArguments: PathArguments?
    /// The class that has the routes of one that it extends, the inner router, but for those whose methods it defines anew.
    public var heir: String?
    /// Where the inner router is a part of each element of a list that other code gives or has: which part of which.
    public var listed: ListedMember?
}

/// A folder, every file in which puts its routes under the path of the folder that it stands in.
public struct MountedFolder: Hashable, Sendable {
    /// Relative to the file that mounts it.
    public var path: String
    /// Matches the names of files that hold hooks for the routes of their folder.
    public var hooks: String?
    /// Whether those also hold for the folders below.
    public var hooksCascade = false
    /// The name of the constant by which a file says its path itself.
    public var ownPrefix: String?
    /// Whether the files right in it are required one after the other: each is mounted under its name, where the prefix leaves
    /// that open, and no other than those that are mounted by themselves.
    public var isRequired = false
}

/// Middleware or a prefix for all routes of a framework, wherever in the package they are.
public struct FrameworkRegistration: Hashable, Sendable {
    public var framework: String
    public var prefix: String
    public var links: [MiddlewareLink]
    /// Whether it holds for the whole project of its file, wherever in it that stands.
    public var isProjectWide = false
    /// The paths that the prefix does not stand before.
    public var exceptions: [PathGuardPlace] = []
    /// How versions stand in the paths of routes that have one; nil where they do not.
    public var versioning: PathVersioning?
}

/// How the version of a route stands in its path, behind the prefix of all: `v2`.
public struct PathVersioning: Hashable, Sendable {
    /// What stands before the version itself.
    public var mark: String
    /// Of routes that name none.
    public var defaults: [String]

    /// The segments for a route of these versions; an empty one where it lies under none.
    func segments(of versions: [String]?) -> [String] {
        let all = versions ?? defaults
        return all.isEmpty ? [""] : all.map { $0.isEmpty ? "" : mark + $0 }
    }
}

/// Middleware registered on a router for all that is registered after it.
public struct MiddlewareRegistration: Hashable, Sendable {
    public var router: String
    /// Only below this path; empty for all.
    public var path: String
    /// Only for requests of these methods, in upper case; empty for all.
    public var methods: [String] = []
    public var links: [MiddlewareLink]
    public var position: Int
    /// Whether `path` is the only one it holds for, rather than all below it too. A `*` at its end stands for all below.
    public var isExact: Bool
    /// Whether it also holds for what was registered before it.
    public var isUnordered: Bool
    /// Where it is registered.
    public var anchor: ByteRange
    /// Where each of `links` stands in a list of them that is written out there; else empty.
    public var places: [ByteRange] = []
    /// Whether requests pass what was registered last first.
    public var passesLastFirst = false
    /// Whether the framework's error handlers stand behind its routes, and not around them.
    public var errorsComeLast = false
}
