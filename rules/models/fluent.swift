import Fluent
import Vapor

func reads(_ req: Request, id: UUID) async throws {
    // query: select user where one
    _ = try await User.find(id, on: req.db)
    // query: select user where one
    _ = try await User.query(on: req.db).filter(\.$id == id).first()
    // query: select user all limit 10
    _ = try await User.query(on: req.db).limit(10).all()
    // query: select order all aggregate
    _ = try await Order.query(on: req.db).sum(\.$amount)
}

func writes(_ req: Request, id: UUID, user: User) async throws {
    // query: insert user all
    try await user.create(on: req.db)
    // query: upsert user where
    try await user.save(on: req.db)
    // query: update user where sets active
    try await User.query(on: req.db).set(\.$active, to: false).filter(\.$id == id).update()
    // query: delete user all
    try await User.query(on: req.db).delete()
    // query: delete user where
    try await user.delete(on: req.db)
}

func related(_ req: Request, planet: Planet) async throws {
    // query: delete $moons where
    try await planet.$moons.query(on: req.db).delete()
    // query: delete tags where
    try await planet.tags.query(on: req.db).delete()
}

func together(_ req: Request, user: User) async throws {
    try await req.db.transaction { database in
        // query: upsert user where in transaction
        try await user.save(on: database)
    }
}

func others(_ names: Set<String>, _ files: FileManager) throws {
    _ = names.filter { $0 == "a" }
    try files.removeItem(atPath: "a")
}
