import SQLKit

func read(_ sql: any SQLDatabase) async throws {
    // ruleid: sql/missing-index
    _ = try await sql.raw("SELECT id FROM users WHERE nickname = 'x'").all()
    // ok: sql/missing-index
    _ = try await sql.raw("SELECT id FROM users WHERE email = 'x'").all()
    // ok: sql/missing-index
    _ = try await sql.raw("SELECT id FROM users WHERE id = 1").all()
    // ok: sql/missing-index
    _ = try await sql.raw("SELECT id FROM orders WHERE user_id = 1 AND status = 'open'").all()
    // ruleid: sql/missing-index
    _ = try await sql.raw("SELECT id FROM orders WHERE status = 'open'").all()
    // ruleid: sql/missing-index
    _ = try await sql.raw("SELECT id FROM users ORDER BY created_at").all()
}
