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

// A key of another row, to which many may belong; rows that others are picked by.
func favorites(_ app: Application) {
    app.get("favorites") { req async throws -> FavoritesResponse in
        let user = try req.auth.require(User.self)
        // ruleid: api/list-unpaginated
        let favorites = try await Favorite.query(on: req.db).filter(\.$user.$id == user.requireID()).all()
        let recipeIDs = favorites.map { $0.$recipe.id }
        return FavoritesResponse(recipeIds: recipeIDs.map { $0.uuidString })
    }
    app.get("recipes") { req async throws -> [Recipe] in
        var query = Recipe.query(on: req.db).limit(20)
        // ok: api/list-unpaginated
        let tagged = try await RecipeTag.query(on: req.db).filter(\.$tag == "vegan").all()
        let recipeIDs = Set(tagged.map { $0.$recipe.id })
        query = query.filter(\.$id ~~ recipeIDs)
        return try await query.all()
    }
    app.get("starred") { req async throws -> [Star] in
        let recipes = try await Recipe.query(on: req.db).limit(20).all()
        // ok: api/list-unpaginated
        return try await Star.query(on: req.db).filter(\.$recipe.$id ~~ recipes.map { $0.id }).all()
    }
}
