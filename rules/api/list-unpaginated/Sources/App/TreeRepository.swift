import Fluent

protocol TreeRepository: Sendable {
    func everything() async throws -> [Tree]
}

struct StoredTrees: TreeRepository {
    let database: any Database

    func everything() async throws -> [Tree] {
        // ruleid: api/list-unpaginated
        try await Tree.query(on: database).all()
    }
}

struct Leaves {
    let database: any Database

    func everything() async throws -> [Leaf] {
        // ok: api/list-unpaginated
        try await Leaf.query(on: database).all()
    }
}
