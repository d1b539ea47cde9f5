import PostgresNIO

struct Store {
    let client: PostgresClient
    let logger: Logger

    func order(_ order: UUID, of item: UUID) async throws {
        try await client.withConnection { connection in
            try await connection.query("INSERT INTO orders (id) VALUES (\(order))", logger: logger)
            // ruleid: sql/missing-transaction
            try await connection.query("UPDATE stock SET amount = amount - 1 WHERE id = \(item)", logger: logger)
        }
    }

    func orderAtOnce(_ order: UUID, of item: UUID) async throws {
        try await client.withTransaction(logger: logger) { connection in
            try await connection.query("INSERT INTO orders (id) VALUES (\(order))", logger: logger)
            // ok: sql/missing-transaction
            try await connection.query("UPDATE stock SET amount = amount - 1 WHERE id = \(item)", logger: logger)
        }
    }
}

// A pool takes a connection for each query.
func pay(client: PostgresClient, order: UUID, logger: Logger) async throws {
    try await client.query("INSERT INTO payments (order_id) VALUES (\(order))", logger: logger)
    // ruleid: sql/missing-transaction
    try await client.query("UPDATE orders SET paid = true WHERE id = \(order)", logger: logger)
}

// A connection may be in its caller's transaction.
func refund(connection: PostgresConnection, order: UUID, logger: Logger) async throws {
    try await connection.query("DELETE FROM payments WHERE order_id = \(order)", logger: logger)
    // ok: sql/missing-transaction
    try await connection.query("UPDATE orders SET paid = false WHERE id = \(order)", logger: logger)
}
