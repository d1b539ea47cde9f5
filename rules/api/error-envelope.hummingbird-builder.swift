import Hummingbird

func build() {
    let router = Router(context: AppContext.self)
    router.addMiddleware {
        LogRequestsMiddleware(.info)
        ErrorEnvelopeMiddleware()
    }
    router.get("orders/:id") { request, context -> String in
        guard let id = context.parameters.get("id") else {
            // ok: api/error-envelope
            throw HTTPError(.badRequest, message: "An id is needed")
        }
        return id
    }
}
