import Vapor

public func registerPasses(on app: Application) {
    // ruleid: project/no-health-check
    app.get("passes") { req in "x" }
    app.get("devices") { req in "x" }
    app.get("logs") { req in "x" }
}
