import Vapor

struct Outcome: Content {
    var success: Bool
    var message: String
}

func routes(_ app: Application) throws {
    app.get("orders", ":id") { request async throws -> Response in
        let id = request.parameters.get("id")
        if id == nil {
            // ruleid: api/ok-status-on-error
            return try await Outcome(success: false, message: "An id is needed").encodeResponse(status: .ok, for: request)
        }
        if id == "1" {
            // ok: api/ok-status-on-error
            return try await Outcome(success: false, message: "No such order").encodeResponse(status: .notFound, for: request)
        }
        // ok: api/ok-status-on-error
        return try await Outcome(success: true, message: "found").encodeResponse(status: .ok, for: request)
    }
}

struct Result: Content {
    var success: Bool
    var error: String?
}

func results(_ app: Application) throws {
    app.get("results") { req async throws -> Result in
        // ruleid: api/ok-status-on-error
        return Result(success: false, error: "No results")
    }
    app.get("fine") { req async throws -> Result in
        // ok: api/ok-status-on-error
        Result(success: true, error: nil)
    }
}
