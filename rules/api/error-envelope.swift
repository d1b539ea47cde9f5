import Vapor

struct Problem: Content {
    var reason: String
}

func users(_ request: Request) async throws -> Response {
    // ruleid: api/error-envelope
    try await Problem(reason: "No users").encodeResponse(status: .notFound, for: request)
}
