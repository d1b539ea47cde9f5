import Syntax

/// Finds the scopes of a file and what they declare, in one walk over the nodes in source order. Names are resolved
/// afterwards (`NameResolver`), because a name may be used before its declaration.
struct ScopeCollector {
    let tree: SyntaxTree
    let rules: ScopingRules
    let names: IdentifierTable
    var table: ScopeTable
    private var frames: [Frame] = []
    /// By name: the scope that declared it last.
    var lastScope: [Int32] = []
    /// By name: whether that declaration, or an earlier one in its scope, is of a kind that is allowed only once.
    var isOnce: [Bool] = []

    /// A scope that the walk is in. Most blocks declare nothing; so a frame becomes a scope with its first declaration.
    private struct Frame {
        var kind: ScopeTable.Kind
        var opening: NodeIndex
        var end: NodeIndex
        var owner: NodeIndex
        var scope: Int32 = -1
        /// Which of the first parameters a function without a list of them has been seen to use: a bit each.
        var numbered: UInt16 = 0
    }

    static func collect(_ tree: SyntaxTree, names: IdentifierTable, rules: ScopingRules) -> ScopeTable {
        var collector = ScopeCollector(tree: tree, rules: rules, names: names)
        collector.walk()
        return collector.table
    }

    private init(tree: SyntaxTree, rules: ScopingRules, names: IdentifierTable) {
        self.tree = tree
        self.rules = rules
        self.names = names
        if rules.redeclarationShadows {
            lastScope = [Int32](repeating: -1, count: names.count)
            isOnce = [Bool](repeating: false, count: names.count)
        }
        table = ScopeTable(
            scopeAt: [Int32](repeating: -1, count: tree.count),
            bindings: [BindingKind](repeating: .none, count: tree.count))
    }

    private mutating func walk() {
        enter(.file, at: 0, owner: 0, end: NodeIndex(tree.count))
        var node: NodeIndex = 1
        while node < tree.count {
            while let frame = frames.last, frame.end <= node, frames.count > 1 { frames.removeLast() }
            visit(node)
            node += 1
        }
    }

    private mutating func visit(_ node: NodeIndex) {
        switch tree.kind(node) {
        case .member, .call, .string, .argumentList, .expressionStatement: break
        case .identifier: if rules.parametersHaveNumbers { numberedParameter(node) }
        case .function: function(node)
        case .lambda: lambda(node)
        case .class: classDeclaration(node)
        case .parameter: parameter(node)
        case .typeParameter, .typeAlias: declareName(of: node, kind: .declared)
        case .namespace:
            declareName(of: node, kind: .definition)
            if let body = tree.child(node, .body) { enter(.block, at: body, owner: node, end: tree.subtreeEnd(body)) }
        case .declarator: declarator(node)
        case .assignment: assignment(node)
        case .augmentedAssignment, .delete: change(node)
        case .postfix, .unary: step(node)
        case .forEach: loop(node)
        case .for: if rules.declaresInBlocks { enter(.block, at: node, owner: node, end: tree.subtreeEnd(node)) }
        case .if, .while: conditional(node)
        case .case: matchCase(node)
        case .catch: catchClause(node)
        case .block: block(node)
        case .optionalBinding: optionalBinding(node)
        case .bindingPattern:
            if !isTarget(node), let value = tree.firstChild(node) {
                bind(value, kind: .destructured, in: localScope, seenFrom: 0)
            }
        case .asPattern: if let name = tree.child(node, .name) { bind(name, kind: .destructured, in: assignmentScope) }
        case .withItem:
            if let target = tree.child(node, .target) { bindAssigned(target, kind: .destructured, walrus: false) }
        case .comprehension: enter(.comprehension, at: node + 1, owner: node, end: tree.subtreeEnd(node))
        case .comprehensionClause:
            if let target = tree.child(node, .target) { bind(target, kind: .destructured, in: frames.count - 1) }
        case .scopeDeclaration: redirect(node)
        case .importItem, .importNamespace, .importDefault: importedName(node)
        case .import: importedModule(node)
        default: break
        }
    }

    // MARK: Declarations

    private mutating func function(_ node: NodeIndex) {
        if let name = tree.child(node, .name), tree.kind(name) == .identifier {
            let isMember = tree.kind(tree.parent(node)) == .object || isHiddenMember()
            // A signature without a body (an overload, a requirement) declares the name without giving it its value.
            let kind: BindingKind = tree.child(node, .body) == nil ? .declared : .definition
            if !isMember { bind(name, kind: kind, in: localScope) }
        }
        enterFunction(node)
    }

    private mutating func lambda(_ node: NodeIndex) {
        enterFunction(node)
        if let name = tree.child(node, .name) { bind(name, kind: .definition, in: frames.count - 1) }
        // A closure's capture list: `[x = y]` is a variable of the closure, evaluated outside it like a default.
        guard let captures = tree.child(node, .initializer) else { return }
        for capture in tree.children(captures) where tree.kind(capture) == .assignment {
            if let name = tree.child(capture, .target) { bind(name, kind: .parameter, in: frames.count - 1) }
        }
    }

    /// The scope of a function reaches from its parameters, or from its body where defaults are evaluated outside.
    private mutating func enterFunction(_ node: NodeIndex) {
        let end = tree.subtreeEnd(node)
        var opening = end
        for child in tree.children(node) {
            switch tree.role(child) {
            case .typeParameters, .parameters, .returnType:
                if !rules.defaultsSeeParameters { continue }
            case .body: break
            default: continue
            }
            opening = child
            break
        }
        // A function without a body opens no scope in the tree, but its parameters must not leak either.
        if opening == end { opening = tree.child(node, .parameters) ?? node }
        enter(.function, at: opening, owner: node, end: end)
        _ = scope(frames.count - 1)
    }

    private mutating func classDeclaration(_ node: NodeIndex) {
        if let name = tree.child(node, .name), tree.kind(name) == .identifier, !isHiddenMember() {
            bind(name, kind: .definition, in: localScope)
        }
        if let body = tree.child(node, .body) { enter(.type, at: body, owner: node, end: tree.subtreeEnd(body)) }
    }

    private mutating func parameter(_ node: NodeIndex) {
        let owner = tree.parent(tree.parent(node))
        guard owner >= 0, tree.kind(owner) == .function || tree.kind(owner) == .lambda,
            let name = tree.child(node, .name)
        else { return }
        let function = frames.lastIndex { $0.kind == .function } ?? 0
        bind(name, kind: .parameter, in: function)
    }

    /// `$0`: the first use stands for the declaration that a function without a list of parameters lacks.
    private mutating func numberedParameter(_ node: NodeIndex) {
        let text = tree.mainText(node)
        guard text.count == 2, text.first == UInt8(ascii: "$"), let digit = text.last, 0x30...0x39 ~= digit,
            let function = frames.lastIndex(where: { $0.kind == .function }),
            tree.kind(frames[function].owner) == .lambda, tree.child(frames[function].owner, .parameters) == nil
        else { return }
        let bit: UInt16 = 1 << UInt16(digit - 0x30)
        guard frames[function].numbered & bit == 0 else { return }
        frames[function].numbered |= bit
        bind(node, kind: .destructured, in: function)
    }

    private mutating func declareName(of node: NodeIndex, kind: BindingKind) {
        guard let name = tree.child(node, .name), tree.kind(name) == .identifier else { return }
        bind(name, kind: kind, in: localScope)
    }

    private mutating func declarator(_ node: NodeIndex) {
        guard let target = tree.child(node, .target) else { return }
        let declaration = tree.parent(node)
        let isFunctionScoped =
            !rules.functionScopedKeyword.isEmpty
            && tree.mainText(declaration).elementsEqual(rules.functionScopedKeyword)
        let isLoopTarget = tree.kind(tree.parent(declaration)) == .forEach
        let kind: BindingKind = isLoopTarget ? .destructured : tree.child(node, .value) == nil ? .declared : .assigned
        let frame = isFunctionScoped ? functionScope : localScope
        bind(target, kind: kind, in: frame, seenFrom: seenFrom(node, in: frame))
    }

    private mutating func optionalBinding(_ node: NodeIndex) {
        guard let target = tree.child(node, .target) else { return }
        let hasValue = tree.child(node, .value) != nil
        // `if let x` without a value rebinds what `x` was; it is seen after itself only.
        bind(target, kind: hasValue ? .assigned : .destructured, in: localScope, seenFrom: tree.subtreeEnd(node))
    }

    private mutating func assignment(_ node: NodeIndex) {
        guard let target = tree.child(node, .target) else { return }
        let isWalrus = tree.mainText(node).elementsEqual(":=".utf8)
        let kind: BindingKind = tree.child(node, .value) == nil ? .declared : .assigned
        bindAssigned(target, kind: kind, walrus: isWalrus)
    }

    /// Marks the names in `target` as assigned, and declares them where assignment does that.
    private mutating func bindAssigned(_ target: NodeIndex, kind: BindingKind, walrus: Bool) {
        guard rules.assignmentDeclares else { return bind(target, kind: kind, in: nil) }
        bind(target, kind: kind, in: walrus ? functionScope : assignmentScope)
    }

    private mutating func change(_ node: NodeIndex) {
        let isDeletion = tree.kind(node) == .delete
        for child in tree.children(node)
        where tree.kind(child) == .identifier && (isDeletion || tree.role(child) == .target) {
            bind(child, kind: .changed, in: rules.assignmentDeclares ? assignmentScope : nil)
        }
    }

    /// `x++`, `--x`, and `&x`, which lets the callee change it.
    private mutating func step(_ node: NodeIndex) {
        let text = tree.mainText(node)
        let isStep = text.elementsEqual("++".utf8) || text.elementsEqual("--".utf8) || text.elementsEqual("&".utf8)
        guard isStep, let operand = tree.child(node, .value), tree.kind(operand) == .identifier else { return }
        table.bindings[Int(operand)] = .changed
    }

    // MARK: Statements

    private mutating func loop(_ node: NodeIndex) {
        if rules.declaresInBlocks { enter(.block, at: node, owner: node, end: tree.subtreeEnd(node)) }
        guard let target = tree.child(node, .target), tree.kind(target) != .variableDeclaration else { return }
        if rules.loopTargetDeclares {
            let seenFrom = tree.child(node, .iterable).map(tree.subtreeEnd) ?? 0
            bind(target, kind: .destructured, in: frames.count - 1, seenFrom: seenFrom)
        } else {
            bindAssigned(target, kind: .destructured, walrus: false)
        }
    }

    /// What the conditions bind is seen in the body, not in the alternate.
    private mutating func conditional(_ node: NodeIndex) {
        guard rules.declaresInBlocks, let body = tree.child(node, .body) else { return }
        enter(.block, at: node, owner: node, end: tree.subtreeEnd(body))
    }

    private mutating func matchCase(_ node: NodeIndex) {
        if rules.declaresInBlocks { enter(.block, at: node, owner: node, end: tree.subtreeEnd(node)) }
        guard rules.patternNameBinds else { return }
        for child in tree.children(node) where tree.role(child) == .pattern {
            bind(child, kind: .destructured, in: assignmentScope)
        }
    }

    private mutating func catchClause(_ node: NodeIndex) {
        if rules.declaresInBlocks { enter(.block, at: node, owner: node, end: tree.subtreeEnd(node)) }
        guard let name = tree.child(node, .name) else { return }
        bind(name, kind: .destructured, in: rules.assignmentDeclares ? assignmentScope : frames.count - 1)
    }

    private mutating func block(_ node: NodeIndex) {
        guard rules.declaresInBlocks, table.scopeAt[Int(node)] < 0, frames.last?.opening != node else { return }
        enter(.block, at: node, owner: node, end: tree.subtreeEnd(node))
    }

    private mutating func redirect(_ node: NodeIndex) {
        let isFile = tree.mainText(node).elementsEqual("global".utf8)
        let function = scope(functionScope)
        for child in tree.children(node) where tree.kind(child) == .identifier {
            let name = names.ids[Int(tree.firstTokens[Int(child)])]
            guard name >= 0 else { continue }
            table.bindings[Int(child)] = .redirected
            table.declare(name, at: child, in: function, redirection: isFile ? .file : .outer)
            if isFile { table.declare(name, at: -1, in: scope(0)) }
        }
    }

    // MARK: Scopes

    private mutating func enter(_ kind: ScopeTable.Kind, at opening: NodeIndex, owner: NodeIndex, end: NodeIndex) {
        frames.append(Frame(kind: kind, opening: opening, end: end, owner: owner))
        if kind == .file { _ = scope(0) }
    }

    /// The scope of a frame, opened now where it had none.
    mutating func scope(_ frame: Int) -> Int32 {
        if frames[frame].scope < 0 {
            let opened = frames[frame]
            frames[frame].scope = table.open(opened.kind, at: opened.opening, owner: opened.owner, end: opened.end)
        }
        return frames[frame].scope
    }

    /// The innermost frame: where `let` and definitions go. A comprehension is none of a definition's.
    var localScope: Int { frames.count - 1 }

    /// The innermost function or the file.
    private var functionScope: Int { frames.lastIndex { $0.kind == .function || $0.kind == .file } ?? 0 }

    /// Where an assignment declares.
    private var assignmentScope: Int { frames.lastIndex { $0.kind != .block && $0.kind != .comprehension } ?? 0 }

    private func isHiddenMember() -> Bool {
        rules.members == .reachedByReceiver && frames.last?.kind == .type
    }

    /// The node from which on a declaration in `frame` is seen.
    private func seenFrom(_ node: NodeIndex, in frame: Int) -> NodeIndex {
        guard rules.seenFromDeclaration, frame > 0, frames[frame].kind != .type else { return 0 }
        return tree.subtreeEnd(node)
    }

    private func isTarget(_ node: NodeIndex) -> Bool { tree.role(node) == .target }
}

extension ScopingRules {
    /// Blocks, loops and clauses are scopes of their own.
    var declaresInBlocks: Bool { !assignmentDeclares }
}
