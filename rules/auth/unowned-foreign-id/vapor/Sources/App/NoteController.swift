import Vapor

struct NoteController: RouteCollection {
    let notes: NoteService

    func boot(routes: any RoutesBuilder) throws {
        let guarded = routes.grouped("notes").grouped(UserAuthenticator(), User.guardMiddleware())
        guarded.post(use: create)
        guarded.post("parts", use: createOfParts)
        guarded.post("checked", use: createChecked)
        guarded.post("guarded", use: createGuarded)
    }

    func create(req: Request) async throws -> Note {
        let input = try req.content.decode(NoteInput.self)
        return try await notes.create(input, on: req.db)
    }

    func createOfParts(req: Request) async throws -> Note {
        let input = try req.content.decode(NoteInput.self)
        return try await notes.create(text: input.text, in: input.folderID, on: req.db)
    }

    func createChecked(req: Request) async throws -> Note {
        let user = try req.auth.require(User.self)
        let input = try req.content.decode(NoteInput.self)
        return try await notes.createChecked(input, for: user, on: req.db)
    }

    func createGuarded(req: Request) async throws -> Note {
        let user = try req.auth.require(User.self)
        let input = try req.content.decode(NoteInput.self)
        try await user.requireAccess(to: input.folderID, on: req.db)
        return try await notes.createGuarded(input, on: req.db)
    }
}
