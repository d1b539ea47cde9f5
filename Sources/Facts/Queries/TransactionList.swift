import Matching
import SourceText
import Syntax

/// The operations that are collected first and then run as one transaction: `transaction([removal, addition])`, where each
/// stands in a variable, or `transaction(steps)` after `steps.push(..)`.
struct TransactionList {
    private let facts: FileFacts
    private static let depthLimit = 4
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    /// Where the elements of a list are made, as far as they are not made in the expression itself.
    func places(of list: NodeIndex) -> [ByteRange] {
        var found: [ByteRange] = []
        collect(list, asList: true, into: &found, depth: 0)
        return found
    }

    private func collect(_ expression: NodeIndex, asList isList: Bool, into found: inout [ByteRange], depth: Int) {
        guard depth < Self.depthLimit else { return }
        let node = unwrapped(expression)
        switch tree.kind(node) {
        case .array where isList:
            for element in tree.children(node) {
                if tree.kind(element) == .spread {
                    guard let value = tree.child(element, .value) else { continue }
                    collect(value, asList: true, into: &found, depth: depth + 1)
                } else {
                    collect(element, asList: false, into: &found, depth: depth + 1)
                }
            }
        case .conditional:
            for branch in [tree.child(node, .body), tree.child(node, .alternate)].compactMap({ $0 }) {
                collect(branch, asList: isList, into: &found, depth: depth + 1)
            }
        case .identifier:
            guard let variable = facts.variable(of: node) else { return }
            for value in facts.variableUses.values(of: variable) {
                add(value, asList: isList, to: &found, depth: depth)
            }
            guard isList else { return }
            for element in added(to: variable) { add(element, asList: false, to: &found, depth: depth) }
        default: break
        }
    }

    /// What is awaited where it stands is run there, by itself.
    private func add(_ value: NodeIndex, asList isList: Bool, to found: inout [ByteRange], depth: Int) {
        guard tree.kind(value) != .await else { return }
        found.append(tree.range(value))
        collect(value, asList: isList, into: &found, depth: depth + 1)
    }

    /// What calls put into the list that a variable holds.
    private func added(to variable: Int32) -> [NodeIndex] {
        facts.uses(of: variable).flatMap { use -> [NodeIndex] in
            guard let call = additions(to: use), let arguments = tree.child(call, .arguments) else { return [] }
            return Array(tree.children(arguments))
        }
    }

    /// The call that puts elements into the list that an identifier denotes.
    private func additions(to use: NodeIndex) -> NodeIndex? {
        let member = tree.parent(use)
        guard tree.role(use) == .object, tree.kind(member) == .member, tree.role(member) == .callee,
            let name = tree.child(member, .name), facts.names.holds(.addsElement, facts.text(name))
        else { return nil }
        return tree.parent(member)
    }

    /// Whether an operation is only put into a list that the function gives back or was given: somebody else runs it.
    func leavesFunction(_ operation: NodeIndex) -> Bool {
        let arguments = tree.parent(operation)
        guard arguments >= 0, tree.role(arguments) == .arguments, tree.kind(tree.parent(arguments)) == .call,
            let callee = tree.child(tree.parent(arguments), .callee), let list = tree.child(callee, .object),
            tree.kind(list) == .identifier, additions(to: list) == tree.parent(arguments),
            let variable = facts.variable(of: list)
        else { return false }
        return facts.uses(of: variable).contains { use in
            tree.kind(tree.parent(use)) == .return || tree.kind(tree.parent(use)) == .parameter
        }
    }

    private func unwrapped(_ node: NodeIndex) -> NodeIndex { TextReader(facts: facts).unwrapped(node) }
}
