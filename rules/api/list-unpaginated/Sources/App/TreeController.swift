import Vapor

struct TreeController: RouteCollection {
    let trees: any TreeRepository

    func boot(routes: any RoutesBuilder) throws {
        routes.get("trees", use: index)
    }

    func index(req: Request) async throws -> [Tree] {
        try await trees.everything()
    }
}
