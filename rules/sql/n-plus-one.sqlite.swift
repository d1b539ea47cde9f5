import SQLite

func counts(_ db: Connection, users: Table, orders: Table) throws -> [Int] {
    let id = Expression<Int64>("id")
    let userID = Expression<Int64>("user_id")
    var counts: [Int] = []
    for user in try db.prepare(users.select(id)) {
        // ruleid: sql/n-plus-one
        counts.append(try db.scalar(orders.filter(userID == user[id]).count))
        // ruleid: sql/n-plus-one
        _ = try db.pluck(orders.filter(userID == user[id]))
    }
    return counts
}
