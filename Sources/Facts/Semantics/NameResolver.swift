import Syntax

/// Finds the variable that each identifier denotes, in one walk over the nodes in source order: every name has at most one
/// binding at a time, entering a scope replaces the bindings of the names it declares, and leaving it restores them.
struct NameResolver {
    /// By node: the variable that an identifier denotes, -1 for none.
    private(set) var variables: [Int32]
    /// By node: the index of its imported name in `imports`, -1 for none.
    private(set) var qualified: [Int32]
    private(set) var table = VariableTable()
    private(set) var imports: ImportNames
    /// The functions in the order of their scopes; function number 1 comes first.
    private(set) var functions: [NodeIndex] = []
    /// The modules all of whose names are imported.
    private(set) var wildcardModules: Set<[UInt8]> = []
    /// The identifiers that give a variable its value or change it, in source order.
    private(set) var definitions: [NodeIndex] = []

    private let tree: SyntaxTree
    private let rules: ScopingRules
    private let names: IdentifierTable
    private let scopes: ScopeTable
    /// By name: the variable that a use denotes now.
    private var current: [Int32]
    /// By name: what the innermost class body that declares it makes of it, for the statements of that body.
    private var bodyCurrent: [Int32]
    /// By name: the scope of `bodyCurrent`.
    private var bodyScope: [Int32]
    /// By name: the last scope that declared it, and as which variable.
    private var declaredIn: [Int32]
    private var declaredAs: [Int32]
    /// By name: the file's variable of that name.
    private var fileVariables: [Int32]
    private var frames: [Frame] = []
    private var undo: [Undo] = []

    private struct Frame {
        var scope: Int32
        var end: NodeIndex
        var kind: ScopeTable.Kind
        var function: Int32
        var undoStart: Int
        /// The next declaration that is yet to be seen.
        var pending: Int32
        var pendingFrom: NodeIndex
    }

    private struct Undo {
        var name: Int32
        var variable: Int32
        /// The scope to restore to `bodyScope`; -2 for a binding of `current`.
        var bodyScope: Int32
    }

    init(_ tree: SyntaxTree, names: IdentifierTable, scopes: ScopeTable, language: any Language) {
        self.tree = tree
        self.names = names
        self.scopes = scopes
        rules = language.scoping
        imports = ImportNames(tree: tree, language: language)
        variables = [Int32](repeating: -1, count: tree.count)
        qualified = variables
        current = [Int32](repeating: -1, count: names.count)
        bodyCurrent = current
        bodyScope = current
        declaredIn = current
        declaredAs = current
        fileVariables = current
        table.reserve(scopes.declarations.count)
    }

    mutating func resolve() {
        for node in 0..<NodeIndex(truncatingIfNeeded: tree.count) {
            while let frame = frames.last, frame.end <= node { leave() }
            // A declaration may end where a scope opens, and is seen inside it.
            if let frame = frames.last, frame.pendingFrom <= node { see(until: node) }
            let scope = scopes.scopeAt[Int(node)]
            if scope >= 0 { enter(scope) }
            if let frame = frames.last, frame.pendingFrom <= node { see(until: node) }
            switch tree.kind(node) {
            case .identifier: identifier(node)
            case .importNamespace: if let module = imports.wildcardModule(node) { wildcardModules.insert(module) }
            default: break
            }
        }
    }

    // MARK: Scopes

    private mutating func enter(_ index: Int32) {
        let scope = scopes.scopes[Int(index)]
        var function = frames.last?.function ?? 0
        if scope.kind == .function {
            functions.append(scope.node)
            function = Int32(truncatingIfNeeded: functions.count)
        }
        frames.append(
            Frame(
                scope: index, end: scope.end, kind: scope.kind, function: function, undoStart: undo.count,
                pending: scope.firstDeclaration, pendingFrom: .max))
        redirect(scope)
        var declaration = scope.firstDeclaration
        var firstPending: Int32 = -1
        while declaration >= 0 {
            let entry = scopes.declarations[Int(declaration)]
            if entry.redirection == .none {
                let variable = declare(entry, in: index, function: function)
                if isOutside(entry) { define(Int(variable), at: entry.node, kind: .parameter) }
                if entry.seenFrom == 0 {
                    bind(entry.name, to: variable)
                } else if firstPending < 0 {
                    firstPending = declaration
                }
            }
            declaration = entry.next
        }
        frames[frames.count - 1].pending = firstPending
        if firstPending >= 0 { frames[frames.count - 1].pendingFrom = scopes.declarations[Int(firstPending)].seenFrom }
    }

    /// Whether the declaration is a parameter that stands before the function's scope opens.
    private func isOutside(_ entry: ScopeTable.Declaration) -> Bool {
        !rules.defaultsSeeParameters && entry.node >= 0 && scopes.bindings[Int(entry.node)] == .parameter
    }

    /// Names that `global` and `nonlocal` redirect; they hold for the whole scope, wherever the statement stands.
    private mutating func redirect(_ scope: ScopeTable.Scope) {
        var declaration = scope.firstDeclaration
        while declaration >= 0 {
            let entry = scopes.declarations[Int(declaration)]
            declaration = entry.next
            guard entry.redirection != .none else { continue }
            let variable = entry.redirection == .file ? fileVariables[Int(entry.name)] : current[Int(entry.name)]
            variables[Int(entry.node)] = variable
            declaredIn[Int(entry.name)] = frames.last?.scope ?? 0
            declaredAs[Int(entry.name)] = variable
            bind(entry.name, to: variable)
        }
    }

    private mutating func declare(_ entry: ScopeTable.Declaration, in scope: Int32, function: Int32) -> Int32 {
        let name = Int(entry.name)
        let variable: Int32
        let isAnother = rules.redeclarationShadows && entry.seenFrom > 0
        if declaredIn[name] == scope, !isAnother {
            variable = declaredAs[name]
        } else {
            variable = table.add(function: function)
            if declaredIn[name] == scope { table.replaced[variable] = declaredAs[name] }
            declaredIn[name] = scope
            declaredAs[name] = variable
            if scope == 0 { fileVariables[name] = variable }
        }
        guard entry.node >= 0 else { return variable }
        variables[Int(entry.node)] = variable
        let kind = scopes.bindings[Int(entry.node)]
        if kind == .imported || (!rules.moduleFunctions.isEmpty && (kind == .assigned || kind == .destructured)) {
            let imported = imports.name(boundBy: entry.node, kind: kind)
            qualified[Int(entry.node)] = imported
            let isInOrder = kind == .imported && rules.importsInOrder && isConditional(entry.node)
            if imported >= 0, variable >= 0, table.qualified[Int(variable)] < 0, !isInOrder {
                table.qualified[Int(variable)] = imported
            }
        }
        return variable
    }

    /// Whether a statement stands under a condition, so that what comes before it may run without it.
    private func isConditional(_ node: NodeIndex) -> Bool {
        var current = tree.parent(node)
        while current > 0 {
            switch tree.kind(current) {
            case .if, .try, .for, .forEach, .while, .with, .switch: return true
            case .function, .class: return false
            default: current = tree.parent(current)
            }
        }
        return false
    }

    private mutating func bind(_ name: Int32, to variable: Int32) {
        let name = Int(name)
        guard let frame = frames.last else { return }
        if frame.kind == .type, rules.members == .seenInBody {
            guard bodyScope[name] != frame.scope else { return }
            undo.append(Undo(name: Int32(name), variable: bodyCurrent[name], bodyScope: bodyScope[name]))
            bodyScope[name] = frame.scope
            bodyCurrent[name] = variable
        } else if current[name] != variable {
            undo.append(Undo(name: Int32(name), variable: current[name], bodyScope: -2))
            current[name] = variable
        }
    }

    /// Binds the declarations of the innermost scope that are seen from `node` on.
    private mutating func see(until node: NodeIndex) {
        let top = frames.count - 1
        var declaration = frames[top].pending
        while declaration >= 0 {
            let entry = scopes.declarations[Int(declaration)]
            if entry.seenFrom > node { break }
            if entry.seenFrom > 0 { bind(entry.name, to: variables[Int(entry.node)]) }
            declaration = entry.next
        }
        frames[top].pending = declaration
        frames[top].pendingFrom = declaration >= 0 ? scopes.declarations[Int(declaration)].seenFrom : .max
    }

    private mutating func leave() {
        guard let frame = frames.popLast() else { return }
        while undo.count > frame.undoStart, let entry = undo.popLast() {
            if entry.bodyScope == -2 {
                current[Int(entry.name)] = entry.variable
            } else {
                bodyCurrent[Int(entry.name)] = entry.variable
                bodyScope[Int(entry.name)] = entry.bodyScope
            }
        }
    }

    // MARK: Identifiers

    private mutating func identifier(_ node: NodeIndex) {
        let name = names.ids[Int(tree.firstTokens[Int(node)])]
        guard name >= 0 else { return }
        let binding = scopes.bindings[Int(node)]
        var variable = variables[Int(node)]
        if variable < 0 {
            // A parameter whose function's scope opens later is defined then.
            if binding == .parameter { return }
            guard binding != .none || tree.namesVariable(node, rules: rules) else { return }
            variable = current[Int(name)]
            if let frame = frames.last, frame.kind == .type, bodyScope[Int(name)] == frame.scope {
                variable = bodyCurrent[Int(name)]
            }
            if variable < 0 { variable = makeGlobal(name, binding) }
            guard variable >= 0 else { return }
            variables[Int(node)] = variable
            if binding == .assigned, qualified[Int(node)] < 0, !rules.moduleFunctions.isEmpty {
                qualified[Int(node)] = imports.name(boundBy: node, kind: binding)
                table.qualified[Int(variable)] = qualified[Int(node)]
            }
        }
        let other = current[Int(name)]
        if binding == .destructured, other >= 0, other != variable, tree.kind(tree.parent(node)) == .optionalBinding {
            table.rebound[variable] = other
        }
        if binding != .none {
            definitions.append(node)
            define(Int(variable), at: node, kind: binding)
        }
        qualified[Int(node)] = table.qualified[Int(variable)]
    }

    /// The variable that assigning to an undeclared name makes; -1 where the language has none such.
    private mutating func makeGlobal(_ name: Int32, _ binding: BindingKind) -> Int32 {
        guard rules.assignmentMakesGlobal, binding == .assigned, let frame = frames.last else { return -1 }
        let variable = table.add(function: frame.function)
        current[Int(name)] = variable
        return variable
    }

    private mutating func define(_ variable: Int, at node: NodeIndex, kind: BindingKind) {
        let parent = tree.parent(node)
        if table.types[variable] < 0 {
            table.types[variable] = tree.declaredType(boundAt: node, kind: kind, rules: rules)
        }
        switch kind {
        case .none, .declared, .redirected: return
        case .assigned: setValue(tree.child(parent, .value) ?? -1, of: variable)
        case .definition: setValue(parent, of: variable)
        case .parameter, .destructured: setValue(-1, of: variable)
        case .imported:
            setValue(-1, of: variable)
            if qualified[Int(node)] >= 0 { table.qualified[variable] = qualified[Int(node)] }
        case .changed: table.definitionCounts[variable] &+= 1
        }
        table.definitionCounts[variable] &+= 1
        if let frame = frames.last, frame.function != table.functions[variable] { table.isShared[variable] = true }
    }

    private mutating func setValue(_ node: NodeIndex, of variable: Int) {
        if table.definitionCounts[variable] == 0 { table.values[variable] = node }
    }
}
