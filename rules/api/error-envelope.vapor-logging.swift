import Vapor

struct LoggingMiddleware: AsyncMiddleware {
    func respond(to request: Request, chainingTo next: any AsyncResponder) async throws -> Response {
        do {
            return try await next.respond(to: request)
        } catch let abort as any AbortError {
            request.logger.warning("refused")
            throw abort
        }
    }
}

func book(_ request: Request) async throws -> Book {
    // ruleid: api/error-envelope
    throw Abort(.notFound, reason: "No such book")
}
