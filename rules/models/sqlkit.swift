import SQLKit

func queries(_ sql: any SQLDatabase, id: Int) async throws {
    // query: select users where one in transaction
    _ = try await sql.raw("SELECT name FROM users WHERE id = \(bind: id)").first()
    // query: select users all limit 10 in transaction
    _ = try await sql.select().column("name").from("users").limit(10).all()
    // query: update users where sets name in transaction
    try await sql.update("users").set("name", to: "Ada").where("id", .equal, id).run()
    // query: delete users all in transaction
    try await sql.delete(from: "users").run()
}

func others(_ list: [Int]) {
    _ = list.first
}
