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

func accounts(_ request: Request) async throws -> Response {
    do {
        return try await list(request)
    } catch {
        // A type of another file, by its fields.
        // ruleid: api/error-leak
        return try await Problem(error: error.localizedDescription, code: 500).encodeResponse(status: .internalServerError, for: request)
    }
}

func sessions(_ request: Request) async throws -> Response {
    do {
        return try await list(request)
    } catch {
        switch error {
        case _ as Expired:
            // ok: api/error-leak
            throw Abort(.unauthorized, reason: error.localizedDescription)
        case let missing as Missing:
            // ok: api/error-leak
            throw Abort(.notFound, reason: "\(missing)")
        default:
            // ruleid: api/error-leak
            throw Abort(.badRequest, reason: error.localizedDescription)
        }
    }
}

func futures(_ request: Request) -> EventLoopFuture<Response> {
    load(request).flatMapErrorThrowing { error in
        // ruleid: api/error-leak
        throw Abort(.internalServerError, reason: "Failed: \(error)")
    }
}

struct Trouble: Content {
    struct Said: Content {
        var code: Int
        var message: String
    }

    var error: Said
}

func weighed(_ request: Request) async throws -> Response {
    do {
        return try await weigh(request)
    } catch {
        // ruleid: api/error-leak
        return try await Trouble(error: .init(code: 500, message: "\(error)")).encodeResponse(status: .internalServerError, for: request)
    }
}

func counted(_ request: Request) async throws -> Response {
    do {
        return try await count(request)
    } catch {
        // ok: api/error-leak
        return try await Trouble(error: .init(code: 500, message: "Could not count")).encodeResponse(status: .internalServerError, for: request)
    }
}
