import Vapor

/// Paths that functions and properties make.
enum Trails {
    static var all: [PathComponent] { ["api", "trails"] }

    static func trail(_ name: String) -> [PathComponent] { ["api", "trails", .parameter(name)] }

    static func plain() -> [PathComponent] { return ["api", "plain"] }

    static func endless() -> [PathComponent] { Trails.endless() }
}

func trails(_ app: Application) throws {
    // route: GET /api/trails/:value open
    app.get(Trails.trail("trail")) { _ in "one" }
    // route: GET /api/plain open
    app.get(Trails.plain()) { _ in "plain" }
    let all = app.grouped(Trails.all)
    // route: GET /api/trails/long open
    all.get("long") { _ in "long" }
    let one = app.grouped(Trails.trail("trail"))
    // route: GET /api/trails/:value/steps open
    one.get("steps") { _ in "steps" }
    // route: GET ? open
    app.get(Trails.endless()) { _ in "" }
}
