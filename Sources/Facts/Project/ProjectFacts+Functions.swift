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
        let own = place.routes.lazy.compactMap { self.wanted(file, $0, criteria, testing: place.methods) }.first
        if own != nil || place.functions.isEmpty { return own }
        return handlerNames.uses(of: place.functions).lazy.filter { use in
            self.names(use.symbol, in: use.place.file, oneOf: place.functions, of: file)
        }.compactMap { use in
            self.wanted(use.place.file, use.place.route, criteria, testing: place.methods)
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
        guard let found = resolver.resolve(symbol, in: other), found.file == file else { return false }
        let wanted = found.name.isEmpty ? "default" : found.name
        let local = summaries[file].exports[wanted] ?? wanted
        return functions.contains {
            $0 == local || $0 == local.lastDottedPart || $0.lastDottedPart == local
        }
    }
}
