import Hummingbird

struct Person: ResponseCodable {
    var id: Int
    var name: String
}

let router = Router()

router.get("people/:id") { request, context -> Person in
    // response: 400 {error {message}} exception
    guard let id = context.parameters.get("id", as: Int.self) else { throw HTTPError(.badRequest, message: "An id is needed") }
    // response: 200 default {id, name}
    return Person(id: id, name: "Ada")
}

router.post("people") { request, context -> Response in
    // response: 403 text
    Response(status: .forbidden, body: .init(byteBuffer: ByteBuffer(string: "No")))
}

router.get("gone") { request, context -> Response in
    // response: 410 empty exception
    throw HTTPError(.gone)
}

router.get("full") { request, context -> Response in
    // response: 429 empty
    Response(status: .tooManyRequests)
}

router.get("later") { request, context -> Response in
    guard request.uri.query == nil else {
        // response: 503 empty sets retry-after
        return Response(status: .serviceUnavailable, headers: [.retryAfter: "10"])
    }
    // response: 503 empty
    return .init(status: .serviceUnavailable)
}

router.get("status") { request, context in
    // response: 503 empty
    return HTTPResponse.Status.serviceUnavailable
}

// An error of the program is none of the framework's.
func quiet() throws {
    throw Problem(status: 400, reason: "x")
}
