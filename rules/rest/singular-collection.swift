import Vapor

func routes(_ app: Application) throws {
    // ruleid: rest/singular-collection
    app.get("order", ":id") { req in "x" }
    // ok: rest/singular-collection
    app.get("orders", ":id") { req in "x" }
    let planet = app.grouped("planet")
    // ruleid: rest/singular-collection
    planet.delete(":id") { req in "x" }
}
