import Fluent
import GRDB
import PostgresNIO
import SQLKit
import Vapor

func kit(_ sql: any SQLDatabase, email: String, id: Int) async throws {
    // ruleid: sql/unparameterized
    try await sql.raw("SELECT id FROM users WHERE email = '\(unsafeRaw: email)'").run()
    // ok: sql/unparameterized
    try await sql.raw("SELECT id FROM users WHERE email = \(bind: email)").run()
    // ok: sql/unparameterized
    try await sql.raw("SELECT id FROM \(ident: email) WHERE id = \(bind: id)").run()
}

func nio(_ client: PostgresClient, email: String, logger: Logger) async throws {
    // ok: sql/unparameterized
    try await client.query("SELECT id FROM users WHERE email = \(email)", logger: logger)
    // ruleid: sql/unparameterized
    try await client.query("SELECT id FROM users WHERE email = '\(unescaped: email)'", logger: logger)
    // ok: sql/unparameterized
    let query: PostgresQuery = "SELECT id FROM users WHERE email = \(email)"
    try await client.query(query, logger: logger)
    // ruleid: sql/unparameterized
    let text = "SELECT id FROM users WHERE email = '\(email)'"
    try await client.query(PostgresQuery(unsafeSQL: text), logger: logger)
}

func grdb(_ db: Database, name: String, id: Int) throws {
    // ruleid: sql/unparameterized
    try db.execute(sql: "DELETE FROM users WHERE name = '\(name)'")
    // ok: sql/unparameterized
    try db.execute(sql: "DELETE FROM users WHERE name = ?", arguments: [name])
    // ok: sql/unparameterized
    try db.execute(literal: "DELETE FROM users WHERE name = \(name)")
    // ok: sql/unparameterized
    try db.execute(sql: "DELETE FROM users WHERE id = \(id)")
    // ruleid: sql/unparameterized
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM users WHERE name = '" + name + "'")
    _ = rows
    let marks = databaseQuestionMarks(count: 3)
    // ruleid: sql/unparameterized
    var statement = "SELECT * FROM users WHERE name = '\(name)'"
    statement += " ORDER BY id"
    _ = try Row.fetchAll(db, sql: statement)
    _ = marks
}

func spoken(name: String, logger: Logger) {
    // ok: sql/unparameterized
    logger.info("DELETE FROM users WHERE name = \(name)")
}

func names(_ db: Database, table: String, req: Request) throws {
    // ok: sql/unparameterized
    try db.execute(sql: "DELETE FROM \(table) WHERE \(Account.Columns.id.name) = ?", arguments: [1])
    // ok: sql/unparameterized
    try db.execute(sql: "PRAGMA user_version = \(table)")
    // ruleid: sql/unparameterized
    try db.execute(sql: "DELETE FROM \(req.parameters.get("table")!)")
}

func paged(_ sql: any SQLDatabase, page: Int, per: Int, sort: String) async throws {
    let offset = per * (page - 1)
    // ok: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM users LIMIT \(raw: per.description) OFFSET \(raw: offset.description)").all()
    // ruleid: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM users WHERE name = '\(raw: sort.description)'").all()
}

func banned(_ sql: any SQLDatabase, req: Request) async throws {
    let (field, owner, isTeam): (String, String, Bool) = try {
        if let team = req.query["team"] { return ("team_id", team, true) }
        guard let user = req.query["user"] else { throw Abort(.badRequest) }
        return ("user_id", user, false)
    }()
    // ok: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM bans WHERE \(unsafeRaw: field) = \(bind: owner) OR \(bind: isTeam)").all()
    // ruleid: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM bans WHERE \(unsafeRaw: field) = '\(unsafeRaw: owner)'").all()
}

func formatted(_ queue: DatabaseQueue, name: String, count: Int) throws {
    try queue.write { db in
        // ruleid: sql/unparameterized
        try db.execute(sql: String(format: "DELETE FROM users WHERE name = '%@'", name))
        // ok: sql/unparameterized
        try db.execute(sql: String(format: "UPDATE users SET score = score + %ld WHERE id = 1", count))
        // ok: sql/unparameterized
        _ = try SQLRequest<Row>(literal: "SELECT id FROM users WHERE name = \(name)").fetchAll(db)
    }
}

enum Span: String { case day, week }

extension Span {
    var interval: String {
        switch self {
        case .day: return "1 DAY"
        case .week: return "1 WEEK"
        }
    }
    var direction: String {
        switch self {
        case .day: "ASC"
        case .week: "DESC"
        }
    }
    var column: String { self == .day ? "created" : "updated" }
    var title: String {
        get { return "span" }
    }
    var owner: String {
        if self == .day { return "nobody" }
        return lookUp()
    }
}

func spans(_ sql: any SQLDatabase, span: Span, fetch: Fetch) async throws {
    // ok: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM t WHERE created > NOW() - INTERVAL '\(unsafeRaw: fetch.span.interval)'").all()
    // ok: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM t WHERE kind = '\(unsafeRaw: fetch.span.direction)'").all()
    let kind = switch span { case .day: "short"; case .week: "long" }
    // ok: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM t WHERE kind = '\(unsafeRaw: kind)'").all()
    let other = if span == .day { fetch.name } else { "long" }
    // ruleid: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM t WHERE kind = '\(unsafeRaw: other)'").all()
    // ok: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM t WHERE \(unsafeRaw: fetch.span.column) = 'x'").all()
    // ok: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM t WHERE title = '\(unsafeRaw: fetch.span.title)'").all()
    // ruleid: sql/unparameterized
    _ = try await sql.raw("SELECT id FROM t WHERE owner = '\(unsafeRaw: fetch.span.owner)'").all()
}
