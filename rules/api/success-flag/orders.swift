import Vapor

struct Orders: Content {
    var success: Bool
    var count: Int
}

struct Count: Content {
    var count: Int
}

func orders(_ request: Request) async throws -> Response {
    if request.query["all"] == true {
        // ok: api/success-flag
        return try await Orders(success: true, count: 1).encodeResponse(status: .ok, for: request)
    }
    // ruleid: api/success-flag
    return try await Count(count: 1).encodeResponse(status: .ok, for: request)
}
