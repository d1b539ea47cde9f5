import Matching

/// How the routes of a project are reached.
extension ProjectFacts {
    /// The ways to reach a route of a file, under all prefixes and behind all that stands before it.
    func findAccesses(file: Int, route index: Int) -> [Access] {
        var route = summaries[file].routes[index]
        var described: (file: Int, chain: [MiddlewareLink])?
        if let symbol = route.description {
            guard let found = description(symbol, in: file) else { return [] }
            (route.methods, route.path) = (found.description.methods, found.description.path)
            described = (found.file, found.description.chain)
        }
        return routeMembers.members(of: route, in: file).flatMap { member -> [Access] in
            var start = Access(
                path: route.path.map { RoutePath.joinWhole($0, member.path) }, methods: member.methods,
                methodsAreAssumed: member.methodsAreAssumed, handlerFile: member.file, handlerLine: member.line,
                statuses: member.statuses, verdict: member.verdict, own: member.own, knownContent: member.content)
            start.file = file
            start.handlerName = handlerName(of: route)
            start.versions = route.versions
            start.callsLimiter = member.callsLimiter
            var chain = route.chain
            if route.isCalledByName, member.own.value == .open,
                route.callsServer || handlers.callServer(route.handlerCalls, in: file)
            {
                // What the client calls by its name is mostly the way to a server that clients do not call.
                start.own = Deferred(.unknown("the server that it calls may ask who calls"))
            }
            if let known = start.own, !route.handlerCalls.isEmpty { start.own = own(known, of: route, in: file) }
            start.isRefusal =
                isRefusal(route) || member.traits.isIdle
                || member.methods == ["*"] && !member.statuses.isEmpty && member.statuses.allSatisfy { $0 >= 400 }
            start.isUpgrade = route.isUpgrade
            start.hasPublicName = hasPublicName(route, in: file)
            start.traits = member.traits
            // Other methods than POST say themselves that they change something.
            start.traits.onlyReads =
                member.traits.onlyReads && RouteMembers.readingMethods.union(["POST"]).isSuperset(of: member.methods)
                || names.holds(.readingHandler, handlerName(of: route).lastDottedPart)
            start.isOpened = member.isOpened || chain.contains(where: \.opens)
            if let opening = chain.lastIndex(where: \.opens) { chain.removeSubrange(...opening) }
            // A login turns wrong passwords away, by itself or by what makes handlers of functions.
            let isEntry = start.hasPublicName || start.path.map(isEntrance) ?? false
            add(isEntry ? chain.map(\.withoutHandler) : chain, to: &start, in: file)
            if let described { add(described.chain, to: &start, in: described.file) }
            start.opensAccount = opensAccount(route, in: file)
            start.isRateLimited = start.isRateLimited || member.links.contains(where: \.limitsRate)
            start.isForStaff = start.isForStaff || member.links.contains(where: \.isForStaff)
            start.asksPermission = start.asksPermission || member.links.contains(where: \.asksPermission)
            start.hasUnknownLink = start.hasUnknownLink || member.verdict.isUnknown
            addEverywhere(to: &start, framework: route.framework, in: file)
            guard let router = route.router else { return guarded(start, route, in: file) }
            return accesses(
                of: RouterPlace(file: file, key: router), at: route.position, from: start, trail: []
            ).flatMap { guarded($0, route, in: file) }
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
            if !link.exceptions.isEmpty {
                access.excepting.append(ExceptingLink(link: link, file: file, isShared: isShared))
                continue
            }
            access.isRateLimited = access.isRateLimited || handlers.limitsRate(link, in: file)
            access.isValidated = access.isValidated || link.validates
            access.isForStaff = access.isForStaff || link.isForStaff
            access.asksPermission = access.asksPermission || link.asksPermission
            if access.isOpened, !access.isGuardable { continue }
            if link.guardsWritesOnly, RouteMembers.readingMethods.isSuperset(of: access.methods) { continue }
            var verdict = handlers.verdict(of: link, in: file)
            // What makes or is a router turns nobody away; what does so under a condition is none.
            if let symbol = link.symbol,
                verdict.isUnknown && verdict != link.doubt.map(AuthenticationVerdict.unknown)
                    && mounts.isRouter(symbol, in: file)
                    || link.restsOnName && mounts.isMadeRouter(symbol, in: file)
            {
                verdict = .open
            }
            if isShared,
                verdict.isAuthenticated && handlers.decidesByPath(link, in: file)
                    || verdict == .open && handlers.guardsSomePaths(link, in: file)
            {
                verdict = .unknown("'\(link.name)' decides by the path")
            }
            // Of what the project has itself it is known whether it limits rates, whatever it does about callers.
            access.hasUnknownLink = access.hasUnknownLink || verdict.isUnknown && !handlers.has(link, in: file)
            access.verdict = access.verdict.joined(with: verdict)
        }
    }

    /// Adds what a registration does, if it holds for a path.
    private func add(
        _ registration: MiddlewareRegistration, to access: inout Access, below path: String?, in file: Int
    ) {
        var registration = registration
        if !registration.methods.isEmpty {
            guard access.methods.contains(where: { $0 == "*" || registration.methods.contains($0) }) else { return }
            if !access.methods.allSatisfy(registration.methods.contains) {
                registration.links = registration.links.map { $0.uncertain("is not registered for all methods") }
            }
        }
        guard !registration.path.isEmpty else {
            return add(registration.links, to: &access, in: file, isShared: true)
        }
        guard let prefix = filled(registration.path) else {
            // Some routes are behind it, and nobody can say which.
            return add(
                registration.links.map { $0.uncertain("is behind a path that is not constant") }, to: &access, in: file)
        }
        if let path = path.flatMap(filled),
            !Self.covers(prefix, isExact: registration.isExact, path)
        {
            return
        }
        add(registration.links, to: &access, in: file, isShared: true)
    }

    /// What is registered for all routes of a framework, by files of the same package.
    private func addEverywhere(to access: inout Access, framework: String, in file: Int) {
        access.isGuardable = false
        let isEntry = access.path.map { names.holds(.accountEntry, RoutePath.join("", $0)) } ?? false
        for other in registering {
            for registration in summaries[other].everywhere where registration.framework == framework {
                let isMeant =
                    registration.isProjectWide
                    ? isSameProject(other, file)
                    : Self.isSamePackage(summaries[other].path, summaries[file].path)
                guard isMeant else { continue }
                if access.prefix.isEmpty {
                    (access.prefix, access.prefixExceptions) = (registration.prefix, registration.exceptions)
                }
                access.versioning = access.versioning ?? registration.versioning
                // What guards all routes lets those pass who are about to sign in, or nobody ever could.
                let links =
                    isEntry
                    ? registration.links.map { $0.uncertain("stands before all routes, and here somebody signs in") }
                    : registration.links
                add(links, to: &access, in: other, isShared: true)
            }
        }
    }

    /// Whether two files stand below the same file that a project is run by, or below none.
    private func isSameProject(_ one: Int, _ other: Int) -> Bool { projects[one] == projects[other] }

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
        guard let made = summaries[router.file].routers.first(where: { $0.key == router.key }) else {
            return accesses(
                outOf: router, made: nil, from: access, inner: inner.path, trail: trail, branchings: branchings)
        }
        add(made.chain, to: &access, in: router.file, isShared: true)
        return ([made.prefix] + made.otherPrefixes).flatMap { prefix -> [Access] in
            var own = access
            own.path = own.path.map { RoutePath.join(named(prefix), $0) }
            own.versions = own.versions ?? made.versions
            return accesses(
                outOf: router, made: made, from: own, inner: inner.path, trail: trail, branchings: branchings)
        }
    }

    /// The ways out of a router, behind all that is registered on it. `inner` is the path without the router's own prefix.
    private func accesses(
        outOf router: RouterPlace, made: Router?, from start: Access, inner: String?, trail: [RouterPlace],
        branchings: Int
    ) -> [Access] {
        var access = start
        if let made {
            if let symbol = made.isResult ? made.symbol : made.maker {
                // Each call of the function makes a router of its own, behind what the function registers.
                let models = mounts.routers(symbol, in: router.file)
                guard !models.isEmpty || !made.isResult else { return [] }
                for model in models {
                    for placed in registrations(on: model, before: .max) {
                        add(placed.registration, to: &access, below: inner, in: placed.file)
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
        if !outside.isEmpty, outside.allSatisfy({ $0.mount.heir != nil }) {
            // A class that others extend may handle requests itself as well.
            let own = made?.isRoot == true ? [access] : []
            return own
                + outside.filter { !definesAnew(access, $0) }.prefix(Self.mostMounts).flatMap {
                    self.accesses(through: $0, from: access, made, inner, trail, branchings, of: outside.count)
                }
        }
        guard !outside.isEmpty else {
            access.isUnmounted = all.isEmpty && made?.isRoot == false
            return [access]
        }
        var seen: Set<Access> = []
        return outside.prefix(Self.mostMounts).flatMap {
            self.accesses(through: $0, from: access, made, inner, trail, branchings, of: outside.count)
        }.filter { seen.insert($0).inserted }.prefix(Self.mostMounts).map { $0 }
    }

    /// The ways out of a router through one of its mounts, of which there are so many.
    private func accesses(
        through place: MountTable.PlacedMount, from access: Access, _ made: Router?, _ inner: String?,
        _ trail: [RouterPlace], _ branchings: Int, of count: Int
    ) -> [Access] {
        var outer = access
        let inside = place.mount.replacesPrefix ? inner : outer.path
        let prefix = PathHole.bound(place.mount.prefix, to: made?.texts ?? [:])
        let given = made?.given(by: place.mount) ?? [:]
        outer.path = inside.map { RoutePath.join(named(prefix), PathHole.bound($0, to: given)) }
        add(place.mount.chain, to: &outer, in: place.file, isShared: true)
        if place.mount.heir != nil, place.mount.chain.contains(where: \.opens) { outer.isOpened = true }
        return accesses(
            of: RouterPlace(file: place.file, key: place.mount.parent), at: place.mount.position, from: outer,
            trail: trail, branchings: branchings + (count > 1 ? 1 : 0))
    }

    /// Whether a class that extends the one around a handler has a method of the handler's name.
    private func definesAnew(_ access: Access, _ place: MountTable.PlacedMount) -> Bool {
        guard let heir = place.mount.heir else { return false }
        return summaries[place.file].functionNames.contains(heir + "." + access.handlerName.lastDottedPart)
    }

    /// Why something that is not seen may stand before the routes of a router; nil where nothing says so.
    private func doubt(about router: Router, in file: Int, isMounted: Bool) -> String? {
        if router.isGiven { return "nothing shows how its router is made" }
        if !isMounted, isApplication(madeFor: router, in: file) { return nil }
        let isUnseen =
            !isMounted && (isElsewhere(router) || mounts.isStray(router, in: file) || isOfOwnType(router, in: file))
        return isUnseen ? "nothing shows where its router is used" : nil
    }

    /// Whether the function that a variable has a router from makes applications.
    private func isApplication(madeFor router: Router, in file: Int) -> Bool {
        guard let models = router.maker.map({ mounts.routers($0, in: file) }), !models.isEmpty else { return false }
        return models.allSatisfy { model in
            summaries[model.file].routers.contains { $0.key == model.key && $0.isRoot }
        }
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

    /// See `PathHole.filled`. Each path meets all that is registered before it.
    private func filled(_ path: String) -> String? {
        PathHole.hasNames(path) ? filledPaths.value(of: path) { PathHole.filled(path, with: paths) } : path
    }

    /// Whether requests for a path by these methods are among those that something passes over; nil where only some are, or
    /// nobody can say. What parameters stand for is tried out.
    private func passesOver(_ exceptions: [PathGuardPlace], _ methods: [String], _ path: String?) -> Bool? {
        guard !exceptions.isEmpty else { return false }
        guard let path else { return nil }
        let segments = RoutePath.segments(path)
        let samples = segments.contains(nil) ? Self.parameterSamples : [""]
        let answers = methods.flatMap { method in
            samples.map { sample in
                let spelled = "/" + segments.map { $0 ?? sample }.joined(separator: "/")
                return exceptions.contains { place in
                    (place.method ?? method) == method && matches(spelled, place.expression)
                }
            }
        }
        return Set(answers).count == 1 ? answers[0] : nil
    }

    private func matches(_ path: String, _ expression: String) -> Bool {
        let compiled = exceptionExpressions.value(of: expression) {
            try? RegularExpression(Array(expression.utf8), options: [])
        }
        // Of what one cannot read one cannot say that it leaves a path out.
        return compiled.map { $0.firstMatch(in: Array(path.utf8)) != nil } ?? true
    }

    /// Texts that the parameters of paths stand for: numbers, names, keys.
    private static let parameterSamples = [
        "1", "a", "ab-1", "507f1f77bcf86cd799439011", "123e4567-e89b-42d3-a456-426614174000",
    ]

    private static func covers(_ prefix: String, isExact: Bool, _ path: String) -> Bool {
        guard RoutePath.isBelow(path, prefix: prefix) else { return false }
        let isOpenEnded = prefix.utf8.last == UInt8(ascii: "*")
        return !isExact || isOpenEnded || RoutePath.segments(path).count == RoutePath.segments(prefix).count
    }

    /// What holds for the whole path of a route, under each of its versions.
    private func guarded(_ access: Access, _ route: RouteSummary, in file: Int) -> [Access] {
        (access.versioning?.segments(of: access.versions) ?? [""]).map { version in
            var access = access
            access.path = access.path.flatMap(filled)
            let isExcepted = passesOver(access.prefixExceptions, access.methods, access.path) == true
            access.prefix = RoutePath.join(isExcepted ? "" : access.prefix, version)
            return guarded(access, route, in: file)
        }
    }

    /// Guards by path, wherever they stand.
    private func guarded(_ access: Access, _ route: RouteSummary, in file: Int) -> Access {
        var access = access
        let whole = access.path.map { RoutePath.join(filled(access.prefix) ?? "", $0) }
        for excepting in access.excepting {
            var link = excepting.link
            let isExcepted = passesOver(link.exceptions, access.methods, whole)
            link.exceptions = []
            if isExcepted == true { continue }
            add(
                [isExcepted == nil ? link.uncertain("passes over some paths") : link], to: &access,
                in: excepting.file, isShared: excepting.isShared)
        }
        access.excepting = []
        let isPublic = access.path.map { path in
            !names.holds(.accountExit, path)
                && (access.hasPublicName
                    || access.methods.contains { self.isPublic(method: $0, path: RoutePath.join(access.prefix, path)) })
        }
        // A login turns wrong passwords away, and authenticates nobody before it runs. Who asks for the session has signed in.
        if !access.verdict.isAuthenticated, let own = access.own?.value,
            isPublic != true || !own.isAuthenticated || access.traits.asksForSession
        {
            access.verdict = access.verdict.joined(with: own)
        }
        access.own = nil
        guard let inner = access.path, let path = whole else { return access }
        access.path = path.hasPrefix("/") ? path : "/" + path
        for (index, guardian) in pathGuards where guardian.framework == route.framework {
            guard Self.isSamePackage(summaries[index].path, summaries[file].path) else { continue }
            if guardian.covers(route, methods: access.methods, paths: [access.path ?? path, inner]) {
                add(guardian.links, to: &access, in: index)
            }
        }
        return access
    }
}
