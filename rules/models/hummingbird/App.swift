import Hummingbird
import HummingbirdAuth

func buildRouter(users: UserRepository) -> Router<AppContext> {
    let router = Router(context: AppContext.self)
    router.addMiddleware {
        LogRequestsMiddleware(.info)
        RequestDecompressionMiddleware()
    }
    // route: GET /health open public
    router.get("/health") { _, _ in HTTPResponse.Status.ok }
    TodoController().addRoutes(to: router.group("todos"))
    NoteController().addRoutes(to: router.group("notes"), weather: weather)
    StatusController().registerRoutes(on: router.group("status"))
    let teams = TeamController()
    teams.addRoutes(to: router.group("teams"))
    teams.addInvitationRoutes(to: router.group("invitations").add(middleware: IsAuthenticatedMiddleware()))
    router.addRoutes(TagController().endpoints, atPath: "/tags")
    let members = router.group("members").add(middleware: IsAuthenticatedMiddleware())
    addNotices(to: members)
    boards(router.group("open"), store: store)
    let desks = Desks()
    desks.register(on: members)
    // route: POST /admin/x authenticated
    router.group("admin").add(middleware: IsAuthenticatedMiddleware()).post("x") { _, _ in "x" }
    // route: PUT /users/{id} open
    router.on("/users/{id}", method: .put) { _, _ in "x" }
    router.group("built")
        .addMiddleware {
            BasicAuthenticator { name, _ in try await users.find(name) }
            AuthorizationPolicyMiddleware(RolePolicy(.admin))
        }
        // route: POST /built authenticated
        .post { _, _ in "x" }
    let base = router.group("extra").add(middleware: IsAuthenticatedMiddleware())
    let extended = addition.map { base.add(middleware: $0) } ?? base
    // route: POST /extra authenticated
    extended.post { _, _ in "x" }
    router.group("found")
        .add(middleware: SessionAuthenticator(users: users))
        // route: POST /found open
        .post { _, _ in "x" }
    return router
}

func buildWithBuilder() {
    _ = RouterBuilder(context: AppContext.self) {
        // route: GET /a open
        Get("a") { _, _ in "x" }
        RouteGroup("users") {
            // route: DELETE /users/{id} open
            Delete("{id}") { _, _ in "x" }
        }
        RouteGroup("behind") {
            DoorMiddleware(door: "/welcome.html")
            // route: POST /behind authenticated
            Post { _, _ in "x" }
        }
        // A route may list what stands before its handler itself.
        // route: GET /listed authenticated
        Get("listed") {
            DoorMiddleware(door: "/welcome.html")
            greet
        }
        // route: GET /plainly open
        Get("plainly") {
            TongueMiddleware()
            greet
        }
        RouteGroup("spoken") {
            TongueMiddleware()
            // route: POST /spoken open
            Post { _, _ in "x" }
        }
    }
}

@Sendable func greet(request: Request, context: AppContext) async throws -> String { "x" }
