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

/// Asked for each request, so that what it throws turns callers away.
struct ClaimsAuthenticator: AsyncRequestAuthenticator {
    func authenticate(request: Request) async throws {
        try await request.jwt.verify(as: Claims.self)
    }
}

/// Asked for each request, and what it does not know it lets be.
struct GuestAuthenticator: AsyncRequestAuthenticator {
    func authenticate(request: Request) async throws {
        guard let claims = try? await request.jwt.verify(as: Claims.self) else { return }
        request.auth.login(claims)
    }
}

/// Those who send nothing pass.
struct SentAuthenticator: AsyncRequestAuthenticator {
    func authenticate(request: Request) async throws {
        guard let token = request.headers.bearerAuthorization?.token else { return }
        guard token == Environment.get("TOKEN") else { throw Abort(.unauthorized) }
        request.auth.login(User())
    }
}

/// Whoever runs it may switch it off.
struct SwitchedMiddleware: AsyncMiddleware {
    let configuration: Configuration

    func respond(to request: Request, chainingTo next: AsyncResponder) async throws -> Response {
        guard configuration.authEnabled else { return try await next.respond(to: request) }
        guard request.headers.bearerAuthorization != nil else { throw Abort(.unauthorized) }
        return try await next.respond(to: request)
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
