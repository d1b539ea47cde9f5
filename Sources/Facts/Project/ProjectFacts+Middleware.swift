/// The middleware that stands before what is registered on a router.
extension ProjectFacts {
    /// A registration with the file that it stands in.
    struct PlacedRegistration {
        var file: Int
        var registration: MiddlewareRegistration
    }

    /// What is registered on a router before a position, by its own file or by the functions that are given it there.
    func registrations(on key: String, in file: Int, before position: Int) -> [PlacedRegistration] {
        registrations(on: key, in: file, before: position, depth: 0)
    }

    private func registrations(
        on key: String, in file: Int, before position: Int, depth: Int
    ) -> [PlacedRegistration] {
        guard depth < 4 else { return [] }
        let summary = summaries[file]
        var found = summary.middleware.filter {
            $0.router == key && ($0.isUnordered || $0.position < position)
        }.map { PlacedRegistration(file: file, registration: $0) }
        for mount in summary.mounts where mount.parent == key && mount.position < position {
            for child in children(of: mount, in: file) where mount.sharesRouter || sharesRouter(child) {
                guard let place = Self.place(child), place.file != file || place.key != key else { continue }
                let inner = registrations(on: place.key, in: place.file, before: .max, depth: depth + 1)
                found += inner.map { $0.behind(mount) }
            }
        }
        return found
    }

    /// Whether the function that a router is given to registers on the router of its caller.
    private func sharesRouter(_ child: String) -> Bool {
        guard let place = Self.place(child),
            let router = summaries[place.file].routers.first(where: { $0.key == place.key }), let owner = router.owner
        else { return false }
        return summaries[place.file].functions.contains { $0.name == owner && $0.sharesRouter }
    }

    /// The file and key of `file:key`.
    static func place(_ child: String) -> (file: Int, key: String)? {
        guard let colon = child.utf8.firstIndex(of: UInt8(ascii: ":")), let file = Int(child[..<colon]) else {
            return nil
        }
        return (file, String(child[child.utf8.index(after: colon)...]))
    }
}

extension ProjectFacts.PlacedRegistration {
    /// The registration as it holds where its function is called.
    func behind(_ mount: Mount) -> Self {
        var placed = self
        if mount.isConditional {
            placed.registration.links = placed.registration.links.map {
                $0.uncertain("is registered only under a condition")
            }
        }
        if !mount.prefix.isEmpty { placed.registration.path = RoutePath.join(mount.prefix, placed.registration.path) }
        return placed
    }
}
