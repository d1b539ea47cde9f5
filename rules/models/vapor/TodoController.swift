import Vapor

struct TodoController: RouteCollection {
    func boot(routes: RoutesBuilder) throws {
        let todos = routes.grouped("todos")
        // route: GET /api/todos open
        todos.get(use: index)
        // route: POST /api/todos open
        todos.post(use: create)
        todos.group(":todoID") { todo in
            // route: DELETE /api/todos/:todoID authenticated
            todo.delete(use: self.delete)
        }
        // The labels are no part of the name.
        // route: PUT /api/todos/labelled authenticated
        todos.put("labelled", use: self.delete(req:))
        // What a closure names no parameter for, it calls by its number.
        todos.group("archive") {
            // route: GET /api/todos/archive open
            $0.get(use: index)
            $0.group(User.authenticator(), User.guardMiddleware()) {
                // route: PUT /api/todos/archive/:todoID authenticated
                $0.put(":todoID", use: create)
            }
            // route: POST /api/todos/archive open
            $0.post(use: create)
            // Only who is signed in can sign out.
            // route: POST /api/todos/archive/logout authenticated public
            $0.post("logout", use: delete)
        }
        // An authenticator finds out who calls; the guard turns the others away.
        let safe = todos.grouped(User.authenticator(), User.guardMiddleware())
        // route: POST /api/todos/safe authenticated
        safe.post("safe") { req async throws -> HTTPStatus in .ok }
        let weak = todos.grouped(UserToken.authenticator())
        // route: PUT /api/todos/weak open
        weak.put("weak", use: create)
        // route: POST /api/raw open
        routes.on(.POST, "raw", body: .collect(maxSize: "1mb")) { req in "x" }
    }

    func index(req: Request) async throws -> [Todo] { [] }
    func create(req: Request) async throws -> Todo { Todo() }

    func delete(req: Request) async throws -> HTTPStatus {
        let user = try req.auth.require(User.self)
        try await user.$todos.query(on: req.db).delete()
        // What asks another server is no route: the closure fills the request.
        _ = try await req.client.post(notices) { notice in try notice.content.encode(user) }
        return .ok
    }
}
