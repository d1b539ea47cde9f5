import Matching
import Syntax

/// Whether a mapper's query asks for rows by their key, so that there are no more than the keys it is given.
extension MapperQuery {
    /// Whether one of the predicates, all of which have to hold, compares a key: `{ id: { in: ids } }`, `id=1`,
    /// `User.id.in_(ids)`, `\.$id ~~ ids`, `eq(users.id, id)`.
    func asksByKey(_ query: Query) -> Bool {
        query.predicates.contains { comparesKey(TextReader(facts: facts).unwrapped($0), depth: 0) }
    }

    private func comparesKey(_ node: NodeIndex, depth: Int) -> Bool {
        guard depth < 4 else { return false }
        switch tree.kind(node) {
        case .object:
            return tree.children(node).contains { pair in
                guard tree.kind(pair) == .pair || tree.kind(pair) == .shorthand,
                    let key = tree.child(pair, .key) ?? tree.child(pair, .name)
                else { return false }
                let name = facts.target.stringValue(key).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(key)
                return isKey(name) && !isOpenEnded(tree.child(pair, .value))
            }
        case .keywordArgument:
            guard let label = tree.child(node, .label) else { return false }
            let name = facts.text(label)
            return isKey(name.hasSuffix("__in") ? String(name.dropLast(4)) : name)
        case .binary:
            let sides = [tree.child(node, .left), tree.child(node, .right)].compactMap { $0 }
            switch facts.mainText(node) {
            case "==", "===", "~~": return sides.first.map(isKeyColumn) ?? false
            case "&&", "&", "and": return sides.contains { comparesKey($0, depth: depth + 1) }
            default: return false
            }
        case .call:
            guard let callee = tree.child(node, .callee) else { return false }
            let arguments = tree.child(node, .arguments).map { Array(tree.children($0)) } ?? []
            let name = facts.lastName(facts.name(of: callee))
            if name == "in_", let object = tree.child(callee, .object) { return isKeyColumn(object) }
            if name == "eq" || name == "inArray" { return arguments.first.map(isKeyColumn) ?? false }
            return name == "and" && arguments.contains { comparesKey($0, depth: depth + 1) }
        default: return false
        }
    }

    /// `{ not: 1 }`, `{ gt: 1 }`: all other rows, or all behind one.
    private func isOpenEnded(_ value: NodeIndex?) -> Bool {
        guard let value, tree.kind(value) == .object else { return false }
        return !tree.children(value).contains { pair in
            tree.child(pair, .key).map { ["in", "equals", "$in", "$eq"].contains(facts.text($0)) } ?? false
        }
    }

    private func isKeyColumn(_ node: NodeIndex) -> Bool {
        guard [.member, .keyPath, .identifier].contains(tree.kind(node)) else { return false }
        return isKey(facts.lastName(facts.text(node)))
    }

    private func isKey(_ name: String) -> Bool {
        facts.names.holds(.keyColumn, name.filter { $0 != "$" && $0 != "\\" && $0 != "\"" && $0 != "'" })
    }
}
