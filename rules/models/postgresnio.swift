import PostgresNIO

func queries(_ client: PostgresClient, id: Int, logger: Logger) async throws {
    // query: select users where
    try await client.query("SELECT name FROM users WHERE id = \(id)", logger: logger)
    // query: update users where sets name
    try await client.query("UPDATE users SET name = \("Ada") WHERE id = \(id)", logger: logger)
    try await client.withTransaction(logger: logger) { connection in
        // query: delete users where in transaction
        try await connection.query("DELETE FROM users WHERE id = \(id)", logger: logger)
    }
}

func others(_ search: Search) {
    search.query("shoes")
}
