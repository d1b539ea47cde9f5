import Vapor

func routes(_ app: Application) throws {
    app.get("games") { req async throws -> [Game] in
        do {
            return try await Game.page(on: req.db)
        } catch {
            // ruleid: api/error-leak
            throw Abort(.internalServerError, reason: "Failed to list: \(error)")
        }
    }
}
