import Syntax

/// The routes, routers, mounts and middleware of one file. A class, since each rule asks whether there are any.
public final class RoutingFacts {
    public var routes: [Route] = []
    /// By the name that holds it at the top of the file.
    public var descriptions: [String: RouteDescription] = [:]
    public var routers: [Router] = []
    public var mounts: [Mount] = []
    /// Lists of what holds routers of other files.
    public var routerLists: [RouterList] = []
    public var middleware: [MiddlewareRegistration] = []
    public var everywhere: [FrameworkRegistration] = []
    public var pathGuards: [PathGuard] = []
    /// Constants that are parts of paths, by name.
    var components: [String: String] = [:]
    /// Functions and properties that make one router of another.
    var helpers: [RouterHelper] = []

    init() {}
}
