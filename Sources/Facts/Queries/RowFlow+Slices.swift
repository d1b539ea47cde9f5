import Matching
import Syntax

/// Rows that code cuts off, and rows that a language model is told of.
extension RowFlow {
    /// The first rows that are cut off where a list of them is used: `rows.slice(0, 50)`, `rows[:50]`, `rows.prefix(50)`.
    func slice(of use: NodeIndex) -> NodeIndex? {
        var current = use
        while true {
            let parent = tree.parent(current)
            guard parent >= 0 else { return nil }
            switch tree.kind(parent) {
            case .await, .parenthesized, .tryExpression, .cast, .postfix: current = parent
            case .index where tree.role(current) == .object:
                let slice = tree.children(parent).first { tree.kind($0) == .slice }
                guard let slice, tree.child(slice, .upper) != nil else { return nil }
                return tree.child(slice, .lower).map(isZero) ?? true ? parent : nil
            case .member where tree.role(current) == .object:
                guard let name = tree.child(parent, .name) else { return nil }
                if facts.means(.rowsMember, name) {
                    current = parent
                    continue
                }
                let call = tree.parent(parent)
                guard facts.means(.cutsOff, name), tree.role(parent) == .callee,
                    let arguments = tree.child(call, .arguments).map({ Array(tree.children($0)) }),
                    let first = arguments.first
                else { return nil }
                return arguments.count == 1 && facts.text(name) != "slice" || arguments.count == 2 && isZero(first)
                    ? call : nil
            default: return nil
            }
        }
    }

    private func isZero(_ node: NodeIndex) -> Bool { facts.target.constant(node) == .integer(0) }

    /// Whether what is made of the rows reaches a call that asks a language model, in the same function.
    func advises(by query: Query) -> Bool {
        guard query.tables.contains(where: { facts.names.holds(.countedRecords, $0) }), query.function >= 0 else {
            return false
        }
        let function = query.function..<tree.subtreeEnd(query.function)
        let calls = function.filter { node in
            node > query.node && tree.kind(node) == .call
                && tree.child(node, .callee).map { facts.isNamed(.asksModel, $0) || asks($0) } == true
        }
        guard !calls.isEmpty else { return false }
        var derived = rowVariables(of: expression(around: query.node))
        // In the order of the text: what is made of the rows, and what is made of that.
        for node in function where node > query.node && derived.count < 32 {
            guard tree.kind(node) == .declarator || tree.kind(node) == .assignment,
                let value = tree.child(node, .value), mentions(derived, value), let target = tree.child(node, .target)
            else { continue }
            for part in target..<tree.subtreeEnd(target) where tree.kind(part) == .identifier {
                let variable = facts.target.semantics.variables[Int(part)]
                if variable >= 0 { derived.insert(variable) }
            }
        }
        return calls.contains { call in tree.child(call, .arguments).map { mentions(derived, $0) } == true }
    }

    /// `client.chat.completions.create`: the name of the whole says what is asked.
    private func asks(_ callee: NodeIndex) -> Bool { facts.names.holds(.asksModel, facts.text(callee)) }

    private func mentions(_ variables: Set<Int32>, _ node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains {
            tree.kind($0) == .identifier && variables.contains(facts.target.semantics.variables[Int($0)])
        }
    }
}
