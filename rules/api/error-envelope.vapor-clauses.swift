import Vapor

struct EnvelopeMiddleware: AsyncMiddleware {
    func respond(to request: Request, chainingTo next: any AsyncResponder) async throws -> Response {
        do {
            return try await next.respond(to: request)
        } catch let abort as any AbortError {
            return try await Envelope(error: abort.reason, code: Int(abort.status.code)).encodeResponse(status: abort.status, for: request)
        }
    }
}

func book(_ request: Request) async throws -> Book {
    // ok: api/error-envelope
    throw Abort(.notFound, reason: "No such book")
}
