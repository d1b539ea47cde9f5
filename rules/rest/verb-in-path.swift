import Vapor

func routes(_ app: Application) throws {
    // ruleid: rest/verb-in-path
    app.post("createUser") { req in "x" }
    // ruleid: rest/verb-in-path
    app.get("users", "list") { req in "x" }
    // ok: rest/verb-in-path
    app.get("users", "lists") { req in "x" }
    // ok: rest/verb-in-path
    app.get("settings") { req in "x" }
    // ruleid: rest/verb-in-path
    let made = app.grouped("make")
    // ok: rest/verb-in-path
    made.post("orders") { req in "x" }
    // ok: rest/verb-in-path
    app.post("orders", ":id", "actions", "remove") { req in "x" }
}
