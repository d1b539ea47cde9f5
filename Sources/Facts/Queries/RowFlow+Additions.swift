import Syntax

extension RowFlow {
    /// What an expression or statement adds to, and what it adds: of `total += x`, `total = total + x`,
    /// `totals[key] = (totals[key] || 0) + x`, `totals.set(key, totals.get(key) + x)`.
    func addition(_ node: NodeIndex) -> (target: NodeIndex, value: NodeIndex)? {
        switch tree.kind(node) {
        case .augmentedAssignment:
            guard tree.mainText(node).elementsEqual("+=".utf8), let target = tree.child(node, .target),
                let value = tree.child(node, .value), [.identifier, .member, .index].contains(tree.kind(target))
            else { return nil }
            return (target, value)
        case .assignment:
            guard let target = tree.child(node, .target), let sum = tree.child(node, .value),
                let value = added(to: target, in: sum)
            else { return nil }
            return (target, value)
        case .call:
            // An element of a table that only has methods.
            guard let callee = tree.child(node, .callee), tree.kind(callee) == .member,
                let object = tree.child(callee, .object), tree.kind(object) == .identifier,
                let list = tree.child(node, .arguments),
                let sum = tree.children(list).dropFirst().first(where: { _ in true }),
                let value = added(to: object, in: sum)
            else { return nil }
            return (callee, value)
        default: return nil
        }
    }

    /// `x` of `target + x`, where the left side reads the target, or something in the same place of its table.
    private func added(to target: NodeIndex, in sum: NodeIndex) -> NodeIndex? {
        let sum = TextReader(facts: facts).unwrapped(sum)
        guard tree.kind(sum) == .binary, tree.mainText(sum).elementsEqual("+".utf8),
            let left = tree.child(sum, .left), let right = tree.child(sum, .right)
        else { return nil }
        var root = target
        while let object = tree.child(root, .object) { root = object }
        guard tree.kind(root) == .identifier else { return nil }
        return tree.names(root, within: left) ? right : nil
    }
}
