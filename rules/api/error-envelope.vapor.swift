import Vapor

struct ErrorBody: Content {
    var error: String
    var code: Int
}

struct Message: Content {
    let message: String
}

func fail(_ request: Request, _ status: HTTPResponseStatus, _ text: String) async throws -> Response {
    try await Message(message: text).encodeResponse(status: status, for: request)
}

func routes(_ app: Application) throws {
    app.get("orders", ":id") { request async throws -> Response in
        guard let id = request.parameters.get("id") else {
            // ruleid: api/error-envelope
            throw Abort(.badRequest)
        }
        if id == "1" {
            // ruleid: api/error-envelope
            throw Abort(.notFound, reason: "No such order")
        }
        if id == "2" {
            // ok: api/error-envelope
            return try await ErrorBody(error: "No such order", code: 404).encodeResponse(status: .notFound, for: request)
        }
        if id == "3" {
            // ruleid: api/error-envelope
            return try await Message(message: "No such order").encodeResponse(status: .notFound, for: request)
        }
        if id == "4" {
            // ruleid: api/error-envelope
            return Response(status: .notFound, body: .init(string: "No such order"))
        }
        if id == "5" {
            // ok: api/error-envelope
            return Response(status: .notFound)
        }
        if id == "6" {
            // ruleid: api/error-envelope
            return try await fail(request, .notFound, "No such order")
        }
        if id == "7" {
            let response = Response(status: .conflict)
            // ruleid: api/error-envelope
            try response.content.encode(["reason": "Taken"])
            return response
        }
        if id == "9" {
            let answer = Response(status: .conflict)
            // ruleid: api/error-envelope
            try answer.content.encode(Message(message: "Taken"))
            return answer
        }
        if id == "10" {
            // ok: api/error-envelope
            return Response(status: .conflict, body: .init(string: "{\"error\": \"Taken\", \"code\": 409}"))
        }
        if id == "11" {
            // ruleid: api/error-envelope
            throw Abort(.custom(code: 499, reasonPhrase: "Closed"), reason: "Closed")
        }
        if id == "12" {
            let answer = Response(status: .conflict)
            // ruleid: api/error-envelope
            answer.body = .init(string: "Taken")
            return answer
        }
        if id == "8" {
            let response = Response(status: .conflict)
            // ok: api/error-envelope
            try response.content.encode(ErrorBody(error: "Taken", code: 409))
            return response
        }
        // ok: api/error-envelope
        return try await Message(message: "found").encodeResponse(status: .ok, for: request)
    }
}

// What is handed to something that may fail with it is no helper's answer.
func owner(_ request: Request) -> EventLoopFuture<User> {
    // ruleid: api/error-envelope
    return User.find(1, on: request.db).unwrap(or: Abort(.notFound))
}

func name(_ request: Request) -> EventLoopFuture<String> {
    // ok: api/error-envelope
    return owner(request).map { $0.name }
}
