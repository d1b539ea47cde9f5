import SourceText
import Syntax

/// Matches one pattern against the nodes of one file.
///
/// A pattern can match one node in several ways (`f(..., $X, ...)`), so matching is written in continuation-passing style:
/// each `match` calls `next` once for every way, with the metavariables bound for the time of that call.
/// Depth of recursion is bounded by the pattern's size and `SyntaxLimits.depth`, work by `stepLimit`.
final class Matcher {
    let pattern: Pattern
    let tables: PatternTables
    let target: MatchTarget
    let options: MatchOptions
    var bindings: Bindings
    /// After this many comparisons of nodes a search gives up; what was found until then stands. It grows with the file,
    /// because an honest pattern takes a few comparisons a node.
    private let stepLimit: Int
    /// How many names in a row are looked through for their values.
    private static let propagationLimit = 8
    /// By node of the file, what it is made of, and by node of the pattern, what code has to hold for a match. Both are empty
    /// where a match may lie outside the node, in the value of a name.
    private let signatures: [CodeSignature]
    private let wanted: [CodeSignature]
    /// The same where the pattern asks for no words.
    private let shapes: [ShapeSignature]
    private var steps = 0
    private var propagationDepth = 0

    init(pattern: Pattern, target: MatchTarget, options: MatchOptions, bindings: Bindings) {
        self.pattern = pattern
        tables = pattern.tables
        self.target = target
        self.options = options
        self.bindings = bindings
        if options.symbolicPropagation {
            (signatures, wanted, shapes) = ([], [], [])
        } else if tables.asksForShapesOnly {
            (signatures, wanted, shapes) = ([], [], target.shapes)
        } else if tables.areNamesSpelled(in: target) {
            (signatures, wanted, shapes) = (target.spelledSignatures, tables.spelledSignatures, [])
        } else {
            (signatures, wanted, shapes) = (target.signatures, tables.signatures, [])
        }
        stepLimit = min(4_000_000, 200_000 + 50 * target.tree.count)
    }

    var tree: SyntaxTree { target.tree }

    /// Whether the search came to its limit, so that matches may be missing.
    var hasGivenUp: Bool { steps >= stepLimit }

    /// Whether the search may go on.
    func spend() -> Bool {
        steps += 1
        if steps == stepLimit { target.noteLimit() }
        return steps < stepLimit
    }

    /// Whether a node lacks a word or a shape that code matched by a pattern's node has to hold. Most nodes that a pattern is
    /// tried on are passed over by this.
    func lacksParts(_ node: NodeIndex, of p: NodeIndex) -> Bool {
        if !signatures.isEmpty { return !signatures[Int(node)].mayContain(wanted[Int(p)]) }
        return !shapes.isEmpty && !shapes[Int(node)].mayContain(tables.shapes[Int(p)])
    }

    // MARK: Metavariables

    /// Binds a metavariable, or checks that what it is bound to already is the same code.
    func bind(_ slot: Int32, _ binding: Binding, _ next: () -> Void) {
        guard slot >= 0 else { return next() }
        if let known = bindings[Int(slot)] {
            if CodeEquality.same(known, binding, in: target) { next() }
            return
        }
        for condition in pattern.bindingConditions where condition.slot == slot {
            guard condition.holds(for: binding, in: target) else { return }
        }
        bindings[Int(slot)] = binding
        next()
        bindings[Int(slot)] = nil
    }

    func bind(_ slot: Int32, node: NodeIndex, _ next: () -> Void) {
        bind(slot, Binding(content: .node(node), range: tree.range(node)), next)
    }

    /// Binds `$...X` to a run of siblings.
    func bind(_ slot: Int32, nodes: ArraySlice<NodeIndex>, _ next: () -> Void) {
        guard let first = nodes.first, let last = nodes.last else {
            return bind(slot, Binding(content: .nodes(-1, -1), range: ByteRange(0, 0)), next)
        }
        let range = ByteRange(tree.range(first).start, tree.range(last).end)
        bind(slot, Binding(content: .nodes(first, last), range: range), next)
    }

    // MARK: Nodes

    /// Matches a pattern node with a node of the file.
    func match(_ patternNode: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard !lacksParts(node, of: patternNode), spend() else { return }
        let node = unparenthesized(node)
        let p = unparenthesizedPattern(patternNode)
        if tree.kind(node) == .slice, pattern.tree.kind(p) != .slice { return }
        if tree.kind(node) == .block, let only = soleStatement(of: node, for: p) { return match(p, only, next) }
        switch pattern.tree.kind(p) {
        case .ellipsis:
            return next()
        case .metavariable, .ellipsisMetavariable:
            bind(pattern.slots[Int(p)], node: metavariableTarget(node), next)
            if let inner = castValue(node), isBound(p) { match(p, inner, next) }
            return matchPropagated(p, node, next)
        case .typedMetavariable:
            return matchTypedMetavariable(p, node, next)
        case .deepEllipsis:
            guard let inner = tables.children[Int(p)].first else { return }
            return matchAnywhere(inner, inside: node, next)
        default:
            break
        }
        if let dotted = tables.dottedNames[Int(p)], target.hasImportedMeaning(node), target.means(node, dotted) {
            return next()
        }
        if pattern.tree.kind(p) == .member, tree.kind(node) == .identifier, tables.dottedNames[Int(p)] == nil {
            matchQualifiedName(p, node, next)
        }
        if matchLiteral(p, node, next) { return }
        matchStructure(p, node, next)
        matchThroughWrappers(p, node, next)
    }

    /// The statement of a block that the pattern has a body without braces for.
    private func soleStatement(of block: NodeIndex, for p: NodeIndex) -> NodeIndex? {
        switch pattern.tree.kind(p) {
        case .block, .ellipsis, .metavariable, .ellipsisMetavariable: return nil
        case let kind where kind.isStatement:
            guard pattern.tree.role(p) == .body || pattern.tree.role(p) == .alternate,
                let first = tree.firstChild(block),
                tree.subtreeEnd(first) == tree.subtreeEnd(block)
            else { return nil }
            return first
        default: return nil
        }
    }

    /// What a cast changes the type of, which is the same value.
    private func castValue(_ node: NodeIndex) -> NodeIndex? {
        tree.kind(node) == .cast ? tree.child(node, .value) : nil
    }

    private func isBound(_ p: NodeIndex) -> Bool {
        let slot = pattern.slots[Int(p)]
        return slot >= 0 && bindings[Int(slot)] != nil
    }

    /// What a metavariable that meets a node is bound to: a parameter's or argument's own name where that is all it is.
    private func metavariableTarget(_ node: NodeIndex) -> NodeIndex {
        switch tree.kind(node) {
        case .parameter, .shorthand:
            if let name = tree.child(node, .name) { return name }
        case .expressionStatement:
            if let value = tree.child(node, .value) { return value }
        case .type:
            if let value = tree.child(node, .value) { return value }
        case .jsxExpression:
            if let value = tree.child(node, .value) { return unparenthesized(value) }
        case .variableDeclaration where tree.role(node) == .target:
            // `for (const x of xs)` declares what it assigns to.
            if let declarator = tree.firstChild(node), let name = tree.child(declarator, .target) { return name }
        default:
            break
        }
        return node
    }

    /// Patterns do not mention `await`, `try`, casts and the like, which change nothing about what is called.
    private func matchThroughWrappers(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let kind = tree.kind(node)
        guard kind != pattern.tree.kind(p) || kind == .identifier else { return }
        switch kind {
        case .await, .tryExpression, .cast, .jsxExpression:
            if let value = tree.child(node, .value) { match(p, value, next) }
        case .postfix where tree.mainText(node).elementsEqual("!".utf8) || tree.mainText(node).elementsEqual("?".utf8):
            if let value = tree.child(node, .value) { match(p, value, next) }
        case .identifier:
            matchPropagated(p, node, next)
        default:
            break
        }
    }

    /// A name matches as the expression it is bound to, where the rule asks for that.
    private func matchPropagated(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard options.symbolicPropagation, propagationDepth < Matcher.propagationLimit,
            let value = value(of: node) ?? target.managedValue(of: node)
        else { return }
        propagationDepth += 1
        match(p, value, next)
        propagationDepth -= 1
    }

    /// The expression that a name is bound to here on every path; nil where it is being bound.
    func value(of node: NodeIndex) -> NodeIndex? {
        guard tree.kind(node) == .identifier, tree.role(node) != .target else { return nil }
        let variable = target.semantics.variables[Int(node)]
        guard variable >= 0 else { return nil }
        let only = target.semantics.variableValues[Int(variable)]
        let value = only >= 0 ? only : target.semantics.reachingValues[node] ?? -1
        return value >= 0 && value != node && !isInside(node, value) ? value : nil
    }

    private func isInside(_ node: NodeIndex, _ outer: NodeIndex) -> Bool {
        node >= outer && node < tree.subtreeEnd(outer)
    }

    func unparenthesized(_ node: NodeIndex) -> NodeIndex {
        var node = node
        while tree.kind(node) == .parenthesized, let value = tree.child(node, .value) { node = value }
        return node
    }

    private func unparenthesizedPattern(_ node: NodeIndex) -> NodeIndex {
        var node = node
        while pattern.tree.kind(node) == .parenthesized, let value = pattern.tree.child(node, .value) { node = value }
        return node
    }

    /// `<... p ...>`: `p` matches the node or any expression inside it, except in the statements of nested functions.
    func matchAnywhere(_ p: NodeIndex, inside node: NodeIndex, _ next: () -> Void) {
        var current = node
        let end = tree.subtreeEnd(node)
        while current < end {
            guard spend() else { return }
            switch tree.kind(current) {
            case .block, .class, .type, .typeArguments, .parameterList, .decorator:
                current = tree.subtreeEnd(current)
                continue
            default:
                if lacksParts(current, of: p) {
                    current = tree.subtreeEnd(current)
                    continue
                }
                let isDefinition = tree.kind(current) == .declarator && pattern.tree.kind(p) == .assignment
                if current == node || isDefinition || tree.isExpressionInPlace(current) { match(p, current, next) }
                current += 1
            }
        }
    }

    /// Children grouped by role: those of the pattern against those of the node, role by role.
    func matchByRoles(
        _ p: NodeIndex, _ node: NodeIndex, optional: RoleSet = Matcher.rolesThatPatternsLeaveOut, _ next: () -> Void
    ) {
        let groups = tables.roleGroups[Int(p)]
        for child in tree.children(node) {
            let role = tree.role(child)
            if !optional.contains(role), !groups.contains(where: { $0.role == role }) { return }
        }
        matchGroups(groups[...], of: node, next)
    }

    /// What a pattern may be silent about (Semgrep: "less is more").
    static let rolesThatPatternsLeaveOut: RoleSet = [
        .type, .returnType, .typeParameters, .typeArguments, .alternate, .finalizer, .supertype, .cause,
    ]

    private func matchGroups(_ groups: ArraySlice<RoleGroup>, of node: NodeIndex, _ next: () -> Void) {
        guard let group = groups.first else { return next() }
        if group.nodes.count == 1, !pattern.tree.kind(group.nodes[0]).isEllipsis {
            guard spend(), let child = soleChild(of: node, group.role) else { return }
            return match(group.nodes[0], child) { self.matchGroups(groups.dropFirst(), of: node, next) }
        }
        let present = tree.children(node).filter { tree.role($0) == group.role }
        matchList(group.nodes[...], present[...]) { self.matchGroups(groups.dropFirst(), of: node, next) }
    }

    /// The only child with a role; nil where there is none or are several.
    private func soleChild(of node: NodeIndex, _ role: Role) -> NodeIndex? {
        var sole: NodeIndex?
        for child in tree.children(node) where tree.role(child) == role {
            if sole != nil { return nil }
            sole = child
        }
        return sole
    }
}
