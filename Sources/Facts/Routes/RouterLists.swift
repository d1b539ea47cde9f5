import Matching
import Syntax

/// The lists at the top of a file that by the names of their elements hold routers of other files:
/// `ROUTERS = [users.router, teams.router]`, which a third file mounts in a loop.
struct RouterLists {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// What the elements mean, by the name of the list.
    func collect() -> [String: [Symbol]] {
        guard facts.modules.importsProject else { return [:] }
        var lists: [String: [Symbol]] = [:]
        for node in facts.target.nodes(of: .assignment) + facts.target.nodes(of: .declarator) {
            guard let value = tree.child(node, .value), [.array, .tuple].contains(tree.kind(value)),
                let target = tree.child(node, .target), tree.kind(target) == .identifier,
                let symbols = routers(in: value), FunctionTable.enclosing(node, in: tree) == nil
            else { continue }
            lists[facts.text(target)] = symbols
        }
        return lists
    }

    /// What the elements of a list mean; nil where none is a router by its name, or some is nothing of another file.
    private func routers(in list: NodeIndex) -> [Symbol]? {
        guard tree.children(list).contains(where: { facts.isNamed(.routerName, $0) }) else { return nil }
        var symbols: [Symbol] = []
        for element in tree.children(list) {
            guard tree.kind(element) == .identifier || tree.kind(element) == .member,
                let symbol = facts.modules.symbol(of: element, in: facts.target)
            else { return nil }
            symbols.append(symbol)
        }
        return symbols.isEmpty ? nil : symbols
    }
}
