/// What the files of a project are together: routes under all their prefixes, behind all their middleware, and the calls that
/// reach them. Made from summaries alone, so that it can be made on another machine than they were.
public struct ProjectFacts: Sendable {
    public let summaries: [FileSummary]
    private let resolver: SymbolResolver
    private let handlers: HandlerResolver
    private let routeMembers: RouteMembers
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
        /// In upper case; `*` for all.
        public var methods: [String]
        /// Whether the methods are all that the framework passes on, of which the handler may take fewer.
        public var methodsAreAssumed: Bool
        /// The file of the handler, and its 1-based line there.
        public var handlerFile: Int
        public var handlerLine: Int
        public var statuses: [Int]
        public var verdict: AuthenticationVerdict
        public var isRateLimited: Bool
        public var isValidated: Bool
    }

    public init(_ summaries: [FileSummary], settings: ProjectSettings, names: NameVocabulary) {
        self.summaries = summaries
        self.settings = settings
        self.names = names
        resolver = SymbolResolver(summaries)
        handlers = HandlerResolver(summaries, resolver: resolver)
        routeMembers = RouteMembers(summaries, handlers: handlers)
        inferredEnvelope = InferredEnvelope.contract(of: summaries.flatMap(\.errorBodies))
        for (index, summary) in summaries.enumerated() {
            fileIndexes[summary.path] = index
            for mount in summary.mounts {
                for child in children(of: mount, in: index) { mountsByChild[child, default: []].append((index, mount)) }
            }
        }
    }

    /// The routers, as `file:key`, that a mount puts in place: the one named, or those that register on what a function takes.
    private func children(of mount: Mount, in file: Int) -> [String] {
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
        return routeMembers.members(of: route, in: file).flatMap { member -> [Access] in
            var start = Access(
                path: route.path.map { RoutePath.join($0, member.path) }, methods: member.methods,
                methodsAreAssumed: member.methodsAreAssumed, handlerFile: member.file, handlerLine: member.line,
                statuses: member.statuses, verdict: member.verdict, isRateLimited: false, isValidated: false)
            add(route.chain, to: &start, in: file)
            guard let router = route.router else { return [guarded(start)] }
            return accesses(of: router, in: file, at: route.position, from: start, depth: 0).map(guarded)
        }
    }

    private func add(_ links: [MiddlewareLink], to access: inout Access, in file: Int) {
        for link in links {
            access.verdict = access.verdict.joined(with: handlers.verdict(of: link, in: file))
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
            let inside = place.mount.replacesPrefix ? inner.path : outer.path
            outer.path = inside.map { RoutePath.join(place.mount.prefix, $0) }
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
        case .route(let index, let criteria):
            let answers = accesses(file: file, route: index).map { fulfills($0, criteria) }
            if answers.contains(true) { return true }
            return answers.contains(nil) ? nil : false
        case .callLacksAuthentication(let index):
            return callLacksAuthentication(summaries[file].outgoing[index])
        case .noErrorHandler:
            return !summaries.contains(where: \.registersErrorHandler)
        case .violatesInferredEnvelope(let body):
            return inferredEnvelope.isFulfilled(by: body).map { !$0 }
        }
    }

    /// Whether one way to reach a route fulfils the criteria; nil where that cannot be known.
    private func fulfills(_ access: Access, _ criteria: RouteCriteria) -> Bool? {
        if !criteria.methods.isEmpty {
            if access.methodsAreAssumed { return nil }
            guard access.methods.contains("*") || !criteria.methods.isDisjoint(with: access.methods) else { return false }
        }
        if criteria.path != nil || criteria.excludedPath != nil {
            guard let path = access.path else { return nil }
            if let wanted = criteria.path, !wanted.holds(path) { return false }
            if let unwanted = criteria.excludedPath, unwanted.holds(path) { return false }
        }
        if let wanted = criteria.isPublic {
            let isPublic = access.path.map { path in access.methods.allSatisfy { self.isPublic(method: $0, path: path) } }
            guard (isPublic ?? false) == wanted else { return false }
        }
        if let wanted = criteria.isRateLimited, wanted != access.isRateLimited { return false }
        if let wanted = criteria.isValidated, wanted != access.isValidated { return false }
        guard let wanted = criteria.authenticated else { return true }
        return access.verdict.isUnknown ? nil : access.verdict.isAuthenticated == wanted
    }

    private func callLacksAuthentication(_ call: OutgoingSummary) -> Bool? {
        guard let path = call.path, !call.sendsAuthentication else { return false }
        let wanted = RoutePath.segments(path)
        for (file, summary) in summaries.enumerated() {
            for (index, route) in summary.routes.enumerated() {
                guard let method = call.method, route.takes(method) else { continue }
                for access in accesses(file: file, route: index) {
                    guard access.methods.contains(method) || access.methods.contains("*"), let full = access.path, RoutePath.matches(route: RoutePath.segments(full), path: wanted),
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
