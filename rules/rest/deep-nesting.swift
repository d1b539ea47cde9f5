import Vapor

func routes(_ app: Application) throws {
    // ruleid: rest/deep-nesting
    app.get("users", ":user", "posts", ":post", "comments", ":comment", "likes") { req in "x" }
    let orgs = app.grouped("api", "orgs", ":org")
    // ruleid: rest/deep-nesting
    orgs.get("teams", ":team", "members", ":member", "roles") { req in "x" }
    // ok: rest/deep-nesting
    orgs.get("teams", ":team", "members") { req in "x" }
}
