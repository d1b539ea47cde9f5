import Hummingbird
import HummingbirdAuth

struct TodoController {
    func addRoutes(to group: RouterGroup<AppContext>) {
        group
            // route: GET /todos open
            .get(use: self.list)
            // route: POST /todos open
            .post(use: self.create)
            .add(middleware: IsAuthenticatedMiddleware())
            // route: DELETE /todos/:id authenticated
            .delete(":id", use: self.remove)
        // route: PATCH /todos/:id authenticated
        group.patch(":id", use: self.update)
        // route: POST /todos/kept authenticated
        group.post("kept") { request, context in
            let user = try context.auth.require(User.self)
            return Todo(owner: user)
        }
        group
            .group("own", context: UserContext.self)
            // route: PUT /todos/own authenticated
            .put { _, _ in "x" }
    }

    @Sendable func list(request: Request, context: AppContext) async throws -> [Todo] { [] }
    @Sendable func create(request: Request, context: AppContext) async throws -> Todo { Todo() }
    @Sendable func remove(request: Request, context: AppContext) async throws -> Todo { Todo() }
    @Sendable func update(request: Request, context: AppContext) async throws -> Todo {
        let user = try context.requireIdentity()
        return Todo(owner: user)
    }
}

struct UserContext: ChildRequestContext {
    let user: User

    init(context: AppContext) throws {
        self.user = try context.requireIdentity()
    }
}
