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
            routing.routes.append(route)
        }
        // Every parent is known before its children: a closure's parameter may be nothing but the parent of others.
        let mounts = facts.matches.of(.mounts).filter { $0.node("router").flatMap(table.key) != nil }
        for match in mounts { addMount(match) }
        for match in facts.matches.of(.middleware) {
            routing.middleware += middleware(match)
        }
        routing.pathGuards = pathGuards()
        routing.everywhere = facts.matches.of(.everywhere).map(everywhere)
        routing.routers = table.routers.values.sorted { $0.key < $1.key }
        routing.mounts = table.mounts
        return routing
    }

    // MARK: Routes

    private func route(_ match: ModelMatch) -> Route? {
        let handlerNode =
            match.node("handler") ?? options.value("handler", of: match)
            ?? (match.value("decorated") != nil ? match.match.node : exportedFunction(match))
        let handler = handlerNode.flatMap(facts.authentication.localFunction)
        var methods = methods(of: match)
        if let names = match.value("tested-methods")?.texts { methods = testedMethods(in: handler ?? handlerNode, names) }
        else if methods.isEmpty { return nil }
        var router: String?
        if let node = match.node("router") {
            guard let key = table.key(of: node) else { return nil }
            if !table.isMade(key), match.value("decorated") == nil, !isPlausible(match) { return nil }
            router = key
        }
        let path: String?
        switch self.path(of: match) {
        case .some(let found): path = found
        case .none: return nil
        }
        if router == nil, let inside = handlerNode { router = table.classKey(around: inside) }
        var chain = match.nodes("middleware", in: tree).map(facts.authentication.link)
        chain += options.values("middleware", of: match).map(facts.authentication.link)
        chain += table.arguments(of: match).links
        if let handlerNode, tree.kind(handlerNode) == .call { chain += wrappers(of: handlerNode) }
        if let function = handler ?? handlerNode { chain += decorators(of: function, except: match) }
        return Route(
            methods: methods.isEmpty ? ["*"] : methods, isMethodAssumed: methods.isEmpty, path: path, anchor: anchor(of: match), handler: handler ?? -1,
            handlerSymbol: handler == nil ? handlerNode.flatMap(symbol) : nil,
            framework: match.value("framework")?.text ?? match.model, router: router, chain: chain,
            handlerVerdict: handlerVerdict(match, handler, handlerNode),
            handlerCalls: handler.map(facts.authentication.importedCalls) ?? [], position: position(of: match))
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

    /// What decides which registrations come first: in a chain of calls, the place of the method's name.
    private func position(of match: ModelMatch) -> Int {
        let node = match.match.node
        guard node >= 0, tree.kind(node) == .call, let callee = tree.child(node, .callee),
            let name = tree.child(callee, .name)
        else { return match.match.range.start }
        return tree.range(name).start
    }

    /// The methods that a handler for all of them tells apart by comparing a member with one of the names.
    private func testedMethods(in function: NodeIndex?, _ names: [String]) -> [String] {
        guard let function else { return [] }
        var methods: [String] = []
        for node in function..<tree.subtreeEnd(function) where tree.kind(node) == .string {
            guard let value = facts.target.stringValue(node) else { continue }
            let method = String(decoding: value, as: UTF8.self)
            guard Self.verbs.contains(method), !methods.contains(method) else { continue }
            var test = tree.parent(node)
            while test > function, tree.kind(test) != .binary, tree.kind(test) != .switch { test = tree.parent(test) }
            let subject = tree.kind(test) == .switch ? tree.child(test, .subject) : test
            guard test > function, let subject else { continue }
            let isOfMethod = (subject..<tree.subtreeEnd(subject)).contains {
                tree.kind($0) == .identifier && names.contains(facts.text($0))
            }
            if isOfMethod { methods.append(method) }
        }
        return methods
    }

    /// The guards by path of a file, one for each model: what all its entries say together.
    private func pathGuards() -> [PathGuard] {
        var guards: [PathGuard] = []
        for match in facts.matches.of(.pathGuards) {
            if let file = match.value("file")?.text, FileRoute.path(of: facts.path, expression: file) == nil { continue }
            let links = pathGuardLinks(match)
            let expressions = match.nodes("paths", in: tree).flatMap(expressions)
            if let index = guards.firstIndex(where: { $0.framework == match.model }) {
                guards[index].links += links
                guards[index].expressions += expressions
            } else {
                guards.append(PathGuard(framework: match.model, expressions: expressions, links: links))
            }
        }
        return guards.filter { !$0.links.isEmpty }
    }

    private func expressions(_ paths: NodeIndex) -> [String] {
        let elements = tree.kind(paths) == .array ? Array(tree.children(paths)) : [paths]
        return elements.compactMap { element in
            let source = tree.kind(element) == .object ? options.value(named: "source", in: element) : element
            return source.flatMap { facts.target.stringValue($0) }.map {
                RoutePath.expression(ofPattern: String(decoding: $0, as: UTF8.self))
            }
        }
    }

    /// What guards by path do. Of a function that looks at the path itself nobody can say which of them it lets pass.
    private func pathGuardLinks(_ match: ModelMatch) -> [MiddlewareLink] {
        if match.value("paths") != nil { return [] }
        var links = match.nodes("middleware", in: tree).map(facts.authentication.link)
        if links.isEmpty, let function = exportedFunction(match) {
            links = [facts.authentication.link(function)]
        }
        guard let names = match.value("decides-by")?.texts,
            facts.target.nodes(of: .identifier).contains(where: { names.contains(facts.text($0)) })
        else { return links }
        return links.map { link in
            var link = link
            if link.verdict != .open { link.verdict = .unknown("a guard decides by the path") }
            link.symbol = nil
            return link
        }
    }

    /// The function that an export is, where the export is the registration.
    private func exportedFunction(_ match: ModelMatch) -> NodeIndex? {
        let node = match.match.node
        guard node >= 0, tree.kind(node) == .export || tree.kind(node) == .function else { return nil }
        return tree.kind(node) == .function ? node : tree.child(node, .value)
    }

    /// Whether what is called on a router that the file does not make may be the registration of a route: its path is a
    /// path, its handler may be a function, and nobody waits for what it returns.
    private func isPlausible(_ match: ModelMatch) -> Bool {
        if let path = match.node("path") {
            if let value = facts.target.stringValue(path) {
                guard value.isEmpty || value[0] == UInt8(ascii: "/") || value[0] == UInt8(ascii: "*") else { return false }
            } else if tree.kind(path) == .interpolatedString {
                guard tree.text(path).dropFirst().first.map({ $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "$") }) ?? false
                else { return false }
            } else if tree.kind(path) != .regex, tree.kind(path) != .array {
                return false
            }
        }
        if let handler = match.node("handler") {
            switch tree.kind(handler) {
            case .lambda, .function, .member, .call, .array: break
            case .identifier:
                guard facts.authentication.localFunction(handler) != nil
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

    /// The wrappers around a handler, outermost first: `withAuth(withLogging(handler))`.
    private func wrappers(of handler: NodeIndex) -> [MiddlewareLink] { [facts.authentication.link(handler)] }

    private static let verbs: Set<String> = [
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY", "ALL", "*", "DEL", "OPTION",
    ]

    private func methods(of match: ModelMatch) -> [String] {
        if let field = match.value("method") {
            if let text = field.text { return [text.uppercased()] }
            guard let text = match.text("method", in: tree) else { return [] }
            if let node = match.node("method"), tree.kind(node) == .array { return methods(in: node) }
            let bare = facts.authentication.lastName(
                text.filter { $0 != "\"" && $0 != "'" && $0 != "`" }).uppercased()
            guard Self.verbs.contains(bare) else { return [] }
            return [bare == "ALL" || bare == "ANY" ? "*" : bare == "DEL" ? "DELETE" : bare]
        }
        if let node = options.value("method", of: match) { return self.methods(in: node) }
        if let node = match.node("methods") {
            let elements = tree.children(node).compactMap { facts.target.stringValue($0) }
            if !elements.isEmpty { return elements.map { String(decoding: $0, as: UTF8.self).uppercased() } }
            if let one = facts.target.stringValue(node) { return [String(decoding: one, as: UTF8.self).uppercased()] }
        }
        if let defaults = match.value("methods")?.texts, !defaults.isEmpty { return defaults }
        return match.value("default-methods")?.texts ?? []
    }

    /// The methods that a string or a list of strings names.
    private func methods(in node: NodeIndex) -> [String] {
        let elements = tree.kind(node) == .array ? Array(tree.children(node)) : [node]
        return elements.compactMap { element in
            let text = facts.target.stringValue(element).map { String(decoding: $0, as: UTF8.self) }
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
        if match.isStringContent("path") { return .some(match.text("path", in: tree)) }
        if let node = match.node("path") ?? options.value("path", of: match) {
            if let value = facts.target.stringValue(node) { return .some(String(decoding: value, as: UTF8.self)) }
            switch tree.kind(node) {
            case .number, .object, .lambda, .boolean, .null: return .none
            default: return .some(nil)
            }
        }
        if let text = match.value("path")?.text { return .some(text) }
        if match.value("gateway") != nil { return .some(nil) }
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
            tree.kind(object) == .call || tree.kind(object) == .new
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
        let links = chain + options.values("middleware", of: match).map(facts.authentication.link) + split.links
        for child in match.nodes("child", in: tree) {
            if let function = closure(child) {
                let name = facts.functions.name(of: function) ?? "f\(function)"
                for router in table.routers.values where router.owner == name && !table.isMade(router.key) {
                    table.add(
                        Mount(
                            parent: parent, child: router.key, childSymbol: nil, prefix: prefix, chain: links,
                            position: position(of: match)))
                }
                continue
            }
            let symbol = childSymbol(child)
            let key = symbol == nil ? table.key(of: child) : nil
            if isCallOfChild(match) {
                // Any function may be given a router: one that is imported or stands here may register routes on it.
                guard symbol != nil, table.isMade(parent), tree.kind(child) != .member else { continue }
            }
            guard symbol != nil || key != nil else { continue }
            table.add(
                Mount(
                    parent: parent, child: key, childSymbol: symbol, prefix: prefix, chain: links,
                    position: position(of: match)))
        }
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
        return tree.child(match.match.node, .callee).map { $0 == child || tree.range($0).contains(tree.range(child)) } ?? false
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
        var links = match.nodes("middleware", in: tree).filter { !table.isRouter($0) }
            .map(facts.authentication.link) + split.links
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
                router: router, path: path, links: links, position: position(of: match),
                isExact: match.value("exact")?.boolean ?? false,
                isUnordered: match.value("order")?.text == "any", anchor: match.match.range)
        }
    }

    private func everywhere(_ match: ModelMatch) -> FrameworkRegistration {
        FrameworkRegistration(
            framework: match.model, prefix: table.prefix(of: match),
            links: match.nodes("middleware", in: tree).map(facts.authentication.link))
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
