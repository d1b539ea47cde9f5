import Matching
import Syntax

/// Reads one route out of the match of a model's pattern.
struct RouteReader {
    let facts: FileFacts
    let table: RouterTable
    let options: OptionReader
    /// Which element of the list that a loop around the registration goes through is read.
    let element: Int?
    let elements: ListedElements

    init(facts: FileFacts, table: RouterTable, element: Int? = nil, elements: ListedElements? = nil) {
        self.facts = facts
        self.table = table
        self.element = element
        self.elements = elements ?? ListedElements(facts: facts)
        options = OptionReader(facts: facts, element: element)
    }

    /// One reader for each element of the list that a loop around a registration goes through, where that registers what the
    /// elements say; else this one.
    func readers(of match: ModelMatch) -> [RouteReader] {
        guard let node = match.node("path") ?? match.node("options") else { return [self] }
        let elements = table.elements(around: match)
        let known = (0..<(elements.count(of: node) ?? 0)).filter { index in
            // What a function is given itself says no more than the parameter that it is handed on to.
            elements.part(of: node, at: index).map { !isHandedOn($0) } ?? false
        }
        guard !known.isEmpty else { return [self] }
        return known.map { RouteReader(facts: facts, table: table, element: $0, elements: elements) }
    }

    /// Whether a name is that of a parameter of the function around it.
    private func isHandedOn(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .identifier, let function = FunctionTable.enclosing(node, in: tree) else {
            return false
        }
        return facts.parameters(of: function).contains { parameter in
            tree.child(parameter, .name).map { tree.text($0).elementsEqual(tree.text(node)) } ?? false
        }
    }

    /// The node of a field, or what it stands for in the element that is read.
    func node(_ field: String, of match: ModelMatch) -> NodeIndex? { match.node(field).map(spelled) }

    func spelled(_ node: NodeIndex) -> NodeIndex {
        element.flatMap { elements.value(of: node, at: $0) } ?? node
    }

    /// The element that is read, as it stands in the list.
    func listedElement(of match: ModelMatch) -> NodeIndex? {
        guard let element, let node = match.node("path") ?? match.node("options"),
            var part = elements.part(of: node, at: element)
        else { return nil }
        // What a call gives stands for the call.
        if tree.kind(tree.parent(part)) == .argumentList { return tree.parent(tree.parent(part)) }
        while tree.parent(part) >= 0, [.pair, .shorthand, .object].contains(tree.kind(tree.parent(part))) {
            // An object that is gone through with its keys is the list itself.
            if tree.kind(part) == .pair, ![.array, .tuple].contains(tree.kind(tree.parent(tree.parent(part)))) {
                break
            }
            part = tree.parent(part)
        }
        return part
    }

    var tree: SyntaxTree { facts.tree }

    func route(_ match: ModelMatch) -> Route? {
        if isDecoratorOfNothing(match) { return nil }
        let classHandler = classHandler(match)
        let given = handlerNode(of: match)
        let listed = given.flatMap(listedParts) ?? []
        let handlerNode = listed.last ?? given
        let handler = handlerNode.flatMap(facts.localFunction)
        guard let methods = takenMethods(match, classHandler, handler ?? handlerNode),
            case .some(let router) = router(of: match), case .some(let path) = path(of: match),
            match.value("handler-required")?.boolean != true || match.node("handler") != nil
        else { return nil }
        // What a gateway hands requests to is no function that some file has under the same name.
        let named = handler == nil ? handlerNode.flatMap(match.value("gateway") == nil ? symbol : foundSymbol) : nil
        var route = Route(
            methods: methods.names, path: path, anchor: anchor(of: match), handler: handler ?? -1,
            handlerSymbol: reexported(match) ?? named,
            framework: match.value("framework")?.text ?? match.model,
            router: router ?? handlerNode.flatMap(table.classKey) ?? extensibleKey(match), chain: [],
            handlerVerdict: handlerVerdict(match, handler, handlerNode),
            handlerCalls: handler.map(facts.authentication.importedCalls) ?? [], position: table.position(of: match))
        route.chain = registeredLinks(match, handlerNode) + facts.authentication.links(listed.dropLast())
        if let function = handler ?? handlerNode, classHandler == nil {
            route.chain += ownLinks(of: function, isLocal: handler != nil, match)
        }
        route.chain += unknownLinks(of: route, match)
        route.forgivenCalls = handler.map(facts.authentication.forgivenCalls) ?? []
        route.methodCalls = handler.map(facts.authentication.methodCalls) ?? []
        route.innerCalls = handler.map(facts.authentication.innerCalls) ?? []
        route.classHandler = classHandler
        route.description = methods.description
        route.injectedCalls = handler.map(facts.injectedCalls.symbols) ?? []
        if route.handlerVerdict == .open { route.forwardsTo = handler.flatMap(ForwardingHandler(facts: facts).target) }
        route.versions = handler.flatMap(versions)
        route.isReexported = match.value("module") != nil
        route.isUpgrade = match.value("upgrade")?.boolean ?? false
        route.isCalledByName = match.value("path-format")?.text == "name"
        route.methodsAreAssumed = methods.areAssumed || match.value("methods-assumed")?.boolean ?? false
        return route
    }

    /// The versions that a decorator of a handler names.
    private func versions(of function: NodeIndex) -> [String]? {
        let decorators = tree.children(function).filter { tree.kind($0) == .decorator }
        return decorators.lazy.flatMap { self.facts.matches.of(.versions, within: self.tree.range($0)) }
            .compactMap { match in match.node("versions").map { self.facts.versions($0, of: match) } }.first
    }

    /// Whether a call that is a route as a decorator decorates nothing.
    private func isDecoratorOfNothing(_ match: ModelMatch) -> Bool {
        match.value("decorated") != nil && match.match.node >= 0 && tree.kind(match.match.node) == .call
            && decorated(by: match.match.node) == nil
    }

    private struct TakenMethods {
        var names: [String]
        /// The handler may ask for the method in a way that is not understood.
        var areAssumed = false
        /// What says in another file which methods they are.
        var description: Symbol?
    }

    /// The methods of a route; nil where the match has none, and so is no registration.
    private func takenMethods(
        _ match: ModelMatch, _ classHandler: ClassHandler?, _ function: NodeIndex?
    ) -> TakenMethods? {
        var methods = TakenMethods(names: classHandler == nil ? self.methods(of: match) : facts.methods(match))
        if let tested = match.value("tested-methods") {
            if let function { methods.names = TestedMethods(facts: facts, names: tested.texts).methods(in: function) }
            methods.areAssumed = methods.names.isEmpty
            // What reads a body is sent one.
            if methods.areAssumed, let function, facts.readsBody(function), let sent = match.value("body-method")?.text
            {
                methods = TakenMethods(names: [sent])
            }
        }
        if methods.names.isEmpty, classHandler == nil { methods.description = describedElsewhere(match) }
        if methods.areAssumed || methods.description != nil { methods.names = ["*"] }
        return methods.names.isEmpty && classHandler == nil ? nil : methods
    }

    /// The key of the router that a match registers on, nil where it names none; `.none` where what it names is no router.
    private func router(of match: ModelMatch) -> String?? {
        if let node = match.node("router") {
            guard let key = table.key(of: node) ?? table.keyOfResult(node) else { return .none }
            if table.isMade(key) { return key }
            let isResult = table.routers[key]?.isResult ?? false
            let isRegistration =
                match.value("decorated") == nil ? isPlausible(match, onResult: isResult) : !hasOddPath(match)
            return isRegistration ? .some(key) : .none
        }
        // `get(..)`, taken from a module by its name, is nobody's method.
        if match.isMeaning("router") { return .none }
        switch match.value("router")?.text {
        case "enclosing": return .some(table.key(enclosing: match.match.node))
        case "receiver": return table.classKey(around: match.match.node).map { .some($0) } ?? .none
        default: return .some(nil)
        }
    }

    /// What stands before the handler where the route is registered.
    private func registeredLinks(_ match: ModelMatch, _ handlerNode: NodeIndex?) -> [MiddlewareLink] {
        var links = facts.authentication.links(match.nodes("middleware", in: tree).map(spelled))
        links += facts.authentication.links(options.values("middleware", of: match))
        links += options.values("permissions", of: match).compactMap(permission)
        links += table.arguments(of: match).links
        // What picks among the handlers of a table stands around each of them.
        if let table = match.node("wrapping") { links += wrappers(of: table, except: nil) }
        if let wrapping = handlerNode.flatMap(wrappingCall) {
            links += wrappers(of: wrapping, except: match.value("class-maker")?.text)
        }
        return links
    }

    /// What the handler has run before it, or runs first.
    private func ownLinks(of function: NodeIndex, isLocal: Bool, _ match: ModelMatch) -> [MiddlewareLink] {
        var links = decorators(of: function, except: match)
        if let limiter = facts.authentication.limiter(in: function) { links.append(limiter) }
        if isLocal {
            links += facts.authentication.dependencies(of: function)
            links += facts.authentication.classDependencies(of: function)
        }
        return links
    }

    /// The router that a class is for those that extend it, where a decorator of one of its methods says what that routes to.
    private func extensibleKey(_ match: ModelMatch) -> String? {
        guard match.value("decorated") != nil, match.value("router") == nil else { return nil }
        return decorated(by: match.match.node).flatMap(table.extensibleKey)
    }

    /// What leaves open whether callers are known.
    private func unknownLinks(of route: Route, _ match: ModelMatch) -> [MiddlewareLink] {
        var links: [MiddlewareLink] = []
        if let secret = route.path.flatMap(secretPart) {
            links.append(MiddlewareLink(name: secret, verdict: .unknown("its path holds '\(secret)'")))
        }
        return links
    }

    /// The name of what only those know who may call a route, where its path holds that.
    private func secretPart(of path: String) -> String? {
        PathHole.names(in: path).map { String($0).lastDottedPart }.first { facts.names.holds(.sentProof, $0) }
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
