/// What the files of a project are together: routes under all their prefixes, behind all their middleware, and the calls that
/// reach them. Made from summaries alone, so that it can be made on another machine than they were.
public struct ProjectFacts: Sendable {
    public let summaries: [FileSummary]
    let resolver: SymbolResolver
    private let settings: ProjectSettings
    private let names: NameVocabulary
    /// The shape that most error responses have.
    private let inferredEnvelope: EnvelopeContract
    /// Mounts by the router they put in place: `file:key`.
    private var mountsByChild: [String: [(file: Int, mount: Mount)]] = [:]
    private var fileIndexes: [String: Int] = [:]

    /// One way to reach a route: its whole path and what guards it on the way.
    public struct Access: Hashable, Sendable {
        /// nil where some part is not constant.
        public var path: String?
        public var verdict: AuthenticationVerdict
        public var isRateLimited: Bool
        public var isValidated: Bool
    }

    public init(_ summaries: [FileSummary], settings: ProjectSettings, names: NameVocabulary) {
        self.summaries = summaries
        self.settings = settings
        self.names = names
        resolver = SymbolResolver(summaries)
        inferredEnvelope = InferredEnvelope.contract(of: summaries.flatMap(\.errorBodies))
        for (index, summary) in summaries.enumerated() {
            fileIndexes[summary.path] = index
            for mount in summary.mounts {
                for child in children(of: mount, in: index) { mountsByChild[child, default: []].append((index, mount)) }
            }
        }
    }

    /// The routers, as `file:key`, that a mount puts in place: the one named, or those that register on what a function takes.
    func children(of mount: Mount, in file: Int) -> [String] {
        if let child = mount.child { return ["\(file):\(child)"] }
        guard let symbol = mount.childSymbol, let found = resolver.resolve(symbol, in: file) else { return [] }
        let summary = summaries[found.file]
        let wanted = found.name.isEmpty ? "default" : found.name
        let local = summary.exports[wanted] ?? summary.exports[found.name] ?? found.name
        return summary.routers.filter { router in
            router.name == local || router.parameterOf == local
                || router.parameterOf.map { $0.hasPrefix(local + ".") } == true && !local.isEmpty
                || local.isEmpty && router.parameterOf == "default"
        }.map { "\(found.file):\($0.key)" }
    }

    /// The ways to reach a route of a file. Never empty.
    public func accesses(file: Int, route index: Int) -> [Access] {
        let route = summaries[file].routes[index]
        var start = Access(
            path: route.path, verdict: handlerVerdict(route, in: file),
            isRateLimited: false, isValidated: false)
        add(route.chain, to: &start, in: file)
        guard let router = route.router else {
            return [guarded(start)]
        }
        return accesses(of: router, in: file, at: route.position, from: start, depth: 0).map(guarded)
    }

    private func handlerVerdict(_ route: RouteSummary, in file: Int) -> AuthenticationVerdict {
        guard let symbol = route.handlerSymbol else { return route.handlerVerdict }
        return functionVerdict(symbol, in: file) ?? route.handlerVerdict
    }

    private func functionVerdict(_ symbol: Symbol, in file: Int) -> AuthenticationVerdict? {
        guard let found = resolver.resolve(symbol, in: file) else { return nil }
        let summary = summaries[found.file]
        let wanted = found.name.isEmpty ? "default" : found.name
        let local = summary.exports[wanted] ?? summary.exports[found.name] ?? wanted
        let last = local.split(separator: ".").last.map(String.init) ?? local
        let function =
            summary.functions.first { $0.name == local }
            ?? summary.functions.first { $0.name == last || $0.name.hasSuffix("." + last) }
        return function?.verdict
    }

    private func add(_ links: [MiddlewareLink], to access: inout Access, in file: Int) {
        for link in links {
            var verdict = link.verdict
            if case .unknown = verdict, let symbol = link.symbol, let known = functionVerdict(symbol, in: file) {
                verdict = known
            }
            access.verdict = access.verdict.joined(with: verdict)
            access.isRateLimited = access.isRateLimited || link.limitsRate
            access.isValidated = access.isValidated || link.validates
        }
    }

    private func accesses(
        of key: String, in file: Int, at position: Int, from inner: Access, depth: Int
    ) -> [Access] {
        let summary = summaries[file]
        var access = inner
        let router = summary.routers.first { $0.key == key }
        for registration in summary.middleware where registration.router == key {
            guard registration.isUnordered || registration.position < position else { continue }
            if !registration.path.isEmpty, let path = inner.path, !RoutePath.isBelow(path, prefix: registration.path) {
                continue
            }
            add(registration.links, to: &access, in: file)
        }
        if let router {
            add(router.chain, to: &access, in: file)
            access.path = access.path.map { RoutePath.join(router.prefix, $0) }
        }
        let mounts = mountsByChild["\(file):\(key)"] ?? []
        guard !mounts.isEmpty, depth < 16 else { return [access] }
        return mounts.flatMap { place -> [Access] in
            var outer = access
            outer.path = outer.path.map { RoutePath.join(place.mount.prefix, $0) }
            add(place.mount.chain, to: &outer, in: place.file)
            return accesses(
                of: place.mount.parent, in: place.file, at: place.mount.position, from: outer, depth: depth + 1)
        }
    }

    /// Guards by path, wherever they stand.
    private func guarded(_ access: Access) -> Access {
        var access = access
        guard let path = access.path else { return access }
        if !path.hasPrefix("/") { access.path = "/" + path }
        for summary in summaries {
            for guardian in summary.pathGuards
            where guardian.patterns.contains(where: { RoutePath.matches(pattern: $0, path: path) }) {
                access.verdict = access.verdict.joined(with: guardian.verdict)
            }
        }
        return access
    }

    // MARK: Questions

    /// The answer to a question of a file; nil where the project does not let one know.
    public func answer(_ question: ProjectQuestion, of path: String) -> Bool? {
        guard let file = fileIndexes[path] else { return nil }
        switch question {
        case .route(let index, let authenticated):
            let verdicts = accesses(file: file, route: index).map(\.verdict)
            if authenticated {
                return verdicts.allSatisfy { if case .authenticated = $0 { true } else { false } }
            }
            if verdicts.contains(.open) { return true }
            return verdicts.allSatisfy { if case .authenticated = $0 { true } else { false } } ? false : nil
        case .routeIsPublic(let index, let wanted):
            let route = summaries[file].routes[index]
            let isPublic = accesses(file: file, route: index).allSatisfy { access in
                access.path.map { path in route.methods.allSatisfy { self.isPublic(method: $0, path: path) } } ?? false
            }
            return isPublic == wanted
        case .routeIsRateLimited(let index, let wanted):
            return accesses(file: file, route: index).allSatisfy { $0.isRateLimited == wanted }
        case .routeIsValidated(let index, let wanted):
            return accesses(file: file, route: index).allSatisfy { $0.isValidated == wanted }
        case .callLacksAuthentication(let index):
            return callLacksAuthentication(summaries[file].outgoing[index])
        case .noErrorHandler:
            return !summaries.contains(where: \.registersErrorHandler)
        case .violatesInferredEnvelope(let body):
            return inferredEnvelope.isFulfilled(by: body).map { !$0 }
        case .hasFile(let globs):
            return hasFile(globs)
        case .handlesRoute(let name):
            return handlesRoute(name, in: file)
        case .mountsRouter(let indexes):
            return mountsRouter(indexes, in: file)
        }
    }

    private func callLacksAuthentication(_ call: OutgoingSummary) -> Bool? {
        guard let path = call.path, !call.sendsAuthentication else { return false }
        let wanted = RoutePath.segments(path)
        for (file, summary) in summaries.enumerated() {
            for (index, route) in summary.routes.enumerated() {
                guard let method = call.method, route.methods.contains(method) || route.methods.contains("*") else { continue }
                for access in accesses(file: file, route: index) {
                    guard let full = access.path, RoutePath.matches(route: RoutePath.segments(full), path: wanted),
                        case .authenticated = access.verdict
                    else { continue }
                    return true
                }
            }
        }
        return false
    }

    /// Whether a route is public by convention or by configuration.
    public func isPublic(method: String, path: String) -> Bool {
        names.holds(.publicPath, path)
            || settings.publicRoutes.contains { entry in
                let parts = entry.split(separator: " ")
                guard let last = parts.last else { return false }
                if parts.count > 1, parts[0] != method, parts[0] != "*" { return false }
                return RoutePath.matches(pattern: String(last), path: path)
            }
    }
}
