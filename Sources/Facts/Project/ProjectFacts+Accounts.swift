/// Routes by which people open accounts.
extension ProjectFacts {
    /// Whether a way to reach a route is one for people who have no account yet: what creates users where users are kept.
    func isAccountOpening(_ access: Access) -> Bool {
        guard !RouteMembers.readingMethods.isSuperset(of: access.methods),
            Set(access.methods).isSubset(of: ["POST", "PUT", "GET"]),
            let path = access.path, names.holds(.accountPath, path)
        else { return false }
        return access.opensAccount && access.methods == ["POST"]
            || access.traits.namesPassword && !hasSignUp.value(findSignUp)
    }

    /// Whether the project has a route that by its path is there to sign up.
    private func findSignUp() -> Bool {
        summaries.indices.contains { file in
            summaries[file].routes.indices.contains { route in
                accesses(file: file, route: route).contains { access in
                    !RouteMembers.readingMethods.isSuperset(of: access.methods)
                        && access.path.map { names.holds(.signUpPath, $0) } == true
                }
            }
        }
    }

    /// Whether a handler's name says that it opens an account, or the same file has a login right below its path.
    func opensAccount(_ route: RouteSummary, in file: Int) -> Bool {
        let name = route.handlerSymbol.map(\.display) ?? route.handlerName ?? ""
        if names.holds(.publicHandler, name.lastDottedPart) { return true }
        // A function that is given a router to register this one route on has its name.
        if let router = summaries[file].routers.first(where: { $0.key == route.router }), router.position == nil,
            let owner = router.owner, names.holds(.publicHandler, owner)
        {
            return true
        }
        guard let path = route.path else { return false }
        let own = RoutePath.normalized(path)
        guard own == "/" || names.holds(.accountPath, own) else { return false }
        return summaries[file].routes.contains { other in
            guard let below = other.path.map(RoutePath.normalized), below.hasPrefix(own), below != own else {
                return false
            }
            return RoutePath.segments(below).count == RoutePath.segments(own).count + 1
                && names.holds(.loginPlace, String(below.dropFirst(own == "/" ? 0 : own.count)))
        }
    }
}
