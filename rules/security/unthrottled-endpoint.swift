import Vapor

func routes(_ app: Application) throws {
    // ruleid: security/unthrottled-endpoint
    app.post("login") { req in "x" }
    // ok: security/unthrottled-endpoint
    app.grouped(RateLimitMiddleware(requests: 5)).post("signup") { req in "x" }
    let users = app.grouped("users")
    // ruleid: security/unthrottled-endpoint
    users.post("password", "reset-password") { req in "x" }
    // ok: security/unthrottled-endpoint
    users.get("login") { req in "x" }
}
