import Vapor

func inOrder(_ app: Application, cors: CORSMiddleware.Configuration) throws {
    // ok: structure/middleware-order
    app.middleware.use(ErrorMiddleware.default(environment: app.environment))
    // ok: structure/middleware-order
    app.middleware.use(CORSMiddleware(configuration: cors))
    app.middleware.use(RateLimitMiddleware())
    // ok: structure/middleware-order
    app.middleware.use(AuthMiddleware())
}

func headersBehindAuthentication(_ app: Application, cors: CORSMiddleware.Configuration) throws {
    app.middleware.use(AuthMiddleware())
    // ruleid: structure/middleware-order
    app.middleware.use(CORSMiddleware(configuration: cors))
    // ruleid: structure/middleware-order
    app.middleware.use(RateLimitMiddleware())
}

func headersBehindGuard(_ app: Application, cors: CORSMiddleware.Configuration) throws {
    app.middleware.use(UserToken.guardMiddleware())
    // ruleid: structure/middleware-order
    app.middleware.use(CORSMiddleware(configuration: cors))
}

func guardBehindHeaders(_ app: Application, cors: CORSMiddleware.Configuration) throws {
    app.middleware.use(CORSMiddleware(configuration: cors))
    app.middleware.use(UserToken.authenticator())
    // ok: structure/middleware-order
    app.middleware.use(UserToken.guardMiddleware())
}
