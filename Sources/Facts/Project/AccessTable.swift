import Synchronization

/// The ways to reach routes that have been looked for already: several rules ask about each route.
final class AccessTable: Sendable {
    private struct Key: Hashable {
        let file: Int
        let route: Int
    }

    private let known = Mutex<[Key: [ProjectFacts.Access]]>([:])

    func accesses(file: Int, route: Int, find: () -> [ProjectFacts.Access]) -> [ProjectFacts.Access] {
        let key = Key(file: file, route: route)
        if let known = known.withLock({ $0[key] }) { return known }
        let found = find()
        known.withLock { $0[key] = found }
        return found
    }
}
