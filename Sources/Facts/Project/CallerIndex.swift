/// The routes of a project by their paths, and the calls of the project that reach them.
struct CallerIndex: Sendable {
    /// A route under one of its paths.
    struct Entry: Sendable {
        var file: Int
        var route: Int
        var access: ProjectFacts.Access
        var segments: [String?]
    }

    let resolver: OutgoingResolver
    private let names: NameVocabulary
    private let summaries: FileSummaries
    /// By the number of segments.
    private var entries: [Int: [Entry]] = [:]
    /// By file: the paths of routes whose own handlers ask another server for the same path.
    private var relayed: [Int: Set<String>] = [:]
    private let proofs: ProofTable
    /// Whether calls of the project send headers that say who they are.
    private let sendsHeaders: Bool
    /// Whether some file reads callers' proofs from cookies.
    private let takesCookies: Bool
    /// The frameworks whose guards of paths ask a module with a cookie of its own who is calling.
    private let sessionGuards: Set<String>

    init(_ project: ProjectFacts, names: NameVocabulary) {
        self.names = names
        let summaries = project.summaries
        self.summaries = summaries
        proofs = ProofTable(summaries, details: project.details)
        resolver = OutgoingResolver(summaries, resolver: project.resolver, names: names)
        for file in summaries.indices {
            for index in summaries[file].routes.indices {
                for access in project.accesses(file: file, route: index) {
                    // What answers everything that is left says nothing of a call.
                    guard let path = access.path, !path.utf8.contains(UInt8(ascii: "*")),
                        path.range(ofFirst: "[...") == nil
                    else { continue }
                    let segments = RoutePath.segments(path)
                    entries[segments.count, default: []].append(
                        Entry(file: file, route: index, access: access, segments: segments))
                }
            }
        }
        sendsHeaders = summaries.indices.contains { file in
            summaries[file].outgoing.contains { $0.request.options.hasEvidence(names) }
                || summaries[file].clients.contains { $0.client.defaults.hasEvidence(names) }
        }
        takesCookies = summaries.indices.contains { summaries[$0].readsProofCookie }
        let guards = project.pathGuards.filter {
            project.details[$0.file].functions.contains(where: \.asksSessionModule)
        }
        sessionGuards = Set(guards.map(\.guardian.framework))
        for file in summaries.indices where !summaries[file].routes.isEmpty && !summaries[file].outgoing.isEmpty {
            relayed[file] = relayedPaths(of: summaries[file], in: file, project.details)
        }
    }

    /// The paths that handlers of a file ask another server for, to answer what they are asked under the same path.
    private func relayedPaths(of summary: FileSummary, in file: Int, _ details: DetailTable) -> Set<String> {
        var paths: Set<String> = []
        for (index, call) in summary.outgoing.enumerated() {
            guard let function = call.function, let path = resolver.resolve(index, in: file)?.path,
                path.origin != .same
            else { continue }
            let own = (entries[RoutePath.segments(path.path).count] ?? []).filter { entry in
                entry.file == file && entry.access.handlerFile == file && entry.access.path == path.path
            }
            guard !own.isEmpty, let line = details[file].functions.first(where: { $0.name == function })?.line else {
                continue
            }
            if own.contains(where: { $0.access.handlerLine == line }) { paths.insert(path.path) }
        }
        return paths
    }

    /// The routes that a request of a file reaches: of those that its path fits, the ones that say most of it, and of equal
    /// ones of several applications those nearest to the file. Empty where that is not known.
    func routes(of call: OutgoingResolver.Resolved, from file: Int) -> [Entry] {
        guard let method = call.method, let path = call.path else { return [] }
        if case .host(let host) = path.origin, names.holds(.foreignHost, host) { return [] }
        let wanted = RoutePath.segments(path.path)
        // A host without a path is asked whether it is there.
        if case .host = path.origin, wanted.isEmpty { return [] }
        let fitting = (entries[wanted.count] ?? []).filter { entry in
            let methods = entry.access.methods
            guard methods.contains(method) || methods.contains("*") else { return false }
            // Who relays what another server offers is as much like that as can be.
            if path.origin != .same, relayed[entry.file]?.contains(path.path) == true { return false }
            return zip(entry.segments, wanted).allSatisfy { own, given in
                guard let own else { return true }
                return own != "**" && own == given
            }
        }
        let best = fitting.map { $0.segments.count { $0 != nil } }.max()
        // A route that takes whatever is asked for says nothing of what some host is asked for.
        if best == 0, path.origin != .same { return [] }
        let equal = fitting.filter { entry in entry.segments.count { $0 != nil } == best }
        guard equal.count > 1 else { return equal }
        let shared = equal.map { sharedFolders($0.file, file) }
        let most = shared.max()
        return zip(equal, shared).filter { $1 == most }.map(\.0)
    }

    /// How many folders from the top the paths of two files have alike.
    private func sharedFolders(_ left: Int, _ right: Int) -> Int {
        let path = summaries[left].path
        let shared = SymbolResolver.sharedPrefix(path, summaries[right].path)
        return path.utf8.prefix(shared).count { $0 == UInt8(ascii: "/") }
    }

    /// Whether a request sends what a route asks callers for; nil where that is not known.
    func sendsProof(_ call: OutgoingResolver.Resolved, to entry: Entry?) -> Bool? {
        let options = call.request.options
        if options.hasEvidence(names) || call.path.map({ mentionsProof($0.query) }) == true { return true }
        let kinds = entry.map(proofKinds) ?? []
        // What nobody is told to send in a header may stand among the data.
        if call.request.namesProof, entry != nil, !kinds.contains(.header), !kinds.contains(.session) { return nil }
        switch options.asksForCookies(names) {
        case true?: return true
        case false?: return options.isClosed(names) && !options.hasOwnHeader(names) ? false : nil
        case nil: break
        }
        guard options.isClosed(names), !options.hasOwnHeader(names) else { return nil }
        let mayShareCookies: Bool
        switch call.request.cookies {
        case .never: mayShareCookies = false
        case .kept: mayShareCookies = true
        case .sameOrigin: mayShareCookies = call.path.map { $0.origin == .same || $0.origin == .unknown } ?? true
        }
        guard entry != nil else { return mayShareCookies }
        guard mayShareCookies else { return false }
        if kinds.contains(.session) { return true }
        // What takes a token may find it in a cookie as well.
        if takesCookies, call.path?.origin == .same { return nil }
        if !kinds.isEmpty { return false }
        // A page's own server may know its visitors by a session that nothing here shows.
        return call.request.cookies == .kept && usesHeaders() ? false : nil
    }

    /// Whether calls of the project send headers that say who they are, and no server of it takes sessions.
    private func usesHeaders() -> Bool {
        sendsHeaders && !proofs.holdSessions
    }

    private func mentionsProof(_ query: String) -> Bool {
        query.split { "?&=#{}".contains($0) }.contains { names.holds(.sentProof, String($0)) }
    }

    /// By what a route tells callers apart, as far as the functions that do so or their names let one know.
    private func proofKinds(of entry: Entry) -> Set<ProofKind> {
        let access = entry.access
        guard case .authenticated(let evidence) = access.verdict else { return [] }
        let name = evidence.prefix { $0 != "(" && $0 != ":" && $0 != " " && $0 != "," }
        let known = proofs.kinds(ofFunctions: String(name).lastDottedPart)
        if !known.isEmpty { return known }
        let route = summaries[entry.file].routes[entry.route]
        let isSession =
            sessionGuards.contains(route.framework)
            || proofs.asksSessionModule(file: access.handlerFile, line: access.handlerLine)
            || route.chain.contains { $0.symbol.map { proofs.askSessionModule(functionsNamed: $0.display) } ?? false }
        return ProofKind.kinds(in: evidence, names).union(isSession ? [.session] : [])
    }
}

extension ValueSummary {
    /// Whether these options or the headers among them hold what says who the caller is.
    func hasEvidence(_ names: NameVocabulary) -> Bool {
        evidence != nil || value(.headersOption, names)?.evidence != nil
    }

    /// Whether some header has a name that only the project's own servers know, and a value that is not the same for every
    /// caller.
    func hasOwnHeader(_ names: NameVocabulary) -> Bool {
        value(.headersOption, names)?.keys.contains { header in
            names.holds(.ownHeader, header.key) && header.value.text?.constant == nil
        } ?? false
    }

    /// Whether nothing can be in these options that is not known, as far as it may say who the caller is.
    func isClosed(_ names: NameVocabulary) -> Bool {
        guard !isOpen, parameters.isEmpty else { return false }
        guard let headers = value(.headersOption, names) else { return true }
        return !headers.isOpen && headers.parameters.isEmpty
    }

    /// Whether cookies are to be sent or left out; nil where nothing is said of them.
    func asksForCookies(_ names: NameVocabulary) -> Bool? {
        guard let setting = value(.cookiesOption, names) else { return nil }
        if let isTrue = setting.isTrue { return isTrue }
        switch setting.text?.constant {
        case "omit": return false
        case "same-origin": return nil
        default: return true
        }
    }
}
