import Matching
import SourceText

/// A router of the project: the file that has it, and its key there.
struct RouterPlace: Hashable, Sendable {
    var file: Int
    var key: String
}

/// Where the routers of a project are mounted, and what files register on routers that others make.
struct MountTable: Sendable {
    private let summaries: FileSummaries
    private let resolver: SymbolResolver
    private let names: NameVocabulary
    private var mounts: [RouterPlace: [PlacedMount]] = [:]
    /// The routers that mounts of folders put right under theirs.
    private var folderChildren: [FolderPlace: [RouterPlace]] = [:]
    private var remoteMiddleware: [RouterPlace: [RemoteRegistration]] = [:]
    /// The files of applications: of routers that nothing mounts and that are such by themselves or have others under them.
    private var applicationFiles: [Int] = []
    /// Whether something stands before all routes of an application, or of a part of it, that may turn callers away.
    private var isGuarded = false
    /// The names of methods that are seen to be given a router of some type of the project: `boot`.
    private var registeringMethods: Set<String> = []

    /// A mount with the file that it stands in.
    struct PlacedMount: Sendable {
        var file: Int
        var mount: Mount
    }

    /// Middleware that a file registers on a router made in another.
    struct RemoteRegistration: Sendable {
        var file: Int
        /// What the file calls the router; nil where it has no name for it.
        var router: RouterPlace?
        var registration: MiddlewareRegistration
    }

    /// A mount of a folder: its file and its position there.
    private struct FolderPlace: Hashable {
        var file: Int
        var position: Int
    }

    init(_ summaries: FileSummaries, resolver: SymbolResolver, names: NameVocabulary) {
        self.summaries = summaries
        self.resolver = resolver
        self.names = names
        let folders = FolderMounts(summaries: summaries)
        for file in summaries.indices {
            for mount in summaries[file].mounts {
                if mount.folder != nil {
                    addFolder(mount, in: file, folders)
                } else if let member = mount.listed {
                    add(mount, ofEach: member, in: file)
                } else {
                    for child in children(of: mount, in: file) {
                        mounts[child, default: []].append(PlacedMount(file: file, mount: mount))
                    }
                }
            }
        }
        registeringMethods = Set(
            mounts.keys.compactMap { place in
                summaries[place.file].routers.first { $0.key == place.key && $0.position == nil }?.owner?.memberPart
            })
        applicationFiles = summaries.indices.filter { file in
            summaries[file].routers.contains { isApplication($0, in: file) }
        }
        isGuarded = applicationFiles.contains { file in
            summaries[file].middleware.contains { $0.links.contains { $0.verdict != .open || $0.symbol != nil } }
                || summaries[file].routers.contains { $0.chain.contains { $0.verdict != .open } }
        }
        for file in summaries.indices {
            for registration in summaries[file].middleware where registration.isUnordered {
                guard let symbol = summaries[file].routers.first(where: { $0.key == registration.router })?.symbol
                else {
                    continue
                }
                let own = RouterPlace(file: file, key: registration.router)
                for made in routers(symbol, in: file) {
                    remoteMiddleware[made, default: []].append(
                        RemoteRegistration(file: file, router: own, registration: registration))
                }
            }
        }
    }

    /// Mounts a part of each element of a list that stands elsewhere.
    private mutating func add(_ mount: Mount, ofEach member: ListedMember, in file: Int) {
        for (other, list) in lists(of: member, in: file) {
            for element in list.elements {
                // An object has a router, and is none.
                let own = member.name.isEmpty ? element.isObject ? nil : element.symbol : nil
                let part = element.symbol.flatMap {
                    member.name.isEmpty ? nil : $0.member(member.name, ofDefault: true)
                }
                guard let symbol = element.members[member.name] ?? own ?? part else { continue }
                var step = mount
                step.listed = nil
                step.prefix = PathHole.bound(mount.prefix, to: element.texts)
                step.pathArguments = element.arguments
                for child in routers(symbol, in: other) {
                    mounts[child, default: []].append(PlacedMount(file: file, mount: step))
                }
            }
        }
    }

    /// The lists that a member may be one of, with the files that they stand in.
    private func lists(of member: ListedMember, in file: Int) -> [(file: Int, list: RouterList)] {
        if let symbol = member.list {
            guard let found = resolver.resolve(symbol, in: file) else { return [] }
            let name = resolver.localName(of: found)
            return summaries[found.file].routerLists.filter { $0.name == name }.map { (found.file, $0) }
        }
        guard let taker = member.taker else { return [] }
        return summaries.indices.flatMap { other in
            summaries[other].routerLists.filter { list in
                list.takers.contains { given in
                    guard member.isGiven(by: given), let found = resolver.resolve(given.symbol, in: other),
                        found.file == file
                    else { return false }
                    let local = resolver.localName(of: found)
                    return local == taker || taker.hasPrefix(local + ".")
                }
            }.map { (other, $0) }
        }
    }

    /// Puts the files of a folder in their places, and registers on the router what those do to it that share it or are
    /// nothing but a limiter of a package.
    private mutating func addFolder(_ mount: Mount, in file: Int, _ folders: FolderMounts) {
        if mount.folder?.isRequired == true { return addRequired(mount, in: file) }
        let steps = folders.steps(of: mount, in: file)
        for step in steps {
            mounts[step.child, default: []].append(PlacedMount(file: step.parentFile, mount: step.mount))
        }
        folderChildren[FolderPlace(file: file, position: mount.position)] =
            steps.filter { $0.parentFile == file }.map(\.child)
        for other in folders.files(of: mount, in: file) {
            guard let name = summaries[other].exports["default"], names.holds(.limitsRate, name) else { continue }
            let link = MiddlewareLink(name: name, verdict: .open, limitsRate: true)
            let registration = MiddlewareRegistration(
                router: mount.parent, path: mount.prefix, links: [link], position: mount.position, isExact: false,
                isUnordered: true, anchor: ByteRange(mount.position, mount.position))
            remoteMiddleware[RouterPlace(file: file, key: mount.parent), default: []].append(
                RemoteRegistration(file: other, router: nil, registration: registration))
        }
    }

    /// Mounts the files that are required one after the other.
    private mutating func addRequired(_ mount: Mount, in file: Int) {
        guard let folder = mount.folder else { return }
        let place = SymbolResolver.folder(of: summaries[file].path)
        let root = SymbolResolver.normalized(RoutePath.join(place.isEmpty ? "." : place, folder.path))
        let single = summaries[file].mounts.filter { $0.folder == nil && $0.parent == mount.parent }
        let mounted = Set(single.flatMap { children(of: $0, in: file) })
        var required: [RouterPlace] = []
        for other in summaries.indices where other != file {
            let stem = SymbolResolver.stem(of: summaries[other].path)
            guard SymbolResolver.folder(of: stem) == root else { continue }
            let children = routers(SymbolResolver.Resolution(file: other, name: ""))
            guard mounted.isDisjoint(with: children) else { continue }
            var step = mount
            step.folder = nil
            step.prefix = PathHole.filled(
                mount.prefix, with: String(SymbolResolver.lastSegment(stem).prefix { $0 != "." }))
            for child in children { mounts[child, default: []].append(PlacedMount(file: file, mount: step)) }
            required += children
        }
        folderChildren[FolderPlace(file: file, position: mount.position)] = required
    }

    /// Whether a file makes a router that nothing mounts, although there is an application around it to mount it on: somebody
    /// does so by means that are not understood, or nobody reaches its routes.
    func isStray(_ router: Router, in file: Int) -> Bool {
        if router.isApplication || isApplication(router, in: file) { return false }
        // What a function is given to register on, nobody knows how, is the application as often as not; but where that
        // stands beside it, or something stands before others of its routes, who knows which.
        if router.position == nil, let owner = router.owner {
            return isGuarded || applicationFiles.contains(file)
                || owner.memberPart.map(registeringMethods.contains) ?? false
        }
        guard router.position != nil || router.name != nil else { return false }
        return applicationFiles.contains {
            $0 == file || ProjectFacts.isSamePackage(summaries[$0].path, summaries[file].path)
        }
    }

    private func isApplication(_ router: Router, in file: Int) -> Bool {
        if router.isRoot { return true }
        return router.owner == nil && router.symbol == nil
            && mounts[RouterPlace(file: file, key: router.key)] == nil
            && summaries[file].mounts.contains { $0.parent == router.key && !$0.sharesRouter && $0.heir == nil }
    }

    /// The application that a router is mounted in, where a file makes that and all mounts lead to the same one.
    func application(of key: String?, in file: Int) -> RouterPlace? {
        guard let key else { return nil }
        var place = RouterPlace(file: file, key: key)
        for _ in 0..<Self.deepestMount {
            guard let router = summaries[place.file].routers.first(where: { $0.key == place.key }) else { return nil }
            let outer: Set<RouterPlace> =
                if let symbol = router.symbol {
                    Set(routers(symbol, in: place.file))
                } else {
                    Set(mounts(of: place).map { RouterPlace(file: $0.file, key: $0.mount.parent) })
                }
            if outer.isEmpty {
                let isMade = router.isRoot && router.position != nil
                return !router.isClass && (isMade || isApplication(router, in: place.file)) ? place : nil
            }
            guard outer.count == 1, let next = outer.first else { return nil }
            place = next
        }
        return nil
    }

    private static let deepestMount = 16

    /// The mounts that put a router in place.
    func mounts(of router: RouterPlace) -> [PlacedMount] { mounts[router] ?? [] }

    /// What other files register on a router.
    func registrations(on router: RouterPlace) -> [RemoteRegistration] { remoteMiddleware[router] ?? [] }

    /// The routers that a mount puts in place: the one named, or those that register on what a function takes.
    func children(of mount: Mount, in file: Int) -> [RouterPlace] {
        if mount.folder != nil { return folderChildren[FolderPlace(file: file, position: mount.position)] ?? [] }
        if let child = mount.child { return [RouterPlace(file: file, key: child)] }
        guard let symbol = mount.childSymbol else { return [] }
        let named = routers(symbol, in: file)
        if let method = mount.childMethod {
            let own = named.filter { place in
                summaries[place.file].routers.contains { $0.key == place.key && $0.owner?.memberPart == method }
            }
            if !own.isEmpty { return given(own, by: mount) }
        }
        if mount.routerArgument != nil { return given(named, by: mount) }
        guard named.isEmpty, let name = mount.childName, name != symbol.name else { return named }
        let module = symbol.name.isEmpty ? symbol.module : symbol.module + "." + symbol.name
        return routers(Symbol(module: module, name: name), in: file)
    }

    /// Of the routers that a function is given, the one that a call gives it.
    private func given(_ places: [RouterPlace], by mount: Mount) -> [RouterPlace] {
        let routers = places.map { place in summaries[place.file].routers.first { $0.key == place.key } }
        if let label = mount.routerLabel, routers.contains(where: { $0?.parameterLabel != nil }) {
            return zip(places, routers).filter { $1?.parameterLabel ?? label == label }.map(\.0)
        }
        guard places.count > 1 else { return places }
        let parameters = routers.map { $0?.parameter }
        guard Set(parameters.compactMap { $0 }).count > 1 else { return places }
        return zip(places, parameters).filter { $1 == nil || $1 == mount.routerArgument }.map(\.0)
    }

    /// Whether a name written in `file` stands for a router that some file makes, and for no function that makes or takes one.
    func isMadeRouter(_ symbol: Symbol, in file: Int) -> Bool {
        routers(symbol, in: file).contains { place in
            summaries[place.file].routers.contains { $0.key == place.key && $0.owner == nil && $0.position != nil }
        }
    }

    /// The routers that a name written in `file` stands for: one of that name, or those of the function or class that has it.
    func routers(_ symbol: Symbol, in file: Int) -> [RouterPlace] {
        guard let found = resolver.resolve(symbol, in: file) else { return [] }
        let named = routers(found)
        guard named.isEmpty, let method = resolver.method(ofInstance: found) else { return named }
        return resolver.resolve(method, in: found.file).map { routers($0) } ?? []
    }

    private func routers(_ found: SymbolResolver.Resolution) -> [RouterPlace] {
        guard !summaries[found.file].routers.isEmpty else { return [] }
        let local = resolver.localName(of: found)
        let mounted = Set(summaries[found.file].mounts.compactMap(\.child))
        return summaries[found.file].routers.filter { router in
            if router.returnedBy.contains(local) { return true }
            if router.name == local && router.owner == nil || found.name.isEmpty && router.name == "default" {
                return true
            }
            guard let owner = router.owner, !local.isEmpty else { return router.name == local }
            let isOwned = owner == local || owner.hasPrefix(local + ".") || local.hasPrefix(owner + ".")
            return (isOwned || router.name == local) && !mounted.contains(router.key)
        }.map { RouterPlace(file: found.file, key: $0.key) }
    }

    /// Whether what a symbol means is or makes a router, or registers something on one that it is given. What a function is
    /// given and nothing is registered on is none.
    func isRouter(_ symbol: Symbol, in file: Int) -> Bool {
        routers(symbol, in: file).contains { place in
            let (summary, key) = (summaries[place.file], place.key)
            return summary.routers.contains { $0.key == key && ($0.position != nil || $0.symbol != nil || $0.isClass) }
                || summary.routes.contains { $0.router == key } || summary.mounts.contains { $0.parent == key }
                || summary.middleware.contains { $0.router == key }
        }
    }
}
