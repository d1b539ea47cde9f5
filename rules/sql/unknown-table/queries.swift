import SQLKit

func read(_ sql: any SQLDatabase) async throws {
    // ruleid: sql/unknown-table
    _ = try await sql.raw("SELECT id FROM usres").all()
    // ok: sql/unknown-table
    _ = try await sql.raw("SELECT id FROM users").all()
    // ok: sql/unknown-table
    _ = try await sql.raw("WITH recent AS (SELECT id FROM orders) SELECT id FROM recent").all()
    // ruleid: sql/unknown-table
    _ = try await sql.raw("UPDATE oders SET total = 1 WHERE id = 1").all()
    // ok: sql/unknown-table
    _ = try await sql.raw("SELECT u.id FROM users u JOIN orders o ON o.user_id = u.id").all()
    // ok: sql/unknown-table
    _ = try await sql.raw("SELECT relname FROM pg_class").all()
    // ok: sql/unknown-table
    _ = try await sql.raw("SELECT id FROM billing.invoices").all()
}
