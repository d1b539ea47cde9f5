import Vapor

/// Middleware as any other, whatever its name says.
struct ServiceAuthenticator: AsyncMiddleware {
    func respond(to request: Request, chainingTo next: AsyncResponder) async throws -> Response {
        guard request.headers.first(name: "X-Service-Token") == key else { throw Abort(.unauthorized) }
        return try await next.respond(to: request)
    }
}

/// Called for those who send a token, and for nobody else.
struct TokenAuthenticator: AsyncBearerAuthenticator {
    func authenticate(bearer: BearerAuthorization, for request: Request) async throws {
        guard bearer.token == "x" else { throw Abort(.unauthorized) }
        request.auth.login(User())
    }
}

struct AdminsOnly: Middleware {
    func respond(to request: Request, chainingTo next: Responder) -> EventLoopFuture<Response> {
        guard let user = request.auth.get(User.self), user.isAdmin else {
            return request.eventLoop.future(error: Abort.redirect(to: "/"))
        }
        return next.respond(to: request)
    }
}
