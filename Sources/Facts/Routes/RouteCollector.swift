import Matching
import SourceText
import Syntax

/// The routes, routers, mounts and middleware of one file.
public struct RoutingFacts: Sendable {
    public var routes: [Route] = []
    public var routers: [Router] = []
    public var mounts: [Mount] = []
    public var middleware: [MiddlewareRegistration] = []
}

/// Puts together what the models' patterns say of routing in one file.
struct RouteCollector {
    private let facts: FileFacts
    private let table: RouterTable

    init(facts: FileFacts) {
        self.facts = facts
        table = RouterTable(facts: facts)
    }

    private var tree: SyntaxTree { facts.tree }

    func collect() -> RoutingFacts {
        var routing = RoutingFacts()
        var seen = Set<NodeIndex>()
        for match in facts.matches.of(.routes) {
            guard let route = route(match), seen.insert(match.match.node).inserted || match.value("decorated") != nil
            else { continue }
            routing.routes.append(route)
        }
        for match in facts.matches.of(.mounts) { addMount(match) }
        for match in facts.matches.of(.middleware) {
            if let registration = middleware(match) { routing.middleware.append(registration) }
        }
        routing.routers = table.routers.values.sorted { $0.key < $1.key }
        routing.mounts = table.mounts
        return routing
    }

    // MARK: Routes

    private func route(_ match: ModelMatch) -> Route? {
        let methods = methods(of: match)
        guard !methods.isEmpty else { return nil }
        var router: String?
        if let node = match.node("router") {
            guard let key = table.key(of: node) else { return nil }
            router = key
        }
        let path: String?
        switch self.path(of: match) {
        case .some(let found): path = found
        case .none: return nil
        }
        let handlerNode = match.node("handler") ?? (match.value("decorated") != nil ? match.match.node : nil)
        let handler = handlerNode.flatMap(facts.authentication.localFunction)
        var chain = match.nodes("middleware", in: tree).map(facts.authentication.link)
        chain += table.arguments(of: match).links
        if let function = handler ?? handlerNode { chain += decorators(of: function, except: match) }
        return Route(
            methods: methods, path: path, anchor: anchor(of: match), handler: handler ?? -1,
            handlerSymbol: handler == nil ? handlerNode.flatMap(symbol) : nil,
            framework: match.value("framework")?.text ?? match.model, router: router, chain: chain,
            handlerVerdict: handler.map(facts.authentication.verdict(ofBody:))
                ?? (handlerNode == nil ? .open : .unknown("its handler stands in another file")),
            position: match.match.range.start)
    }

    private static let verbs: Set<String> = [
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY", "ALL", "*", "DEL", "OPTION",
    ]

    private func methods(of match: ModelMatch) -> [String] {
        if let field = match.value("method") {
            if let text = field.text { return [text.uppercased()] }
            guard let text = match.text("method", in: tree) else { return [] }
            let bare = facts.authentication.lastName(
                text.filter { $0 != "\"" && $0 != "'" && $0 != "`" }).uppercased()
            guard Self.verbs.contains(bare) else { return [] }
            return [bare == "ALL" || bare == "ANY" ? "*" : bare == "DEL" ? "DELETE" : bare]
        }
        if let node = match.node("methods") {
            let elements = tree.children(node).compactMap { facts.target.stringValue($0) }
            if !elements.isEmpty { return elements.map { String(decoding: $0, as: UTF8.self).uppercased() } }
            if let one = facts.target.stringValue(node) { return [String(decoding: one, as: UTF8.self).uppercased()] }
        }
        if let defaults = match.value("methods")?.texts, !defaults.isEmpty { return defaults }
        return match.value("default-methods")?.texts ?? []
    }

    /// The outer optional is nil where what stands in the place of the path cannot be one.
    private func path(of match: ModelMatch) -> String?? {
        if let expression = match.value("file-routed")?.text {
            return FileRoute.path(of: facts.path, expression: expression).map { .some($0) }
        }
        let split = table.arguments(of: match)
        if let node = match.node("path") {
            if let value = facts.target.stringValue(node) { return .some(String(decoding: value, as: UTF8.self)) }
            switch tree.kind(node) {
            case .number, .object, .lambda, .boolean, .null: return .none
            default: return .some(nil)
            }
        }
        if let text = match.value("path")?.text { return .some(text) }
        return .some(RoutePath.join("", split.prefix))
    }

    private func symbol(_ node: NodeIndex) -> Symbol? {
        facts.modules.symbol(of: node, in: facts.target) ?? Symbol(name: facts.authentication.name(of: node))
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
        if match.value("decorated") != nil, tree.kind(node) == .function || tree.kind(node) == .class {
            let bound = match.entry.fields.values.compactMap(\.metavariable).compactMap { match.match.bindings[$0]?.range }
            let decorators = tree.children(node).filter { tree.kind($0) == .decorator }
            let routing = decorators.first { decorator in
                bound.contains { tree.range(decorator).contains($0) }
            }
            return (routing ?? decorators.first).map { tree.range($0) } ?? tree.range(node)
        }
        if tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), let object = tree.child(callee, .object),
            tree.kind(object) == .call
        {
            return ByteRange(tree.range(name).start, tree.range(node).end)
        }
        return tree.range(node)
    }

    // MARK: Mounts and middleware

    private func addMount(_ match: ModelMatch) {
        guard let parentNode = match.node("router"), let parent = table.key(of: parentNode) else { return }
        let split = table.arguments(of: match)
        let chain = match.nodes("middleware", in: tree).map(facts.authentication.link)
        var prefix = RoutePath.join("", table.prefix(of: match))
        prefix = RoutePath.join(prefix, split.prefix)
        for child in match.nodes("child", in: tree) {
            let symbol = childSymbol(child)
            let key = symbol == nil ? table.key(of: child) : nil
            guard symbol != nil || key != nil else { continue }
            table.add(
                Mount(
                    parent: parent, child: key, childSymbol: symbol, prefix: prefix, chain: chain + split.links,
                    position: match.match.range.start))
        }
    }

    /// What a mounted expression means where it is made elsewhere: an imported name, a required module, a call of a function
    /// that makes or fills a router.
    private func childSymbol(_ node: NodeIndex) -> Symbol? {
        if tree.kind(node) == .call || tree.kind(node) == .new, let callee = tree.child(node, .callee) {
            if let required = facts.modules.symbol(of: node, in: facts.target) { return required }
            if let symbol = facts.modules.symbol(of: callee, in: facts.target) {
                if facts.text(callee) == "require", let list = tree.child(node, .arguments),
                    let argument = tree.firstChild(list), let module = facts.target.stringValue(argument)
                {
                    return Symbol(module: String(decoding: module, as: UTF8.self), name: "")
                }
                return symbol
            }
            if facts.text(callee) == "require", let list = tree.child(node, .arguments),
                let argument = tree.firstChild(list), let module = facts.target.stringValue(argument)
            {
                return Symbol(module: String(decoding: module, as: UTF8.self), name: "")
            }
            return table.key(of: node) == nil ? Symbol(name: facts.authentication.name(of: callee)) : nil
        }
        return facts.modules.symbol(of: node, in: facts.target)
    }

    private func middleware(_ match: ModelMatch) -> MiddlewareRegistration? {
        guard let routerNode = match.node("router"), let router = table.key(of: routerNode) else { return nil }
        let split = table.arguments(of: match)
        let path = match.node("path").flatMap { facts.target.stringValue($0) }.map { String(decoding: $0, as: UTF8.self) }
        let links = match.nodes("middleware", in: tree).map(facts.authentication.link) + split.links
        guard !links.isEmpty else { return nil }
        return MiddlewareRegistration(
            router: router, path: path ?? split.prefix, links: links, position: match.match.range.start,
            isUnordered: match.value("order")?.text == "any", anchor: match.match.range,
            passesLastFirst: match.value("passing")?.text == "last-first",
            errorsComeLast: match.value("errors")?.text == "last")
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
