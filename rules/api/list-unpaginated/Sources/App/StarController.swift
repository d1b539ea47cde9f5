import Vapor

struct StarController: RouteCollection {
    let service: StarService

    func boot(routes: any RoutesBuilder) throws {
        routes.get("stars", use: index)
    }

    func index(req: Request) async throws -> [Star] {
        try await service.list()
    }
}
