import Fluent

struct StarRepository {
    let database: any Database

    func all() async throws -> [Star] {
        // ruleid: api/list-unpaginated
        try await Star.query(on: database).sort(\.$name).all()
    }

    func brightest() async throws -> [Star] {
        // ok: api/list-unpaginated
        try await Star.query(on: database).sort(\.$brightness).limit(10).all()
    }
}
