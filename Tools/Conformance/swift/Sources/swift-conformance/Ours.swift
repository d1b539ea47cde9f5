import Syntax

/// What Lintel's parser finds.
struct Ours {
    private let tree: SyntaxTree
    private var findings = Findings()

    static func findings(in source: [UInt8]) -> Findings {
        var ours = Ours(tree: SwiftLanguage().tree(of: source, fileExtension: "swift"))
        ours.collect()
        return ours.findings
    }

    private init(tree: SyntaxTree) { self.tree = tree }

    private mutating func collect() {
        for token in 0..<tree.tokens.count {
            findings.tokens.append(Span(start: Int(tree.tokens.starts[token]), end: Int(tree.tokens.ends[token])))
        }
        for node in 0..<NodeIndex(tree.count) {
            if let kind = spanKind(node) { add(kind, node) }
            if isStatement(node) { addStatement(node) }
            if tree.kind(node) == .argumentList, isOfCall(node) {
                for argument in tree.children(node) where tree.kind(argument) != .error { add(.argument, argument) }
            }
        }
    }

    private mutating func add(_ kind: SpanKind, _ node: NodeIndex) {
        let range = tree.range(node)
        findings.add(kind, range.start, range.end)
    }

    private func spanKind(_ node: NodeIndex) -> SpanKind? {
        switch tree.kind(node) {
        case .function: .function
        case .lambda: .closure
        case .class: .type
        case .call: parentKind(node) == .decorator ? nil : .call
        case .interpolatedString: .interpolatedString
        case .interpolation: .interpolation
        case .case, .catch: .clause
        default: nil
        }
    }

    private func parentKind(_ node: NodeIndex) -> NodeKind? {
        let parent = tree.parent(node)
        return parent < 0 ? nil : tree.kind(parent)
    }

    private func isOfCall(_ node: NodeIndex) -> Bool {
        parentKind(node) == .call && parentKind(tree.parent(node)) != .decorator
    }

    // MARK: Statements

    /// The children of blocks are statements, unless they are accessors, an enum's cases, a switch's clauses, or the
    /// clauses of a `#if` inside a chain.
    private func isStatement(_ node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard parent >= 0, tree.role(node) == .element, tree.kind(parent) == .file || tree.kind(parent) == .block else {
            return false
        }
        switch tree.kind(node) {
        case .field, .case, .error: return false
        case .function: return !isAccessor(node)
        case .conditionalCompilation: return tree.child(node, .object) == nil && !holdsAccessorsOrClauses(node)
        case .member, .call, .index, .postfix: return false
        default: return true
        }
    }

    private func isAccessor(_ node: NodeIndex) -> Bool {
        switch String(decoding: tree.mainText(node), as: UTF8.self) {
        case "func", "init", "deinit", "subscript", "macro":
            tree.child(node, .parameters) == nil && String(decoding: tree.mainText(node), as: UTF8.self) == "init"
        default: true
        }
    }

    private func holdsAccessorsOrClauses(_ node: NodeIndex) -> Bool {
        for clause in tree.children(node) {
            for item in tree.children(clause)
            where tree.kind(item) == .case || tree.kind(item) == .function && isAccessor(item) {
                return true
            }
        }
        return false
    }

    /// Without the semicolon, which to SwiftParser belongs to the list.
    private mutating func addStatement(_ node: NodeIndex) {
        let first = Int(tree.firstTokens[Int(node)])
        var last = Int(tree.endTokens[Int(node)]) - 1
        if last > first, tree.tokens.kinds[last] == .semicolon { last -= 1 }
        guard last >= first, tree.tokens.kinds[first] != .semicolon else { return }
        findings.add(.statement, Int(tree.tokens.starts[first]), Int(tree.tokens.ends[last]))
    }
}
