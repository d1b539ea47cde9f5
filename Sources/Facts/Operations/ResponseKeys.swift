import Matching
import SourceText
import Syntax

/// Finds keys of response bodies by their names, at any depth.
struct ResponseKeys {
    let facts: FileFacts

    func matches(_ condition: ResponseOperation.KeyCondition, in response: Response, _ match: Match) -> [Match] {
        let tree = facts.tree
        var found: [Match] = []
        for part in BodyParts(of: response, in: facts).parts where part.entry >= 0 {
            guard let key = [.key, .label, .name, .target].lazy.compactMap({ tree.child(part.entry, $0) }).first,
                condition.name.firstMatch(in: name(of: key)) != nil
            else { continue }
            var inner = match
            inner.range = tree.range(part.entry)
            inner.node = part.entry
            if let slot = condition.valueSlot {
                let value = addedTo(part.node)
                inner.bindings[slot] = Binding(content: .node(value), range: tree.range(value))
            }
            found.append(inner)
        }
        return found
    }

    /// What a variable holds to which something is added, `now` of `now + 60_000`: the sum is of its kind. Any other value itself.
    private func addedTo(_ value: NodeIndex) -> NodeIndex {
        let tree = facts.tree
        guard tree.kind(value) == .binary, Operator(tree.mainText(value)) == .add, let left = tree.child(value, .left),
            tree.kind(left) == .identifier, let held = facts.onlyValue(of: left),
            !tree.range(held).contains(tree.range(left))
        else { return value }
        return held
    }

    private func name(of key: NodeIndex) -> [UInt8] {
        let tree = facts.tree
        if let text = facts.target.stringValue(key) { return text }
        if tree.kind(key) == .member, let name = tree.child(key, .name) { return Array(tree.text(name)) }
        if tree.kind(key) == .index, let index = tree.child(key, .index), let text = facts.target.stringValue(index) {
            return text
        }
        return Array(tree.text(key))
    }
}
