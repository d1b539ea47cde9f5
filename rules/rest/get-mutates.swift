import Fluent
import Vapor

func routes(_ app: Application) throws {
    app.get("posts", ":id", "like") { req async throws -> HTTPStatus in
        let like = Like(postID: try req.parameters.require("id"))
        // ruleid: rest/get-mutates
        try await like.create(on: req.db)
        return .ok
    }
    app.get("posts", ":id") { req async throws -> Post in
        // ok: rest/get-mutates
        guard let post = try await Post.find(req.parameters.get("id"), on: req.db) else { throw Abort(.notFound) }
        post.views += 1
        // ruleid: rest/get-mutates
        try await post.save(on: req.db)
        return post
    }
    app.post("posts") { req async throws -> Post in
        let post = try req.content.decode(Post.self)
        // ok: rest/get-mutates
        try await post.create(on: req.db)
        return post
    }
    // The request only opens the connection.
    app.webSocket("chat") { req, socket in
        socket.onText { socket, text async in
            // ok: rest/get-mutates
            try? await Message(text: text).create(on: req.db)
        }
    }
}
