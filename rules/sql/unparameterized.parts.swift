import GRDB

func search(_ name: String) -> QueryInterfaceRequest<Player> {
    // ruleid: sql/unparameterized
    Player.filter(sql: "name = '\(name)'")
}

func searchBound(_ name: String) -> QueryInterfaceRequest<Player> {
    // ok: sql/unparameterized
    Player.filter(sql: "name = ?", arguments: [name])
}

func removeNote(_ context: Context, _ db: Database) throws {
    let id = try context.parameters.require("id", as: Int64.self)
    // ok: sql/unparameterized
    try db.execute(sql: "DELETE FROM notes WHERE id = \(id)")
    let title = try context.parameters.require("title", as: String.self)
    // ruleid: sql/unparameterized
    try db.execute(sql: "DELETE FROM notes WHERE title = '\(title)'")
}

func named(_ db: Database, _ names: [String]) throws -> [Row] {
    // ok: sql/unparameterized
    try Row.fetchAll(db, sql: "SELECT id FROM notes WHERE title IN (\(databaseQuestionMarks(count: names.count)))", arguments: StatementArguments(names))
}
