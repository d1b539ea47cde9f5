import Hummingbird

struct Reporting: RouterMiddleware {
    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return Response(status: .internalServerError)
        }
    }
}

func routes(_ router: Router<AppContext>) {
    router.get("orders/:id") { request, context -> String in
        guard let id = context.parameters.get("id") else {
            // ok: api/error-envelope
            throw HTTPError(.badRequest, message: "An id is needed")
        }
        return id
    }
}
