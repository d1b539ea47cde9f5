import Fluent
import Vapor

func routes(_ app: Application) throws {
    app.get("users") { req async throws -> [User] in
        // ruleid: api/list-unpaginated
        return try await User.query(on: req.db).all()
    }
    app.get("posts") { req async throws -> [Post] in
        // ruleid: api/list-unpaginated
        let posts = try await Post.query(on: req.db).filter(\.$published == true).all()
        return posts
    }
    app.get("paged") { req async throws -> Page<User> in
        // ok: api/list-unpaginated
        return try await User.query(on: req.db).paginate(for: req)
    }
    app.get("top") { req async throws -> [User] in
        // ok: api/list-unpaginated
        return try await User.query(on: req.db).limit(10).all()
    }
    app.get("users", ":id") { req async throws -> User in
        // ok: api/list-unpaginated
        guard let user = try await User.find(req.parameters.get("id"), on: req.db) else { throw Abort(.notFound) }
        return user
    }
}

// What belongs to one record: many, or one.
func relations(_ app: Application) {
    app.get("planets", ":id", "moons") { req async throws -> [Moon] in
        guard let planet = try await Planet.find(req.parameters.get("id"), on: req.db) else { throw Abort(.notFound) }
        // ruleid: api/list-unpaginated
        return try await planet.$moons.get(on: req.db)
    }
    app.get("moons", ":id", "owners") { req async throws -> Owner.Public in
        guard let moon = try await Moon.find(req.parameters.get("id"), on: req.db) else { throw Abort(.notFound) }
        // ok: api/list-unpaginated
        return try await moon.$owner.get(on: req.db).asPublic()
    }
}
