import Fluent
import GRDB
import SQLKit
import Vapor

func deposit(_ req: Request, id: UUID, amount: Int) async throws {
    guard let account = try await Account.find(id, on: req.db) else { throw Abort(.notFound) }
    account.balance += amount
    // ruleid: sql/read-modify-write
    try await account.save(on: req.db)
}

func queried(_ req: Request, id: UUID, amount: Int) async throws {
    let account = try await Account.query(on: req.db).filter(\.$id == id).first()!
    account.balance = account.balance - amount
    // ruleid: sql/read-modify-write
    try await account.update(on: req.db)
}

func plainTransaction(_ req: Request, id: UUID, amount: Int) async throws {
    try await req.db.transaction { database in
        guard let account = try await Account.find(id, on: database) else { throw Abort(.notFound) }
        account.balance -= amount
        // ruleid: sql/read-modify-write
        try await account.save(on: database)
    }
}

func builderWrite(_ req: Request, id: UUID, amount: Int) async throws {
    let account = try await Account.find(id, on: req.db)!
    // ruleid: sql/read-modify-write
    try await Account.query(on: req.db).set(\.$balance, to: account.balance + amount).filter(\.$id == id).update()
}

func everyOne(_ req: Request) async throws {
    for account in try await Account.query(on: req.db).all() {
        account.balance += account.interest
        // ruleid: sql/read-modify-write
        try await account.save(on: req.db)
    }
}

func rename(_ req: Request, id: UUID, name: String) async throws {
    guard let account = try await Account.find(id, on: req.db) else { throw Abort(.notFound) }
    account.name = name
    // ok: sql/read-modify-write
    try await account.save(on: req.db)
}

func atomic(_ sql: any SQLDatabase, id: UUID, amount: Int) async throws {
    // ok: sql/read-modify-write
    try await sql.raw("UPDATE accounts SET balance = balance + \(bind: amount) WHERE id = \(bind: id)").run()
}

func locked(_ req: Request, id: UUID, amount: Int) async throws {
    let sql = req.db as! any SQLDatabase
    _ = try await sql.raw("SELECT balance FROM accounts WHERE id = \(bind: id) FOR UPDATE").first()
    guard let account = try await Account.find(id, on: req.db) else { throw Abort(.notFound) }
    account.balance += amount
    // ok: sql/read-modify-write
    try await account.save(on: req.db)
}

func writer(_ queue: DatabaseQueue, id: Int) throws {
    try queue.write { db in
        if var player = try Player.fetchOne(db, key: id) {
            player.score += 10
            // ok: sql/read-modify-write
            try player.update(db)
        }
    }
}

func twoSteps(_ queue: DatabaseQueue, id: Int) throws {
    guard var player = try queue.read({ db in try Player.fetchOne(db, key: id) }) else { return }
    player.name = "Ada"
    try queue.write { db in
        // ok: sql/read-modify-write
        try player.update(db)
    }
}

func created(_ req: Request, total: Int) async throws {
    let account = Account(balance: 0)
    account.balance += total
    // ok: sql/read-modify-write
    try await account.save(on: req.db)
}

func decoded(_ sql: any SQLDatabase, id: UUID) async throws {
    let row = try await sql.raw("SELECT balance FROM accounts WHERE id = \(bind: id)").first()!
    let balance = try row.decode(column: "balance", as: Int.self)
    // ruleid: sql/read-modify-write
    try await sql.raw("UPDATE accounts SET balance = \(bind: balance - 5) WHERE id = \(bind: id)").run()
}

func copied(_ pool: DatabasePool, id: Int64) async throws {
    var account = try await pool.read { db in try Account.fetchOne(db, key: id) }!
    account.balance -= 5
    let changed = account
    // ruleid: sql/read-modify-write
    try await pool.write { db in try changed.update(db) }
}
