import Vapor

struct ErrorBody: Content {
    var error: String
    var code: UInt
}

struct CustomErrorMiddleware: AsyncMiddleware {
    func respond(to request: Request, chainingTo next: any AsyncResponder) async throws -> Response {
        do {
            return try await next.respond(to: request)
        } catch {
            return try await ErrorBody(error: "Failed", code: 500).encodeResponse(status: .internalServerError, for: request)
        }
    }
}

func configure(_ app: Application) throws {
    let errorMiddleware = CustomErrorMiddleware()
    app.middleware.use(errorMiddleware)
    app.get("orders", ":id") { req -> String in
        // ok: api/error-envelope
        throw Abort(.notFound)
    }
}
