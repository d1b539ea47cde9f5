import SQLite

func queries(_ db: Connection) throws {
    let users = Table("users")
    let id = Expression<Int64>("id")
    try db.run("UPDATE users SET name = ? WHERE id = ?", "Ada", 1)
    try db.run(users.filter(id == 1).delete())
    try db.run(users.delete())
    try db.transaction {
        try db.run("DELETE FROM users WHERE id = ?", 1)
    }
}

func others(_ timer: Timer) {
    timer.run(1)
}
