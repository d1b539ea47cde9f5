import Synchronization

/// What functions and classes of the project do about callers that are not authenticated, through the dependencies and
/// superclasses that they have in other files.
final class HandlerResolver: Sendable {
    private let summaries: FileSummaries
    private let resolver: SymbolResolver
    private let details: DetailTable
    private let knownFunctions = MemoTable<Int, [String: Int]>()
    /// By function: its body and all that stands before it. Settled when first asked for, so that chains cost no more than
    /// their length, and functions that no route leads to cost nothing.
    private let known = Mutex<[Place: Settled]>([:])

    /// What a function does with all that stands before it.
    private struct Settled {
        var verdict: AuthenticationVerdict
        /// Whether its body, or that of a function it calls, turns somebody away of whom nobody knows who it is.
        var isDoubtful: Bool
    }

    /// A function or class found.
    struct Place: Hashable {
        var file: Int
        var index: Int
    }

    init(_ summaries: FileSummaries, resolver: SymbolResolver, details: DetailTable) {
        self.summaries = summaries
        self.resolver = resolver
        self.details = details
    }

    /// By the name of each function of a file, with its class and alone: its index.
    private func functionIndexes(of file: Int) -> [String: Int] {
        knownFunctions.value(of: file) {
            let names = summaries[file].functionNames
            var functions: [String: Int] = [:]
            for (index, name) in names.enumerated() { functions[name] = functions[name] ?? index }
            // A method goes by its own name where no function has that.
            for (index, name) in names.enumerated() {
                let own = name.lastDottedPart
                functions[own] = functions[own] ?? index
            }
            return functions
        }
    }

    private static let maximumDepth = 32

    private func settle(_ place: Place, depth: Int) {
        guard known.withLock({ $0[place] }) == nil else { return }
        let function = summary(of: place)
        // A function that comes back to itself decides nothing by that.
        var settled = Settled(verdict: function.verdict, isDoubtful: function.verdict.isUnknown)
        record(settled, of: place)
        guard !function.verdict.isAuthenticated, depth < Self.maximumDepth else { return }
        for link in function.links where link.symbol != nil {
            for next in functions(behind: link, in: place.file, depth: 0) { settle(next, depth: depth + 1) }
        }
        for next in functions(called: function.calls + function.innerCalls, in: place.file) {
            settle(next, depth: depth + 1)
            settled.isDoubtful = settled.isDoubtful || self.settled(next).isDoubtful
        }
        // Of a token that somebody is to send, the function is the judge.
        let links =
            function.verdict.isUnknown
            ? function.links.filter { !asksForProof($0, in: place.file) } : function.links
        var before = joined(function.verdict, with: links, in: place.file)
        if function.givesNothing, before.isAuthenticated { before = .unknown(RejectionReader.givesNothing) }
        settled.verdict = joined(
            before, calling: function.calls, forgiving: function.forgivenCalls, inner: function.innerCalls,
            in: place.file)
        if settled.verdict.isAuthenticated, let setting = function.openingSetting {
            settled.verdict = .unknown(AuthenticationEvidence.opened(by: setting))
        }
        record(settled, of: place)
    }

    /// Whether a link, or what it names, only sees to it that callers send what they prove themselves by.
    private func asksForProof(_ link: MiddlewareLink, in file: Int) -> Bool {
        if link.asksForProof { return true }
        guard let held = behind(link, in: file), held.verdict == .open else { return false }
        return !held.links.isEmpty && held.links.allSatisfy(\.asksForProof)
    }

    private func record(_ settled: Settled, of place: Place) { known.withLock { $0[place] = settled } }

    private func settled(_ place: Place) -> Settled {
        settle(place, depth: 0)
        return known.withLock { $0[place] } ?? Settled(verdict: .open, isDoubtful: false)
    }

    /// A verdict and those of the links before it.
    func joined(_ verdict: AuthenticationVerdict, with links: [MiddlewareLink], in file: Int) -> AuthenticationVerdict {
        links.reduce(verdict) { $0.joined(with: told($1, in: file, depth: 0)) }
    }

    /// What a function does by itself or through functions of other files that it calls. Of those that helpers of its own file
    /// call, it is known that they guard it only where they turn callers away themselves; and those that are called for some methods
    /// may guard no others.
    func joined(
        _ verdict: AuthenticationVerdict, calling calls: [Symbol], forgiving forgivenCalls: [Symbol] = [],
        forMethods methodCalls: [Symbol] = [],
        inner innerCalls: [Symbol] = [], in file: Int
    ) -> AuthenticationVerdict {
        guard !verdict.isAuthenticated else { return verdict }
        _ = functions(called: calls + innerCalls, in: file)
        var doubtful: Symbol?
        for call in calls where !forgivenCalls.contains(call) {
            guard let place = function(call, in: file) else { continue }
            let called = self.verdict(of: place)
            if called.isAuthenticated, !methodCalls.contains(call) { return called }
            if called.isAuthenticated || settled(place).isDoubtful { doubtful = doubtful ?? call }
        }
        for call in innerCalls {
            guard let place = function(call, in: file) else { continue }
            let called = self.verdict(of: place)
            if called.isAuthenticated, summary(of: place).verdict.isAuthenticated { return called }
            if called != .open || settled(place).isDoubtful { doubtful = doubtful ?? call }
        }
        guard verdict == .open, let doubtful else { return verdict }
        return .unknown("'\(doubtful.display)' may turn callers away")
    }

    /// The functions of the project that are called. What they do is found out for all at once: it will be asked.
    private func functions(called calls: [Symbol], in file: Int) -> [Place] {
        let places = calls.compactMap { function($0, in: file) }
        details.find(places.filter { summaries[$0.file].classDependencies[$0.index] == nil }.map(\.file))
        return places
    }

    /// What a link does, wherever its function stands.
    func verdict(of link: MiddlewareLink, in file: Int) -> AuthenticationVerdict { told(link, in: file, depth: 0) }

    /// What a link does, unless it is told not to insist.
    private func told(_ link: MiddlewareLink, in file: Int, depth: Int) -> AuthenticationVerdict {
        let verdict = verdict(of: link, in: file, depth: depth)
        guard verdict.isAuthenticated else { return verdict }
        if let doubt = link.doubt, !link.isParameterType { return .unknown(doubt) }
        if behind(link, in: file)?.openingFlags.contains(where: { $0.isSet(in: link.flags) }) == true {
            return .unknown("'\(link.name)' is told to let some pass")
        }
        return verdict
    }

    /// Whether what a link stands for is a function or a class of the project.
    func has(_ link: MiddlewareLink, in file: Int) -> Bool {
        link.symbol.map { function($0, in: file) != nil || self.class($0, in: file) != nil } ?? false
    }

    /// Whether what a link stands for limits rates, by its name or in its body.
    func limitsRate(_ link: MiddlewareLink, in file: Int) -> Bool {
        link.limitsRate || behind(link, in: file)?.limitsRate == true
    }

    /// Whether what a link stands for looks at the path of the request.
    func decidesByPath(_ link: MiddlewareLink, in file: Int) -> Bool {
        behind(link, in: file)?.decidesByPath == true
    }

    /// Whether what a link stands for may turn callers away from some paths.
    func guardsSomePaths(_ link: MiddlewareLink, in file: Int) -> Bool {
        behind(link, in: file)?.guardsSomePaths == true
    }

    /// The function that a link stands for.
    private func behind(_ link: MiddlewareLink, in file: Int) -> FunctionSummary? {
        link.symbol.flatMap { function($0, in: file) }.map(summary(of:))
    }

    private func verdict(of link: MiddlewareLink, in file: Int, depth: Int) -> AuthenticationVerdict {
        guard let symbol = link.symbol, depth < 8 else { return joined(link.verdict, calling: link.calls, in: file) }
        if link.verdict.isAuthenticated {
            guard link.restsOnName, let place = function(symbol, in: file) else { return link.verdict }
            let function = summary(of: place)
            if function.letsAllPass { return .open }
            if let setting = function.openingSetting { return .unknown(AuthenticationEvidence.opened(by: setting)) }
            if link.yieldsToBody || function.isKnownToModels { return verdict(of: place) }
            guard function.isLenient || function.handsOver || link.asksByName, !verdict(of: place).isAuthenticated
            else {
                return link.verdict
            }
            if function.handsOver {
                return .unknown("'\(link.name)' leaves its work to something that is not known")
            }
            return .unknown(
                function.isLenient
                    ? "'\(link.name)' returns nothing for callers that it does not know"
                    : "'\(link.name)' asks, and what comes of that is not known")
        }
        if link.isParameterType {
            guard let found = alias(symbol, in: file) else {
                return link.doubt.map { resolver.isMissing(symbol, in: file) ? .unknown($0) : .open } ?? .open
            }
            return found.links.reduce(.open) { $0.joined(with: told($1, in: found.file, depth: depth + 1)) }
        }
        if link.identifiesByName {
            guard let place = self.class(symbol, in: file), summary(ofClass: place).isMiddleware else { return .open }
            return functions(of: place).reduce(.open) { $0.joined(with: verdict(of: $1)) }
        }
        if let place = function(symbol, in: file) {
            let shown = verdict(of: place)
            return link.countsIfProven && !shown.isAuthenticated ? .open : shown
        }
        if link.countsIfProven { return .open }
        if let place = self.class(symbol, in: file) {
            return functions(of: place).reduce(.open) { $0.joined(with: verdict(of: $1)) }
        }
        // A name that holds a dependency: `signed_in = Depends(current_user)`.
        if let found = alias(symbol, in: file) {
            return found.links.reduce(.open) { $0.joined(with: told($1, in: found.file, depth: depth + 1)) }
        }
        return link.verdict
    }

    private func functions(behind link: MiddlewareLink, in file: Int, depth: Int) -> [Place] {
        guard let symbol = link.symbol, depth < 8 else { return [] }
        if link.isParameterType {
            guard let found = alias(symbol, in: file) else { return [] }
            return found.links.flatMap { functions(behind: $0, in: found.file, depth: depth + 1) }
        }
        if let place = function(symbol, in: file) { return [place] }
        if let place = self.class(symbol, in: file) { return functions(of: place) }
        guard let found = alias(symbol, in: file) else { return [] }
        return found.links.flatMap { functions(behind: $0, in: found.file, depth: depth + 1) }
    }

    private func alias(_ symbol: Symbol, in file: Int) -> (file: Int, links: [MiddlewareLink])? {
        guard let found = resolver.resolve(symbol, in: file),
            let links = summaries[found.file].dependencyAliases[found.name]
        else { return nil }
        return (found.file, links)
    }

    /// The functions of a class in its file.
    private func functions(of place: Place) -> [Place] {
        let owner = summary(ofClass: place)
        return owner.members.compactMap { member in
            functionIndexes(of: place.file)[owner.name + "." + member.name].map { Place(file: place.file, index: $0) }
        }
    }

    /// Whether some of these functions, or those of other files that they call, call a server and do something only for
    /// callers that they know: they hand those on.
    func relayCallers(_ symbols: [Symbol], in file: Int) -> Bool {
        var seen: Set<Place> = []
        var pending = symbols.map { (symbol: $0, file: file) }
        while let call = pending.popLast(), seen.count < Self.mostCalled {
            guard let place = function(call.symbol, in: call.file), seen.insert(place).inserted else { continue }
            let function = summary(of: place)
            if function.relaysCallers { return true }
            pending += (function.calls + function.innerCalls).map { ($0, place.file) }
        }
        return false
    }

    /// Whether some of these functions limit how often they may be called, or methods of the objects that these classes make.
    func limitRates(_ symbols: [Symbol], in file: Int) -> Bool {
        functions(called: symbols, in: file).contains { summary(of: $0).limitsRate }
            || symbols.contains { symbol in
                guard let place = self.class(symbol, in: file) else { return false }
                return functions(of: place).contains { summary(of: $0).limitsRate }
            }
    }

    /// Whether some of these functions call a server.
    func callServer(_ symbols: [Symbol], in file: Int) -> Bool {
        symbols.contains { symbol in function(symbol, in: file).map { summary(of: $0).callsServer } ?? false }
    }

    // MARK: Content

    /// What a function does, with the functions of other files that it calls.
    func content(of place: Place) -> HandlerContent {
        let function = summary(of: place)
        return content(function.content, calling: function.calls, in: place.file)
    }

    /// What a function does by itself, and what those do that it calls.
    func content(_ own: HandlerContent, calling calls: [Symbol], in file: Int) -> HandlerContent {
        var content = own
        var seen: Set<Place> = []
        var pending = calls.map { (symbol: $0, file: file) }
        while let call = pending.popLast(), seen.count < Self.mostCalled {
            guard let place = function(call.symbol, in: call.file), seen.insert(place).inserted else { continue }
            let function = summary(of: place)
            content.add(function.content)
            pending += function.calls.map { ($0, place.file) }
        }
        return content
    }

    /// Functions that a handler is followed through.
    private static let mostCalled = 32

    // MARK: Places

    /// What a function does, with all that stands before it.
    func verdict(of place: Place) -> AuthenticationVerdict {
        settled(place).verdict
    }

    func summary(of place: Place) -> FunctionSummary {
        summaries[place.file].classDependencies[place.index]?.function ?? details[place.file].functions[place.index]
    }

    func summary(ofClass place: Place) -> ClassSummary { details[place.file].classes[place.index] }

    /// Whether a class is another one or inherits it, which takes no look at what functions do.
    func inherits(_ place: Place, _ other: Place) -> Bool {
        Lineage.classes(from: place, handlers: self) { details.bases(of: $0.file)[$0.index] }.found.contains(other)
    }

    /// The function that a symbol written in `file` means.
    func function(_ symbol: Symbol, in file: Int) -> Place? {
        guard let found = resolver.resolve(symbol, in: file) else { return nil }
        let wanted = found.name.isEmpty ? "default" : found.name
        let local = exported(wanted, found) ?? wanted
        let functions = functionIndexes(of: found.file)
        let index = functions[local] ?? functions[local.lastDottedPart]
        return index.map { Place(file: found.file, index: $0) }
    }

    /// The class that a symbol written in `file` means.
    func `class`(_ symbol: Symbol, in file: Int) -> Place? {
        guard let found = resolver.resolve(symbol, in: file) else { return nil }
        let wanted = found.name.isEmpty ? "default" : found.name
        let index = summaries[found.file].classNames.firstIndex(of: exported(wanted, found) ?? wanted)
        return index.map { Place(file: found.file, index: $0) }
    }

    private func exported(_ name: String, _ found: SymbolResolver.Resolution) -> String? {
        summaries[found.file].exports[name]
    }
}
