import Matching
import SourceText
import Syntax

/// The routes, routers, mounts and middleware of one file.
public struct RoutingFacts: Sendable {
    public var routes: [Route] = []
    public var routers: [Router] = []
    public var mounts: [Mount] = []
    public var middleware: [MiddlewareRegistration] = []
    public var everywhere: [FrameworkRegistration] = []
    public var pathGuards: [PathGuard] = []
}

/// Puts together what the models' patterns say of routing in one file.
struct RouteCollector {
    private let facts: FileFacts
    private let table: RouterTable
    private let options: OptionReader

    init(facts: FileFacts) {
        self.facts = facts
        table = RouterTable(facts: facts)
        options = OptionReader(facts: facts)
    }

    private var tree: SyntaxTree { facts.tree }

    func collect() -> RoutingFacts {
        var routing = RoutingFacts()
        var seen = Set<NodeIndex>()
        for match in facts.matches.of(.routes) {
            guard let route = route(match), seen.insert(match.match.node).inserted || match.value("decorated") != nil
            else { continue }
            routing.routes += copies(of: route, match)
        }
        // Every parent is known before its children: a closure's parameter may be nothing but the parent of others.
        let mounts = facts.matches.of(.mounts)
        for match in mounts { _ = parentKey(of: match) }
        for match in mounts { addMount(match) }
        for match in facts.matches.of(.middleware) {
            routing.middleware += middleware(match)
        }
        routing.pathGuards = PathGuardCollector(facts: facts).collect()
        routing.everywhere = facts.matches.of(.everywhere).map(everywhere)
        routing.routers = table.routers.values.sorted { $0.key < $1.key }
        routing.mounts = table.mounts
        return routing
    }

    // MARK: Routes

    private func route(_ match: ModelMatch) -> Route? {
        let classHandler = classHandler(match)
        var methods = classHandler == nil ? methods(of: match) : facts.methods(match)
        if match.value("decorated") != nil, match.match.node >= 0, tree.kind(match.match.node) == .call,
            decorated(by: match.match.node) == nil
        {
            return nil
        }
        let handlerNode = handlerNode(of: match)
        let handler = handlerNode.flatMap(facts.authentication.localFunction)
        let testsMethods = match.value("tested-methods") != nil
        if let names = match.value("tested-methods")?.texts, let function = handler ?? handlerNode {
            methods = TestedMethods(facts: facts, names: names).methods(in: function)
        }
        let methodsAreAssumed = testsMethods && methods.isEmpty
        if methodsAreAssumed { methods = ["*"] }
        guard !methods.isEmpty || classHandler != nil else { return nil }
        var router: String?
        if let node = match.node("router") {
            guard let key = table.key(of: node) else { return nil }
            if !table.isMade(key), match.value("decorated") == nil, !isPlausible(match) { return nil }
            router = key
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
        chain += table.arguments(of: match).links
        if let wrapping = handlerNode.flatMap(wrappingCall) {
            chain += wrappers(of: wrapping, except: match.value("class-maker")?.text)
        }
        if let function = handler ?? handlerNode, classHandler == nil {
            chain += decorators(of: function, except: match)
            if handler != nil { chain += facts.authentication.dependencies(of: function) }
        }
        var route = Route(
            methods: methods, path: path, anchor: anchor(of: match), handler: handler ?? -1,
            handlerSymbol: handler == nil ? handlerNode.flatMap(symbol) : nil,
            framework: match.value("framework")?.text ?? match.model, router: router, chain: chain,
            handlerVerdict: handlerVerdict(match, handler, handlerNode),
            handlerCalls: handler.map(facts.authentication.importedCalls) ?? [], position: table.position(of: match))
        route.classHandler = classHandler
        route.methodsAreAssumed = methodsAreAssumed || match.value("methods-assumed")?.boolean ?? false
        return route
    }

    private func handlerVerdict(
        _ match: ModelMatch, _ handler: NodeIndex?, _ handlerNode: NodeIndex?
    ) -> AuthenticationVerdict {
        let verdict =
            handler.map(facts.authentication.verdict(ofBody:))
            ?? (handlerNode == nil ? .open : .unknown("its handler stands in another file"))
        if verdict == .open, let reason = match.value("gateway")?.text { return .unknown(reason) }
        return verdict
    }

    /// The call that a handler is, or that the variable holds which it names: `export const POST = GET`.
    private func wrappingCall(_ handler: NodeIndex) -> NodeIndex? {
        var node = handler
        for _ in 0..<4 where tree.kind(node) == .identifier {
            let variable = facts.target.semantics.variables[Int(node)]
            guard variable >= 0 else { return nil }
            let value = facts.target.semantics.variableValues[Int(variable)]
            guard value >= 0 else { return nil }
            node = value
        }
        return tree.kind(node) == .call ? node : nil
    }

    /// What handles a route: what the model names, or the function that is decorated or exported.
    private func handlerNode(of match: ModelMatch) -> NodeIndex? {
        if let node = match.node("handler") ?? options.value("handler", of: match) { return node }
        let node = match.match.node
        guard node >= 0 else { return nil }
        if match.value("decorated") != nil { return decorated(by: node).map(tree.parent) ?? node }
        return ExportedFunction.of(node, in: tree)
    }

    /// The decorator that a call is.
    private func decorated(by node: NodeIndex) -> NodeIndex? {
        let parent = tree.parent(node)
        return tree.kind(node) == .call && parent >= 0 && tree.kind(parent) == .decorator ? parent : nil
    }

    /// The class that handles a route, where the model says that one does.
    private func classHandler(_ match: ModelMatch) -> ClassHandler? {
        let found: NodeIndex? =
            if let maker = match.value("class-maker")?.text {
                match.node("handler").flatMap { table.classNode(in: $0, madeBy: maker) }
            } else {
                match.value("class")?.text == "self" ? match.match.node : match.node("class")
            }
        guard let node = found else { return nil }
        // A function that registers whatever class it is given registers none here.
        if tree.kind(node) == .identifier, table.isParameter(node) { return nil }
        var members: [String: String] = [:]
        if case .mapping(let spelled) = match.value("members") { members = spelled.compactMapValues(\.text) }
        let named = tree.kind(node) == .class ? tree.child(node, .name) ?? node : node
        return ClassHandler(
            symbol: tree.kind(node) == .class ? Symbol(name: facts.text(named)) : facts.symbol(of: named),
            members: members,
            before: match.value("before")?.texts ?? [])
    }

    /// The route under each of the paths that one registration may name.
    private func copies(of route: Route, _ match: ModelMatch) -> [Route] {
        var paths = match.nodes("paths", in: tree).filter { tree.kind($0) != .keywordArgument }
        if let node = match.node("path"), tree.kind(node) == .array { paths = Array(tree.children(node)) }
        guard !paths.isEmpty else { return [route] }
        return paths.map { node in
            var copy = route
            copy.path = facts.target.stringValue(node).map { String(decoding: $0, as: UTF8.self) }
            return copy
        }
    }

    /// Whether what is called on a router that the file does not make may be the registration of a route: its path is a
    /// path, its handler may be a function, and nobody waits for what it returns.
    private func isPlausible(_ match: ModelMatch) -> Bool {
        if let path = match.node("path") {
            if let value = facts.target.stringValue(path) {
                guard value.isEmpty || value[0] == UInt8(ascii: "/") || value[0] == UInt8(ascii: "*") else {
                    return false
                }
            } else if tree.kind(path) == .interpolatedString {
                guard
                    tree.text(path).dropFirst().first.map({ $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "$") })
                        ?? false
                else { return false }
            } else if tree.kind(path) != .regex, tree.kind(path) != .array {
                return false
            }
        }
        if let handler = match.node("handler") {
            switch tree.kind(handler) {
            case .lambda, .function, .member, .call, .array: break
            case .identifier:
                guard
                    facts.authentication.localFunction(handler) != nil
                        || facts.modules.symbol(of: handler, in: facts.target) != nil
                else { return false }
            default: return false
            }
        }
        guard match.match.node >= 0, tree.parent(match.match.node) >= 0 else { return true }
        switch tree.kind(tree.parent(match.match.node)) {
        case .await, .declarator, .assignment, .argumentList: return false
        default: return true
        }
    }

    /// Calls around a handler, which may guard it; but for the one that makes a handler of a class.
    private func wrappers(of handler: NodeIndex, except maker: String?) -> [MiddlewareLink] {
        guard let maker else { return [facts.authentication.link(handler)] }
        var links: [MiddlewareLink] = []
        var node = handler
        while tree.kind(node) == .call, let callee = tree.child(node, .callee),
            facts.authentication.lastName(facts.authentication.name(of: callee)) != maker,
            let list = tree.child(node, .arguments), let first = tree.firstChild(list)
        {
            links.append(facts.authentication.link(callee))
            node = first
        }
        return links
    }

    private static let verbs: Set<String> = [
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY", "ALL", "*", "DEL", "OPTION",
    ]

    private func methods(of match: ModelMatch) -> [String] {
        if let field = match.value("method") {
            if let text = field.text { return [text.uppercased()] }
            guard let text = match.text("method", in: tree) else { return [] }
            if let node = match.node("method"), tree.kind(node) == .array { return methods(in: node) }
            var bare = facts.authentication.lastName(
                text.filter { $0 != "\"" && $0 != "'" && $0 != "`" }
            ).uppercased()
            if bare.hasPrefix("ADD_") { bare.removeFirst(4) }
            guard Self.verbs.contains(bare) else { return [] }
            return [bare == "ALL" || bare == "ANY" ? "*" : bare == "DEL" ? "DELETE" : bare]
        }
        if let node = options.value("method", of: match) { return methods(in: node) }
        let named = facts.methods(match)
        if !named.isEmpty { return named }
        return match.value("default-methods")?.texts ?? []
    }

    /// The methods that a string or a list of strings names.
    private func methods(in node: NodeIndex) -> [String] {
        let elements = tree.kind(node) == .array ? Array(tree.children(node)) : [node]
        return elements.compactMap { element in
            let text =
                facts.target.stringValue(element).map { String(decoding: $0, as: UTF8.self) }
                ?? facts.authentication.lastName(facts.authentication.name(of: element))
            return Self.verbs.contains(text.uppercased()) ? text.uppercased() : nil
        }
    }

    /// The outer optional is nil where what stands in the place of the path cannot be one.
    private func path(of match: ModelMatch) -> String?? {
        if let expression = match.value("file-routed")?.text {
            return FileRoute.path(of: facts.path, expression: expression).map { .some($0) }
        }
        let split = table.arguments(of: match)
        if split.isUnknown { return .some(nil) }
        if match.isStringContent("path") { return .some(match.text("path", in: tree)) }
        if let node = match.node("path") ?? options.value("path", of: match) {
            if let value = facts.target.stringValue(node) {
                return .some(table.path(String(decoding: value, as: UTF8.self), of: match))
            }
            switch tree.kind(node) {
            case .number, .object, .lambda, .boolean, .null: return .none
            default: return .some(table.approximatePath(node).map { table.path($0, of: match) })
            }
        }
        if let text = match.value("path")?.text { return .some(text) }
        if match.value("gateway") != nil { return .some(nil) }
        return .some(RoutePath.join("", split.prefix))
    }

    private func symbol(_ node: NodeIndex) -> Symbol? {
        facts.modules.symbol(of: node, in: facts.target) ?? instanceSymbol(node)
            ?? Symbol(name: facts.authentication.name(of: node))
    }

    /// `users.create` where `users` is made of a class of another file: `const users = new UserController(db)`.
    private func instanceSymbol(_ node: NodeIndex) -> Symbol? {
        guard tree.kind(node) == .member, let object = tree.child(node, .object), let name = tree.child(node, .name),
            tree.kind(object) == .identifier
        else { return nil }
        let variable = facts.target.semantics.variables[Int(object)]
        guard variable >= 0 else { return nil }
        let value = facts.target.semantics.variableValues[Int(variable)]
        guard value >= 0, tree.kind(value) == .new, let callee = tree.child(value, .callee),
            var symbol = facts.modules.symbol(of: callee, in: facts.target)
        else { return nil }
        symbol.name = (symbol.name.isEmpty ? "default" : symbol.name) + "." + facts.text(name)
        return symbol
    }

    /// Decorators of the handler and its class, but for the one that registers the route.
    private func decorators(of function: NodeIndex, except match: ModelMatch) -> [MiddlewareLink] {
        var links: [MiddlewareLink] = []
        var holders = [function]
        if let owner = FunctionTable.enclosingClass(function, in: tree) { holders.insert(owner, at: 0) }
        let registration = anchor(of: match)
        for holder in holders {
            for child in tree.children(holder) where tree.kind(child) == .decorator {
                if tree.range(child) == registration { continue }
                links.append(facts.authentication.link(child))
            }
        }
        return links
    }

    /// Where the route is anchored: the first routing decorator; in a chain, from the method's name on; else the call.
    private func anchor(of match: ModelMatch) -> ByteRange {
        let node = match.match.node
        guard node >= 0 else { return match.match.range }
        if let decorator = decorated(by: node) { return tree.range(decorator) }
        if match.value("decorated") != nil, tree.kind(node) == .function || tree.kind(node) == .class {
            let bound = match.entry.fields.values.compactMap(\.metavariable).compactMap {
                match.match.bindings[$0]?.range
            }
            let decorators = tree.children(node).filter { tree.kind($0) == .decorator }
            let routing = decorators.first { decorator in
                bound.contains { tree.range(decorator).contains($0) }
            }
            return (routing ?? decorators.first).map { tree.range($0) } ?? tree.range(node)
        }
        if tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), let object = tree.child(callee, .object),
            tree.kind(object) == .call || tree.kind(object) == .new || isOnNextLine(name, after: object)
        {
            return ByteRange(tree.range(name).start, tree.range(node).end)
        }
        return tree.range(node)
    }

    private func isOnNextLine(_ node: NodeIndex, after other: NodeIndex) -> Bool {
        tree.bytes[tree.range(other).end..<tree.range(node).start].contains(0x0A)
    }

    // MARK: Mounts and middleware

    private func parentKey(of match: ModelMatch) -> String? {
        switch match.value("router")?.text {
        case "enclosing": table.key(enclosing: match.match.node)
        case "self": table.key(ofMade: match.match.node)
        default: match.node("router").flatMap { table.key(of: $0) }
        }
    }

    private func addMount(_ match: ModelMatch) {
        guard let parent = parentKey(of: match) else { return }
        let split = table.arguments(of: match)
        let chain =
            facts.authentication.links(match.nodes("middleware", in: tree))
            + facts.authentication.links(options.values("middleware", of: match))
        var prefix = RoutePath.join("", table.prefix(of: match))
        prefix = RoutePath.join(prefix, split.prefix)
        if RouterTable.isScope(match) {
            table.add(
                Mount(
                    parent: parent, child: table.keyOfScope(match.match.node), childSymbol: nil, prefix: prefix,
                    chain: chain + split.links, position: table.position(of: match)))
        }
        if match.value("child")?.text == "self", let child = table.key(ofMade: match.match.node) {
            table.add(
                Mount(
                    parent: parent, child: child, childSymbol: nil, prefix: prefix, chain: chain + split.links,
                    position: table.position(of: match)))
        }
        for node in match.nodes("child", in: tree) {
            // A list stands for itself; of a pair (the list and a name), the first.
            let child = tree.kind(node) == .tuple ? tree.firstChild(node) ?? node : node
            guard tree.kind(child) != .array else { continue }
            if let function = closure(child) {
                let name = facts.functions.name(of: function) ?? "f\(function)"
                for router in table.routers.values where router.owner == name && !table.isMade(router.key) {
                    table.add(
                        Mount(
                            parent: parent, child: router.key, childSymbol: nil, prefix: prefix,
                            chain: chain + split.links, position: table.position(of: match)))
                }
                continue
            }
            let symbol = moduleSymbol(child, match) ?? childSymbol(child)
            let key = symbol == nil ? table.key(of: child) : nil
            if isCallOfChild(match) {
                // Any function may be given a router: one that is imported or stands here may register routes on it.
                guard symbol != nil, table.isMade(parent), tree.kind(child) != .member else { continue }
            }
            guard symbol != nil || key != nil else { continue }
            table.add(
                Mount(
                    parent: parent, child: key, childSymbol: symbol, prefix: prefix, chain: chain + split.links,
                    position: table.position(of: match),
                    replacesPrefix: match.value("replaces-prefix")?.boolean == true && !prefix.isEmpty))
        }
    }

    /// A module named by text, or imported, whose routes are in a variable that the model names.
    private func moduleSymbol(_ node: NodeIndex, _ match: ModelMatch) -> Symbol? {
        guard let name = match.value("child-name")?.text, let module = facts.target.stringValue(node) else {
            return nil
        }
        return Symbol(module: String(decoding: module, as: UTF8.self), name: name)
    }

    /// The function that a mounted expression is, as it stands there or in a wrapper.
    private func closure(_ node: NodeIndex) -> NodeIndex? {
        switch tree.kind(node) {
        case .lambda, .function: return node
        case .call:
            guard let list = tree.child(node, .arguments), let argument = tree.firstChild(list) else { return nil }
            return tree.kind(argument) == .lambda ? argument : nil
        default: return nil
        }
    }

    /// Whether the child is a function that is called with the router rather than given to one of its methods.
    private func isCallOfChild(_ match: ModelMatch) -> Bool {
        guard let child = match.node("child"), match.match.node >= 0 else { return false }
        return tree.child(match.match.node, .callee).map { $0 == child || tree.range($0).contains(tree.range(child)) }
            ?? false
            && tree.child(match.match.node, .arguments).map { !tree.range($0).contains(tree.range(child)) } ?? false
    }

    /// What a mounted expression means where it is made elsewhere: an imported name, a required module, a call of a function
    /// that makes or fills a router.
    private func childSymbol(_ node: NodeIndex) -> Symbol? {
        if let module = ModuleTable.required(node, in: facts.target) { return Symbol(module: module, name: "") }
        switch tree.kind(node) {
        case .string:
            return facts.target.stringValue(node).map { Symbol(module: String(decoding: $0, as: UTF8.self), name: "") }
        case .await, .parenthesized, .cast, .postfix:
            return tree.child(node, .value).flatMap(childSymbol)
        case .call, .new:
            guard let callee = tree.child(node, .callee) else { return nil }
            if let symbol = facts.modules.symbol(of: callee, in: facts.target) { return symbol }
            if tree.kind(callee) == .call { return childSymbol(callee) }
            if tree.kind(callee) == .member, let object = tree.child(callee, .object),
                tree.kind(object) != .identifier, let symbol = childSymbol(object)
            {
                return symbol
            }
            return table.key(of: node) == nil ? Symbol(name: facts.authentication.name(of: callee)) : nil
        case .member:
            if let symbol = facts.modules.symbol(of: node, in: facts.target) { return symbol }
            guard let object = tree.child(node, .object) else { return nil }
            return tree.kind(object) == .new || tree.kind(object) == .call ? childSymbol(object) : nil
        case .identifier:
            if let symbol = facts.modules.symbol(of: node, in: facts.target) { return symbol }
            let variable = facts.target.semantics.variables[Int(node)]
            guard variable >= 0 else { return nil }
            let value = facts.target.semantics.variableValues[Int(variable)]
            // `const users = new UserController()`, mounted by its name.
            guard value >= 0, tree.kind(value) == .new || tree.kind(value) == .call || tree.kind(value) == .await,
                table.key(of: value) == nil
            else { return functionSymbol(node) }
            return childSymbol(value)
        default:
            return nil
        }
    }

    /// A function of this file that registers routes on what it is given.
    private func functionSymbol(_ node: NodeIndex) -> Symbol? {
        facts.functions.function(named: facts.text(node)) == nil ? nil : Symbol(name: facts.text(node))
    }

    private func middleware(_ match: ModelMatch) -> [MiddlewareRegistration] {
        guard let routerNode = match.node("router"), let router = table.key(of: routerNode) else { return [] }
        let split = table.arguments(of: match)
        var named = match.value("decorated") != nil ? [match.match.node] : match.nodes("middleware", in: tree)
        if match.value("builder")?.boolean == true { named = named.flatMap(statements) }
        var links = facts.authentication.links(named.filter { !table.isRouter($0) }) + split.links
        guard !links.isEmpty else { return [] }
        var paths = [split.prefix]
        if match.isStringContent("path"), let text = match.text("path", in: tree) {
            paths = [text]
        } else if let node = match.node("path") {
            let elements = tree.kind(node) == .array ? Array(tree.children(node)) : [node]
            paths = elements.compactMap { facts.target.stringValue($0) }.map { String(decoding: $0, as: UTF8.self) }
            if paths.count < elements.count {
                // Some routes are behind it, and nobody can say which.
                paths.append("")
                for index in links.indices {
                    if case .authenticated = links[index].verdict {
                        links[index].verdict = .unknown("'\(links[index].name)' is behind a path that is not constant")
                    }
                    links[index].symbol = nil
                }
            }
        }
        return paths.map { path in
            MiddlewareRegistration(
                router: router, path: path, links: links, position: table.position(of: match),
                isExact: match.value("exact")?.boolean ?? false,
                isUnordered: match.value("unordered")?.boolean == true, anchor: match.match.range,
                passesLastFirst: match.value("passing")?.text == "last-first",
                errorsComeLast: match.value("errors")?.text == "last")
        }
    }

    /// The expressions that a closure of a result builder lists.
    private func statements(of closure: NodeIndex) -> [NodeIndex] {
        guard let body = tree.child(closure, .body) else { return [] }
        return tree.children(body).map { tree.kind($0) == .expressionStatement ? tree.child($0, .value) ?? $0 : $0 }
    }

    private func everywhere(_ match: ModelMatch) -> FrameworkRegistration {
        let nodes = match.nodes("middleware", in: tree)
        return FrameworkRegistration(
            framework: match.model, prefix: table.prefix(of: match),
            links: facts.authentication.links(nodes) + facts.authentication.settingLinks(nodes))
    }
}

/// Routes that a file's place in the project makes.
enum FileRoute {
    /// The path that a file name means: group 1 of the expression, without `(groups)` and a last `index`; nil where the
    /// expression does not match.
    static func path(of file: String, expression: String) -> String? {
        guard let compiled = try? RegularExpression(Array(expression.utf8), options: []) else { return nil }
        let bytes = Array(file.utf8)
        guard let found = compiled.firstMatch(in: bytes), let group = found.groups.first, let group else { return nil }
        let inner = String(decoding: bytes[group.start..<group.end], as: UTF8.self)
        var segments = inner.split(separator: "/").filter { !$0.hasPrefix("(") && !$0.hasPrefix("@") }
        if segments.last == "index" { segments.removeLast() }
        return "/" + segments.joined(separator: "/")
    }
}
