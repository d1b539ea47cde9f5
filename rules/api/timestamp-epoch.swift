import Vapor

struct Reply: Content {
    var createdAt: Double
    var expiresAt: Int
    var updatedAt: String
}

func routes(_ app: Application) throws {
    app.get("orders") { request async throws -> Response in
        try await Reply(
            // ruleid: api/timestamp-epoch
            createdAt: Date().timeIntervalSince1970,
            // ruleid: api/timestamp-epoch
            expiresAt: Int(Date().timeIntervalSince1970),
            // ok: api/timestamp-epoch
            updatedAt: ISO8601DateFormatter().string(from: Date())
        ).encodeResponse(status: .ok, for: request)
    }
}

struct Stamp: Content { var createdAt: Double }

func stamps(_ app: Application) throws {
    app.get("stamps") { req -> Stamp in
        // ruleid: api/timestamp-epoch
        Stamp(createdAt: Date().timeIntervalSince1970)
    }
}

func untyped(_ app: Application) throws {
    app.get("now") { req in
        // ruleid: api/timestamp-epoch
        Stamp(createdAt: Date().timeIntervalSince1970)
    }
}
