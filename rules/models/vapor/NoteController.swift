import Vapor

struct NoteController: RouteCollection, APICollection {
    func boot(routes: RoutesBuilder) throws {
        // What a function of the project's own puts before the routes is looked up.
        let mine = routes.grouped("v2").secured(path: "notes")
        // route: POST /v2/notes authenticated
        mine.post(use: create)
        // route: PUT /v2/notes/:note_id authenticated
        mine.put(noteID, use: create)
        // route: POST /level authenticated
        routes.levelRoutes(over: 2).post("level", use: create)
        // route: POST /perhaps unknown
        routes.openRoutes().post("perhaps", use: create)
        // route: POST /notes/:note_id open
        routes.grouped(Notes.uri).post(noteID, use: create)
        // route: POST /known open
        routes.grouped(User.SessionAuth()).post("known", use: create)
        // route: POST /counted open
        routes.grouped(Counting()).post("counted", use: create)
        // route: POST ? open
        routes.post(someWhere, use: create)
        let deep = routes.grouped("a").grouped("b").grouped("c").grouped("d").grouped("e").grouped("f")
        // route: POST /a/b/c/d/e/f/g/h open
        deep.grouped("g").grouped("h").post(use: create)
    }

    func create(req: Request) async throws -> Note { Note() }
}
