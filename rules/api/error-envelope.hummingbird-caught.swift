import Hummingbird

struct Wording<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            var response = try Worded(error: error.body ?? "", code: error.status.code)
                .response(from: request, context: context)
            response.status = error.status
            return response
        }
    }
}

func build() -> Router<BasicRequestContext> {
    let router = Router()
    router.middlewares.add(Wording())
    router.get("shelves/:id") { request, context -> String in
        guard let id = context.parameters.get("id") else {
            // ok: api/error-envelope
            throw HTTPError(.badRequest, message: "An id is needed")
        }
        return id
    }
    return router
}
