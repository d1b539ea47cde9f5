import Matching
import SourceText
import Syntax

/// Makes what other files may need to know of a file.
struct SummaryBuilder {
    let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    func summary(_ detail: SummaryDetail) -> FileSummary {
        var summary = FileSummary(path: facts.path, mayCall: !facts.target.language.holdsDatabaseStatements)
        let routing = facts.routing
        summary.routes = routing.routes.map(self.route)
        summary.descriptions = routing.descriptions
        summary.routers = routing.routers
        summary.mounts = routing.mounts
        summary.routerLists = routing.routerLists
        summary.middleware = routing.middleware
        summary.everywhere = routing.everywhere
        summary.pathGuards = routing.pathGuards
        summary.registersErrorHandler = !facts.matches.of(.errorHandlers).isEmpty
        summary.wrapsRequests = !facts.matches.of(.requestTransactions).isEmpty
        summary.describesLibrary = !facts.matches.of(.libraries).isEmpty
        summary.passedHeaders = facts.responseSteps.passedHeaders()
        let details = detail == .outline && !leadToOwnFunctions(routing.routes) ? nil : self.details()
        let functions = FunctionCollector(facts: facts)
        summary.classNames = details?.classes.map(\.name) ?? functions.classNames()
        summary.innerClasses = functions.innerClasses()
        if let details {
            summary.functionNames = details.functions.map(\.name)
        } else {
            functions.nameFunctions(in: &summary)
        }
        summary.routerSharers = functions.routerSharers()
        summary.details = details
        summary.relays = relays()
        summary.dependencyAliases = facts.authentication.dependencyAliases()
        summary.defaults = defaults()
        summary.instances = facts.injectedCalls.instances()
        let paths = PathCollector(facts: facts)
        summary.paths = paths.constants().merging(routing.components) { own, _ in own }
        summary.handledPaths = paths.handled()
        summary.addresses = AddressCollector(facts: facts).collect()
        let outgoing = facts.outgoing
        summary.outgoing = outgoing.calls.map { call in
            var outgoing = call.summary
            outgoing.line = facts.lines.line(at: outgoing.range.start)
            return outgoing
        }
        summary.clients = outgoing.clients
        summary.wrappers = outgoing.wrappers
        summary.adornments = outgoing.adornments
        let exports = ExportCollector(facts: facts).collect()
        summary.exports = exports.own
        summary.reexports = TakenOverNames(exports.passedOn)
        summary.starImports = exports.stars
        summary.readsProofCookie = readsProofCookie()
        summary.errorBodies = facts.responses.filter { !$0.isException && ($0.status.value ?? 0) >= 400 }.map(\.body)
        let tables = RowOwnership.declaredTables(of: facts)
        summary.ownedTables = tables.filter { !$0.columns.isDisjoint(with: [.owner, .personal]) }.map(\.name)
        summary.accountTables = tables.filter { $0.columns.isSuperset(of: [.login, .password]) }.map(\.name)
        if facts.statements != nil, facts.names.holds(.schemaFile, facts.path) { summary.schemaText = tree.bytes }
        summary.elementCalls = ElementCallCollector(facts: facts).calls()
        summary.questions = facts.questions
        return summary
    }

    private func route(_ route: Route) -> RouteSummary {
        let line = facts.lines.line(at: route.anchor.start)
        var summary = RouteSummary(
            methods: route.methods, path: route.path, line: line, anchor: route.anchor, handlerLine: line,
            handlerSymbol: route.handlerSymbol, framework: route.framework, router: route.router, chain: route.chain,
            handlerVerdict: route.handlerVerdict, handlerCalls: route.handlerCalls, position: route.position)
        summary.forgivenCalls = route.forgivenCalls
        summary.methodCalls = route.methodCalls
        summary.innerCalls = route.innerCalls
        summary.injectedCalls = route.injectedCalls
        summary.description = route.description
        summary.versions = route.versions
        summary.classHandler = route.classHandler
        summary.methodsAreAssumed = route.methodsAreAssumed
        summary.isReexported = route.isReexported
        summary.isCalledByName = route.isCalledByName
        summary.isUpgrade = route.isUpgrade
        summary.forwardsTo = route.forwardsTo
        if route.handler >= 0 { addLocalHandler(of: route, to: &summary) }
        return summary
    }

    private func addLocalHandler(of route: Route, to summary: inout RouteSummary) {
        let range = tree.range(route.handler)
        summary.handlerLine = facts.lines.line(at: tree.definitionStart(route.handler))
        summary.handlerName = facts.functions.name(of: route.handler)
        summary.statuses = facts.statuses(in: range)
        summary.content = facts.content(of: route.handler)
        let called = route.isCalledByName ? facts.reach(of: route.handler) : [route.handler]
        summary.callsServer = called.contains(where: facts.callsServer)
        summary.traits = traits(of: route)
        summary.saysHealthy = facts.saysHealthy(route.handler)
    }

    /// What the handler of a route shows of itself: it is idle, too, where it serves a page to those that read and those that
    /// write.
    private func traits(of route: Route) -> HandlerTraits {
        var traits = facts.handlerTraits(of: route.handler)
        let takesBoth = route.methods.contains("GET") && route.methods.contains("POST") && !route.methodsAreAssumed
        traits.isIdle = traits.isIdle || takesBoth && IdleHandler(facts: facts).onlyServes(route.handler)
        return traits
    }

    private func relays() -> [RelayingFunction] {
        facts.functions.named.compactMap { node, name in
            let calls = facts.handedCalls(in: node)
            if calls.isEmpty { return nil }
            return RelayingFunction(
                name: name, line: facts.lines.line(at: tree.definitionStart(node)), calls: calls)
        }
    }

    /// What the functions and classes of the file do.
    func details() -> FileDetails {
        // What registers helpers comes first: it says which of the functions are such.
        _ = facts.routing
        var details = FileDetails()
        details.functions = FunctionCollector(facts: facts).collect()
        details.classes = ClassCollector(facts: facts, lines: facts.lines).collect()
        return details
    }

    /// Whether what stands before routes, or handles them, is by its name a function of this file, of which somebody will ask
    /// what it does: found out now, it takes less time than to read the file again.
    private func leadToOwnFunctions(_ routes: [Route]) -> Bool {
        let symbols = routes.flatMap { route in
            route.chain.compactMap(\.symbol) + (route.handlerSymbol.map { [$0] } ?? [])
        }
        let names = Set(symbols.lazy.filter(\.module.isEmpty).map(\.name.lastDottedPart))
        return !names.isEmpty && facts.functions.named.contains { names.contains($0.name.lastDottedPart) }
    }

    /// Whether a part of the request's cookies, or a parameter that takes one, has a name by which callers prove themselves.
    private func readsProofCookie() -> Bool {
        guard Self.cookies.map(facts.words.mayContain) ?? true, mentionsCookies(0..<tree.bytes.count) else {
            return false
        }
        return [NodeKind.member, .index, .call, .parameter].contains { kind in
            facts.target.nodes(of: kind).contains { node in
                let range = tree.range(node)
                return range.count <= 96 && mentionsCookies(range.start..<range.end)
                    && facts.names.holds(.proofCookie, facts.text(node))
            }
        }
    }

    private static let cookies = TextRequirement(part: Array("ooki".utf8))

    private func mentionsCookies(_ range: Range<Int>) -> Bool {
        range.dropLast(3).contains { place in
            tree.bytes[place] == UInt8(ascii: "o") && tree.bytes[place + 1] == UInt8(ascii: "o")
                && tree.bytes[place + 2] == UInt8(ascii: "k") && tree.bytes[place + 3] == UInt8(ascii: "i")
        }
    }

    private func defaults() -> [String: [MiddlewareLink]] {
        var defaults: [String: [MiddlewareLink]] = [:]
        for match in facts.matches.of(.defaults) {
            defaults[match.value("kind")?.text ?? match.model, default: []] += facts.authentication.settingLinks(
                match.nodes("middleware", in: tree))
        }
        return defaults
    }

}

extension FileFacts {
    /// What other files may need to know of this one; made when all questions of this file have been asked.
    public func summary(_ detail: SummaryDetail = .findings) -> FileSummary {
        contents = detail == .inventory ? HandlerContentReader(facts: self) : nil
        return SummaryBuilder(facts: self).summary(detail)
    }

    /// What a summary lacks that is an outline.
    public func details() -> FileDetails { SummaryBuilder(facts: self).details() }
}
