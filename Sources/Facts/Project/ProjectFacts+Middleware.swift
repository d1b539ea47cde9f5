/// The middleware that stands before what is registered on a router.
extension ProjectFacts {
    /// A registration with the file that it stands in.
    struct PlacedRegistration {
        var file: Int
        var registration: MiddlewareRegistration
    }

    /// What is registered on a router before a position, by its own file or by the functions that are given it there.
    func registrations(on router: RouterPlace, before position: Int) -> [PlacedRegistration] {
        registrations(on: router, before: position, depth: 0)
    }

    private func registrations(on router: RouterPlace, before position: Int, depth: Int) -> [PlacedRegistration] {
        guard depth < 4 else { return [] }
        var found: [PlacedRegistration] = []
        for registration in summaries[router.file].middleware
        where registration.router == router.key && (registration.isUnordered || registration.position < position) {
            found.append(PlacedRegistration(file: router.file, registration: registration))
        }
        let own = summaries[router.file].mounts
        for index in own.indices where own[index].parent == router.key {
            let mount = own[index]
            let handed = handedRegistrations.value(
                of: MountDepth(file: router.file, mount: index, depth: depth)
            ) {
                mounts.children(of: mount, in: router.file).flatMap { child -> [PlacedRegistration] in
                    guard child != router,
                        mount.sharesRouter || sharesRouter(child) || sharesRouter(mount, in: router.file)
                    else { return [] }
                    return registrations(on: child, before: .max, depth: depth + 1).map { $0.behind(mount) }
                }
            }
            if mount.position < position {
                found += handed
            } else {
                // What is in order all the same may hold for what was registered before it.
                found += handed.filter(\.registration.isUnordered).map { $0.uncertain("is registered after it") }
            }
        }
        return found
    }

    /// A mount of a file, by its number there, that lies under so many others.
    struct MountDepth: Hashable {
        var file: Int
        var mount: Int
        var depth: Int
    }

    /// Whether what a mount names holds a function that registers on the router of its caller.
    private func sharesRouter(_ mount: Mount, in file: Int) -> Bool {
        guard let found = mount.childSymbol.flatMap({ resolver.resolve($0, in: file) }) else { return false }
        return summaries[found.file].routerSharers.contains(found.name.isEmpty ? "default" : found.name)
    }

    /// Whether the function that a router is given to registers on the router of its caller.
    private func sharesRouter(_ place: RouterPlace) -> Bool {
        guard let router = summaries[place.file].routers.first(where: { $0.key == place.key }), let owner = router.owner
        else { return false }
        return summaries[place.file].routerSharers.contains(owner)
    }
}

extension ProjectFacts.PlacedRegistration {
    /// The registration as it holds where its function is called.
    func behind(_ mount: Mount) -> Self {
        var placed = mount.isConditional ? uncertain("is registered only under a condition") : self
        if !mount.prefix.isEmpty { placed.registration.path = RoutePath.join(mount.prefix, placed.registration.path) }
        return placed
    }

    func uncertain(_ reason: String) -> Self {
        var placed = self
        placed.registration.links = placed.registration.links.map { $0.uncertain(reason) }
        return placed
    }
}
