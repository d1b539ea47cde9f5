import Matching
import Syntax

/// Expressions in a loop over a list that the file spells out, by what they mean for each element: `route.path` in
/// `routes.forEach(route => app.use(route.path, route.router))`.
struct ListedElements {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// What the expression means for each element, in order; nil where it is nothing of a loop over such a list. An element
    /// that lacks it is nil.
    func values(of node: NodeIndex) -> [NodeIndex?]? {
        switch tree.kind(node) {
        case .identifier: return values(ofName: node)
        case .member:
            guard let object = tree.child(node, .object), tree.kind(object) == .identifier,
                let name = tree.child(node, .name), let elements = values(ofName: object)
            else { return nil }
            let options = OptionReader(facts: facts)
            return elements.map { element in element.flatMap { options.value(named: facts.text(name), in: $0) } }
        default: return nil
        }
    }

    /// What the loop gives a variable of its own.
    private func values(ofName name: NodeIndex) -> [NodeIndex?]? {
        let variable = facts.target.semantics.variables[Int(name)]
        guard variable >= 0, let binding = binding(of: variable), let list = list(around: binding) else { return nil }
        let elements = Array(tree.children(list)).filter { tree.kind($0) != .spread }
        let holder = tree.parent(binding)
        switch tree.kind(holder) {
        case .array:
            guard let position = Array(tree.children(holder)).firstIndex(of: binding) else { return nil }
            return elements.map { element -> NodeIndex? in
                guard tree.kind(element) == .array else { return nil }
                return Array(tree.children(element)).dropFirst(position).first
            }
        case .shorthand, .pair:
            let key = tree.kind(holder) == .pair ? tree.child(holder, .key) ?? binding : binding
            let options = OptionReader(facts: facts)
            return elements.map { options.value(named: facts.text(key), in: $0) }
        default: return elements
        }
    }

    /// Where a variable is bound.
    private func binding(of variable: Int32) -> NodeIndex? {
        facts.uses(of: variable).first
    }

    /// The list that the loop around a binding runs over.
    private func list(around binding: NodeIndex) -> NodeIndex? {
        var node = tree.parent(binding)
        for _ in 0..<8 where node >= 0 {
            switch tree.kind(node) {
            case .forEach: return tree.child(node, .iterable).flatMap(literal)
            case .lambda:
                let arguments = tree.parent(node)
                guard arguments >= 0, tree.kind(arguments) == .argumentList else { return nil }
                let call = tree.parent(arguments)
                guard let callee = tree.child(call, .callee), tree.kind(callee) == .member,
                    let method = tree.child(callee, .name), facts.means(.iteratingCall, method),
                    let object = tree.child(callee, .object)
                else { return nil }
                return literal(object)
            case .block, .function: return nil
            default: node = tree.parent(node)
            }
        }
        return nil
    }

    /// The list that an expression is, or that its variable holds.
    private func literal(_ node: NodeIndex) -> NodeIndex? {
        var node = node
        for _ in 0..<4 {
            switch tree.kind(node) {
            case .array: return node
            case .cast, .parenthesized:
                guard let value = tree.child(node, .value) else { return nil }
                node = value
            case .identifier:
                guard let value = facts.onlyValue(of: node) else { return nil }
                node = value
            default: return nil
            }
        }
        return nil
    }
}
