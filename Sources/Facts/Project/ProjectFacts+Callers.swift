/// Questions about calls from the project to servers, its own among them.
extension ProjectFacts {
    /// Whether a file's outgoing call fulfils the criteria; nil where that cannot be known.
    func fulfills(_ criteria: OutgoingCriteria, call: Int, in file: Int) -> Bool? {
        guard let resolved = callers.resolver.resolve(call, in: file) else { return false }
        if !criteria.methods.isEmpty {
            guard let method = resolved.method else { return nil }
            guard criteria.methods.contains(method) else { return false }
        }
        if let wanted = criteria.hasTimeout {
            let options = resolved.request.options
            let isSet = options.value(.timeoutOption, names) != nil
            if !isSet, options.isOpen || !options.parameters.isEmpty { return nil }
            guard isSet == wanted else { return false }
        }
        guard let route = criteria.route else {
            guard let wanted = criteria.sendsProof else { return true }
            return callers.sendsProof(resolved, to: nil).map { $0 == wanted }
        }
        let reached = callers.routes(of: resolved, from: file)
        guard !reached.isEmpty else { return false }
        // Where the call may reach several routes, it must hold for each of them.
        for entry in reached {
            guard let isWanted = fulfills(entry.access, route) else { return nil }
            guard isWanted else { return false }
            guard let wanted = criteria.sendsProof else { continue }
            guard let sends = callers.sendsProof(resolved, to: entry) else { return nil }
            guard sends == wanted else { return false }
        }
        return true
    }

    /// A route under one path and method.
    public struct RouteKey: Hashable, Sendable {
        public var file: Int
        public var route: Int
        public var path: String
        public var method: String

        public init(file: Int, route: Int, path: String, method: String) {
            self.file = file
            self.route = route
            self.path = path
            self.method = method
        }
    }

    /// Where the project calls its own routes: file and 1-based line.
    public func routeCallers() -> [RouteKey: [(file: Int, line: Int)]] {
        let callers = callers
        var found: [RouteKey: [(file: Int, line: Int)]] = [:]
        for (file, summary) in summaries.enumerated() {
            for index in summary.outgoing.indices {
                guard let resolved = callers.resolver.resolve(index, in: file), let method = resolved.method else {
                    continue
                }
                for entry in callers.routes(of: resolved, from: file) {
                    guard let path = entry.access.path else { continue }
                    let own = entry.access.methods.contains(method) ? method : "*"
                    let key = RouteKey(file: entry.file, route: entry.route, path: path, method: own)
                    found[key, default: []].append((file, summary.outgoing[index].line))
                }
            }
        }
        return found
    }
}
