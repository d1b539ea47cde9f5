import Vapor

/// Handlers by their full names, with those of their arguments.
struct BadgeController: RouteCollection {
    func boot(routes: any RoutesBuilder) throws {
        let badges = routes.grouped("badges")
        // route: GET /badges open
        badges.get(use: self.list(req:))
        // route: POST /badges authenticated
        badges.post(use: self.create(req:))
        // route: PUT /badges/:badge authenticated
        badges.put(":badge", use: rename(_:))
        // route: DELETE /badges/:badge authenticated
        badges.delete(":badge", use: BadgeHandlers.remove(req:))
    }

    private func list(req: Request) async throws -> [String] { [] }

    private func create(req: Request) async throws -> HTTPStatus {
        _ = try req.auth.require(Keeper.self)
        return .created
    }

    private func rename(_ req: Request) async throws -> HTTPStatus {
        _ = try req.auth.require(Keeper.self)
        return .ok
    }
}

enum BadgeHandlers {
    static func remove(req: Request) async throws -> HTTPStatus {
        _ = try req.auth.require(Keeper.self)
        return .noContent
    }
}

func registerBadges(_ app: Application) throws {
    try app.register(collection: BadgeController())
}
