/// The routes, routers, mounts and middleware of one file.
public struct RoutingFacts: Sendable {
    public var routes: [Route] = []
    public var routers: [Router] = []
    public var mounts: [Mount] = []
    public var middleware: [MiddlewareRegistration] = []
    public var everywhere: [FrameworkRegistration] = []
    public var pathGuards: [PathGuard] = []
}
