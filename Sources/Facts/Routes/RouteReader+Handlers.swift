import Matching
import SourceText
import Syntax

/// What handles a route, and what stands around it.
extension RouteReader {
    /// What handles a route: what the model names, or the function that is decorated or exported.
    func handlerNode(of match: ModelMatch) -> NodeIndex? {
        if let node = node("handler", of: match) ?? options.value("handler", of: match) {
            // What puts guards before a handler gives a list: `...secured(handler)`.
            return tree.kind(node) == .spread ? tree.child(node, .value) ?? tree.firstChild(node) : node
        }
        let node = match.match.node
        guard node >= 0 else { return nil }
        if match.value("decorated") != nil { return decorated(by: node).map(tree.parent) ?? node }
        return ExportedFunction.of(node, in: tree)
    }

    /// What a closure lists that a builder puts together: middleware, and at last the handler, `{ DoorMiddleware(); show }`.
    func listedParts(of closure: NodeIndex) -> [NodeIndex]? {
        guard tree.kind(closure) == .lambda, tree.child(closure, .parameters) == nil,
            let body = tree.child(closure, .body), tree.kind(body) == .block, tree.childCount(body) > 1
        else { return nil }
        let statements = Array(tree.children(body))
        let values = statements.compactMap { statement in
            tree.kind(statement) == .expressionStatement ? tree.child(statement, .value) : nil
        }
        guard values.count == statements.count, let last = values.last,
            tree.kind(last) == .identifier || tree.kind(last) == .member
        else { return nil }
        return values
    }

    /// The class that handles a route, where the model says that one does.
    func classHandler(_ match: ModelMatch) -> ClassHandler? {
        let found: NodeIndex? =
            if let maker = match.value("class-maker")?.text {
                match.node("handler").flatMap { table.classNode(in: $0, madeBy: maker) }.map(spelled)
            } else {
                match.value("class")?.text == "self" ? match.match.node : match.node("class") ?? classAsHandler(match)
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

    /// A class where a handler may be one, by the capital that its name begins with.
    private func classAsHandler(_ match: ModelMatch) -> NodeIndex? {
        guard match.value("members") != nil, match.value("class") == nil, let node = match.node("handler"),
            [.identifier, .member].contains(tree.kind(node)),
            facts.name(of: node).lastDottedPart.utf8.startsWithCapital
        else { return nil }
        return node
    }

    /// The call that a handler is, or that the variable holds which it names: `export const POST = GET`.
    func wrappingCall(_ handler: NodeIndex) -> NodeIndex? {
        var node = handler
        for _ in 0..<4 where tree.kind(node) == .identifier {
            guard let value = facts.onlyValue(of: node) else { return nil }
            node = value
        }
        return tree.kind(node) == .call ? node : nil
    }

    /// Calls around a handler, which may guard it; but for the one that makes a handler of a class.
    func wrappers(of handler: NodeIndex, except maker: String?) -> [MiddlewareLink] {
        guard let maker else {
            var link = facts.authentication.link(handler, around: facts.localFunction(handler) ?? innermost(handler))
            link.isAroundHandler = true
            return [link]
        }
        var links: [MiddlewareLink] = []
        var node = handler
        while tree.kind(node) == .call, let callee = tree.child(node, .callee),
            facts.name(of: callee).lastDottedPart != maker,
            let list = tree.child(node, .arguments), let first = tree.firstChild(list)
        {
            links.append(facts.authentication.link(callee))
            node = first
        }
        return links
    }

    /// The function that calls around it are given first, and they by others. A name is that function where it is all that a
    /// call is given: `requireStaff(orders.create)`.
    private func innermost(_ handler: NodeIndex) -> NodeIndex {
        var node = facts.unwrapped(handler)
        while tree.kind(node) == .call, let list = tree.child(node, .arguments) {
            let arguments = tree.children(list).map(facts.unwrapped)
            if let inner = arguments.last(where: { [.call, .lambda, .function].contains(tree.kind($0)) }) {
                node = inner
            } else if let only = arguments.first, arguments.count == 1,
                [.identifier, .member].contains(tree.kind(only))
            {
                return only
            } else {
                return node
            }
        }
        return node
    }

    /// The handler that a file passes on from another: its name there, or none where everything is passed on.
    func reexported(_ match: ModelMatch) -> Symbol? {
        guard let module = match.text("module", in: tree) else { return nil }
        return Symbol(module: module, name: match.text("handler", in: tree) ?? "")
    }

    /// The permission that a route's description asks for; nil where it asks for none.
    func permission(_ node: NodeIndex) -> MiddlewareLink? {
        let text = facts.text(node)
        if tree.kind(node) == .array, tree.firstChild(node) == nil { return nil }
        guard !facts.names.holds(.noPermission, text.filter { $0 != "\"" && $0 != "'" }) else { return nil }
        return MiddlewareLink(name: text, verdict: .authenticated("permission \(text.prefix(40))"))
    }

    /// Decorators of the handler and its class, but for the one that registers the route. Where that registers the function as
    /// the decorators below have left it, those above come too late. Those of a class say nothing of closures in its methods.
    func decorators(of function: NodeIndex, except match: ModelMatch) -> [MiddlewareLink] {
        var links: [MiddlewareLink] = []
        var holders = [function]
        let outer = FunctionTable.enclosing(tree.parent(function), in: tree) ?? -1
        if let owner = FunctionTable.enclosingClass(function, in: tree), outer < owner { holders.insert(owner, at: 0) }
        let registration = anchor(of: match)
        let takesOnlyBelow = match.value("decorated")?.text == "below"
        let registrations = facts.matches.of(.routes, within: tree.range(function)).map(anchor)
        for holder in holders {
            for child in tree.children(holder) where tree.kind(child) == .decorator {
                let range = tree.range(child)
                if range == registration || registrations.contains(range) { continue }
                if takesOnlyBelow, holder == function, range.start < registration.start { continue }
                links += facts.authentication.links([child])
            }
        }
        return links
    }

    func symbol(_ node: NodeIndex) -> Symbol? {
        foundSymbol(node) ?? Symbol(name: facts.name(of: node))
    }

    /// What an expression names in another file, be it given to a call that stands around the handler:
    /// `asyncHandler(users.list)`, `users.create.bind(users)`.
    func foundSymbol(_ node: NodeIndex) -> Symbol? {
        let node = facts.unwrapped(node)
        guard tree.kind(node) == .call else {
            return facts.modules.symbol(of: node, in: facts.target) ?? facts.instanceMember(node)
        }
        if let object = facts.receiverOfBind(node) { return foundSymbol(object) }
        guard let list = tree.child(node, .arguments) else { return nil }
        return tree.children(list).lazy.filter { [.identifier, .member, .call].contains(self.tree.kind($0)) }
            .compactMap(foundSymbol).first
    }
}
