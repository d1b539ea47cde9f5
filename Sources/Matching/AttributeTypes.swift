import Syntax

/// The types that a file's classes declare for their attributes: of fields, of what a method annotates (`self.x: T = ..`), and of
/// parameters that a modifier makes attributes (`constructor(private x: T)`).
struct AttributeTypes {
    private let tree: SyntaxTree
    /// What a method calls the object it is called on; empty where that is its first parameter.
    private let receiver: [UInt8]
    private var types: [Attribute: NodeIndex] = [:]

    private struct Attribute: Hashable {
        var owner: NodeIndex
        var name: [UInt8]
    }

    init(of tree: SyntaxTree, language: any Language) {
        self.tree = tree
        receiver = language.scoping.receiver
        for node in 0..<NodeIndex(truncatingIfNeeded: tree.count) {
            switch tree.kind(node) {
            case .field, .declarator, .assignment, .parameter:
                guard let type = tree.child(node, .type), let attribute = attribute(declaredBy: node) else { continue }
                types[attribute] = type
            default:
                break
            }
        }
    }

    /// The type of the attribute that a `member` node names; nil where the file does not say.
    func type(of member: NodeIndex) -> NodeIndex? {
        guard !types.isEmpty, let owner = owner(of: member), let name = tree.child(member, .name) else { return nil }
        return types[Attribute(owner: owner, name: Array(tree.text(name)))]
    }

    private func attribute(declaredBy node: NodeIndex) -> Attribute? {
        guard let name = tree.child(node, .name) ?? tree.child(node, .target) else { return nil }
        if tree.kind(name) == .member {
            guard let owner = owner(of: name), let last = tree.child(name, .name) else { return nil }
            return Attribute(owner: owner, name: Array(tree.text(last)))
        }
        guard tree.kind(name) == .identifier else { return nil }
        var member = node
        switch tree.kind(node) {
        case .parameter:
            guard hasModifier(node, before: name) else { return nil }
            member = tree.parent(tree.parent(node))
        case .declarator, .assignment:
            member = tree.parent(node)
        default:
            break
        }
        return enclosingClass(ofMember: member).map { Attribute(owner: $0, name: Array(tree.text(name))) }
    }

    private func hasModifier(_ parameter: NodeIndex, before name: NodeIndex) -> Bool {
        (tree.firstTokens[Int(parameter)]..<tree.firstTokens[Int(name)]).contains { token in
            let text = tree.text(ofToken: token)
            return AttributeTypes.modifiers.contains { text.elementsEqual($0.utf8) }
        }
    }

    private static let modifiers = ["private", "public", "protected", "readonly"]

    /// The class whose body holds `node` as a statement or member.
    private func enclosingClass(ofMember node: NodeIndex) -> NodeIndex? {
        guard node > 0 else { return nil }
        let body = tree.parent(node)
        guard body > 0, tree.kind(body) == .block else { return nil }
        let owner = tree.parent(body)
        return owner > 0 && tree.kind(owner) == .class ? owner : nil
    }

    /// The class of the object that a method is called on, where that is the object of a `member` node.
    private func owner(of member: NodeIndex) -> NodeIndex? {
        guard let object = tree.child(member, .object), tree.kind(object) == .identifier else { return nil }
        let name = tree.text(object)
        if !receiver.isEmpty, !name.elementsEqual(receiver) { return nil }
        var node = tree.parent(object)
        while node > 0 {
            if receiver.isEmpty {
                if tree.kind(node) == .function, let owner = enclosingClass(ofMember: node) {
                    return isFirstParameter(name, of: node) ? owner : nil
                }
            } else if tree.kind(node) == .class {
                return node
            }
            node = tree.parent(node)
        }
        return nil
    }

    private func isFirstParameter(_ name: ArraySlice<UInt8>, of function: NodeIndex) -> Bool {
        guard let parameters = tree.child(function, .parameters), let first = tree.firstChild(parameters),
            let own = tree.child(first, .name)
        else { return false }
        return tree.text(own).elementsEqual(name)
    }
}
