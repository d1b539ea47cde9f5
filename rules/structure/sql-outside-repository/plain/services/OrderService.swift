import SQLKit

// The project has no repositories to ask.
func openOrders(on sql: any SQLDatabase) async throws -> [SQLRow] {
    // ok: structure/sql-outside-repository
    try await sql.raw("SELECT id FROM orders WHERE open").all()
}
