import Fluent
import GRDB

func loops(_ req: Request, ids: [UUID], orders: [Order]) async throws {
    var users: [User] = []
    for id in ids {
        // ruleid: sql/n-plus-one
        if let user = try await User.find(id, on: req.db) { users.append(user) }
    }
    for order in orders {
        // ruleid: sql/n-plus-one
        let items = try await Item.query(on: req.db).filter(\.$order.$id == order.id!).all()
        print(items)
    }
    // ruleid: sql/n-plus-one
    let futures = orders.map { User.find($0.userID, on: req.db) }
    _ = futures
}

func fine(_ req: Request, ids: [UUID], orders: [Order]) async throws {
    // ok: sql/n-plus-one
    let users = try await User.query(on: req.db).filter(\.$id ~~ ids).all()
    for order in orders {
        order.seen = true
        // ok: sql/n-plus-one
        try await order.update(on: req.db)
    }
    for kind in ["a", "b"] {
        // ok: sql/n-plus-one
        _ = try await Event.query(on: req.db).filter(\.$kind == kind).count()
    }
    // ok: sql/n-plus-one
    for user in try await User.query(on: req.db).all() {
        print(user.name)
    }
    _ = users
}

func futures(_ req: Request, id: UUID) throws -> EventLoopFuture<Tags> {
    req.me.teams().flatMap { teams in
        // ok: sql/n-plus-one
        Build.query(on: req.db).filter(\.$team ~~ teams).first().flatMap { build in
            // ok: sql/n-plus-one
            Cluster.query(on: req.db).filter(\.$build == build.id).first()
        }
    }
}

func parameter(_ req: Request) throws -> Future<[Section]> {
    try req.parameters.next(Course.self).flatMap(to: [Section].self) { course in
        // ok: sql/n-plus-one
        try course.sections.query(on: req).all()
    }
}

func rows(_ req: Request, team: Team) throws -> Future<User?> {
    team.users.query(on: req).all().flatMap(to: User?.self) { members in
        try req.content.decode(User.Id.self).flatMap(to: User?.self) { wanted in
            // ok: sql/n-plus-one
            User.query(on: req).filter(\.$id == wanted.id).first()
        }
    }
}

struct Shelves {
    func list(_ req: Request) async throws -> [Shelf] {
        var found: [Shelf] = []
        for user in try await User.query(on: req.db).all() {
            found += try await shelves(of: user, on: req.db)
        }
        return found
    }

    private func shelves(of user: User, on db: Database) async throws -> [Shelf] {
        // ruleid: sql/n-plus-one
        try await Shelf.query(on: db).filter(\.$user.$id == user.requireID()).all()
    }
}

struct Shelves {
    func counts(_ queue: DatabaseQueue, authors: [Author]) throws -> [Int] {
        try queue.read { db in
            // ruleid: sql/n-plus-one
            try authors.map { author in try Book.filter(Column("authorId") == author.id).fetchCount(db) }
        }
    }

    func books(_ queue: DatabaseQueue, ids: [Int64]) throws {
        try queue.read { db in
            for id in ids {
                // ruleid: sql/n-plus-one
                let books = try Book.filter(Column("authorId") == id).fetchAll(db)
                print(books)
            }
        }
    }

    func together(req: Request, users: [User]) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for user in users {
                // ruleid: sql/n-plus-one
                group.addTask { try await Shelf.query(on: req.db).filter(\.$user.$id == user.requireID()).count() }
            }
            return try await group.reduce(0, +)
        }
    }
}

func related(_ req: Request, authors: [Author]) async throws {
    for author in authors {
        // ruleid: sql/n-plus-one
        let books = try await author.$books.query(on: req.db).limit(3).all()
        // ruleid: sql/n-plus-one
        try await author.$prizes.load(on: req.db)
        print(books)
    }
}
