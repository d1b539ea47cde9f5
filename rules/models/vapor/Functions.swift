import Vapor

// Functions that register on what they are given, which files of a module call without an import.

func noticeRoutes(_ routes: any RoutesBuilder) throws {
    // route: POST /members/notices authenticated
    routes.post("notices") { req in "x" }
}

func addBoards(_ builder: any RoutesBuilder) {
    // route: POST /open/boards open
    builder.post("boards") { req in "x" }
}

struct Desks {
    func register(on routes: any RoutesBuilder) {
        // route: POST /members/desks authenticated
        routes.post("desks") { req in "x" }
    }
}

/// Each of the two is given what stands in its place.
struct Rooms {
    func register(on closed: any RoutesBuilder, and free: any RoutesBuilder) {
        // route: POST /members/rooms authenticated
        closed.post("rooms") { req in "x" }
        // route: POST /open/rooms open
        free.post("rooms") { req in "x" }
    }
}

struct Lamps: RouteCollection {
    func boot(routes: any RoutesBuilder) throws {
        // route: POST /members/lamps authenticated
        routes.post("lamps") { req in "x" }
    }
}

/// Hands on what it is given, to methods of its own and to functions.
struct Sheds: RouteCollection {
    func boot(routes: any RoutesBuilder) throws {
        let sheds = routes.grouped("sheds")
        try addTools(to: sheds)
        self.addKeys(sheds.grouped("keys"))
        fenceRoutes(routes)
    }

    private func addTools(to routes: any RoutesBuilder) throws {
        // route: POST /members/sheds/tools authenticated
        routes.post("tools") { req in "x" }
    }

    private func addKeys(_ routes: any RoutesBuilder) {
        // route: POST /members/sheds/keys authenticated
        routes.post { req in "x" }
    }
}

func fenceRoutes(_ routes: any RoutesBuilder) {
    // route: POST /members/fences authenticated
    routes.post("fences") { req in "x" }
}

@main
enum Entrypoint {
    static func main() async throws {
        let app = try await Application.make(.detect())
        // route: POST /entry open
        app.post("entry") { req in "x" }
    }
}
