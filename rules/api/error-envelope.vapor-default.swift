import Vapor

func configure(_ app: Application) throws {
    let errorMiddleware = ErrorMiddleware.default(environment: app.environment)
    app.middleware.use(errorMiddleware)
    app.get("orders", ":id") { req -> String in
        // ruleid: api/error-envelope
        throw Abort(.notFound)
    }
}
