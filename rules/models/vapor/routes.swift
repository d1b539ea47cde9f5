import Vapor

func routes(_ app: Application) throws {
    // route: GET / open
    app.get { req in "it works" }
    // route: POST /a/:id open
    app.post("a", ":id") { req in "x" }
    // route: PUT /catch/** open
    app.put("catch", .catchall) { req async throws -> String in "x" }
    // A client's calls and look-ups are no routes.
    app.get("key")
    client.get("https://example.com")

    // What it is told of the environment says nothing of callers.
    app.middleware.use(ErrorMiddleware.default(environment: app.environment))

    // route: POST /claims authenticated
    app.grouped(ClaimsAuthenticator()).post("claims") { req in "x" }
    // route: POST /soft open
    app.grouped(GuestAuthenticator()).post("soft") { req in "x" }
    // route: POST /sent unknown
    app.grouped(SentAuthenticator()).post("sent") { req in "x" }
    // route: POST /switched unknown
    app.grouped(SwitchedMiddleware(configuration: configuration)).post("switched") { req in "x" }

    let guardian = EnsureAdmin(role: "admin")
    // route: DELETE /gated authenticated
    app.grouped(guardian).delete("gated") { req in "x" }
    // route: POST /session open public
    app.grouped(app.sessions.middleware).post("session") { req in "x" }

    let members = app.grouped("members").grouped(User.guardMiddleware())
    let open = app.grouped("open")
    try noticeRoutes(members)
    addBoards(open)
    Desks().register(on: members)
    Rooms().register(on: members, and: open)
    try Lamps().boot(routes: members)
    try members.register(collection: Sheds())

    try app.grouped("api").register(collection: TodoController())
    try app.register(collection: Client.Controller())
    try app.register(collection: RoomController())
    app.group("v1", "books") { books in
        // route: POST /v1/books open
        books.post { req in "x" }
        books.group(User.guardMiddleware()) { safe in
            // route: PATCH /v1/books/:id authenticated
            safe.patch(":id") { req in "x" }
        }
    }
}

enum KeyRoutes {
    // Whoever calls this decides what stands before the routes; the name of one router says that something does.
    static func boot(router: RoutesBuilder, secure: RoutesBuilder) throws {
        // route: POST /keys unknown
        secure.post("keys") { req in "x" }
        // route: PUT /keys/rotate unknown
        router.put("keys", "rotate") { req in "x" }
        // route: DELETE /keys unknown
        router.delete("keys") { req in try await revoke(req.headers.bearerAuthorization?.token, on: req.db) }
    }
}

protocol ProtectedRoutes {}

extension ProtectedRoutes {
    func protectedRoute(with routes: any RoutesBuilder) -> any RoutesBuilder {
        routes.grouped(User.guardMiddleware())
    }
}

struct ProfileController: RouteCollection, ProtectedRoutes {
    func boot(routes: any RoutesBuilder) throws {
        let profiles = routes.grouped("profiles")
        let protected = self.protectedRoute(with: profiles)
        // route: GET /profiles/:slug authenticated
        protected.get(":slug") { req in "x" }
        let named = protectedRoute(with: profiles.grouped("names"))
        // route: PUT /profiles/names/:slug authenticated
        named.put(":slug") { req in "x" }
    }
}

func placed(_ app: Application) throws {
    // The cases of another file's enumeration, by what they stand for and by their names.
    let shelves = app.grouped("\(Place.shelves.rawValue)")
    // route: GET /shelves/wishes/:slug open
    shelves.get("\(Place.lists.rawValue)", "\(Place.own.rawValue)") { req in "x" }
    // route: POST /shelves/lists open
    shelves.post("\(Place.lists)") { req in "x" }
}
