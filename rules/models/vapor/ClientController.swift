import Vapor

extension Client {
    struct Controller: RouteCollection {
        func boot(routes: RoutesBuilder) throws {
            let clients = routes.grouped("clients")
            // route: POST /clients open
            clients.post(use: Self.create)
            clients.group(":id") { client in
                // route: DELETE /clients/:id open
                client.delete(use: remove)
            }
            let service = clients.grouped(ServiceAuthenticator())
            // route: PUT /clients authenticated
            service.put(use: Self.create)
            let found = clients.grouped(TokenAuthenticator())
            // route: PATCH /clients open
            found.patch(use: Self.create)
            let admins = clients.grouped(AdminsOnly())
            // route: DELETE /clients authenticated
            admins.delete(use: Self.create)
            let signedIn = clients.grouped(User.redirectMiddleware(path: "/login"))
            // route: POST /clients/mine authenticated
            signedIn.post("mine", use: Self.create)
        }

        static func create(_ req: Request) async throws -> HTTPStatus { .created }

        func remove(_ req: Request) async throws -> HTTPStatus { .ok }
    }
}

/// Vapor 3: what looks a token up lets those pass who send none.
final class RoomController: RouteCollection {
    func boot(router: Router) throws {
        let found = router.grouped(User.tokenAuthMiddleware())
        // route: POST /rooms open
        found.post("rooms", use: create)
        // route: PUT /rooms authenticated
        found.put("rooms", use: update)
        // route: DELETE /rooms authenticated
        found.grouped(User.guardAuthMiddleware()).delete("rooms", use: create)
    }

    func create(_ req: Request) throws -> Future<HTTPStatus> { req.future(.created) }

    func update(_ req: Request) throws -> Future<HTTPStatus> {
        let user = try req.requireAuthenticated(User.self)
        return user.save(on: req).transform(to: .ok)
    }
}
