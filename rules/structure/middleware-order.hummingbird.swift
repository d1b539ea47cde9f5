import Hummingbird

func behindAuthentication() -> Router<AppContext> {
    let router = Router(context: AppContext.self)
    router.addMiddleware {
        AuthMiddleware()
        // ruleid: structure/middleware-order
        CORSMiddleware()
        // ruleid: structure/middleware-order
        LogRequestsMiddleware(.info)
    }
    return router
}

func inOrder() -> Router<AppContext> {
    let router = Router(context: AppContext.self)
    router.addMiddleware {
        // ok: structure/middleware-order
        LogRequestsMiddleware(.info)
        // ok: structure/middleware-order
        CORSMiddleware()
        AuthMiddleware()
    }
    return router
}

func built() -> some HTTPResponder {
    RouterBuilder(context: BasicRouterRequestContext.self) {
        AuthMiddleware()
        // ruleid: structure/middleware-order
        CORSMiddleware()
        Get("orders") { _, _ in "x" }
    }
}
