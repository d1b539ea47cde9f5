import Vapor

extension Application {
    func registerOwn() throws {
        // route: POST /own open
        self.post("own") { req in "x" }
        try self.register(collection: NoteController())
        // route: PUT /own open
        put("own") { req in "x" }
        let locked = grouped("locked").grouped(User.guardMiddleware())
        // route: POST /locked/own authenticated
        locked.post("own") { req in "x" }
        group("near") { near in
            // route: POST /near open
            near.post { req in "x" }
        }
        let shelves = Shelves()
        shelves.registerPrivate(on: locked.grouped("shelves"))
        shelves.registerPublic(on: grouped("shelves"))
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

/// Registers by methods of its own on what it is given.
struct Shelves {
    func registerPrivate(on routes: any RoutesBuilder) {
        // route: DELETE /locked/shelves/:id authenticated
        routes.delete(":id") { req in "x" }
    }

    func registerPublic(on routes: any RoutesBuilder) {
        // route: POST /shelves open
        routes.post { req in "x" }
    }
}
