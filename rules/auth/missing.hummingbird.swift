import Hummingbird
import HummingbirdAuth

struct OrderController {
    func addRoutes(to group: RouterGroup<AppContext>) {
        group
            .get(use: self.list)
            // ruleid: auth/missing
            .post(use: self.create)
            .add(middleware: IsAuthenticatedMiddleware())
            // ok: auth/missing
            .delete(":id", use: self.create)
    }

    @Sendable func list(request: Request, context: AppContext) async throws -> [Order] { [] }
    @Sendable func create(request: Request, context: AppContext) async throws -> Order { Order() }
}

func build(users: UserRepository) {
    let router = Router(context: AppContext.self)
    OrderController().addRoutes(to: router.group("orders"))
    // ruleid: auth/missing
    router.put("teams/{id}") { _, _ in "x" }
    // ok: auth/missing
    router.post("teams") { request, context in
        let user = try context.requireIdentity()
        return user.name
    }
    let found = router.group("found").add(middleware: SessionAuthenticator(users: users))
    // ruleid: auth/missing
    found.post { _, _ in "x" }
    // ok: auth/missing
    router.post("signup") { _, _ in "x" }
    // ruleid: auth/missing
    router.on("orders", method: .put) { request, context in HTTPResponse.Status.ok }
}

func listed(_ users: Users) -> some HTTPResponder {
    RouterBuilder(context: BasicRouterRequestContext.self) {
        LogRequestsMiddleware(.info)
        RouteGroup("admin") {
            BasicAuthenticator(users: users)
            IsAuthenticatedMiddleware(User.self)
            // ok: auth/missing
            Delete("orders/{id}") { _, _ in HTTPResponse.Status.noContent }
            RouteGroup("inner") {
                // ok: auth/missing
                Delete("notes/{id}") { _, _ in HTTPResponse.Status.noContent }
            }
        }
        RouteGroup("mixed") {
            // ruleid: auth/missing
            Put("before") { _, _ in HTTPResponse.Status.noContent }
            IsAuthenticatedMiddleware(User.self)
            // ok: auth/missing
            Put("behind") { _, _ in HTTPResponse.Status.noContent }
        }
    }
}
