/// Questions about which routes run some code.
extension ProjectFacts {
    /// A way to reach a route, with the place where that is registered.
    struct RunningRoute {
        var file: Int
        var route: Int
        var access: Access
    }

    /// A route that fulfils the criteria and runs the code: it stands in the route's handler, in a function that is its
    /// handler, or in one that its handler calls.
    func route(running place: RunPlace, in file: Int, _ criteria: RouteCriteria) -> RunningRoute? {
        let own = place.routes.lazy.compactMap { wanted(file, $0, criteria, testing: place.methods) }.first
        if own != nil || place.functions.isEmpty { return own }
        return summaries.indices.lazy.compactMap { other in
            summaries[other].routes.indices.lazy.compactMap { index in
                let route = summaries[other].routes[index]
                let symbols = (route.handlerSymbol.map { [$0] } ?? []) + route.handlerCalls
                guard symbols.contains(where: { names($0, in: other, oneOf: place.functions, of: file) }) else {
                    return nil
                }
                return wanted(other, index, criteria, testing: place.methods)
            }.first
        }.first
    }

    /// A way to reach a route that fulfils the criteria, with no method that they do not name. Where the code itself asks
    /// for methods, the route's others do not count.
    private func wanted(
        _ file: Int, _ route: Int, _ criteria: RouteCriteria, testing methods: [String]
    ) -> RunningRoute? {
        for access in accesses(file: file, route: route) {
            var access = access
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

    /// Whether a symbol means one of the functions of a file.
    private func names(_ symbol: Symbol, in other: Int, oneOf functions: [String], of file: Int) -> Bool {
        let last = Self.last(symbol.name.isEmpty ? symbol.module : symbol.name)
        // A cheap look before the symbol is resolved: a default export may have any name.
        guard last == "default" || functions.contains(where: { Self.last($0) == last }),
            let found = resolver.resolve(symbol, in: other), found.file == file
        else { return false }
        let wanted = found.name.isEmpty ? "default" : found.name
        let local = summaries[file].exports[wanted] ?? wanted
        return functions.contains { $0 == local || $0 == Self.last(local) || Self.last($0) == local }
    }

    private static func last(_ name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    }
}
