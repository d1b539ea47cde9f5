import PostgresNIO

func tip(_ client: PostgresClient, _ ride: Int, _ cents: Int) async throws {
    let rows = try await client.query("SELECT tips FROM rides WHERE id = \(ride)")
    for try await tips in rows.decode(Int.self) {
        let raised = tips + cents
        // ruleid: sql/read-modify-write
        try await client.query("UPDATE rides SET tips = \(raised) WHERE id = \(ride)")
    }
}

func tipTwice(_ client: PostgresClient, _ ride: Int, _ cents: Int) async throws {
    let rows = try await client.query("SELECT name, tips FROM rides WHERE id = \(ride)")
    for try await (name, tips) in rows.decode((String, Int).self) {
        // ruleid: sql/read-modify-write
        try await client.query("UPDATE rides SET tips = \(tips + cents), name = \(name) WHERE id = \(ride)")
    }
}

func rename(_ client: PostgresClient, _ ride: Int) async throws {
    let rows = try await client.query("SELECT tips FROM rides WHERE id = \(ride)")
    for try await tips in rows.decode(Int.self) {
        // ok: sql/read-modify-write
        try await client.query("UPDATE rides SET rank = \(tips + 1) WHERE id = \(ride)")
    }
}
