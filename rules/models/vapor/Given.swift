import Vapor

func gather(_ app: Application) throws {
    try mountTools(app, at: "inner")
    try mountTools(app.grouped(User.guardMiddleware()), at: "safe")
    try app.register(collection: ShopController(prefix: "shops"))
    try app.register(collection: MallController())
    // route: GET /hub/join open
    app.webSocket(["hub", "join"]) { req, socket in socket.send("x") }
}

func mountTools(_ routes: RoutesBuilder, at base: String) throws {
    let tools = routes.grouped(PathComponent(stringLiteral: base))
    // route: GET /inner/saws open
    // route: GET /safe/saws authenticated
    tools.get("saws") { req in "x" }
    // route: POST /inner/nails/count open
    // route: POST /safe/nails/count authenticated
    routes.post("\(base)", "nails", "count") { req in "x" }
}

struct ShopController: RouteCollection {
    let prefix: PathComponent

    func boot(routes: RoutesBuilder) throws {
        let shops = routes.grouped(prefix)
        // route: GET /shops open
        shops.get(use: index)
    }

    func index(req: Request) async throws -> [String] { [] }
}

struct MallController: RouteCollection {
    private var floor: [PathComponent] { ["malls", "floors"] }

    func boot(routes: RoutesBuilder) throws {
        routes.group(floor) { floors in
            // route: PUT /malls/floors/:id open
            floors.put(":id", use: index)
        }
    }

    func index(req: Request) async throws -> [String] { [] }
}
