import GRDB

func queries(_ queue: DatabaseQueue, id: Int) throws {
    try queue.read { db in
        _ = try Player.fetchOne(db, key: id)
        _ = try Player.limit(10).fetchAll(db)
        _ = try Row.fetchAll(db, sql: "SELECT name FROM player WHERE id = ?", arguments: [id])
    }
}

func writes(_ queue: DatabaseQueue, player: Player) throws {
    try queue.write { db in
        try player.insert(db)
        try player.update(db)
        _ = try Player.deleteAll(db)
        try db.execute(sql: "UPDATE player SET score = 0 WHERE id = ?", arguments: [1])
    }
}

func others(_ list: inout [Int]) {
    list.insert(1, at: 0)
}
