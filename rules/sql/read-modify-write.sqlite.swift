import SQLite

func spend(_ db: Connection, accounts: Table, wanted: Int64) throws {
    let id = Expression<Int64>("id")
    let balance = Expression<Int>("balance")
    let row = try db.pluck(accounts.filter(id == wanted))!
    let left = row[balance] - 5
    // ruleid: sql/read-modify-write
    try db.run(accounts.filter(id == wanted).update(balance <- left))
    // ok: sql/read-modify-write
    try db.run(accounts.filter(id == wanted).update(balance <- balance - 5))
}
