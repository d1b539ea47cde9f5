import SQLite

func queries(_ db: Connection) throws {
    let users = Table("users")
    let id = Expression<Int64>("id")
    // query: update users where sets name in transaction
    try db.run("UPDATE users SET name = ? WHERE id = ?", "Ada", 1)
    // query: delete users where in transaction
    try db.run(users.filter(id == 1).delete())
    let one = users.filter(id == 1)
    // query: delete one where in transaction
    try db.run(one.delete())
    // query: delete users all in transaction
    try db.run(users.delete())
    try db.transaction {
        // query: delete users where in transaction
        try db.run("DELETE FROM users WHERE id = ?", 1)
    }
}

func others(_ timer: Timer) {
    timer.run(1)
}
