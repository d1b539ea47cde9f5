import Vapor

struct EnsureAdmin: AsyncMiddleware {
    let role: String

    func respond(to request: Request, chainingTo next: AsyncResponder) async throws -> Response {
        guard request.session.data["user"] != nil else { throw Abort(.unauthorized) }
        return try await next.respond(to: request)
    }
}
