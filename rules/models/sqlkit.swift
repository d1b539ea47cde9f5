import SQLKit

func queries(_ sql: any SQLDatabase, id: Int) async throws {
    _ = try await sql.raw("SELECT name FROM users WHERE id = \(bind: id)").first()
    _ = try await sql.select().column("name").from("users").limit(10).all()
    try await sql.update("users").set("name", to: "Ada").where("id", .equal, id).run()
    try await sql.delete(from: "users").run()
}

func others(_ list: [Int]) {
    _ = list.first
}
