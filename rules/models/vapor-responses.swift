import Vapor

struct Failure: Content {
    var error: String
    var code: Int
}

struct Person: Content {
    var id: Int
    var name: String
}

struct PeopleController: RouteCollection {
    func boot(routes: RoutesBuilder) throws {
        routes.get("people", ":id", use: one)
        routes.post("people", use: make)
        routes.get("busy", use: busy)
    }

    func one(req: Request) async throws -> Person {
        // response: 400 {error, reason} exception
        guard let id = req.parameters.get("id", as: Int.self) else { throw Abort(.badRequest, reason: "An id is needed") }
        // response: 200 default {id, name}
        return Person(id: id, name: "Ada")
    }

    func make(req: Request) async throws -> Response {
        guard req.body.data != nil else {
            // response: 400 {error, code}
            return try await Failure(error: "A body is needed", code: 400).encodeResponse(status: .badRequest, for: req)
        }
        // response: 201 {id, name}
        return try await Person(id: 1, name: "Ada").encodeResponse(status: .created, for: req)
    }

    func busy(req: Request) async throws -> Response {
        // response: 503 {error, reason} exception sets retry-after
        throw Abort(.serviceUnavailable, headers: ["Retry-After": "10"])
    }
}

func full(_ app: Application) {
    app.get("full") { req -> Response in
        // response: 429 empty
        Response(status: .tooManyRequests)
    }
    app.get("later") { req -> Response in
        // response: 503 empty sets retry-after
        Response(status: .serviceUnavailable, headers: ["Retry-After": "10"])
    }
    app.get("soon") { req -> EventLoopFuture<Response> in
        // response: 503 empty
        return req.eventLoop.makeSucceededFuture(Response(status: .serviceUnavailable))
    }
}

// An error of the program is none of the framework's.
func quiet() throws {
    throw Problem(status: 400, reason: "x")
}
