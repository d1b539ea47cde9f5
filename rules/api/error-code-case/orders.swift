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

struct Refusal: Content {
    struct Reason: Content {
        var code: String
        var message: String
    }

    var error: Reason
}

struct Notice: Content {
    var error: Problem
}

func parcels(_ request: Request) async throws -> Response {
    switch request.query["size"] {
    case 1:
        // ruleid: api/error-code-case
        return try await Refusal(error: .init(code: "tooSmall", message: "Small")).encodeResponse(status: .badRequest, for: request)
    case 2:
        // ok: api/error-code-case
        return try await Refusal(error: .init(code: "TOO_LARGE", message: "Large")).encodeResponse(status: .badRequest, for: request)
    case 3:
        // ruleid: api/error-code-case
        return try await Refusal(error: Refusal.Reason(code: "noSize", message: "None")).encodeResponse(status: .badRequest, for: request)
    case 4:
        // ruleid: api/error-code-case
        return try await Notice(error: .init(code: "oddSize", message: "Odd")).encodeResponse(status: .badRequest, for: request)
    default:
        // ok: api/error-code-case
        return try await Notice(error: .other).encodeResponse(status: .badRequest, for: request)
    }
}
