import Vapor

func routes(_ app: Application) throws {
    // ok: project/no-health-check
    app.get("users") { req in "x" }
    app.get("orders") { req in "x" }
    app.get("teams") { req in "x" }
    app.get(SiteURL.healthCheck.pathComponents, use: HealthCheckController.show)
}
