import SourceText
import Syntax

extension Matcher {
    /// A block's statements, all of them. An arrow's expression is a block that returns it.
    func matchBlock(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let wanted = pattern.children[Int(p)]
        if wanted.count == 1, pattern.tree.kind(wanted[0]) == .ellipsis { return next() }
        if wanted.count == 1, pattern.tree.kind(wanted[0]) == .ellipsisMetavariable, !tree.kind(node).holdsStatements {
            return bind(pattern.slots[Int(wanted[0])], node: node, next)
        }
        guard tree.kind(node).holdsStatements else {
            let single = wanted.filter { pattern.tree.kind($0) != .ellipsis }
            guard single.count == 1 else { return }
            if pattern.tree.kind(single[0]) == .return, let value = pattern.tree.child(single[0], .value) {
                match(value, node, next)
            } else {
                matchStatement(single[0], node, next)
            }
            return
        }
        matchStatements(wanted, in: StatementList(of: node, in: tree), from: 0, openEnded: false) { _ in next() }
    }

    /// Matches `wanted` with the statements of `list` from its statement number `start` on. `next` gets the last node
    /// matched. With `openEnded`, statements may follow.
    func matchStatements(
        _ wanted: [NodeIndex], in list: StatementList, from start: Int, openEnded: Bool, _ next: (NodeIndex) -> Void
    ) {
        matchRun(wanted[...], list.statements[start...], last: -1, openEnded: openEnded, next)
        guard options.implicitDeepStatements, wanted.contains(where: { isStatementDots($0) }),
            let first = list.statements[start...].first, wanted.count > 1
        else { return }
        // What the ellipsis passes over may end inside a nested block.
        let nested = list.flattened(from: first, in: tree)
        guard nested.count > list.statements.count - start else { return }
        matchRun(wanted[...], nested[...], last: -1, openEnded: openEnded, next)
    }

    private func isStatementDots(_ p: NodeIndex) -> Bool {
        pattern.tree.kind(p) == .ellipsis || pattern.tree.kind(p) == .ellipsisMetavariable
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
                matchRun(rest, present[start...], last: last, openEnded: openEnded, next)
            }
        case .ellipsisMetavariable:
            let slot = pattern.slots[Int(first)]
            if rest.isEmpty { return bind(slot, nodes: present) { next(present.last ?? last) } }
            for start in present.startIndex...present.endIndex {
                bind(slot, nodes: present[present.startIndex..<start]) {
                    self.matchRun(rest, present[start...], last: last, openEnded: openEnded, next)
                }
            }
        default:
            guard let candidate = present.first else { return }
            matchStatement(first, candidate) {
                self.matchRun(rest, present.dropFirst(), last: candidate, openEnded: openEnded, next)
            }
        }
    }

    /// Matches one statement. An expression in the place of a statement is looked for in all of the statement's expressions.
    func matchStatement(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard pattern.tree.kind(p) == .expressionStatement, let wanted = pattern.tree.child(p, .value) else {
            return match(p, node, next)
        }
        switch pattern.tree.kind(wanted) {
        case .metavariable:
            bind(pattern.slots[Int(wanted)], node: metavariableStatement(node), next)
        case .ellipsis:
            next()
        case .assignment:
            match(wanted, node, next)
        default:
            matchAnywhereInStatement(wanted, node, next)
        }
    }

    private func metavariableStatement(_ node: NodeIndex) -> NodeIndex {
        tree.kind(node) == .expressionStatement ? tree.child(node, .value) ?? node : node
    }

    /// The statement's own expressions, outermost first, without those of nested statements and functions.
    private func matchAnywhereInStatement(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        var current = node
        let end = tree.subtreeEnd(node)
        while current < end {
            guard spend() else { return }
            let kind = tree.kind(current)
            if current != node, kind == .block || kind == .lambda || kind == .function || kind == .class {
                if kind == .lambda { match(p, current, next) }
                current = tree.subtreeEnd(current)
                continue
            }
            if kind.isExpression, kind != .parenthesized, tree.role(current) != .name { match(p, current, next) }
            current += 1
        }
    }

    /// `e;` in a pattern with its semicolon matches statements, not any expression.
    func matchExpressionStatement(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard let wanted = pattern.tree.child(p, .value) else { return }
        switch tree.kind(node) {
        case .expressionStatement:
            if let value = tree.child(node, .value) { match(wanted, value, next) }
        case .variableDeclaration, .field:
            if pattern.tree.kind(wanted) == .assignment { match(wanted, node, next) }
        default:
            if pattern.tree.kind(wanted) == .metavariable || tree.kind(node).isExpression { match(wanted, node, next) }
        }
    }
}

/// The statements of one block, and those nested in them.
struct StatementList {
    let node: NodeIndex
    /// The direct statements.
    let statements: [NodeIndex]

    init(of node: NodeIndex, in tree: SyntaxTree) {
        self.node = node
        statements = Array(tree.children(node))
    }

    /// The statements from `first` to the end of the block with everything nested in them, outer before inner.
    func flattened(from first: NodeIndex, in tree: SyntaxTree) -> [NodeIndex] {
        var nodes: [NodeIndex] = []
        let end = tree.subtreeEnd(node)
        var current = first
        while current < end {
            let kind = tree.kind(current)
            if kind.isStatement, kind != .error {
                nodes.append(current)
            } else if tree.parent(current) == node {
                nodes.append(current)
            }
            current += 1
        }
        return nodes
    }
}
