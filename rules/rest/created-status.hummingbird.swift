import Hummingbird
import PostgresNIO

struct TodoController {
    let client: PostgresClient

    func addRoutes(to router: Router<BasicRequestContext>) {
        router.post("todos", use: create)
        router.post("notes") { request, context -> EditedResponse<Note> in
            let note = try await request.decode(as: Note.self, context: context)
            try await client.query("INSERT INTO notes (text) VALUES (\(note.text))")
            // ok: rest/created-status
            return EditedResponse(status: .created, response: note)
        }
        router.post("labels") { request, context -> EditedResponse<Label> in
            let label = try await request.decode(as: Label.self, context: context)
            try await client.query("INSERT INTO labels (text) VALUES (\(label.text))")
            // ruleid: rest/created-status
            return EditedResponse(status: .ok, response: label)
        }
    }

    @Sendable func create(request: Request, context: some RequestContext) async throws -> Todo {
        let todo = try await request.decode(as: Todo.self, context: context)
        try await client.query("INSERT INTO todos (title) VALUES (\(todo.title))")
        // ruleid: rest/created-status
        return todo
    }
}
