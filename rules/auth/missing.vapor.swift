import Vapor

struct OrderController: RouteCollection {
    func boot(routes: RoutesBuilder) throws {
        let orders = routes.grouped("orders")
        // ok: auth/missing
        orders.get(use: list)
        // ruleid: auth/missing
        orders.post(use: create)
        // ok: auth/missing
        orders.delete(":id", use: remove)
        // ruleid: auth/missing
        orders.grouped(UserToken.authenticator()).put(":id", use: create)
        let safe = orders.grouped(UserToken.authenticator(), User.guardMiddleware())
        // ok: auth/missing
        safe.patch(":id", use: create)
        // What by its path or its handler's name only reads.
        // ok: auth/missing
        orders.post("exists", use: isKnown)
        // ok: auth/missing
        orders.post("between", use: getOrdersBetween)
        // ruleid: auth/missing
        orders.post("first", use: getOrCreate)
        orders.group("inner") { inner in
            // ruleid: auth/missing
            inner.post { req in "x" }
        }
    }

    func list(req: Request) async throws -> [Order] { [] }
    func create(req: Request) async throws -> Order { Order() }
    func isKnown(req: Request) async throws -> Bool { true }
    func getOrdersBetween(req: Request) async throws -> [Order] { [] }
    func getOrCreate(req: Request) async throws -> Order { Order() }
    func remove(req: Request) async throws -> HTTPStatus {
        let user = try req.auth.require(User.self)
        try await user.$orders.query(on: req.db).delete()
        return .noContent
    }
}

extension RoutesBuilder {
    func secured() -> any RoutesBuilder { grouped(UserToken.authenticator(), User.guardMiddleware()) }
    var protected: any RoutesBuilder { grouped(UserToken.authenticator(), User.guardMiddleware()) }
}

func routes(_ app: Application) throws {
    // ok: auth/missing
    app.secured().patch("orders", use: change)
    // ok: auth/missing
    app.protected.put("orders", use: change)
    // ok: auth/missing
    app.post("login") { req in "x" }
    // ruleid: auth/missing
    app.on(.POST, "upload", body: .stream) { req in "x" }
    // ok: auth/missing
    app.post("webhooks", "stripe") { req in "x" }
    try app.register(collection: OrderController())
}
