import Vapor

struct NoteInput: Content {
    let text: String
    let folderID: UUID
}
