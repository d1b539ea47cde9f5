import Hummingbird

func routes(_ router: Router<BasicRequestContext>) {
    router.get("orders/:id") { request, context -> String in
        guard let id = context.parameters.get("id") else {
            // ruleid: api/error-envelope
            throw HTTPError(.badRequest, message: "An id is needed")
        }
        if id == "1" {
            // ok: api/error-envelope
            throw HTTPError(.notFound)
        }
        return id
    }
    router.post("orders") { request, context -> Response in
        // ruleid: api/error-envelope
        Response(status: .badRequest, body: .init(byteBuffer: ByteBuffer(string: "No order")))
    }
}
