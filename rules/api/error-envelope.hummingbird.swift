import Hummingbird

struct Message: ResponseCodable {
    let message: String
}

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
    router.get("users") { request, context -> EditedResponse<Message> in
        // ruleid: api/error-envelope
        return .init(status: .conflict, response: Message(message: "Taken"))
    }
    router.get("teams") { request, context -> Response in
        // ruleid: api/error-envelope
        var response = try Message(message: "No such team").response(from: request, context: context)
        response.status = .notFound
        return response
    }
    router.post("orders") { request, context -> Response in
        // ruleid: api/error-envelope
        Response(status: .badRequest, body: .init(byteBuffer: ByteBuffer(string: "No order")))
    }
}
