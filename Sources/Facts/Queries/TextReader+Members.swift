import Matching
import Syntax

extension TextReader {
    /// The statement that a member holds which was prepared once: `statements.byOwner` of `const statements = { byOwner:
    /// db.prepare(..) }`, `this.byOwner` of a class that prepares it.
    func preparedStatement(_ member: NodeIndex, depth: Int) -> BuiltText? {
        guard let name = tree.child(member, .name), let object = tree.child(member, .object),
            tree.kind(object) == .identifier
        else { return nil }
        let value = facts.isReceiver(object) ? heldValue(of: member, name) : listedValue(of: object, name)
        guard let call = value.map(unwrapped), tree.kind(call) == .call else { return nil }
        return text(of: call, depth: depth + 1)
    }

    /// The value of a field of an object that is written out in a variable which is given no other.
    private func listedValue(of object: NodeIndex, _ name: NodeIndex) -> NodeIndex? {
        guard let list = facts.onlyValue(of: object).map(unwrapped), tree.kind(list) == .object else { return nil }
        let pair = tree.children(list).first { pair in
            tree.kind(pair) == .pair && tree.child(pair, .key).map { facts.text($0) == facts.text(name) } == true
        }
        return pair.flatMap { tree.child($0, .value) }
    }

    /// The only value that a class gives one of its fields, where it declares or in what it does.
    private func heldValue(of member: NodeIndex, _ name: NodeIndex) -> NodeIndex? {
        guard let owner = FunctionTable.enclosingClass(member, in: tree), let body = tree.child(owner, .body) else {
            return nil
        }
        let field = facts.text(name)
        let declared = tree.children(body).filter { statement in
            tree.kind(statement) == .field && tree.child(statement, .name).map { facts.text($0) == field } == true
        }
        let assigned = facts.target.nodes(of: .assignment, inside: owner).filter { node in
            guard let target = tree.child(node, .target),
                tree.kind(target) == .member, tree.child(target, .object).map(facts.isReceiver) == true
            else { return false }
            return tree.child(target, .name).map { facts.text($0) == field } == true
        }
        let values = (declared + assigned).compactMap { tree.child($0, .value) }
        return values.count == 1 ? values[0] : nil
    }
}
