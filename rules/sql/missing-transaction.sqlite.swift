import SQLite

struct Accounts {
    let db: Connection
    let accounts = Table("accounts")

    func rename(_ key: Int64, to name: String) throws {
        let row = accounts.filter(id == key)
        guard try db.pluck(row) != nil else { return }
        // ok: sql/missing-transaction
        try db.run(row.update(owner <- name))
    }

    func move(_ amount: Int, from first: Int64, to second: Int64) throws {
        try db.run(accounts.filter(id == first).update(points -= amount))
        // ruleid: sql/missing-transaction
        try db.run(accounts.filter(id == second).update(points += amount))
    }
}
