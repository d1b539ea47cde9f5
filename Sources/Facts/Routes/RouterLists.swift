import Matching
import Syntax

/// The lists of a file that hold routers of other files, or objects that have them, which other code mounts in a loop:
/// `ROUTERS = [users.router, teams.router]`, `new App([new UserRoutes(), new TeamRoutes()])`.
struct RouterLists {
    let facts: FileFacts
    let table: RouterTable

    private var tree: SyntaxTree { facts.tree }

    func collect() -> [RouterList] {
        guard facts.modules.importsProject || facts.target.scoping.filesShareNames else { return [] }
        return facts.target.nodes(of: .array).compactMap(list) + facts.target.nodes(of: .tuple).compactMap(list)
    }

    /// What a list says, where other code may come by it: because a name at the top of the file holds it, or a call is given it.
    private func list(_ node: NodeIndex) -> RouterList? {
        guard let first = tree.firstChild(node), isElement(first) else { return nil }
        var list = RouterList()
        let holder = tree.parent(node)
        if tree.role(node) == .value, [.assignment, .declarator].contains(tree.kind(holder)),
            let target = tree.child(holder, .target), tree.kind(target) == .identifier
        {
            if FunctionTable.enclosing(holder, in: tree) == nil { list.name = facts.text(target) }
            if isObject(first) {
                list.takers = facts.variable(of: target).map { facts.uses(of: $0).compactMap(taker) } ?? []
            }
        } else if isObject(first) {
            list.takers = [taker(of: node)].compactMap { $0 }
        }
        guard list.name != nil || !list.takers.isEmpty, let elements = elements(of: node) else { return nil }
        list.elements = elements
        return list
    }

    private func isElement(_ node: NodeIndex) -> Bool {
        [.identifier, .member, .object].contains(tree.kind(node)) || isObject(node)
    }

    /// Whether an expression makes an object of a class.
    private func isObject(_ node: NodeIndex) -> Bool {
        guard let callee = tree.child(node, .callee) else { return false }
        return tree.kind(node) == .new
            || tree.kind(node) == .call && facts.name(of: callee).lastDottedPart.utf8.startsWithCapital
    }

    /// What the elements of a list say; nil where none is a router by its name, an object of a class or holds something of
    /// another file, or where some says nothing.
    private func elements(of list: NodeIndex) -> [RouterListElement]? {
        let nodes = Array(tree.children(list))
        guard nodes.contains(where: { isObject($0) || tree.kind($0) == .object || facts.isNamed(.routerName, $0) })
        else { return nil }
        let elements = nodes.compactMap(element)
        return elements.count == nodes.count ? elements : nil
    }

    private func element(_ node: NodeIndex) -> RouterListElement? {
        var element = RouterListElement()
        if tree.kind(node) == .object {
            for pair in tree.children(node) {
                guard let key = tree.child(pair, .key) ?? tree.child(pair, .name) else { return nil }
                let value = tree.child(pair, .value) ?? key
                if let symbol = facts.modules.symbol(of: value, in: facts.target) {
                    element.members[facts.bareText(key)] = symbol
                } else if let text = facts.target.stringValue(value) {
                    element.texts[facts.bareText(key)] = String(decoding: text, as: UTF8.self)
                }
            }
            return element.members.isEmpty ? nil : element
        }
        let named = isObject(node) ? tree.child(node, .callee) ?? node : node
        guard [.identifier, .member].contains(tree.kind(named)) else { return nil }
        element.symbol = facts.modules.symbol(of: named, in: facts.target)
        if isObject(node) {
            element.isObject = true
            element.symbol = element.symbol ?? Symbol(name: facts.name(of: named))
            element.arguments = table.pathArguments(of: node)
        }
        return element.symbol == nil ? nil : element
    }

    /// What a call gives an expression to, by itself or in an object.
    private func taker(of node: NodeIndex) -> ListTaker? {
        var node = node
        var key: String?
        for _ in 0..<4 {
            let parent = tree.parent(node)
            guard parent >= 0 else { return nil }
            switch tree.kind(parent) {
            case .pair, .shorthand, .keywordArgument:
                let name = tree.child(parent, .key) ?? tree.child(parent, .name) ?? tree.child(parent, .label)
                key = name.map { facts.bareText($0) }
                node = parent
            case .object, .cast: node = parent
            case .argumentList:
                let call = tree.parent(parent)
                guard let callee = tree.child(call, .callee) else { return nil }
                let symbol =
                    facts.injectedSymbol(call) ?? facts.modules.symbol(of: callee, in: facts.target)
                    ?? Symbol(name: facts.name(of: callee))
                return ListTaker(symbol: symbol, position: Array(tree.children(parent)).firstIndex(of: node), key: key)
            default: return nil
            }
        }
        return nil
    }
}
