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
        var summary = FileSummary(path: facts.path)
        let routing = facts.routing
        summary.routes = routing.routes.map { route in
            var summary = RouteSummary(
                methods: route.methods, path: route.path, line: facts.lines.line(at: route.anchor.start),
                anchor: route.anchor,
                handlerLine: route.handler >= 0
                    ? facts.lines.line(at: tree.definitionStart(route.handler))
                    : facts.lines.line(at: route.anchor.start),
                handlerSymbol: route.handlerSymbol, framework: route.framework, router: route.router,
                chain: route.chain, handlerVerdict: route.handlerVerdict,
                handlerCalls: route.handlerCalls, position: route.position,
                statuses: route.handler >= 0 ? facts.statuses(in: tree.range(route.handler)) : [],
                classHandler: route.classHandler, methodsAreAssumed: route.methodsAreAssumed,
                handlerName: route.handler >= 0 ? facts.functions.name(of: route.handler) : nil,
                content: facts.content(of: route.handler))
            summary.injectedCalls = route.injectedCalls
            summary.description = route.description
            summary.isReexported = route.isReexported
            summary.isCalledByName = route.isCalledByName
            summary.isUpgrade = route.isUpgrade
            summary.callsServer = route.handler >= 0 && facts.callsServer(route.handler)
            if route.handler >= 0 { summary.traits = traits(of: route) }
            summary.forwardsTo = route.forwardsTo
            summary.saysHealthy = route.handler >= 0 && saysHealthy(tree.range(route.handler))
            return summary
        }
        summary.descriptions = routing.descriptions
        summary.routers = routing.routers
        summary.mounts = routing.mounts
        summary.middleware = routing.middleware
        summary.everywhere = routing.everywhere
        summary.pathGuards = routing.pathGuards
        summary.registersErrorHandler = !facts.matches.of(.errorHandlers).isEmpty
        summary.wrapsRequests = !facts.matches.of(.requestTransactions).isEmpty
        summary.describesLibrary = !facts.matches.of(.libraries).isEmpty
        summary.passedHeaders = facts.responseSteps.passedHeaders()
        let details = detail == .outline && !leadToOwnFunctions(routing.routes) ? nil : self.details()
        summary.classNames = details?.classes.map(\.name) ?? classNames()
        summary.innerClasses = innerClasses()
        if let details {
            summary.functionNames = details.functions.map(\.name)
        } else {
            nameFunctions(in: &summary)
        }
        summary.routerSharers = routerSharers()
        summary.details = details
        summary.relays = relays()
        summary.dependencyAliases = facts.authentication.dependencyAliases()
        summary.defaults = defaults()
        summary.instances = facts.injectedCalls.instances()
        summary.paths = constantPaths().merging(routing.components) { own, _ in own }
        summary.handledPaths = handledPaths()
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
        (summary.exports, summary.reexports, summary.starImports) = exports()
        addTakenOver(to: &summary)
        summary.readsProofCookie = readsProofCookie()
        summary.errorBodies = facts.responses.filter { !$0.isException && ($0.status.value ?? 0) >= 400 }.map(\.body)
        summary.ownedTables = RowOwnership.declaredTables(of: facts)
        if facts.statements != nil, facts.names.holds(.schemaFile, facts.path) { summary.schemaText = tree.bytes }
        summary.questions = facts.questions
        return summary
    }

    /// What the handler of a route shows of itself: it is idle, too, where it serves a page to those that read and those that
    /// write.
    private func traits(of route: Route) -> HandlerTraits {
        var traits = facts.handlerTraits(of: route.handler)
        let takesBoth = route.methods.contains("GET") && route.methods.contains("POST") && !route.methodsAreAssumed
        traits.isIdle = traits.isIdle || takesBoth && IdleHandler(facts: facts).onlyServes(route.handler)
        return traits
    }

    /// Whether a handler answers that all is well: `{ status: "ok" }`, `{ healthy: true }`.
    private func saysHealthy(_ handler: ByteRange) -> Bool {
        facts.responses.lying(within: handler, by: \.range).contains { response in
            guard (response.status.value ?? 200) < 300, case .object(let keys) = response.body else { return false }
            return keys.contains { key in
                guard facts.names.holds(.healthKey, key.name) else { return false }
                switch key.constant {
                case .string(let text)?:
                    return facts.names.holds(.healthyValue, String(decoding: text, as: UTF8.self))
                case .boolean(let truth)?: return truth
                default: return false
                }
            }
        }
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
        details.functions = functions(facts.lines)
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

    /// Adds the names of what `functions` gives, in its order, and what takes no look at bodies.
    private func nameFunctions(in summary: inout FileSummary) {
        summary.functionNames = facts.functions.named.map(\.name) + summary.classNames
        for dependencies in classDependencies() {
            summary.classDependencies[summary.functionNames.count] = dependencies
            summary.functionNames.append(dependencies.name)
        }
        summary.functionNames += heldCalls().map(\.name)
    }

    /// The names of what `ClassCollector` gives, in its order.
    private func classNames() -> [String] {
        facts.target.nodes(of: .class).compactMap { tree.child($0, .name) }.map { facts.text($0) }
    }

    private func innerClasses() -> [String] {
        facts.target.nodes(of: .class).compactMap { node in
            guard let outer = FunctionTable.enclosingClass(node, in: tree).flatMap({ tree.child($0, .name) }),
                let name = tree.child(node, .name)
            else { return nil }
            return facts.text(outer) + "." + facts.text(name)
        }
    }

    private func routerSharers() -> Set<String> {
        let wrapped = facts.functions.named.lazy.filter { node, _ in
            let wrapper = FunctionTable.outermostWrapper(of: node, in: tree)
            return wrapper != node
                && facts.names.holds(.sharesRouter, facts.authentication.name(ofLink: wrapper).lastDottedPart)
        }.map(\.name)
        // `export const guard = fp(check)` shares, and `check` by itself does not.
        let held = facts.target.nodes(of: .call).lazy.filter { facts.functionSharingRouter($0) != nil }
            .compactMap(heldName)
        return Set(wrapped).union(held)
    }

    private func functions(_ lines: LineIndex) -> [FunctionSummary] {
        facts.functions.named.map { node, name in
            var summary = facts.functionSummary(node, name: name, lines: lines)
            if let links = facts.routing.helperLinks[node] {
                // It handles no request itself: what stands before the routes that it gives out is all that counts.
                summary.verdict = .open
                summary.links += links
            }
            let wrapper = FunctionTable.outermostWrapper(of: node, in: tree)
            if wrapper != node {
                summary.links.append(facts.authentication.link(wrapper, around: node))
            }
            if let owner = FunctionTable.enclosingClass(node, in: tree) {
                for child in tree.children(owner) where tree.kind(child) == .decorator {
                    summary.links += facts.authentication.links([child])
                }
            }
            return summary
        } + classes(lines) + classDependencies().map(\.function) + values(lines)
    }

    /// What classes run before their methods, under a name of its own.
    private func classDependencies() -> [ClassDependencies] {
        facts.target.nodes(of: .class).compactMap { node in
            dependencies(ofClass: node).map { name, links in
                ClassDependencies(name: name, links: links, line: facts.lines.line(at: tree.range(node).start))
            }
        }
    }

    private func dependencies(ofClass node: NodeIndex) -> (name: String, links: [MiddlewareLink])? {
        let links = facts.authentication.ownDependencies(ofClass: node)
        guard let name = tree.child(node, .name), !links.isEmpty else { return nil }
        return (facts.text(name) + "." + AuthenticationEvidence.classDependencies, links)
    }

    /// Middleware that a call makes and a name at the top of the file holds: `const auth = { required: jwt({ .. }) }`.
    private func values(_ lines: LineIndex) -> [FunctionSummary] {
        heldCalls().map { call, name in
            FunctionSummary(
                name: name, verdict: .open, letsAllPass: facts.authentication.isOptional(call),
                links: [facts.authentication.link(call)], line: lines.line(at: tree.range(call).start))
        }
    }

    /// The calls that make middleware, by the names that hold it.
    private func heldCalls() -> [(call: NodeIndex, name: String)] {
        facts.target.nodes(of: .call).compactMap { call in
            guard tree.role(call) == .value, FunctionTable.enclosing(call, in: tree) == nil,
                let name = heldName(of: call), let callee = tree.child(call, .callee),
                facts.authentication.isKnownToModels(call)
                    || facts.authentication.verdict(ofName: facts.name(of: callee)) != nil
            else { return nil }
            return (call, name)
        }
    }

    /// The name that holds what a call that is a value returns, or under which it is exported.
    private func heldName(of call: NodeIndex) -> String? {
        let parent = tree.parent(call)
        guard parent >= 0 else { return nil }
        switch tree.kind(parent) {
        case .declarator, .assignment:
            guard let target = tree.child(parent, .target) else { return nil }
            let text = facts.text(target)
            return text == "module.exports" ? "default" : text.lastDottedPart
        case .pair: return tree.child(parent, .key).map { facts.text($0) }
        case .export: return "default"
        default: return nil
        }
    }

    /// Classes that are middleware themselves: guards. They do what they inherit and what any of their methods does.
    private func classes(_ lines: LineIndex) -> [FunctionSummary] {
        facts.target.nodes(of: .class).compactMap { node in
            guard let name = tree.child(node, .name) else { return nil }
            var verdict = AuthenticationVerdict.open
            var identifies = false
            for child in tree.children(node) where tree.role(child) == .supertype {
                let link = facts.authentication.link(child)
                identifies = identifies || facts.names.holds(.identifies, link.name.lastDottedPart)
                if case .authenticated = link.verdict { verdict = link.verdict }
            }
            verdict = verdict.joined(with: facts.authentication.verdict(ofBody: node))
            // What only finds out who calls turns nobody away, whatever it is called.
            let passes = verdict == .open && (identifies || PassingBody(facts: facts).letsAllPass(node))
            var summary = FunctionSummary(
                name: facts.text(name), verdict: verdict, letsAllPass: passes,
                calls: facts.authentication.importedCalls(in: node),
                decidesByPath: facts.authentication.decidesByPath(node),
                guardsSomePaths: facts.authentication.guardsSomePaths(node),
                line: lines.line(at: tree.range(node).start))
            summary.handsOver = facts.authentication.handsOver(node)
            summary.isLenient = facts.authentication.partMatch("lenient", in: node) != nil
            if facts.authentication.passesUnasked(node) {
                summary.isLenient = true
                summary.verdict = .unknown("'\(facts.text(name))' lets pass where nothing is asked for")
            }
            return summary
        }
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

    private func constantPaths() -> [String: String] {
        var paths: [String: String] = [:]
        for kind in [NodeKind.assignment, .declarator, .field] {
            for node in facts.target.nodes(of: kind) {
                guard let target = tree.child(node, .target) ?? tree.child(node, .name),
                    tree.kind(target) == .identifier,
                    let value = tree.child(node, .value), let text = facts.target.stringValue(value),
                    text.first == UInt8(ascii: "/"), text.count <= 64, FunctionTable.enclosing(node, in: tree) == nil
                else { continue }
                paths[facts.text(target)] = String(decoding: text, as: UTF8.self)
            }
        }
        return paths
    }

    private func handledPaths() -> [String] {
        facts.target.nodes(of: .call).flatMap { call -> [String] in
            // A path and what handles it.
            guard let list = tree.child(call, .arguments), tree.childCount(list) > 1 else { return [] }
            var paths: [String] = []
            var others: [NodeIndex] = []
            for argument in tree.children(list) {
                let value =
                    tree.argumentValue(argument)
                if let path = handledPath(value) { paths.append(path) } else { others.append(value) }
            }
            return paths.isEmpty || !others.contains(where: mayHandle) ? [] : paths
        }
    }

    private func handledPath(_ node: NodeIndex) -> String? {
        switch tree.kind(node) {
        case .string:
            guard let text = facts.target.stringValue(node), text.first == UInt8(ascii: "/") else { return nil }
            return String(decoding: text, as: UTF8.self)
        case .identifier, .member:
            // `SiteURL.healthCheck.path`
            let parts = facts.name(of: node).split(separator: ".")
            return parts.contains { facts.names.holds(.path, String($0)) } ? "/" + parts.joined(separator: "/") : nil
        default: return nil
        }
    }

    /// Whether something is a function, or what another file may have one for.
    private func mayHandle(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .function, .lambda: true
        case .identifier, .member:
            // Under a label, `use: HealthController.show`, a type of the project may have it.
            facts.localFunction(node) != nil || facts.modules.symbol(of: node, in: facts.target) != nil
                || tree.kind(tree.parent(node)) == .keywordArgument
        default: false
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

    /// Names that a file takes over from others, where whoever imports it gets them too: `from .guards import signed_in`,
    /// `from app.guards import signed_in`.
    private func addTakenOver(to summary: inout FileSummary) {
        for node in facts.target.nodes(of: .import) where FunctionTable.enclosing(node, in: tree) == nil {
            guard let source = tree.child(node, .source),
                [.relativeModule, .member, .identifier].contains(tree.kind(source))
            else { continue }
            let module = String(decoding: tree.text(source).filter { $0 > 0x20 }, as: UTF8.self)
            for item in tree.children(node) {
                if tree.kind(item) == .importNamespace { summary.starImports.append(Symbol(module: module, name: "")) }
                guard tree.kind(item) == .importItem, let name = tree.child(item, .name) else { continue }
                // The module's text is held once for all names that come from it, and that of a name without an alias, too.
                let imported = facts.text(name)
                let own = tree.child(item, .alias).map { facts.text($0) } ?? imported
                guard summary.reexports[own] == nil else { continue }
                summary.reexports[own] = Symbol(module: module, name: imported)
            }
        }
    }

    /// Names that the file gives to others, those it passes on from elsewhere, and modules of which it passes on all.
    private func exports() -> (own: [String: String], passedOn: [String: Symbol], stars: [Symbol]) {
        var own: [String: String] = [:]
        var passedOn: [String: Symbol] = [:]
        var stars: [Symbol] = []
        for node in facts.target.nodes(of: .export) {
            if tree.mainText(node).elementsEqual("default".utf8), let value = tree.child(node, .value) {
                own["default"] = name(of: value)
            }
            for (name, local) in renamed(by: node) { own[name] = local }
            let source = tree.child(node, .source).flatMap { facts.target.stringValue($0) }
            for item in tree.children(node) where tree.kind(item) == .importNamespace {
                guard let source else { continue }
                let module = Symbol(module: String(decoding: source, as: UTF8.self), name: "")
                if let alias = tree.child(item, .alias) {
                    passedOn[facts.text(alias)] = module
                } else {
                    stars.append(module)
                }
            }
            for item in tree.children(node) where tree.kind(item) == .importItem {
                guard let name = tree.child(item, .name) else { continue }
                let exported = facts.text(tree.child(item, .alias) ?? name)
                if let source {
                    passedOn[exported] = Symbol(module: String(decoding: source, as: UTF8.self), name: facts.text(name))
                } else {
                    own[exported] = facts.text(name)
                }
            }
        }
        for node in facts.target.nodes(of: .assignment) {
            guard let target = tree.child(node, .target), let value = tree.child(node, .value) else { continue }
            let name = facts.text(target)
            if name == "module.exports" {
                own["default"] = self.name(of: value)
            } else if name.hasPrefix("module.exports.") || name.hasPrefix("exports.") {
                let exported = name.lastDottedPart
                let local = self.name(of: value)
                // An anonymous function has the name that it is exported by.
                own[exported] = local == "default" ? exported : local
            }
        }
        return (own, passedOn, stars)
    }

    /// The names that an export gives to what has another in this file: `export const PUT = PATCH`,
    /// `export const guard = fp(check)`, `export type OwnRouter = Router<Context>`.
    private func renamed(by export: NodeIndex) -> [(String, String)] {
        if let alias = tree.child(export, .value), tree.kind(alias) == .typeAlias, let name = tree.child(alias, .name),
            let type = tree.child(alias, .value)
        {
            let named = facts.text(type).prefix { $0 != "<" }
            return [(facts.text(name), String(named))]
        }
        guard let declaration = tree.child(export, .value), tree.kind(declaration) == .variableDeclaration else {
            return []
        }
        return tree.children(declaration).compactMap { declarator in
            guard let target = tree.child(declarator, .target), let value = tree.child(declarator, .value),
                tree.kind(target) == .identifier
            else { return nil }
            let local = facts.functionSharingRouter(value) ?? value
            return tree.kind(local) == .identifier ? (facts.text(target), facts.text(local)) : nil
        }
    }

    /// The router of which a call makes what is exported: `router.routes()`.
    private func routerName(of call: NodeIndex) -> String? {
        guard let callee = tree.child(call, .callee), tree.kind(callee) == .member,
            let object = tree.child(callee, .object), tree.kind(object) == .identifier
        else { return nil }
        let name = facts.text(object)
        return facts.routing.routers.contains { $0.name == name && $0.position != nil } ? name : nil
    }

    /// The local name of what is exported; an anonymous function or object is called `default`.
    private func name(of value: NodeIndex) -> String {
        switch tree.kind(value) {
        case .identifier: return facts.text(value)
        case .call:
            // `export default fp(check)`
            return routerName(of: value) ?? facts.functionSharingRouter(value).map { facts.text($0) } ?? "default"
        case .function, .lambda, .class: return tree.child(value, .name).map { facts.text($0) } ?? "default"
        default: return "default"
        }
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
