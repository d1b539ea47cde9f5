import Synchronization

/// Which applications of a project are seen to have anything to do with callers: some of their routes turn strangers away,
/// or are where people sign in. One that has not, among others that have, is reached from inside alone; and a project
/// without any is open as a whole, which is no mistake of one of its routes.
final class ApplicationTable: Sendable {
    /// Fewer files than this may as well be a part of a project.
    static let fewestFiles = 10

    private struct RoutePlace: Hashable {
        let file: Int
        let route: Int
    }

    private let routes = Memo<[RouterPlace: [RoutePlace]]>()
    private let isProjectGuarded = Memo<Bool>()
    private let guardedRoots = Mutex<[RouterPlace: Bool]>([:])

    /// Whether the application of a route knows callers, or nothing shows that it does not.
    func knowsCallers(around route: Int, of file: Int, in project: ProjectFacts) -> Bool {
        guard project.summaries.count >= Self.fewestFiles else { return true }
        let all = project.summaries.indices.lazy.flatMap { file in
            project.summaries[file].routes.indices.lazy.map { RoutePlace(file: file, route: $0) }
        }
        guard isProjectGuarded.value({ all.contains { project.showsCallers(file: $0.file, route: $0.route) } }) else {
            return false
        }
        guard let root = project.mounts.application(of: project.summaries[file].routes[route].router, in: file) else {
            return true
        }
        if let known = guardedRoots.withLock({ $0[root] }) { return known }
        let routes = routes.value { self.routesByRoot(Array(all), project) }
        let own = routes[root] ?? []
        let isGuarded = own.contains { project.showsCallers(file: $0.file, route: $0.route) }
        guardedRoots.withLock { $0[root] = isGuarded }
        return isGuarded
    }

    private func routesByRoot(_ all: [RoutePlace], _ project: ProjectFacts) -> [RouterPlace: [RoutePlace]] {
        var found: [RouterPlace: [RoutePlace]] = [:]
        for place in all {
            let router = project.summaries[place.file].routes[place.route].router
            if let root = project.mounts.application(of: router, in: place.file) {
                found[root, default: []].append(place)
            }
        }
        return found
    }
}

extension ProjectFacts {
    /// Whether a route turns strangers away, or is where people sign in or open accounts.
    func showsCallers(file: Int, route: Int) -> Bool {
        accesses(file: file, route: route).contains { access in
            access.verdict.isAuthenticated || access.opensAccount
                || access.path.map { names.holds(.accountEntry, $0) } ?? false
        }
    }
}
