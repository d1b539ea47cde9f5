import SQLKit

func read(_ sql: any SQLDatabase) async throws {
    // ruleid: sql/unknown-column
    _ = try await sql.raw("SELECT emial FROM users").all()
    // ok: sql/unknown-column
    _ = try await sql.raw("SELECT email, plan FROM users").all()
    // ruleid: sql/unknown-column
    _ = try await sql.raw("SELECT u.name FROM users u").all()
    // ok: sql/unknown-column
    _ = try await sql.raw("SELECT u.email AS address FROM users u ORDER BY address").all()
    // ruleid: sql/unknown-column
    _ = try await sql.raw("UPDATE orders SET totl = 1 WHERE id = 1").all()
    // ok: sql/unknown-column
    _ = try await sql.raw("SELECT count(*) AS n FROM orders GROUP BY user_id").all()
    // ok: sql/unknown-column
    _ = try await sql.raw("SELECT ctid FROM users").all()
}
