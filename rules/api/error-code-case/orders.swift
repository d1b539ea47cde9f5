import Vapor

struct Problem: Content {
    var code: String
    var message: String
}

struct Failure: Content {
    var error: Problem
}

func orders(_ request: Request) async throws -> Response {
    if request.query["all"] == true {
        // ok: api/error-code-case
        return try await Failure(error: Problem(code: "NO_ORDERS", message: "None")).encodeResponse(status: .notFound, for: request)
    }
    // ruleid: api/error-code-case
    return try await Failure(error: Problem(code: "noOrders", message: "None")).encodeResponse(status: .notFound, for: request)
}
