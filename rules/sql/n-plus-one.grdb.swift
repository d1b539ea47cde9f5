import GRDB

struct Scores {
    let queue: DatabaseQueue

    func each(_ ids: [Int64]) throws -> Int {
        var sum = 0
        for id in ids {
            sum += try queue.read { db in
                // ruleid: sql/n-plus-one
                try Int.fetchOne(db, sql: "SELECT score FROM players WHERE id = ?", arguments: [id]) ?? 0
            }
        }
        return sum
    }

    // What is read for a transaction of its own is read with it.
    func claim(_ ids: [Int64]) throws {
        for id in ids {
            try queue.write { db in
                // ok: sql/n-plus-one
                guard let player = try Player.fetchOne(db, key: id) else { return }
                try player.delete(db)
            }
        }
    }

    // Each has a database of its own.
    func of(_ shards: [DatabaseQueue], _ id: Int64) throws -> [Int] {
        var scores: [Int] = []
        for shard in shards {
            try shard.read { db in
                // ok: sql/n-plus-one
                scores.append(try Int.fetchOne(db, sql: "SELECT score FROM players WHERE id = ?", arguments: [id]) ?? 0)
            }
        }
        return scores
    }
}

func texts(of ids: [Int64], pool: DatabasePool) async throws -> [String?] {
    var texts: [String?] = []
    for id in ids {
        // ruleid: sql/n-plus-one
        texts.append(try await pool.read { try String.fetchOne($0, sql: "SELECT text FROM notes WHERE id = ?", arguments: [id]) })
    }
    return texts
}

func texts(of pools: [DatabasePool]) async throws -> [String?] {
    var texts: [String?] = []
    for pool in pools {
        // ok: sql/n-plus-one
        texts.append(try await pool.read { try String.fetchOne($0, sql: "SELECT text FROM notes WHERE id = 1") })
    }
    return texts
}
