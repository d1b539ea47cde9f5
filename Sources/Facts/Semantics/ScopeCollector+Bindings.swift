import Syntax

extension ScopeCollector {
    mutating func importedName(_ node: NodeIndex) {
        // `export {a}` has the same items, but uses the name instead of declaring it.
        guard tree.kind(tree.parent(node)) != .export else { return }
        if let alias = tree.child(node, .alias) {
            bind(alias, kind: .imported, in: localScope)
        } else if let name = tree.child(node, .name) {
            bind(firstPart(of: name), kind: .imported, in: localScope)
        }
    }

    /// An import of a whole module without an alias binds the first part of the module's name.
    mutating func importedModule(_ node: NodeIndex) {
        guard let source = tree.child(node, .source), source == node + 1,
            tree.subtreeEnd(source) == tree.subtreeEnd(node)
        else { return }
        bind(firstPart(of: source), kind: .imported, in: localScope)
    }

    private func firstPart(of name: NodeIndex) -> NodeIndex {
        var part = name
        while tree.kind(part) == .member, let object = tree.child(part, .object) { part = object }
        return part
    }

    /// Marks every name that `target` binds, and declares it in `frame` (nil: it is only assigned).
    mutating func bind(_ target: NodeIndex, kind: BindingKind, in frame: Int?, seenFrom: NodeIndex = 0) {
        if tree.kind(target) == .identifier {
            return bindName(target, kind: kind, in: frame, seenFrom: seenFrom)
        }
        let partKind: BindingKind = kind == .assigned ? .destructured : kind
        let end = tree.subtreeEnd(target)
        var node = target
        while node < end {
            if isDefault(node) {
                node = tree.subtreeEnd(node)
                continue
            }
            switch tree.kind(node) {
            case .identifier:
                if !isKey(node) { bindName(node, kind: partKind, in: frame, seenFrom: seenFrom) }
                node += 1
            case .call:
                // An enum or class pattern: its arguments bind.
                node = tree.child(node, .arguments) ?? tree.subtreeEnd(node)
            case .member, .index, .type, .typeArguments, .lambda, .string, .interpolatedString, .number:
                node = tree.subtreeEnd(node)
            case .shorthand:
                if let name = tree.child(node, .name) { bindName(name, kind: partKind, in: frame, seenFrom: seenFrom) }
                node = tree.subtreeEnd(node)
            default: node += 1
            }
        }
    }

    /// Whether the node is the default of a part of a pattern: `[a = 1]`, `{a = 1}`.
    private func isDefault(_ node: NodeIndex) -> Bool {
        guard tree.role(node) == .value else { return false }
        let parent = tree.kind(tree.parent(node))
        return parent == .assignment || parent == .shorthand
    }

    private func isKey(_ node: NodeIndex) -> Bool {
        switch tree.role(node) {
        case .key, .label: true
        default: false
        }
    }

    private mutating func bindName(_ node: NodeIndex, kind: BindingKind, in frame: Int?, seenFrom: NodeIndex) {
        let name = names.ids[Int(tree.firstTokens[Int(node)])]
        // What stands inside a pattern was bound with the whole pattern.
        guard name >= 0, table.bindings[Int(node)] == .none else { return }
        table.bindings[Int(node)] = kind
        guard let frame else { return }
        let scope = scope(frame)
        var seenFrom = seenFrom
        if rules.redeclarationShadows {
            let isVariable = kind == .assigned || kind == .declared || kind == .destructured
            let isOnlyOnce = kind == .imported || isBlockScoped(node)
            let isSameScope = lastScope[Int(name)] == scope
            // What may be declared only once and is declared again, by whatever, is another variable from there on.
            let isAgain = isSameScope && (isOnlyOnce || isVariable && isOnce[Int(name)])
            if isAgain { seenFrom = node }
            lastScope[Int(name)] = scope
            isOnce[Int(name)] = isOnlyOnce || isSameScope && isOnce[Int(name)]
        }
        table.declare(name, at: node, in: scope, seenFrom: seenFrom)
    }

    /// Whether the identifier is declared by a declaration that belongs to the block around it.
    private func isBlockScoped(_ node: NodeIndex) -> Bool {
        var current = tree.parent(node)
        while current > 0 {
            switch tree.kind(current) {
            case .object, .array, .pair, .shorthand, .spread, .declarator, .assignment: current = tree.parent(current)
            case .variableDeclaration:
                return !tree.mainText(current).elementsEqual(rules.functionScopedKeyword)
            default: return false
            }
        }
        return false
    }
}
