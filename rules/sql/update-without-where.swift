import Fluent
import GRDB
import SQLKit

func fluent(_ req: Request, id: UUID) async throws {
    // ruleid: sql/update-without-where
    try await Token.query(on: req.db).delete()
    // ok: sql/update-without-where
    try await Token.query(on: req.db).filter(\.$user.$id == id).delete()
    // ruleid: sql/update-without-where
    try await User.query(on: req.db).set(\.$active, to: false).update()
    // ok: sql/update-without-where
    try await User.query(on: req.db)
        .set(\.$active, to: false)
        .filter(\.$id == id)
        .update()
    let token = try await Token.find(id, on: req.db)
    // ok: sql/update-without-where
    try await token?.delete(on: req.db)
}

func kit(_ sql: any SQLDatabase) async throws {
    // ruleid: sql/update-without-where
    try await sql.delete(from: "tokens").run()
    // ok: sql/update-without-where
    try await sql.delete(from: "tokens").where("id", .equal, SQLBind(1)).run()
    // ruleid: sql/update-without-where
    try await sql.raw("UPDATE users SET active = false").run()
}

func grdb(_ db: Database, name: String) throws {
    // ruleid: sql/update-without-where
    try db.execute(sql: "DELETE FROM player")
    // ok: sql/update-without-where
    try db.execute(sql: "DELETE FROM player WHERE name = ?", arguments: [name])
    // ruleid: sql/update-without-where
    _ = try Player.deleteAll(db)
    // ok: sql/update-without-where
    _ = try Player.filter(Column("name") == name).deleteAll(db)
}

struct Seed: AsyncMigration {
    func revert(on database: Database) async throws {
        // ok: sql/update-without-where
        try await Moon.query(on: database).delete()
    }
}

func related(_ req: Request, planet: Planet, request: QueryInterfaceRequest<Player>, db: GRDB.Database) async throws {
    // ok: sql/update-without-where
    try await planet.$moons.query(on: req.db).delete()
    // ok: sql/update-without-where
    try request.filter(Column("team") == 1).deleteAll(db)
    // ok: sql/update-without-where
    try request.deleteAll(db)
    // ruleid: sql/update-without-where
    try Player.deleteAll(db)
}

func ofOne(_ user: User, on db: any Database) -> EventLoopFuture<Void> {
    // ok: sql/update-without-where
    user
        .$authTokens
        .query(on: db)
        .delete()
}

func replaced(_ complications: [Complication], in db: GRDB.Database) throws {
    // ok: sql/update-without-where
    try WatchComplication.deleteAll(db)
    for complication in complications { try complication.insert(db) }
}

func assigning(_ fields: [String]) -> Query {
    // ok: sql/update-without-where
    var query = Query("UPDATE people SET")
    for field in fields { query.append("\(raw: field) = 1") }
    return query
}
