import SourceText
import Syntax

extension Matcher {
    /// A block's statements. An arrow's expression is a block that returns it.
    func matchBlock(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let wanted = tables.children[Int(p)]
        if wanted.count == 1, pattern.tree.kind(wanted[0]) == .ellipsis { return next() }
        guard tree.kind(node).holdsStatements else { return matchSoleStatement(wanted, node, next) }
        if wanted.count == 1, let slot = statementMetavariable(wanted[0]) {
            let statements = Array(tree.children(node))
            if statements.count > 1 { return bind(slot, nodes: statements[...], next) }
        }
        matchStatements(wanted, in: StatementList(of: node, in: tree), from: 0, openEnded: false) { _ in next() }
    }

    /// The metavariable that is a whole statement of the pattern.
    private func statementMetavariable(_ p: NodeIndex) -> Int32? {
        guard pattern.tree.kind(p) == .expressionStatement, let value = pattern.tree.child(p, .value),
            pattern.tree.kind(value) == .metavariable
        else { return nil }
        return pattern.slots[Int(value)]
    }

    /// A block of the pattern met by a statement or expression without braces.
    private func matchSoleStatement(_ wanted: [NodeIndex], _ node: NodeIndex, _ next: () -> Void) {
        let single = wanted.filter { pattern.tree.kind($0) != .ellipsis }
        guard single.count == 1 else { return }
        if pattern.tree.kind(single[0]) == .ellipsisMetavariable {
            bind(pattern.slots[Int(single[0])], node: node, next)
        } else if pattern.tree.kind(single[0]) == .return, tree.kind(node).isExpression,
            let value = pattern.tree.child(single[0], .value)
        {
            match(value, node, next)
        } else {
            matchStatement(single[0], node, next)
        }
    }

    /// Matches `wanted` with the statements of `list` from its statement number `start` on. `next` gets the last node
    /// matched. With `openEnded`, or once an ellipsis was passed, statements may follow.
    func matchStatements(
        _ wanted: [NodeIndex], in list: StatementList, from start: Int, openEnded: Bool, _ next: (NodeIndex) -> Void
    ) {
        matchPrefix(wanted[...], list, at: start, last: -1, openEnded: openEnded, next)
    }

    /// The statements before the first ellipsis.
    private func matchPrefix(
        _ wanted: ArraySlice<NodeIndex>, _ list: StatementList, at index: Int, last: NodeIndex, openEnded: Bool,
        _ next: (NodeIndex) -> Void
    ) {
        guard spend() else { return }
        guard let first = wanted.first else {
            if openEnded || index == list.statements.count { next(last) }
            return
        }
        switch pattern.tree.kind(first) {
        case .ellipsisMetavariable:
            matchRun(wanted, list.statements[index...], last: last, openEnded: true, next)
        case .ellipsis:
            if wanted.count == 1 { return next(list.statements[index...].last ?? last) }
            matchRun(wanted, list.statements[index...], last: last, openEnded: true, next)
            guard options.implicitDeepStatements, index < list.statements.count else { return }
            // What the ellipsis passes over may end inside a nested block.
            let nested = list.flattened(from: list.statements[index], in: tree)
            guard nested.count > list.statements.count - index else { return }
            matchRun(wanted, nested[...], last: last, openEnded: true, next)
        default:
            guard index < list.statements.count else { return }
            let candidate = list.statements[index]
            matchStatement(first, candidate) {
                self.matchPrefix(
                    wanted.dropFirst(), list, at: index + 1, last: candidate, openEnded: openEnded, next)
            }
        }
    }

    private func matchRun(
        _ wanted: ArraySlice<NodeIndex>, _ present: ArraySlice<NodeIndex>, last: NodeIndex, openEnded: Bool,
        _ next: (NodeIndex) -> Void
    ) {
        guard spend() else { return }
        guard let first = wanted.first else {
            if openEnded || present.isEmpty { next(last) }
            return
        }
        let rest = wanted.dropFirst()
        switch pattern.tree.kind(first) {
        case .ellipsis:
            if rest.isEmpty { return next(present.last ?? last) }
            for start in present.startIndex...present.endIndex {
                matchRun(rest, present[start...], last: last, openEnded: true, next)
            }
        case .ellipsisMetavariable:
            let slot = pattern.slots[Int(first)]
            if rest.isEmpty { return bind(slot, nodes: present) { next(present.last ?? last) } }
            for start in present.startIndex...present.endIndex {
                bind(slot, nodes: present[present.startIndex..<start]) {
                    self.matchRun(rest, present[start...], last: last, openEnded: true, next)
                }
            }
        default:
            guard let candidate = present.first else { return }
            matchStatement(first, candidate) {
                self.matchRun(rest, present.dropFirst(), last: candidate, openEnded: openEnded, next)
            }
        }
    }

    /// Matches one statement. An expression in the place of a statement is looked for in the statement's value.
    func matchStatement(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard pattern.tree.kind(p) == .expressionStatement, let wanted = pattern.tree.child(p, .value) else {
            return match(p, node, next)
        }
        if lacksParts(node, of: p) { return }
        switch pattern.tree.kind(wanted) {
        case .metavariable:
            bind(pattern.slots[Int(wanted)], node: metavariableStatement(node), next)
        case .ellipsis:
            next()
        case .deepEllipsis:
            guard let inner = tables.children[Int(wanted)].first else { return }
            for child in tree.children(node) where tree.kind(child).isExpression {
                matchAnywhere(inner, inside: child, next)
            }
            for declarator in tree.children(node) where tree.kind(declarator) == .declarator {
                if let value = tree.child(declarator, .value) { matchAnywhere(inner, inside: value, next) }
            }
        default:
            matchValue(wanted, ofStatement: node, next)
        }
    }

    private func metavariableStatement(_ node: NodeIndex) -> NodeIndex {
        tree.kind(node) == .expressionStatement ? tree.child(node, .value) ?? node : node
    }

    /// `f();` also stands for `x = f();`, `g(f());`, `let x = f();` and `return f();`.
    private func matchValue(_ p: NodeIndex, ofStatement node: NodeIndex, _ next: () -> Void) {
        switch tree.kind(node) {
        case .expressionStatement:
            guard let value = tree.child(node, .value) else { return }
            if options.implicitDeepExpressions { matchInsideValue(p, value, next) } else { match(p, value, next) }
        case .variableDeclaration:
            for child in tree.children(node) where tree.kind(child) == .declarator {
                matchValue(p, ofStatement: child, next)
            }
        case .declarator, .field:
            guard options.declarationsAreAssignments, let value = tree.child(node, .value) else { return }
            match(p, node, next)
            matchAnywhere(p, inside: value, next)
        case .return:
            if let value = tree.child(node, .value) { matchAnywhere(p, inside: value, next) }
        case .export:
            if let value = tree.child(node, .value) { matchValue(p, ofStatement: value, next) }
        case let kind where kind.isExpression:
            matchAnywhere(p, inside: node, next)
        default:
            break
        }
    }

    /// The value itself and what of it is evaluated on the way to it: arguments, receivers, elements, operands.
    private func matchInsideValue(_ p: NodeIndex, _ value: NodeIndex, _ next: () -> Void) {
        if lacksParts(value, of: p) { return }
        var open = [value]
        while let node = open.popLast() {
            guard spend() else { return }
            if tree.kind(node) != .parenthesized, tree.kind(node).isExpression { match(p, node, next) }
            switch tree.kind(node) {
            case .assignment, .augmentedAssignment, .await, .yield, .tryExpression, .cast, .parenthesized,
                .keywordArgument, .pair, .spread, .interpolation:
                if let inner = tree.child(node, .value) { open.append(inner) }
            case .call:
                if let callee = tree.child(node, .callee) { open.append(callee) }
                if let arguments = tree.child(node, .arguments) { open += tree.children(arguments) }
            case .member:
                if let object = tree.child(node, .object) { open.append(object) }
            case .binary, .unary, .postfix, .array, .tuple, .set, .object, .interpolatedString:
                open += tree.children(node)
            default:
                break
            }
        }
    }

    /// An expression with its semicolon matches statements, not any expression.
    func matchExpressionStatement(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard let wanted = pattern.tree.child(p, .value) else { return }
        switch tree.kind(node) {
        case .expressionStatement, .variableDeclaration, .field, .return:
            matchStatement(p, node, next)
        default:
            if pattern.tree.kind(wanted) == .metavariable || tree.kind(node).isExpression { match(wanted, node, next) }
        }
    }
}

/// The statements of one block, and those nested in them.
struct StatementList {
    /// The direct statements.
    let statements: [NodeIndex]
    /// -1 for statements that are no block's.
    let block: NodeIndex
    private let parent: NodeIndex
    private let end: NodeIndex

    /// The statements of a block.
    init(of node: NodeIndex, in tree: SyntaxTree) {
        self.init(Array(tree.children(node)), of: node, in: tree)
    }

    /// Consecutive statements.
    init(_ statements: [NodeIndex], of block: NodeIndex = -1, in tree: SyntaxTree) {
        self.statements = statements
        self.block = block
        parent = statements.first.map(tree.parent) ?? -1
        end = statements.last.map(tree.subtreeEnd) ?? 0
    }

    /// The statements from `first` to the end of the block with everything nested in them, outer before inner.
    func flattened(from first: NodeIndex, in tree: SyntaxTree) -> [NodeIndex] {
        var nodes: [NodeIndex] = []
        var current = first
        while current < end {
            let kind = tree.kind(current)
            let isStatement = kind.isStatement && kind != .error || tree.parent(current) == parent
            let isArrowValue = tree.role(current) == .body && kind.isExpression
            if isStatement || isArrowValue { nodes.append(current) }
            current += 1
        }
        return nodes
    }
}
