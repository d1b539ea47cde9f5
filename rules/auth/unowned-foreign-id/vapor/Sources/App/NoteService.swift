import Fluent

struct NoteService {
    func create(_ input: NoteInput, on database: any Database) async throws -> Note {
        let note = Note(text: input.text, folderID: input.folderID)
        // ruleid: auth/unowned-foreign-id
        try await note.create(on: database)
        return note
    }

    func create(text: String, in folderID: UUID, on database: any Database) async throws -> Note {
        let note = Note(text: text, folderID: folderID)
        // ruleid: auth/unowned-foreign-id
        try await note.create(on: database)
        return note
    }

    func createChecked(_ input: NoteInput, for user: User, on database: any Database) async throws -> Note {
        let folder = try await Folder.query(on: database).filter(\.$id == input.folderID)
            .filter(\.$owner.$id == user.requireID()).first()
        guard folder != nil else { throw NoteError.noSuchFolder }
        let note = Note(text: input.text, folderID: input.folderID)
        // ok: auth/unowned-foreign-id
        try await note.create(on: database)
        return note
    }

    func createGuarded(_ input: NoteInput, on database: any Database) async throws -> Note {
        let note = Note(text: input.text, folderID: input.folderID)
        // ok: auth/unowned-foreign-id
        try await note.create(on: database)
        return note
    }
}
