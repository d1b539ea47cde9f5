/// Questions about which routes run some code.
extension ProjectFacts {
    /// A method of a class by its file and 1-based line.
    struct HandlerPlace: Hashable {
        var file: Int
        var line: Int
    }

    /// The routes that classes handle, by the methods of the classes.
    func findClassHandlers() -> [HandlerPlace: [(file: Int, route: Int)]] {
        var found: [HandlerPlace: [(file: Int, route: Int)]] = [:]
        for file in summaries.indices {
            for index in summaries[file].routes.indices where summaries[file].routes[index].classHandler != nil {
                for member in routeMembers.members(of: summaries[file].routes[index], in: file) {
                    found[HandlerPlace(file: member.file, line: member.line), default: []].append((file, index))
                }
            }
        }
        return found
    }

    /// A way to reach a route, with the place where that is registered.
    struct RunningRoute {
        var file: Int
        var route: Int
        var access: Access
    }

    /// A route that fulfils the criteria and runs the code: it stands in the route's handler, in a function that is its
    /// handler, in one that its handler calls, or in one that those call in turn and whose result they give back.
    func route(running place: RunPlace, in file: Int, _ criteria: RouteCriteria) -> RunningRoute? {
        var places = [(place: place, file: file)]
        var seen = Set<HandlerPlace>()
        for _ in 0...Self.mostCallers {
            for (place, file) in places {
                if let found = route(handledBy: place, in: file, criteria) { return found }
            }
            places = places.flatMap { callers(of: $0.place, in: $0.file) }.filter { caller in
                seen.insert(HandlerPlace(file: caller.file, line: caller.place.methodLines.first ?? 0)).inserted
            }
            if places.isEmpty { return nil }
        }
        return nil
    }

    /// Functions that call functions are followed this far up.
    private static let mostCallers = 2

    /// Where other functions of the project run some code: those that give back what a function gives that it stands in.
    private func callers(of place: RunPlace, in file: Int) -> [(place: RunPlace, file: Int)] {
        guard !place.functions.isEmpty else { return [] }
        return functionCalls.uses(of: place.functions).compactMap { use in
            guard names(use.symbol, in: use.file, oneOf: place.functions, of: file) else { return nil }
            let routes = summaries[use.file].routes
            let caller = RunPlace(
                routes: routes.indices.filter { routes[$0].handlerLine == use.function.line },
                functions: [use.function.name], methodLines: [use.function.line], methods: place.methods)
            return (caller, use.file)
        }
    }

    private func route(handledBy place: RunPlace, in file: Int, _ criteria: RouteCriteria) -> RunningRoute? {
        let own = place.routes.map { (file: file, route: $0) }
        let bodiless = place.bodilessLine.map { (file: file, line: $0) }
        if let found = first(of: own, criteria, testing: place.methods, bodiless) { return found }
        let members = place.methodLines.flatMap { classHandlers[HandlerPlace(file: file, line: $0)] ?? [] }
        if let found = first(of: members, criteria, testing: place.methods, nil, by: (file, place.methodLines)) {
            return found
        }
        if place.functions.isEmpty { return nil }
        let others = handlerNames.uses(of: place.functions).filter { use in
            self.names(use.symbol, in: use.place.file, oneOf: place.functions, of: file)
                || self.asksFor(use.symbol, in: use.place.file, oneOf: place.functions, of: file)
        }.map { (file: $0.place.file, route: $0.place.route) }
        return first(of: others, criteria, testing: place.methods, bodiless)
    }

    /// The first of several routes with the same handler that fulfils the criteria. Where the path takes other methods by
    /// the same handler, that may tell them apart.
    private func first(
        of routes: [(file: Int, route: Int)], _ criteria: RouteCriteria, testing methods: [String],
        _ bodiless: (file: Int, line: Int)?, by handlers: (file: Int, lines: [Int])? = nil
    ) -> RunningRoute? {
        routes.lazy.compactMap { self.wanted($0.file, $0.route, criteria, testing: methods, bodiless, by: handlers) }
            .first {
                found in
                criteria.methods.isEmpty || !methods.isEmpty || found.access.path == nil
                    || !routes.contains { other in
                        self.accesses(file: other.file, route: other.route).contains {
                            $0.path == found.access.path && !(criteria.takesUnsaidMethods && $0.methodsAreAssumed)
                                && !criteria.methods.isSuperset(of: $0.methods)
                                && isHandled($0, by: handlers)
                        }
                    }
            }
    }

    /// A way to reach a route that fulfils the criteria, with no method that they do not name. Where the code itself asks
    /// for methods, the route's others do not count.
    private func wanted(
        _ file: Int, _ route: Int, _ criteria: RouteCriteria, testing methods: [String],
        _ bodiless: (file: Int, line: Int)?, by handlers: (file: Int, lines: [Int])?
    ) -> RunningRoute? {
        for access in accesses(file: file, route: route) {
            guard isHandled(access, by: handlers) else { continue }
            var access = access
            if criteria.takesUnsaidMethods, access.methodsAreAssumed, let bodiless,
                access.handlerFile == bodiless.file, access.handlerLine == bodiless.line
            {
                access.methods = criteria.methods.min().map { [$0] } ?? []
                access.methodsAreAssumed = false
            }
            if !methods.isEmpty {
                access.methods = methods
                access.methodsAreAssumed = false
            }
            let isOnly = criteria.methods.isEmpty || criteria.methods.isSuperset(of: access.methods)
            if isOnly, fulfills(access, criteria) == true {
                return RunningRoute(file: file, route: route, access: access)
            }
        }
        return nil
    }

    /// Whether one of several methods handles a way to reach a route: a class has a method for each of the request's.
    private func isHandled(_ access: Access, by handlers: (file: Int, lines: [Int])?) -> Bool {
        handlers.map { access.handlerFile == $0.file && $0.lines.contains(access.handlerLine) } ?? true
    }

    /// Whether a symbol means one of the functions of a file.
    func names(
        _ symbol: Symbol, in other: Int, oneOf functions: [String], of file: Int, depth: Int = 0
    ) -> Bool {
        guard let found = resolver.resolve(symbol, in: other) else { return false }
        if depth < 2, let method = resolver.method(ofInstance: found) {
            return names(method, in: found.file, oneOf: functions, of: file, depth: depth + 1)
        }
        guard found.file == file else { return false }
        let wanted = found.name.isEmpty ? "default" : found.name
        let local = summaries[file].exports[wanted] ?? wanted
        return functions.contains {
            $0 == local || $0 == local.lastDottedPart || $0.lastDottedPart == local
        }
    }

    /// Whether a symbol means what one of the methods of a file is what its class has for: that of a class which that inherits, or
    /// of a protocol that it keeps to.
    func asksFor(_ symbol: Symbol, in other: Int, oneOf methods: [String], of file: Int) -> Bool {
        guard let named = resolver.resolve(symbol, in: other) ?? requirement(symbol, in: other) else { return false }
        let method = resolver.method(ofInstance: named).flatMap { method in
            resolver.resolve(method, in: named.file) ?? requirement(method, in: named.file)
        }
        let found = method ?? named
        return methods.contains { implements($0, in: file, found) }
    }

    /// What a protocol of the project asks of the types that keep to it, which is no function of its file.
    private func requirement(_ symbol: Symbol, in file: Int) -> SymbolResolver.Resolution? {
        guard let dot = symbol.name.lastIndex(of: ".") else { return nil }
        var found = resolver.resolve(Symbol(module: symbol.module, name: String(symbol.name[..<dot])), in: file)
        found?.name += symbol.name[dot...]
        return found
    }

    /// Whether a method, with its class, is what a class has for a method of one that it inherits or a protocol that it keeps to.
    private func implements(_ method: String, in file: Int, _ found: SymbolResolver.Resolution) -> Bool {
        guard let dot = method.lastIndex(of: "."), let other = found.name.lastIndex(of: "."),
            method[dot...] == found.name[other...], method[..<dot] != found.name[..<other],
            let type = handlers.class(Symbol(name: String(method[..<dot])), in: file), type.file == file,
            let base = handlers.class(Symbol(name: String(found.name[..<other])), in: found.file)
        else { return false }
        return handlers.inherits(type, base)
    }
}
