import Vapor

func routes(_ app: Application) throws {
    app.get("orders") { request -> String in
        if busy() {
            // ruleid: api/retry-after
            throw Abort(.serviceUnavailable, reason: "Busy")
        }
        if fast() {
            // ok: api/retry-after
            throw Abort(.tooManyRequests, headers: ["Retry-After": "30"], reason: "Too fast")
        }
        // ok: api/retry-after
        throw Abort(.tooManyRequests, headers: [.retryAfter: "30"], reason: "Too fast")
    }
    app.get("health") { request -> String in
        // ok: api/retry-after
        throw Abort(.serviceUnavailable)
    }
}
