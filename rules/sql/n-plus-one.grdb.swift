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
