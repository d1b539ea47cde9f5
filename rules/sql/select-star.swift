import SQLKit

func read(_ sql: any SQLDatabase) async throws {
    // ruleid: sql/select-star
    _ = try await sql.raw("SELECT * FROM users").all()
    // ok: sql/select-star
    _ = try await sql.raw("SELECT COUNT(*) FROM users").first()
    // ok: sql/select-star
    _ = try await sql.raw("SELECT id, name FROM users").all()
}
