import Vapor

func routes(_ app: Application) throws {
    // ruleid: api/rate-limit-headers
    app.get("orders") { req in "x" }
    // ok: api/rate-limit-headers
    app.grouped(RateLimitMiddleware(requests: 100)).get("limited") { req in "x" }
    // ok: api/rate-limit-headers
    app.get("health") { req in "x" }
}
