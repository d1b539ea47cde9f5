import Vapor

extension RoutesBuilder {
    /// Only for callers who are signed in.
    func secured(path: PathComponent...) -> RoutesBuilder {
        grouped(path).grouped(User.authenticator(), User.guardMiddleware())
    }

    /// For everybody, with what is known of who calls.
    func openRoutes() -> RoutesBuilder {
        self.grouped([User.authenticator(), MinimumLevel(requireUser: false)])
    }

    func levelRoutes(over minimum: Int) -> RoutesBuilder {
        var builder = self.grouped(MinimumLevel(requireUser: true))
        if minimum > 1 { builder = builder.grouped(Audited()) }
        return builder
    }
}

protocol Site {}

extension Site {
    func privateRoutes(_ app: Application, path: PathComponent...) -> RoutesBuilder {
        return app.grouped(path).grouped([app.sessions.middleware, User.guardMiddleware()])
    }

    func perhapsPrivate(_ app: Application, strict: Bool) -> RoutesBuilder {
        var group: RoutesBuilder = app
        if strict { group = group.grouped(User.guardMiddleware()) }
        return group
    }
}

extension User {
    /// Finds out who calls, whatever its name says.
    struct SessionAuth: AsyncSessionAuthenticator {
        func authenticate(sessionID: String, for request: Request) async throws {
            if let user = try await User.find(sessionID, on: request.db) { request.auth.login(user) }
        }
    }
}

struct MinimumLevel: AsyncMiddleware {
    let requireUser: Bool

    func respond(to request: Request, chainingTo next: AsyncResponder) async throws -> Response {
        guard let user = request.auth.get(User.self) else { throw Abort(.unauthorized) }
        return try await next.respond(to: request)
    }
}

protocol APICollection {}

extension APICollection {
    var noteID: PathComponent { PathComponent(":note_id") }
}

struct Notes {
    static let uri: PathComponent = .constant("notes")
}

/// Nobody is turned away where an answer is only compared with one.
struct Counting: AsyncMiddleware {
    func respond(to request: Request, chainingTo next: AsyncResponder) async throws -> Response {
        do {
            request.session.data["seen"] = try await request.client.get("https://example.com/seen").description
        } catch let error as AbortError where error.status == HTTPResponseStatus.forbidden {
        }
        return try await next.respond(to: request)
    }
}
