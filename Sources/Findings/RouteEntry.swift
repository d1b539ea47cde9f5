/// One route of the inventory: what `lintel routes` prints and the HTML report shows.
public struct RouteEntry: Hashable, Sendable {
    /// In upper case; `*` for a route that takes every method.
    public var method: String
    /// With the prefixes under which its router is mounted.
    public var path: String
    /// Where the handler stands: a file relative to the root of the run, and a 1-based line.
    public var file: String
    public var line: Int
    public var framework: String
    /// Whether callers are authenticated; nil where the code does not let one know.
    public var isAuthenticated: Bool?
    /// What `isAuthenticated` rests on, or why it is not known.
    public var evidence: String
    /// Whether the route is rate limited; nil where it is not known.
    public var isRateLimited: Bool?
    /// Whether its input is validated; nil where it is not known.
    public var isValidated: Bool?
    /// The statuses that its handler answers with, ascending.
    public var statuses: [Int]
    /// The shape of its error responses, where there is one.
    public var envelope: String?
    /// Tables that its handler reads and writes, ordered by name.
    public var tablesRead: [String]
    public var tablesWritten: [String]
    /// Places in the project that call the route, as `file:line`.
    public var callers: [String]

    public init(
        method: String, path: String, file: String, line: Int, framework: String, isAuthenticated: Bool? = nil,
        evidence: String = "", isRateLimited: Bool? = nil, isValidated: Bool? = nil, statuses: [Int] = [],
        envelope: String? = nil, tablesRead: [String] = [], tablesWritten: [String] = [], callers: [String] = []
    ) {
        self.method = method
        self.path = path
        self.file = file
        self.line = line
        self.framework = framework
        self.isAuthenticated = isAuthenticated
        self.evidence = evidence
        self.isRateLimited = isRateLimited
        self.isValidated = isValidated
        self.statuses = statuses
        self.envelope = envelope
        self.tablesRead = tablesRead
        self.tablesWritten = tablesWritten
        self.callers = callers
    }
}
