import Syntax

extension SyntaxTree {
    /// Whether an identifier that binds nothing names a variable, rather than a member, a label, a key or a module.
    func namesVariable(_ node: NodeIndex, rules: ScopingRules) -> Bool {
        let parent = parent(node)
        guard parent >= 0 else { return true }
        let role = role(node)
        switch kind(parent) {
        case .member, .field, .labeled, .jsxAttribute, .macro, .function, .class, .parameter:
            return role != .name && role != .label
        case .keywordArgument: return role != .label
        case .pair:
            guard role == .key, rules.objectKeyIsName else { return true }
            return mainText(parent).first == 0x5b
        case .importItem: return role == .name && kind(self.parent(parent)) == .export
        case .importNamespace, .importDefault, .import, .relativeModule, .break, .continue: return false
        case .jsxElement: return role != .name || isCapitalized(node)
        default: return true
        }
    }

    /// JavaScript's `undefined`, which is a name like any other.
    func isUndefined(_ node: NodeIndex) -> Bool {
        kind(node) == .identifier && text(node).elementsEqual("undefined".utf8)
    }

    /// An element of a page is written in lower case; a component is a variable.
    private func isCapitalized(_ node: NodeIndex) -> Bool {
        guard let first = text(node).first else { return false }
        return !(0x61...0x7a).contains(first)
    }

    /// The type that a binding gives its variable: what is declared, or the class that its value constructs; -1 for none.
    func declaredType(boundAt node: NodeIndex, kind binding: BindingKind, rules: ScopingRules) -> NodeIndex {
        switch binding {
        case .none, .destructured, .changed, .definition, .imported, .redirected: return -1
        case .assigned, .declared, .parameter: break
        }
        let parent = parent(node)
        if let type = child(parent, .type) { return type }
        guard binding == .assigned, let value = child(parent, .value) else { return -1 }
        return constructedType(of: value, rules: rules)
    }

    /// The `type` node of a cast or the class expression of a construction; -1 where `value` is neither.
    func constructedType(of value: NodeIndex, rules: ScopingRules) -> NodeIndex {
        var value = value
        while true {
            switch kind(value) {
            case .await, .tryExpression, .parenthesized:
                guard let inner = child(value, .value) ?? firstChild(value) else { return -1 }
                value = inner
            case .cast: return child(value, .type) ?? -1
            case .new: return child(value, .callee) ?? -1
            case .call:
                guard rules.callConstructs, let callee = child(value, .callee) else { return -1 }
                return isName(callee) ? callee : -1
            default: return -1
            }
        }
    }

    /// Whether the name that an identifier spells stands as an identifier in a subtree too.
    func names(_ identifier: NodeIndex, within node: NodeIndex) -> Bool {
        (node..<subtreeEnd(node)).contains { kind($0) == .identifier && text($0).elementsEqual(text(identifier)) }
    }

    /// Whether the node is an identifier or a chain of members of one.
    func isName(_ node: NodeIndex) -> Bool {
        var part = node
        while kind(part) == .member {
            guard let object = child(part, .object) else { return false }
            part = object
        }
        return kind(part) == .identifier
    }
}
