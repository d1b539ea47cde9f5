import Vapor

extension Application {
    func registerOwn() throws {
        // route: POST /own open
        self.post("own") { req in "x" }
        try self.register(collection: NoteController())
    }
}

struct Pages: Site {
    func register(_ app: Application) throws {
        let mine = privateRoutes(app, path: "site", "mine")
        // route: POST /site/mine/notes authenticated
        mine.post("notes") { req in "x" }
        // route: POST /loose unknown
        perhapsPrivate(app, strict: true).post("loose") { req in "x" }
    }
}
