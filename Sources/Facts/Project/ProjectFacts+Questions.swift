/// What the files ask of the project that they belong to.
extension ProjectFacts {
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
        case .noErrorHandler, .wrapsRequests, .setsHeader, .hasFile, .belongToUsers, .areAccounts:
            // Many findings ask the same, and each answer takes a look at all files.
            return knownAnswers.value(of: question) { isFulfilledBySomeFile(question) }
        case .violatesInferredEnvelope(let body):
            return inferredEnvelope.isFulfilled(by: body).map { !$0 }
        case .isRun(let place, let criteria):
            return route(running: place, in: file, criteria) != nil
        case .readsOpenly(let identifiers):
            return identifiers.allSatisfy(readsOpenly)
        case .schemaLacks(let part, let use):
            return schema?.lacks(part, of: use)
        case .changesType(let columns):
            return schema?.changesType(ofOneOf: columns, in: path) ?? true
        case .handlesRoute(let name, let methodLine):
            return handlesRoute(name, in: file)
                || methodLine.map { classHandlers[HandlerPlace(file: file, line: $0)] != nil } ?? false
        case .mountsRouter(let indexes):
            return mountsRouter(indexes, in: file)
        case .mountsNoRouter(let index):
            return !mountsRouter([index], in: file)
        case .isGivenHarmless(let places):
            return isGivenHarmless(places, of: file)
        case .isCalledInTransactions(let name):
            return isCalledInTransactions(name, of: file)
        case .isCalledPerElement(let places):
            return callPerElement(places, of: file) != nil
        case .isSentUnchecked(let inputs, let place, let criteria):
            return route(sending: inputs, storedAt: place, in: file, criteria) != nil
        }
    }

    /// The answer to a question that is the same for whatever file it is of.
    private func isFulfilledBySomeFile(_ question: ProjectQuestion) -> Bool {
        switch question {
        case .noErrorHandler: !summaries.indices.contains { summaries[$0].registersErrorHandler }
        case .wrapsRequests: summaries.indices.contains { summaries[$0].wrapsRequests }
        case .setsHeader(let names): summaries.indices.contains { !summaries[$0].passedHeaders.isDisjoint(with: names) }
        case .hasFile(let globs, let exceptions): hasFile(globs, except: exceptions)
        case .belongToUsers(let tables):
            summaries.indices.contains { summaries[$0].ownedTables.contains(where: tables.contains) }
        case .areAccounts(let tables):
            summaries.indices.contains { summaries[$0].accountTables.contains(where: tables.contains) }
        default: false
        }
    }

    /// Whether a route is the first of a project with so many of them, none of which has such a path.
    private func fulfills(_ criteria: FirstRoute, file: Int, route: Int) -> Bool {
        var count = 0
        var isFirst = true
        for other in routingFiles where isOwn(other, criteria) {
            let routes = summaries[other].routes
            let indexes = routes.indices.filter { !routes[$0].isCalledByName }
            // Of a chain, the call around the others comes first, and its route last.
            let first = indexes.min { (routes[$0].line, $0) < (routes[$1].line, $1) }
            if isFirst, other != file || first != route { return false }
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
        return count >= criteria.minimum && !handlesLacking(criteria)
    }

    /// Whether some call, known to register routes or not, is given such a path with what handles it, be that the router of a
    /// package.
    private func handlesLacking(_ criteria: FirstRoute) -> Bool {
        summaries.indices.contains { file in
            let paths = summaries[file].handledPaths + summaries[file].mounts.map(\.prefix)
            return paths.contains { criteria.lacking.holds($0) } && isOwn(file, criteria)
        }
    }

    /// Whether the routes of a file are the project's own. Those of a library belong to whoever uses it.
    private func isOwn(_ file: Int, _ criteria: FirstRoute) -> Bool {
        let path = summaries[file].path
        return !criteria.exceptions.contains { $0.matches(path) } && !libraries.contains { path.hasPrefix($0) }
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
            if let wanted = criteria.path, !wanted.holds(path),
                !(criteria.takesUnmountedRoot && access.isUnmounted && ["", "/"].contains(RoutePath.normalized(path)))
            {
                return false
            }
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
            let limitsRate = access.limitsRate
            if !limitsRate, access.hasUnknownLink { return nil }
            guard wanted == limitsRate else { return false }
        }
        if let wanted = criteria.changesRecords {
            guard let changes = changesRecords(access) else { return nil }
            guard changes == wanted else { return false }
        }
        if let wanted = criteria.onlyReads {
            guard let path = access.path.map(RoutePath.normalized) else { return nil }
            guard wanted == (access.traits.onlyReads || names.holds(.readingPath, path)) else { return false }
        }
        if let wanted = criteria.onlyAnswers, wanted != (access.traits.onlyAnswers && mostlyDoesMore) { return false }
        if let wanted = criteria.saysChange {
            guard let path = access.path.map(RoutePath.normalized) else { return nil }
            guard wanted == names.holds(.changingPath, path) else { return false }
        }
        if let wanted = criteria.takesCredentials {
            // Who replaces or removes an account has one already, and so has whoever names one in the path.
            let takes =
                access.traits.takesCredentials
                && RouteMembers.readingMethods.union(["POST"]).isSuperset(of: access.methods)
                && access.path.map { !RoutePath.normalized($0).hasSuffix("/{}") } ?? true
            guard wanted == takes else { return false }
        }
        if let wanted = criteria.isForStaff, wanted != access.isForStaff { return false }
        if let wanted = criteria.asksPermission, wanted != access.asksPermission { return false }
        if let wanted = criteria.isMostlyGuarded, wanted != (isMostlyGuarded && !openFiles.contains(access.file)) {
            return false
        }
        if let wanted = criteria.isValidated, wanted != access.isValidated { return false }
        if let wanted = criteria.isKnownAuthenticated, wanted != access.verdict.isAuthenticated { return false }
        guard let wanted = criteria.authenticated else { return true }
        return access.verdict.isUnknown ? nil : access.verdict.isAuthenticated == wanted
    }

    /// Whether people who are not signed in yet prove at a path who they are.
    func isEntrance(_ path: String) -> Bool {
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
