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
    app.get("empty") { request async throws -> Response in
        if busy() {
            // ruleid: api/retry-after
            return Response(status: .tooManyRequests)
        }
        var headers = HTTPHeaders()
        headers.add(name: .retryAfter, value: "30")
        // ok: api/retry-after
        return Response(status: .tooManyRequests, headers: headers)
    }
    app.get("health") { request -> String in
        // ok: api/retry-after
        throw Abort(.serviceUnavailable)
    }
}
