import Vapor

func routes(_ app: Application) throws {
    app.get("orders") { request async throws -> [Order] in
        do {
            return try await load(request)
        } catch let problem as OrderError {
            // ok: api/error-leak
            throw Abort(.badRequest, reason: "\(problem)")
        } catch {
            request.logger.error("\(error)")
            // ruleid: api/error-leak
            throw Abort(.internalServerError, reason: "Failed: \(error)")
        }
    }
    app.get("more") { request async throws -> [Order] in
        do {
            return try await load(request)
        } catch {
            // ruleid: api/error-leak
            throw Abort(.badGateway, reason: error.localizedDescription)
        }
    }
    app.get("safe") { request async throws -> [Order] in
        do {
            return try await load(request)
        } catch {
            request.logger.error("\(error)")
            // ok: api/error-leak
            throw Abort(.internalServerError, reason: "Could not load")
        }
    }
}
