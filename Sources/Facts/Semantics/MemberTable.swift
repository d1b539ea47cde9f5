import Syntax

/// The attributes of a file's classes, as far as their own methods and bodies give them values: `self.x = ..`,
/// `this.x = ..` and fields.
struct MemberTable {
    private let tree: SyntaxTree
    private let names: IdentifierTable
    private let rules: ScopingRules
    private let variables: [Int32]
    /// By variable: the class whose instance it holds as the first parameter of a method, or which it names; -1 for none.
    private var classes: [NodeIndex]
    private var attributes: [Key: Attribute] = [:]

    private struct Key: Hashable {
        var owner: NodeIndex
        var name: Int32
    }

    private struct Attribute {
        var count: Int32
        var value: NodeIndex
    }

    init(_ tree: SyntaxTree, names: IdentifierTable, rules: ScopingRules, variables: [Int32], table: VariableTable) {
        self.tree = tree
        self.names = names
        self.rules = rules
        self.variables = variables
        classes = [NodeIndex](repeating: -1, count: table.count)
        collect(table)
    }

    /// The only value that the attribute which a `member` node names is ever given, nil where it has several or none, or
    /// belongs to no class of the file.
    func onlyValue(of member: NodeIndex) -> NodeIndex? {
        guard !attributes.isEmpty, tree.role(member) != .target, let owner = owner(of: member),
            let name = tree.child(member, .name), let attribute = attributes[key(owner, name)], attribute.count == 1
        else { return nil }
        return attribute.value >= 0 ? attribute.value : nil
    }

    private mutating func collect(_ table: VariableTable) {
        for node in 0..<NodeIndex(truncatingIfNeeded: tree.count) {
            switch tree.kind(node) {
            case .class:
                guard let name = tree.child(node, .name) else { continue }
                let variable = Int(variables[Int(name)])
                if variable >= 0, table.onlyValue(variable) == node { classes[variable] = node }
            case .function: method(node)
            case .assignment, .augmentedAssignment: assignment(node)
            case .field, .declarator: field(node)
            default: break
            }
        }
    }

    /// Remembers what a method's first parameter is, where that is how the language names the receiver.
    private mutating func method(_ node: NodeIndex) {
        guard rules.receiver.isEmpty, let owner = enclosingClass(ofMember: node),
            let parameters = tree.child(node, .parameters), let first = tree.firstChild(parameters),
            let name = tree.child(first, .name)
        else { return }
        let variable = Int(variables[Int(name)])
        if variable >= 0 { classes[variable] = owner }
    }

    private mutating func assignment(_ node: NodeIndex) {
        guard let target = tree.child(node, .target) else { return }
        let isUpdate = tree.kind(node) == .augmentedAssignment
        let value = isUpdate ? -1 : tree.child(node, .value) ?? -1
        if tree.kind(target) == .member {
            guard let owner = owner(of: target), let name = tree.child(target, .name) else { return }
            define(owner, name, value)
        } else if tree.kind(target) == .identifier, let owner = enclosingClass(ofMember: tree.parent(node)) {
            define(owner, target, value)
        }
    }

    private mutating func field(_ node: NodeIndex) {
        let member = tree.kind(node) == .declarator ? tree.parent(node) : node
        guard let owner = enclosingClass(ofMember: member),
            let name = tree.child(node, .name) ?? tree.child(node, .target),
            tree.kind(name) == .identifier, let value = tree.child(node, .value)
        else { return }
        define(owner, name, value)
    }

    private mutating func define(_ owner: NodeIndex, _ name: NodeIndex, _ value: NodeIndex) {
        let key = key(owner, name)
        let count = attributes[key]?.count ?? 0
        attributes[key] = Attribute(count: count + 1, value: value)
    }

    private func key(_ owner: NodeIndex, _ name: NodeIndex) -> Key {
        Key(owner: owner, name: names.ids[Int(tree.firstTokens[Int(name)])])
    }

    /// The class whose body holds `node` as a statement or member.
    private func enclosingClass(ofMember node: NodeIndex) -> NodeIndex? {
        let body = tree.parent(node)
        guard body > 0, tree.kind(body) == .block else { return nil }
        let owner = tree.parent(body)
        return owner >= 0 && tree.kind(owner) == .class ? owner : nil
    }

    /// The class that the object of a `member` node is, or is an instance of.
    private func owner(of member: NodeIndex) -> NodeIndex? {
        guard let object = tree.child(member, .object), tree.kind(object) == .identifier else { return nil }
        let variable = Int(variables[Int(object)])
        if variable >= 0 { return classes[variable] >= 0 ? classes[variable] : nil }
        guard !rules.receiver.isEmpty, tree.text(object).elementsEqual(rules.receiver) else { return nil }
        var node = tree.parent(object)
        while node > 0, tree.kind(node) != .class { node = tree.parent(node) }
        return node > 0 ? node : nil
    }
}
