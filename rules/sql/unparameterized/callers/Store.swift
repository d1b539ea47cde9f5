import SQLKit

struct Store {
    let sql: any SQLDatabase

    func count(in kind: String) async throws {
        // ok: sql/unparameterized
        try await sql.raw("SELECT count(*) FROM things WHERE kind = '\(unsafeRaw: kind)'").run()
    }

    func named(_ name: String) async throws {
        // ruleid: sql/unparameterized
        try await sql.raw("SELECT id FROM things WHERE name = '\(unsafeRaw: name)'").run()
    }
}
