import Fluent
import Vapor

struct OrderController: RouteCollection {
    func boot(routes: RoutesBuilder) throws {
        let orders = routes.grouped("orders")
        orders.post(use: create)
        orders.post(":id", "cancel", use: cancel)
        let users = routes.grouped("users")
        users.post(use: createUser)
        routes.post("notes", use: createNote)
        routes.post("labels", use: createLabel)
        routes.post("tags", use: createTag)
        routes.post("photos") { req async throws -> Photo in
            let photo = try req.content.decode(Photo.self)
            try await photo.create(on: req.db)
            // ruleid: rest/created-status
            return photo
        }
    }

    func create(req: Request) async throws -> Order {
        let order = try req.content.decode(Order.self)
        try await order.create(on: req.db)
        // ruleid: rest/created-status
        return order
    }

    func createUser(req: Request) async throws -> Response {
        let user = try req.content.decode(User.self)
        try await user.create(on: req.db)
        // ok: rest/created-status
        return try await user.encodeResponse(status: .created, for: req)
    }

    func createNote(req: Request) async throws -> HTTPStatus {
        let note = try req.content.decode(Note.self)
        try await note.create(on: req.db)
        // ok: rest/created-status
        return .created
    }

    func createLabel(req: Request) async throws -> HTTPStatus {
        let label = try req.content.decode(Label.self)
        try await label.create(on: req.db)
        // ruleid: rest/created-status
        return .ok
    }

    func createTag(req: Request) async throws -> Tag {
        let body = try req.content.decode(Tag.self)
        // ok: rest/created-status
        if let known = try await Tag.query(on: req.db).filter(\.$name == body.name).first() { return known }
        try await body.create(on: req.db)
        // ruleid: rest/created-status
        return body
    }

    func cancel(req: Request) async throws -> Cancellation {
        let cancellation = Cancellation()
        try await cancellation.create(on: req.db)
        // ok: rest/created-status
        return cancellation
    }
}
