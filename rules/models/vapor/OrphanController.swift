import Vapor

/// Nobody registers it, as others are.
struct OrphanController: RouteCollection {
    func boot(routes: RoutesBuilder) throws {
        // route: POST /orphans unknown
        routes.post("orphans", use: create)
    }

    func create(req: Request) async throws -> HTTPStatus { .created }
}
