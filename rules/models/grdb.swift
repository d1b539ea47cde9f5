import GRDB

func queries(_ queue: DatabaseQueue, id: Int) throws {
    try queue.read { db in
        // query: select player where one in transaction
        _ = try Player.fetchOne(db, key: id)
        // query: select player all limit 10 in transaction
        _ = try Player.limit(10).fetchAll(db)
        // query: select player where in transaction
        _ = try Row.fetchAll(db, sql: "SELECT name FROM player WHERE id = ?", arguments: [id])
    }
}

func writes(_ queue: DatabaseQueue, player: Player) throws {
    try queue.write { db in
        // query: insert player all locked
        try player.insert(db)
        // query: update player where locked
        try player.update(db)
        // query: delete player all locked
        _ = try Player.deleteAll(db)
        // query: update player where sets score locked
        try db.execute(sql: "UPDATE player SET score = 0 WHERE id = ?", arguments: [1])
    }
}

func bound(_ queue: DatabaseQueue, name: String) throws {
    try queue.read { db in
        // query: select player where limit 5
        _ = try SQLRequest<Player>("SELECT id FROM player WHERE name = \(name) LIMIT 5").fetchAll(db)
    }
}

func others(_ list: inout [Int]) {
    list.insert(1, at: 0)
}
