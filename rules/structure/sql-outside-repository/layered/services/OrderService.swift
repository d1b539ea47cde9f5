import SQLKit

func openOrders(on sql: any SQLDatabase) async throws -> [SQLRow] {
    // ruleid: structure/sql-outside-repository
    try await sql.raw("SELECT id FROM orders WHERE open").all()
}
