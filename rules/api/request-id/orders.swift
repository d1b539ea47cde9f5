import Vapor

struct Problem: Content {
    var code: String
    var message: String
}

struct Meta: Content {
    var requestId: String
}

struct Failure: Content {
    var success: Bool
    var error: Problem
    var meta: Meta
}

struct Brief: Content {
    var success: Bool
    var error: Problem
}

func orders(_ request: Request) async throws -> Response {
    let problem = Problem(code: "NO_ORDERS", message: "None")
    if request.query["all"] == true {
        // ok: api/request-id
        return try await Failure(success: false, error: problem, meta: Meta(requestId: request.id)).encodeResponse(status: .notFound, for: request)
    }
    // ruleid: api/request-id
    return try await Brief(success: false, error: problem).encodeResponse(status: .notFound, for: request)
}
