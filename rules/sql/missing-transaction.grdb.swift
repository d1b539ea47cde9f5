import GRDB

struct Ledger {
    let queue: DatabaseQueue

    func moveInTwo(_ cents: Int, from source: Int64, to target: Int64) throws {
        try queue.write { db in
            // ok: sql/missing-transaction
            try db.execute(sql: "UPDATE account SET cents = cents - ? WHERE id = ?", arguments: [cents, source])
        }
        try queue.write { db in
            // ruleid: sql/missing-transaction
            try db.execute(sql: "UPDATE account SET cents = cents + ? WHERE id = ?", arguments: [cents, target])
        }
    }

    func moveInOne(_ cents: Int, from source: Int64, to target: Int64) throws {
        try queue.write { db in
            try db.execute(sql: "UPDATE account SET cents = cents - ? WHERE id = ?", arguments: [cents, source])
            // ok: sql/missing-transaction
            try db.execute(sql: "UPDATE account SET cents = cents + ? WHERE id = ?", arguments: [cents, target])
        }
    }

    func either(_ isClosed: Bool, id: Int64) throws {
        if isClosed {
            try queue.write { db in try db.execute(sql: "DELETE FROM account WHERE id = ?", arguments: [id]) }
        } else {
            // ok: sql/missing-transaction
            try queue.write { db in try db.execute(sql: "UPDATE account SET cents = 0 WHERE id = ?", arguments: [id]) }
        }
    }

    func record(_ entry: Entry, of account: Account, in db: Database) throws {
        try entry.insert(db)
        // ok: sql/missing-transaction
        try account.update(db)
    }
}
