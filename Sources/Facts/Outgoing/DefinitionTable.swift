import Matching
import SourceText
import Syntax

/// The expressions by which the variables of a file and the members of its classes get their values.
final class DefinitionTable {
    private unowned let facts: FileFacts
    /// Values of members by class and name.
    private lazy var members: [Key: [NodeIndex]] = collectMembers()

    private struct Key: Hashable {
        var owner: NodeIndex
        var name: String
    }

    init(facts: FileFacts) {
        self.facts = facts
    }

    private var tree: SyntaxTree { facts.tree }

    /// All values that an identifier's variable, or a member of the class around it, is given.
    func values(of node: NodeIndex) -> [NodeIndex] {
        switch tree.kind(node) {
        case .identifier:
            let variable = facts.target.semantics.variables[Int(node)]
            guard variable >= 0 else { return memberValues(named: facts.text(node), around: node) }
            if let only = facts.onlyValue(ofVariable: variable) { return only == node ? [] : [only] }
            if let value = enclosingItem(of: variable, around: node) { return [value] }
            return facts.uses(of: variable).compactMap { use in
                guard tree.role(use) == .target else { return nil }
                switch tree.kind(tree.parent(use)) {
                case .declarator, .assignment, .optionalBinding, .withItem: return tree.child(tree.parent(use), .value)
                default: return nil
                }
            }
        case .member:
            guard let name = tree.child(node, .name), let object = tree.child(node, .object), facts.isReceiver(object)
            else {
                return []
            }
            return memberValues(named: facts.text(name), around: node)
        default: return []
        }
    }

    /// What the innermost `with` around a node binds the variable to.
    private func enclosingItem(of variable: Int32, around node: NodeIndex) -> NodeIndex? {
        var current = tree.parent(node)
        while current >= 0, tree.kind(current) != .function {
            if tree.kind(current) == .with {
                for item in tree.children(current) where tree.kind(item) == .withItem {
                    guard let target = tree.child(item, .target), tree.kind(target) == .identifier,
                        facts.target.semantics.variables[Int(target)] == variable
                    else { continue }
                    return tree.child(item, .value)
                }
            }
            current = tree.parent(current)
        }
        return nil
    }

    private func memberValues(named name: String, around node: NodeIndex) -> [NodeIndex] {
        FunctionTable.enclosingClass(node, in: tree).flatMap { members[Key(owner: $0, name: name)] } ?? []
    }

    private func collectMembers() -> [Key: [NodeIndex]] {
        var members: [Key: [NodeIndex]] = [:]
        func add(_ name: NodeIndex, _ value: NodeIndex?, around node: NodeIndex) {
            guard let value, let owner = FunctionTable.enclosingClass(node, in: tree) else { return }
            members[Key(owner: owner, name: facts.text(name)), default: []].append(value)
        }
        for node in facts.target.nodes(of: .assignment) {
            guard let target = tree.child(node, .target) else { continue }
            if tree.kind(target) == .member, let object = tree.child(target, .object), facts.isReceiver(object),
                let name = tree.child(target, .name)
            {
                add(name, tree.child(node, .value), around: node)
            } else if tree.kind(target) == .identifier, isMember(node) {
                add(target, tree.child(node, .value), around: node)
            }
        }
        for node in facts.target.nodes(of: .field) {
            if let name = tree.child(node, .name) { add(name, tree.child(node, .value), around: node) }
        }
        for node in facts.target.nodes(of: .declarator) where isMember(tree.parent(node)) {
            if let target = tree.child(node, .target), tree.kind(target) == .identifier {
                add(target, tree.child(node, .value), around: node)
            }
        }
        return members
    }

    /// Whether a declaration or statement stands in a class's body and in no method.
    private func isMember(_ node: NodeIndex) -> Bool {
        var body = tree.parent(node)
        if body >= 0, tree.kind(body) == .expressionStatement { body = tree.parent(body) }
        return body >= 0 && tree.kind(body) == .block && tree.parent(body) >= 0
            && tree.kind(tree.parent(body)) == .class
    }

    // MARK: Parameters

    /// The parameter that an identifier denotes, whole or a part of it, with the function that has it.
    func parameter(_ node: NodeIndex) -> (function: NodeIndex, use: ParameterUse)? {
        guard tree.kind(node) == .identifier else { return nil }
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0, let first = facts.uses(of: variable).first else { return nil }
        var keys: [String] = []
        var current = first
        while current >= 0, tree.kind(current) != .parameter {
            let parent = tree.parent(current)
            guard parent >= 0 else { return nil }
            switch tree.kind(parent) {
            case .parameter: if tree.role(current) != .name { return nil }
            case .pair:
                guard tree.role(current) == .value, let key = tree.child(parent, .key) else { return nil }
                keys.append(facts.text(key))
            case .shorthand: keys.append(facts.text(current))
            case .object, .spread, .assignment: break
            default: return nil
            }
            current = parent
        }
        guard current >= 0, let index = parameters(around: current)?.firstIndex(of: current) else { return nil }
        let function = tree.parent(tree.parent(current))
        return (function, ParameterUse(index: index, keys: keys.reversed(), name: facts.text(node)))
    }

    private func parameters(around parameter: NodeIndex) -> [NodeIndex]? {
        let function = tree.parent(tree.parent(parameter))
        return function >= 0 ? facts.parameters(of: function) : nil
    }

    /// The value of a parameter that is not given.
    func fallback(of node: NodeIndex) -> NodeIndex? {
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0, let first = facts.uses(of: variable).first else { return nil }
        let parent = tree.parent(first)
        guard parent >= 0, tree.kind(parent) == .parameter || tree.kind(parent) == .shorthand else { return nil }
        return tree.child(parent, .value)
    }
}
