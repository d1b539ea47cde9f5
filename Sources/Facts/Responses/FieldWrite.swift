import Matching
import SourceText
import Syntax

/// What a use of a variable does to the object in it.
enum FieldWrite {
    case none
    case field(String, NodeIndex)
    /// Something that does not let one know the object's keys any more.
    case other

    init(at use: NodeIndex, in facts: FileFacts) {
        self = FieldWrite.write(at: use, in: facts)
    }

    private static func write(at use: NodeIndex, in facts: FileFacts) -> FieldWrite {
        let tree = facts.tree
        let parent = tree.parent(use)
        guard parent >= 0 else { return .none }
        if tree.kind(parent) == .argumentList, tree.firstChild(parent) == use {
            let changesIt = tree.child(tree.parent(parent), .callee).map { facts.isNamed(.changesObject, $0) } ?? false
            return changesIt ? .other : .none
        }
        guard tree.role(use) == .object else { return .none }
        let assignment = tree.parent(parent)
        guard assignment >= 0, tree.role(parent) == .target else {
            // A method may change it: `body.update(..)`, `body.set(..)`.
            guard tree.kind(parent) == .member, tree.role(parent) == .callee, let name = tree.child(parent, .name)
            else {
                return .none
            }
            return facts.means(.changesObject, name) ? .other : .none
        }
        guard tree.kind(assignment) == .assignment, let value = tree.child(assignment, .value) else { return .other }
        if tree.kind(parent) == .member, let name = tree.child(parent, .name) { return .field(facts.text(name), value) }
        if tree.kind(parent) == .index, let index = tree.child(parent, .index),
            let name = facts.target.stringValue(index)
        {
            return .field(String(decoding: name, as: UTF8.self), value)
        }
        return .other
    }
}
