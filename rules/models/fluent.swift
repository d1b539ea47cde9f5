import Fluent
import Vapor

func reads(_ req: Request, id: UUID) async throws {
    _ = try await User.find(id, on: req.db)
    _ = try await User.query(on: req.db).filter(\.$id == id).first()
    _ = try await User.query(on: req.db).limit(10).all()
    _ = try await Order.query(on: req.db).sum(\.$amount)
}

func writes(_ req: Request, id: UUID, user: User) async throws {
    try await user.create(on: req.db)
    try await user.save(on: req.db)
    try await User.query(on: req.db).set(\.$active, to: false).filter(\.$id == id).update()
    try await User.query(on: req.db).delete()
    try await user.delete(on: req.db)
}

func together(_ req: Request, user: User) async throws {
    try await req.db.transaction { database in
        try await user.save(on: database)
    }
}

func others(_ names: Set<String>, _ files: FileManager) throws {
    _ = names.filter { $0 == "a" }
    try files.removeItem(atPath: "a")
}
