/// What is asked of a call to a server as the project has it.
public struct OutgoingCriteria: Hashable, Sendable {
    /// In upper case; empty for all.
    public var methods: Set<String> = []
    /// Whether it says how long to wait.
    public var hasTimeout: Bool?
    /// Whether it sends what the server asks callers for.
    public var sendsProof: Bool?
    /// The project's own route that it must reach.
    public var route: RouteCriteria?

    public init() {}
}
