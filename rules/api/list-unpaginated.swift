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
