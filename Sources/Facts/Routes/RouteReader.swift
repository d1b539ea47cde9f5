import Matching
import Syntax

/// Reads one route out of the match of a model's pattern.
struct RouteReader {
    let facts: FileFacts
    let table: RouterTable
    let options: OptionReader

    init(facts: FileFacts, table: RouterTable) {
        self.facts = facts
        self.table = table
        options = OptionReader(facts: facts)
    }

    var tree: SyntaxTree { facts.tree }

    func route(_ match: ModelMatch) -> Route? {
        let classHandler = classHandler(match)
        var methods = classHandler == nil ? methods(of: match) : facts.methods(match)
        if match.value("decorated") != nil, match.match.node >= 0, tree.kind(match.match.node) == .call,
            decorated(by: match.match.node) == nil
        {
            return nil
        }
        let handlerNode = handlerNode(of: match)
        let handler = handlerNode.flatMap(facts.localFunction)
        let testsMethods = match.value("tested-methods") != nil
        if let names = match.value("tested-methods")?.texts, let function = handler ?? handlerNode {
            methods = TestedMethods(facts: facts, names: names).methods(in: function)
        }
        let methodsAreAssumed = testsMethods && methods.isEmpty
        let description = methods.isEmpty && classHandler == nil ? describedElsewhere(match) : nil
        if methodsAreAssumed || description != nil { methods = ["*"] }
        guard !methods.isEmpty || classHandler != nil else { return nil }
        var router: String?
        if let node = match.node("router") {
            guard let key = table.key(of: node) ?? table.keyOfResult(node) else { return nil }
            let isResult = table.routers[key]?.isResult ?? false
            if !table.isMade(key),
                match.value("decorated") == nil ? !isPlausible(match, onResult: isResult) : hasOddPath(match)
            {
                return nil
            }
            router = key
        } else if match.isMeaning("router") {
            // `get(..)`, taken from a module by its name, is nobody's method.
            return nil
        } else if match.value("router")?.text == "enclosing" {
            router = table.key(enclosing: match.match.node)
        }
        let path: String?
        switch self.path(of: match) {
        case .some(let found): path = found
        case .none: return nil
        }
        if match.value("handler-required")?.boolean == true, match.node("handler") == nil { return nil }
        if router == nil, let inside = handlerNode { router = table.classKey(around: inside) }
        var chain = facts.authentication.links(match.nodes("middleware", in: tree))
        chain += facts.authentication.links(options.values("middleware", of: match))
        chain += options.values("permissions", of: match).compactMap(permission)
        chain += table.arguments(of: match).links
        if let wrapping = handlerNode.flatMap(wrappingCall) {
            chain += wrappers(of: wrapping, except: match.value("class-maker")?.text)
        }
        if let function = handler ?? handlerNode, classHandler == nil {
            chain += decorators(of: function, except: match)
            if let limiter = facts.authentication.limiter(in: function) { chain.append(limiter) }
            if handler != nil {
                chain += facts.authentication.dependencies(of: function)
                chain += facts.authentication.classDependencies(of: function)
            }
        }
        var route = Route(
            methods: methods, path: path, anchor: anchor(of: match), handler: handler ?? -1,
            handlerSymbol: reexported(match) ?? (handler == nil ? handlerNode.flatMap(symbol) : nil),
            framework: match.value("framework")?.text ?? match.model, router: router, chain: chain,
            handlerVerdict: handlerVerdict(match, handler, handlerNode),
            handlerCalls: handler.map(facts.authentication.importedCalls) ?? [], position: table.position(of: match))
        if router == nil, match.value("decorated") != nil, match.value("router") == nil,
            decorated(by: match.match.node) != nil
        {
            // A class that others extend, or that something makes.
            route.chain.append(
                MiddlewareLink(name: "class", verdict: .unknown("nothing shows where its class is used")))
        }
        if let secret = route.path.flatMap(secretPart) {
            route.chain.append(MiddlewareLink(name: secret, verdict: .unknown("its path holds '\(secret)'")))
        }
        route.classHandler = classHandler
        route.description = description
        route.injectedCalls = handler.map(facts.injectedCalls.symbols) ?? []
        if route.handlerVerdict == .open { route.forwardsTo = handler.flatMap(ForwardingHandler(facts: facts).target) }
        route.isReexported = match.value("module") != nil
        route.isUpgrade = match.value("upgrade")?.boolean ?? false
        route.isCalledByName = match.value("path-format")?.text == "name"
        route.methodsAreAssumed = methodsAreAssumed || match.value("methods-assumed")?.boolean ?? false
        return route
    }

    /// The name of what only those know who may call a route, where its path holds that.
    private func secretPart(of path: String) -> String? {
        PathHole.names(in: path).map(String.init).first { facts.names.holds(.sentProof, $0) }
    }

    private func handlerVerdict(
        _ match: ModelMatch, _ handler: NodeIndex?, _ handlerNode: NodeIndex?
    ) -> AuthenticationVerdict {
        var verdict =
            handler.map(facts.authentication.verdict(ofHandler:))
            ?? (handlerNode == nil ? .open : .unknown("its handler stands in another file"))
        if verdict == .open, let handler, facts.authentication.knowsCallers(handler) {
            verdict = AuthenticationEvidence.knowingCallers
        }
        if verdict == .open, let reason = match.value("gateway")?.text { return .unknown(reason) }
        return verdict
    }

    /// The route under each of the paths that one registration may name.
    func copies(of route: Route, _ match: ModelMatch) -> [Route] {
        if route.isReexported {
            return route.methods.map { method in
                var copy = route
                copy.methods = [method]
                if copy.handlerSymbol?.name.isEmpty != false { copy.handlerSymbol?.name = method }
                return copy
            }
        }
        var paths = match.nodes("paths", in: tree).filter { tree.kind($0) != .keywordArgument }
        if let node = match.node("path"), tree.kind(node) == .array { paths = Array(tree.children(node)) }
        guard !paths.isEmpty else { return [route] }
        return paths.map { node in
            var copy = route
            copy.path = facts.target.stringValue(node).map { String(decoding: $0, as: UTF8.self) }
            return copy
        }
    }

    /// The decorator that a call is.
    func decorated(by node: NodeIndex) -> NodeIndex? {
        let parent = tree.parent(node)
        return tree.kind(node) == .call && parent >= 0 && tree.kind(parent) == .decorator ? parent : nil
    }
}
