import GRDB

struct Totals {
    let pool: DatabasePool

    func balance(of account: Int64) throws -> Int {
        let entries = try pool.read { db in
            // ruleid: sql/limit-on-total
            try Entry.filter(Column("account") == account).limit(1000).fetchAll(db)
        }
        return entries.reduce(0) { $0 + $1.cents }
    }

    func latest(of account: Int64) throws -> [Entry] {
        // ok: sql/limit-on-total
        try pool.read { db in try Entry.filter(Column("account") == account).limit(10).fetchAll(db) }
    }
}
