import Vapor

extension RoutesBuilder {
    var second: any RoutesBuilder { grouped("v2") }
    var membersOnly: any RoutesBuilder {
        grouped(User.guardMiddleware())
    }
}

extension Application {
    var stable: any RoutesBuilder { grouped("api", "v1") }
    var guarded: any RoutesBuilder { return stable.grouped("locked").grouped(User.guardMiddleware()) }

    func adminOnly() -> any RoutesBuilder { grouped("staff").grouped(User.guardMiddleware()) }

    func addOwn() throws {
        // route: POST /api/v1/locked/chairs authenticated
        guarded.post("chairs") { _ in "x" }
        // route: POST /api/v1/tables open
        self.stable.post("tables") { _ in "x" }
    }
}

func properties(_ app: Application) throws {
    // route: POST /api/v1/drums open
    app.stable.post("drums") { _ in "x" }
    // route: POST /api/v1/locked/flutes authenticated
    app.guarded.post("flutes") { _ in "x" }
    // route: POST /staff/horns authenticated
    app.adminOnly().post("horns") { _ in "x" }
    // route: POST /v2/lutes authenticated
    app.second.membersOnly.post("lutes") { _ in "x" }
    let held = app.guarded
    // route: PUT /api/v1/locked/flutes/:id authenticated
    held.put("flutes", ":id") { _ in "x" }
    // Parts of the application that the project has no property for are the application itself.
    // route: POST /harps open
    app.routes.post("harps") { _ in "x" }
    try app.guarded.register(collection: ViolaController())
    try addBows(strings: app.grouped("strings"), app: app)
}

// What a call gives by a label is only the parameter of that label.
func addBows(strings: any RoutesBuilder, app: Application) throws {
    // route: POST /strings/bows open
    strings.post("bows") { _ in "x" }
}

struct ViolaController: RouteCollection {
    func boot(routes: any RoutesBuilder) throws {
        // route: POST /api/v1/locked/violas authenticated
        routes.post("violas") { _ in "x" }
        // route: POST /api/v1/locked/v2/violas authenticated
        routes.second.post("violas") { _ in "x" }
    }
}
