import Matching
import SourceText

/// What the files of a project are together: routes under all their prefixes, behind all their middleware, and the calls that
/// reach them. Made from summaries alone, so that it can be made on another machine than they were.
///
/// A class, because copying so many tables for each closure took an eighth of a run.
public final class ProjectFacts: Sendable {
    public let summaries: FileSummaries
    let resolver: SymbolResolver
    let details: DetailTable
    private let handlers: HandlerResolver
    let routeMembers: RouteMembers
    /// The tables that SQL files of the project make; nil where there are none.
    let schema: ProjectSchema?
    /// `METHOD path` patterns of routes that are public by configuration.
    private let publicRoutes: [String]
    let names: NameVocabulary
    /// The shape that most error responses have.
    let inferredEnvelope: EnvelopeContract
    let mounts: MountTable
    let handlerNames: HandlerNameIndex
    private let pathGuards: [(file: Int, guardian: CompiledGuard)]
    let fileIndexes: [String: Int]
    private let knownAccesses = AccessTable()
    private let knownCallers = Memo<CallerIndex>()
    private let applications = ApplicationTable()
    let knownRecordPaths = Memo<Set<String>>()
    let knownMostlyGuarded = Memo<Bool>()
    let hasSignUp = Memo<Bool>()
    private let knownFunctionCalls = Memo<FunctionCallIndex>()
    private let knownAnswers = MemoTable<ProjectQuestion, Bool>()
    private let knownClassHandlers = Memo<[HandlerPlace: [(file: Int, route: Int)]]>()
    /// The files that register something for all routes of a framework.
    private let registering: [Int]
    /// The files with routes that clients reach by paths.
    private let routingFiles: [Int]
    /// By file: the folder of the project that it belongs to.
    private let projects: [String]
    /// Constant paths of the project by name; empty text where files differ.
    private let paths: [String: String]

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
        /// What the body of the handler does, until the whole path is known. Nobody asks where what stands before it
        /// authenticates already.
        var own: Deferred<AuthenticationVerdict>?
        public var isRateLimited = false
        /// Whether something stands before the handler that nothing is known of.
        public var hasUnknownLink = false
        public var isValidated = false
        /// Whether the route is marked as meant for everybody.
        public var isOpened = false
        /// Whether the handler or the routes beside it say that accounts are opened or entered here.
        var opensAccount = false
        /// Whether something before it lets only those pass who run the application.
        public var isForStaff = false
        /// Whether the handler names a password.
        var namesPassword = false
        /// Whether its handler's name says that it only reads or computes.
        var namesReading = false
        /// Whether its handler or router has a name of those that are public by convention: `sign_up`, `payment_webhook`.
        public var hasPublicName = false
        /// Whether it refuses whatever is asked of it.
        var isRefusal = false
        /// Whether its request only opens a connection.
        var isUpgrade = false
        /// Whether guards still count where it is: those given to the route itself.
        var isGuardable = true
        /// What stands before the paths of all routes of its framework.
        var prefix = ""
        let knownContent: Deferred<HandlerContent>

        /// What the handler does, with the functions that it calls.
        public var content: HandlerContent { knownContent.value }
    }

    /// - Parameter details: gives the details of the files with these indexes, which their summaries lack.
    public init(
        _ summaries: FileSummaries, publicRoutes: [String] = [], names: NameVocabulary,
        details: @escaping @Sendable ([Int]) -> [FileDetails] = { $0.map { _ in FileDetails() } }
    ) {
        self.summaries = summaries
        schema = ProjectSchema(summaries, names: names)
        self.publicRoutes = publicRoutes
        self.names = names
        projects = Self.projects(summaries, names)
        resolver = SymbolResolver(summaries)
        self.details = DetailTable(summaries, make: details)
        handlers = HandlerResolver(summaries, resolver: resolver, details: self.details)
        routeMembers = RouteMembers(summaries, handlers: handlers)
        registering = summaries.indices.filter { !summaries[$0].everywhere.isEmpty }
        routingFiles = summaries.indices.filter { summaries[$0].routes.contains { !$0.isCalledByName } }
        mounts = MountTable(summaries, resolver: resolver, names: names)
        handlerNames = HandlerNameIndex(summaries)
        inferredEnvelope = InferredEnvelope.contract(of: summaries.indices.flatMap { summaries[$0].errorBodies })
        var fileIndexes: [String: Int] = [:]
        var paths: [String: String] = [:]
        var pathGuards: [(file: Int, guardian: CompiledGuard)] = []
        for index in summaries.indices {
            fileIndexes[summaries[index].path] = index
            paths.merge(summaries[index].paths) { $0 == $1 ? $0 : "" }
            // An expression that nobody can read guards nothing that one could name.
            pathGuards += summaries[index].pathGuards.compactMap(CompiledGuard.init).map { (index, $0) }
        }
        self.fileIndexes = fileIndexes
        self.paths = paths
        self.pathGuards = pathGuards
    }

    /// The calls that reach its routes.
    var callers: CallerIndex { knownCallers.value { CallerIndex(self, names: names) } }

    /// The functions of the project by what they call.
    var functionCalls: FunctionCallIndex { knownFunctionCalls.value { FunctionCallIndex(summaries) } }

    /// The routes that classes handle, by the methods of the classes.
    var classHandlers: [HandlerPlace: [(file: Int, route: Int)]] { knownClassHandlers.value(findClassHandlers) }

    /// The ways to reach a route of a file. Empty where what it is registered on turns out to be no router.
    public func accesses(file: Int, route index: Int) -> [Access] {
        knownAccesses.accesses(file: file, route: index) { findAccesses(file: file, route: index) }
    }

    private func findAccesses(file: Int, route index: Int) -> [Access] {
        var route = summaries[file].routes[index]
        var described: (file: Int, chain: [MiddlewareLink])?
        if let symbol = route.description {
            guard let found = description(symbol, in: file) else { return [] }
            (route.methods, route.path) = (found.description.methods, found.description.path)
            described = (found.file, found.description.chain)
        }
        return routeMembers.members(of: route, in: file).flatMap { member -> [Access] in
            var start = Access(
                path: route.path.map { RoutePath.join($0, member.path) }, methods: member.methods,
                methodsAreAssumed: member.methodsAreAssumed, handlerFile: member.file, handlerLine: member.line,
                statuses: member.statuses, verdict: member.verdict, own: member.own, knownContent: member.content)
            var chain = route.chain
            if route.isCalledByName, member.own.value == .open,
                route.callsServer || handlers.callServer(route.handlerCalls, in: file)
            {
                // What the client calls by its name is mostly the way to a server that clients do not call.
                start.own = Deferred(.unknown("the server that it calls may ask who calls"))
            }
            if let known = start.own, !route.handlerCalls.isEmpty { start.own = own(known, of: route, in: file) }
            start.isRefusal =
                isRefusal(route) || member.isIdle
                || member.methods == ["*"] && !member.statuses.isEmpty && member.statuses.allSatisfy { $0 >= 400 }
            start.isUpgrade = route.isUpgrade
            start.hasPublicName = hasPublicName(route, in: file)
            start.namesReading = names.holds(.readingHandler, handlerName(of: route).lastDottedPart)
            start.isOpened = member.isOpened || chain.contains(where: \.opens)
            if let opening = chain.lastIndex(where: \.opens) { chain.removeSubrange(...opening) }
            // A login turns wrong passwords away, by itself or by what makes handlers of functions.
            let isEntry = start.hasPublicName || start.path.map(isEntrance) ?? false
            add(isEntry ? chain.map(\.withoutHandler) : chain, to: &start, in: file)
            if let described { add(described.chain, to: &start, in: described.file) }
            start.opensAccount = opensAccount(route, in: file)
            start.namesPassword = member.namesPassword
            start.isRateLimited = start.isRateLimited || member.links.contains(where: \.limitsRate)
            start.isForStaff = start.isForStaff || member.links.contains(where: \.isForStaff)
            start.hasUnknownLink = start.hasUnknownLink || member.verdict.isUnknown
            addEverywhere(to: &start, framework: route.framework, in: file)
            guard let router = route.router else { return [guarded(start, route, in: file)] }
            return accesses(
                of: RouterPlace(file: file, key: router), at: route.position, from: start, trail: []
            ).map { guarded($0, route, in: file) }
        }
    }

    /// What another file says that a route is.
    private func description(_ symbol: Symbol, in file: Int) -> (file: Int, description: RouteDescription)? {
        guard let found = resolver.resolve(symbol, in: file) else { return nil }
        return summaries[found.file].descriptions[resolver.localName(of: found)].map { (found.file, $0) }
    }

    /// What a handler does that may hand its callers on to another server, which may ask who they are.
    private func own(
        _ own: Deferred<AuthenticationVerdict>, of route: RouteSummary, in file: Int
    ) -> Deferred<AuthenticationVerdict> {
        let (handlers, calls) = (handlers, route.handlerCalls)
        return Deferred(
            own.value == .open && handlers.relayCallers(calls, in: file)
                ? .unknown("the server that it hands the caller on to may ask who that is") : own.value)
    }

    /// With its class where it stands in the file of the registration; empty for a function without a name.
    private func handlerName(of route: RouteSummary) -> String {
        route.handlerName ?? route.handlerSymbol?.display ?? ""
    }

    private func isRefusal(_ route: RouteSummary) -> Bool { names.holds(.refuses, handlerName(of: route)) }

    private func hasPublicName(_ route: RouteSummary, in file: Int) -> Bool {
        if names.holds(.publicName, handlerName(of: route).lastDottedPart)
            || names.holds(.entranceHandler, route.handlerName ?? route.handlerSymbol?.name ?? "")
        {
            return true
        }
        guard let key = route.router, let name = summaries[file].routers.first(where: { $0.key == key })?.name else {
            return false
        }
        return names.holds(.publicRouter, name)
    }

    /// `isShared` says that the links hold for many routes, of which they may pick some by their path.
    private func add(_ links: [MiddlewareLink], to access: inout Access, in file: Int, isShared: Bool = false) {
        for link in links {
            access.isRateLimited = access.isRateLimited || handlers.limitsRate(link, in: file)
            access.isValidated = access.isValidated || link.validates
            access.isForStaff = access.isForStaff || link.isForStaff
            if access.isOpened, !access.isGuardable { continue }
            if link.guardsWritesOnly, RouteMembers.readingMethods.isSuperset(of: access.methods) { continue }
            var verdict = handlers.verdict(of: link, in: file)
            if verdict.isUnknown, let symbol = link.symbol, !mounts.routers(symbol, in: file).isEmpty {
                verdict = .open
            }
            if isShared,
                verdict.isAuthenticated && handlers.decidesByPath(link, in: file)
                    || verdict == .open && handlers.guardsSomePaths(link, in: file)
            {
                verdict = .unknown("'\(link.name)' decides by the path")
            }
            access.hasUnknownLink = access.hasUnknownLink || verdict.isUnknown
            access.verdict = access.verdict.joined(with: verdict)
        }
    }

    /// Adds what a registration does, if it holds for a path.
    private func add(
        _ registration: MiddlewareRegistration, to access: inout Access, below path: String?, in file: Int
    ) {
        guard !registration.path.isEmpty else {
            return add(registration.links, to: &access, in: file, isShared: true)
        }
        guard let prefix = PathHole.filled(registration.path, with: paths) else {
            // Some routes are behind it, and nobody can say which.
            return add(
                registration.links.map { $0.uncertain("is behind a path that is not constant") }, to: &access, in: file)
        }
        if let path = path.flatMap({ PathHole.filled($0, with: paths) }),
            !Self.covers(prefix, isExact: registration.isExact, path)
        {
            return
        }
        add(registration.links, to: &access, in: file, isShared: true)
    }

    /// What is registered for all routes of a framework, by files of the same package.
    private func addEverywhere(to access: inout Access, framework: String, in file: Int) {
        access.isGuardable = false
        for other in registering {
            for registration in summaries[other].everywhere where registration.framework == framework {
                let isMeant =
                    registration.isProjectWide
                    ? isSameProject(other, file)
                    : Self.isSamePackage(summaries[other].path, summaries[file].path)
                guard isMeant else { continue }
                access.prefix = access.prefix.isEmpty ? registration.prefix : access.prefix
                add(registration.links, to: &access, in: other, isShared: true)
            }
        }
    }

    /// Whether two files stand below the same file that a project is run by, or below none.
    private func isSameProject(_ one: Int, _ other: Int) -> Bool { projects[one] == projects[other] }

    /// By file: the outermost folder around it that holds a file by which a project is run.
    private static func projects(_ summaries: FileSummaries, _ names: NameVocabulary) -> [String] {
        let folders = summaries.indices.map { SymbolResolver.folder(of: summaries[$0].path) }
        var roots: Set<String> = []
        for file in summaries.indices
        where names.holds(.projectFile, SymbolResolver.lastSegment(summaries[file].path)) {
            roots.insert(folders[file])
        }
        if roots.isEmpty { return [String](repeating: "", count: summaries.count) }
        var known: [String: String] = [:]
        return folders.map { folder in
            if let root = known[folder] { return root }
            let ends = folder.utf8.indices.filter { folder.utf8[$0] == UInt8(ascii: "/") } + [folder.endIndex]
            let root =
                ([folder.startIndex] + ends).lazy.map { String(folder[..<$0]) }.first(where: roots.contains) ?? ""
            known[folder] = root
            return root
        }
    }

    /// Whether `path` lies in the package of `registering`: below the `src` folder around it, or below its own folder.
    static func isSamePackage(_ registering: String, _ path: String) -> Bool {
        let folders = registering.split(separator: "/").dropLast()
        let root = folders.lastIndex(of: "src").map { folders[...$0] } ?? folders
        return path.split(separator: "/").starts(with: root)
    }

    private func accesses(
        of router: RouterPlace, at position: Int, from inner: Access, trail: [RouterPlace], branchings: Int = 0
    ) -> [Access] {
        // A router that is mounted inside itself is reached by no other way for that.
        let trail = trail + [router]
        guard trail.count <= Self.deepestMount, branchings <= Self.mostBranchings else { return [inner] }
        var access = inner
        for placed in registrations(on: router, before: position) {
            add(placed.registration, to: &access, below: inner.path, in: placed.file)
        }
        for remote in mounts.registrations(on: router) where !(remote.router.map(trail.contains) ?? false) {
            add(remote.registration, to: &access, below: inner.path, in: remote.file)
        }
        let made = summaries[router.file].routers.first { $0.key == router.key }
        if let made {
            add(made.chain, to: &access, in: router.file, isShared: true)
            access.path = access.path.map { RoutePath.join(named(made.prefix), $0) }
            if made.isResult, let symbol = made.symbol {
                // Each call of the function makes a router of its own, behind what the function registers.
                let models = mounts.routers(symbol, in: router.file)
                guard !models.isEmpty else { return [] }
                for model in models {
                    for placed in registrations(on: model, before: .max) {
                        add(placed.registration, to: &access, below: inner.path, in: placed.file)
                    }
                }
            } else if let symbol = made.symbol, resolver.resolve(symbol, in: router.file) != nil {
                // Made in another file: whatever is registered there comes first.
                let places = mounts.routers(symbol, in: router.file).filter { !trail.contains($0) }
                return places.flatMap { place in
                    accesses(
                        of: place, at: .max, from: access, trail: trail,
                        branchings: branchings + (places.count > 1 ? 1 : 0))
                }
            }
        }
        let all = mounts.mounts(of: router)
        if access.verdict == .open, let made, let doubt = doubt(about: made, in: router.file, isMounted: !all.isEmpty) {
            access.verdict = .unknown(doubt)
            access.hasUnknownLink = true
        }
        let outside = all.filter { !trail.contains(RouterPlace(file: $0.file, key: $0.mount.parent)) }
        guard !outside.isEmpty else { return [access] }
        var seen: Set<Access> = []
        return outside.prefix(Self.mostMounts).flatMap { place -> [Access] in
            var outer = access
            let inside = place.mount.replacesPrefix ? inner.path : outer.path
            outer.path = inside.map { RoutePath.join(named(place.mount.prefix), $0) }
            add(place.mount.chain, to: &outer, in: place.file, isShared: true)
            return accesses(
                of: RouterPlace(file: place.file, key: place.mount.parent), at: place.mount.position, from: outer,
                trail: trail, branchings: branchings + (outside.count > 1 ? 1 : 0))
        }.filter { seen.insert($0).inserted }.prefix(Self.mostMounts).map { $0 }
    }

    /// Why something that is not seen may stand before the routes of a router; nil where nothing says so.
    private func doubt(about router: Router, in file: Int, isMounted: Bool) -> String? {
        if router.isGiven { return "nothing shows how its router is made" }
        let isUnseen =
            !isMounted && (isElsewhere(router) || mounts.isStray(router, in: file) || isOfOwnType(router, in: file))
        return isUnseen ? "nothing shows where its router is used" : nil
    }

    /// Whether a router is a parameter whose type is a class of the project that extends nothing: it is no framework's, and
    /// what the class does with the routes is not known.
    private func isOfOwnType(_ router: Router, in file: Int) -> Bool {
        guard let found = router.type.flatMap({ resolver.resolve($0, in: file) }) else { return false }
        let name = resolver.localName(of: found)
        guard summaries[found.file].classNames.contains(name) else { return false }
        return details[found.file].classes.contains { $0.name == name && $0.bases.isEmpty && $0.kinds.isEmpty }
    }

    /// Whether a router is an object of a class that does not make it itself, what a list of routes is given to by an
    /// expression that is not understood, or a parameter whose name says that it is guarded: some code that is not seen
    /// decides what stands before its routes.
    private func isElsewhere(_ router: Router) -> Bool {
        guard router.position == nil, router.symbol == nil else { return false }
        return router.key.hasPrefix("m") || router.key.hasPrefix("s")
            || router.owner != nil && router.name.map { names.holds(.guardedRouter, $0) } == true
    }

    /// Routers inside routers that are followed (each call of a chain of groups makes one), how often the way out of them may
    /// part, and ways to one route: more than any application has, and few enough that no arrangement of mounts takes long.
    private static let deepestMount = 48
    private static let mostBranchings = 7
    private static let mostMounts = 32

    /// A prefix that is the name of a constant, by its value where the project has one of that name.
    private func named(_ prefix: String) -> String {
        guard prefix.hasPrefix("/{"), prefix.hasSuffix("}") else { return prefix }
        let name = prefix.dropFirst(2).dropLast().split(separator: ".").last.map(String.init) ?? ""
        return paths[name].flatMap { $0.isEmpty ? nil : $0 } ?? prefix
    }

    private static func covers(_ prefix: String, isExact: Bool, _ path: String) -> Bool {
        guard RoutePath.isBelow(path, prefix: prefix) else { return false }
        let isOpenEnded = prefix.utf8.last == UInt8(ascii: "*")
        return !isExact || isOpenEnded || RoutePath.segments(path).count == RoutePath.segments(prefix).count
    }

    /// Guards by path, wherever they stand.
    private func guarded(_ access: Access, _ route: RouteSummary, in file: Int) -> Access {
        var access = access
        access.path = access.path.flatMap { PathHole.filled($0, with: paths) }
        let isPublic = access.path.map { path in
            !names.holds(.accountExit, path)
                && (access.hasPublicName
                    || access.methods.contains { self.isPublic(method: $0, path: RoutePath.join(access.prefix, path)) })
        }
        // A login turns wrong passwords away, and authenticates nobody before it runs.
        if !access.verdict.isAuthenticated, let own = access.own?.value, isPublic != true || !own.isAuthenticated {
            access.verdict = access.verdict.joined(with: own)
        }
        access.own = nil
        guard let inner = access.path else { return access }
        let path = RoutePath.join(PathHole.filled(access.prefix, with: paths) ?? "", inner)
        access.path = path.hasPrefix("/") ? path : "/" + path
        for (index, guardian) in pathGuards where guardian.framework == route.framework {
            guard Self.isSamePackage(summaries[index].path, summaries[file].path) else { continue }
            if guardian.covers(route, methods: access.methods, paths: [access.path ?? path, inner]) {
                add(guardian.links, to: &access, in: index)
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
            if let wanted = criteria.first, !fulfills(wanted, file: file, route: index) { return false }
            let answers = accesses(file: file, route: index).map { fulfills($0, criteria) }
            if answers.contains(true) {
                guard let wanted = criteria.applicationKnowsCallers else { return true }
                return applications.knowsCallers(around: index, of: file, in: self) == wanted
            }
            return answers.contains(nil) ? nil : false
        case .outgoing(let index, let criteria):
            return fulfills(criteria, call: index, in: file)
        case .noErrorHandler, .wrapsRequests, .setsHeader, .hasFile:
            // Many findings ask the same, and each answer takes a look at all files.
            return knownAnswers.value(of: question) { isFulfilledBySomeFile(question) }
        case .violatesInferredEnvelope(let body):
            return inferredEnvelope.isFulfilled(by: body).map { !$0 }
        case .isRun(let place, let criteria):
            return route(running: place, in: file, criteria) != nil
        case .schemaLacks(let part, let use):
            return schema?.lacks(part, of: use)
        case .handlesRoute(let name):
            return handlesRoute(name, in: file)
        case .mountsRouter(let indexes):
            return mountsRouter(indexes, in: file)
        }
    }

    /// The answer to a question that is the same for whatever file it is of.
    private func isFulfilledBySomeFile(_ question: ProjectQuestion) -> Bool {
        switch question {
        case .noErrorHandler: !summaries.indices.contains { summaries[$0].registersErrorHandler }
        case .wrapsRequests: summaries.indices.contains { summaries[$0].wrapsRequests }
        case .setsHeader(let names): summaries.indices.contains { !summaries[$0].passedHeaders.isDisjoint(with: names) }
        case .hasFile(let globs, let exceptions): hasFile(globs, except: exceptions)
        default: false
        }
    }

    /// Whether a route is the first of a project with so many of them, none of which has such a path.
    private func fulfills(_ criteria: FirstRoute, file: Int, route: Int) -> Bool {
        var count = 0
        var isFirst = true
        for other in routingFiles where !criteria.exceptions.contains(where: { $0.matches(summaries[other].path) }) {
            let routes = summaries[other].routes
            let indexes = routes.indices.filter { !routes[$0].isCalledByName }
            if isFirst, other != file || indexes[0] != route { return false }
            isFirst = false
            // Where a folder gives routes their paths, a file may have the name of what is asked for: `routes/-/healthz.ts`.
            let name = SymbolResolver.lastSegment(summaries[other].path).prefix { !".-_".contains($0) }
            if criteria.lacking.holds("/" + name) { return false }
            for index in indexes {
                for access in accesses(file: other, route: index) {
                    count += 1
                    guard let path = access.path else { continue }
                    if criteria.lacking.holds(path) { return false }
                    if routes[index].saysHealthy, criteria.lackingUnlessHealthy?.holds(path) == true { return false }
                }
            }
        }
        return count >= criteria.minimum
    }

    /// Whether one way to reach a route fulfils the criteria; nil where that cannot be known.
    func fulfills(_ access: Access, _ criteria: RouteCriteria) -> Bool? {
        if !criteria.methods.isEmpty {
            if access.methodsAreAssumed { return nil }
            // A handler that only says that it does not take the method.
            if !access.statuses.isEmpty, access.statuses.allSatisfy({ $0 == 405 || $0 == 501 }) { return false }
            // What it does, it does for messages, which have no method.
            if access.isUpgrade { return false }
            // Whatever is asked of it, it refuses: `app.all("/sends/*", notSupported)`.
            if access.isRefusal { return false }
            guard access.methods.contains("*") || !criteria.methods.isDisjoint(with: access.methods) else {
                return false
            }
        }
        if criteria.path != nil || criteria.excludedPath != nil || criteria.namedPath != nil {
            guard let path = access.path else { return nil }
            if let wanted = criteria.namedPath, !wanted.holds(named: path) { return false }
            if let wanted = criteria.path, !wanted.holds(path) { return false }
            if let unwanted = criteria.excludedPath, unwanted.holds(path) { return false }
        }
        if let wanted = criteria.isPublic {
            let isPublic =
                access.isOpened || access.hasPublicName || isAccountOpening(access)
                ? true : access.path.map { path in access.methods.allSatisfy { self.isPublic(method: $0, path: path) } }
            guard let isPublic else { return nil }
            guard isPublic == wanted else { return false }
        }
        if let wanted = criteria.isRateLimited {
            if !access.isRateLimited, access.hasUnknownLink { return nil }
            guard wanted == access.isRateLimited else { return false }
        }
        if let wanted = criteria.changesRecords {
            guard let changes = changesRecords(access) else { return nil }
            guard changes == wanted else { return false }
        }
        if let wanted = criteria.onlyReads {
            guard let path = access.path.map(RoutePath.normalized) else { return nil }
            guard wanted == (access.namesReading || names.holds(.readingPath, path)) else { return false }
        }
        if let wanted = criteria.saysChange {
            guard let path = access.path.map(RoutePath.normalized) else { return nil }
            guard wanted == names.holds(.changingPath, path) else { return false }
        }
        if let wanted = criteria.isForStaff, wanted != access.isForStaff { return false }
        if let wanted = criteria.isMostlyGuarded, wanted != isMostlyGuarded { return false }
        if let wanted = criteria.isValidated, wanted != access.isValidated { return false }
        guard let wanted = criteria.authenticated else { return true }
        return access.verdict.isUnknown ? nil : access.verdict.isAuthenticated == wanted
    }

    /// Whether people who are not signed in yet prove at a path who they are.
    private func isEntrance(_ path: String) -> Bool {
        names.holds(.publicPath, path) && (names.holds(.accountEntry, path) || names.holds(.entranceStep, path))
    }

    /// Whether a route is public by convention or by configuration.
    public func isPublic(method: String, path: String) -> Bool {
        names.holds(.publicPath, path) || names.holds(.telemetryPath, path)
            || publicRoutes.contains { entry in
                let parts = entry.split(separator: " ")
                guard let last = parts.last else { return false }
                if parts.count > 1, parts[0] != method, parts[0] != "*" { return false }
                return RoutePath.matches(pattern: String(last), path: path)
            }
    }
}
