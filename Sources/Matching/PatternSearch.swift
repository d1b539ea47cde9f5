import Algorithms
import SourceText
import Syntax

extension Pattern {
    /// All matches in a file, in source order, each once. `bindings` are metavariables bound already, of the rule's count.
    public func matches(in target: MatchTarget, options: MatchOptions, bindings: Bindings) -> [Match] {
        matches(in: target, options: options, bindings: bindings, within: SearchScope(fileOf: target.tree))
    }

    /// The matches inside a part of the file; those outside of the vicinity may be left out.
    func matches(
        in target: MatchTarget, options: MatchOptions, bindings: Bindings, within scope: SearchScope,
        _ vicinity: Vicinity = .anywhere
    ) -> [Match] {
        let matcher = Matcher(pattern: self, target: target, options: options, bindings: bindings)
        // What a search of the whole file found holds for every pattern of the same text.
        let isWholeFile = scope.nodes.count == target.tree.count && scope.statements.isEmpty
        let known = isWholeFile ? target.findings(of: self, options) : nil
        let isGeneral =
            isWholeFile && vicinity.isEverywhere && bindingConditions.isEmpty && !bindings.contains { $0 != nil }
        var places: [NodeIndex] = []
        var found: [Match] = []
        let tree = target.tree
        func record(_ first: NodeIndex, _ range: ByteRange) {
            found.append(Match(range: range, bindings: matcher.bindings, node: first))
        }
        switch form {
        case .node(let p):
            let conditions = CalleeConditions(of: self, at: p)
            for node in known?[...] ?? candidates(for: p, matcher).inPreorder(within: scope.nodes)
            where !matcher.lacksParts(node, of: p) && conditions?.turnDown(node, for: matcher) != true {
                guard vicinity.admits(Pattern.range(of: node, in: tree)) else { continue }
                let count = found.count
                matcher.matchTop(p, node) { record(node, Pattern.range(of: node, in: tree)) }
                if found.count > count { places.append(node) }
            }
        case .anything:
            var range = scope.range
            if scope.nodes.count == tree.count, let first = tree.firstChild(0), let last = Array(tree.children(0)).last
            {
                range = ByteRange(tree.range(first).start, tree.range(last).end)
            }
            found.append(Match(range: range, bindings: bindings, node: scope.nodes.lowerBound))
            for node in scope.nodes where tree.isExpressionInPlace(node) {
                let range = tree.range(node)
                if vicinity.admits(range) { record(node, range) }
            }
        case .statements(let statements):
            var lists = target.statementLists
            if scope.nodes.count < tree.count { lists.removeAll { !scope.nodes.contains($0.block) } }
            if !scope.statements.isEmpty { lists.append(StatementList(scope.statements, in: tree)) }
            for list in lists where !matcher.lacksParts(list, of: statements) {
                if list.block >= 0 {
                    guard vicinity.admitsPart(of: tree.range(list.block)) else { continue }
                    if let known, !known.contains(sorted: list.block) { continue }
                }
                let count = found.count
                let startsAnywhere = self.tree.kind(statements[0]) != .ellipsis
                for start in list.statements.indices.prefix(startsAnywhere ? list.statements.count : 1) {
                    let first = list.statements[start]
                    guard vicinity.mayHold(tree.range(first)), !matcher.lacksParts(list, from: start, of: statements)
                    else { continue }
                    matcher.matchStatements(statements, in: list, from: start, openEnded: true) { last in
                        let end = last >= 0 ? tree.range(last).end : tree.range(first).end
                        record(first, ByteRange(tree.range(first).start, end))
                    }
                }
                if found.count > count { places.append(list.block) }
            }
        }
        if isGeneral, known == nil, !matcher.hasGivenUp { target.noteFindings(places, of: self, options) }
        return Match.unique(found)
    }

    /// A declarator alone in its declaration is reported with its keyword.
    private static func range(of node: NodeIndex, in tree: SyntaxTree) -> ByteRange {
        guard tree.kind(node) == .declarator else { return tree.range(node) }
        let parent = tree.parent(node)
        let siblings = tree.children(parent).reduce(0) { $0 + (tree.kind($1) == .declarator ? 1 : 0) }
        return siblings == 1 ? tree.range(parent) : tree.range(node)
    }

    /// About how many nodes a search looks at closely.
    func cost(in target: MatchTarget) -> Int {
        let count =
            switch form {
            case .node(let p): candidateKinds(for: tree.kind(p)).map(target.count(ofKinds:)) ?? target.tree.count
            case .statements, .anything: target.tree.count
            }
        // Where a word is wanted, most nodes are passed over.
        return requiredWords.isEmpty && requiredParts.isEmpty ? count : count / 32
    }

    /// The nodes that the pattern's root can stand for, in preorder.
    private func candidates(for p: NodeIndex, _ matcher: Matcher) -> [NodeIndex] {
        let target = matcher.target
        guard var kinds = candidateKinds(for: tree.kind(p)) else {
            switch tree.kind(p) {
            // The pieces of an interpolated string are strings too.
            case .string:
                return InterpolatedSpelling.holds(for: tree.text(p))
                    ? target.stringLiterals : target.expressions(and: .stringText)
            case .deepEllipsis where tables.children[Int(p)].first.map({ tree.kind($0) }) == .assignment:
                return target.expressions(and: .declarator)
            default: return target.expressions
            }
        }
        if !matcher.options.decoratorsAreCalls { kinds.removeAll { $0 == .decorator && tree.kind(p) != .decorator } }
        return kinds == Pattern.nameKinds ? target.names : target.nodes(ofKinds: kinds)
    }

    private static let nameKinds = MatchTarget.nameKinds

    /// nil for any expression.
    private func candidateKinds(for kind: NodeKind) -> [NodeKind]? {
        switch kind {
        case .metavariable, .typedMetavariable, .deepEllipsis, .ellipsis, .ellipsisMetavariable: return nil
        case .string, .concatenatedString, .number, .boolean, .null: return nil
        case .identifier, .member: return Pattern.nameKinds
        case .assignment: return [.assignment, .declarator, .field]
        case .function: return [.function, .lambda, .declarator, .assignment, .pair, .field]
        case .lambda: return tree.child(0, .name) == nil ? [.lambda, .function] : [.lambda]
        case .pair, .shorthand: return [.pair, .shorthand, .function]
        case .type: return [.type]
        case .expressionStatement: return [.expressionStatement, .variableDeclaration, .field, .return]
        case .for, .forEach: return [.for, .forEach]
        case .call: return [.call, .decorator]
        case .set, .object: return [.set, .object]
        case .array: return [.array, .comprehension]
        case .import: return [.import, .export, .variableDeclaration]
        default: return [kind]
        }
    }
}

extension Matcher {
    /// Whether the block of a list of statements lacks words of some statements of the pattern.
    fileprivate func lacksParts(_ list: StatementList, of statements: [NodeIndex]) -> Bool {
        list.block >= 0 && statements.contains { lacksParts(list.block, of: $0) }
    }

    /// Whether one of the statements from a place on lacks words of its partner in the pattern, before an ellipsis.
    fileprivate func lacksParts(_ list: StatementList, from start: Int, of statements: [NodeIndex]) -> Bool {
        for (offset, statement) in statements.enumerated() {
            if pattern.tree.kind(statement).isEllipsis { return false }
            guard start + offset < list.statements.count else { return true }
            if lacksParts(list.statements[start + offset], of: statement) { return true }
        }
        return false
    }

    /// Matches at the top of a pattern, where the node itself is what is looked for: nothing is looked for through wrappers.
    func matchTop(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) != .parenthesized else { return }
        if !options.decoratorsAreCalls, tree.kind(tree.parent(node)) == .decorator { return }
        if pattern.tree.kind(p) == .block, pattern.tree.role(p) != tree.role(node) { return }
        switch tree.kind(node) {
        case .await, .tryExpression, .cast, .postfix:
            guard pattern.tree.kind(p) == tree.kind(node) || candidateIsAnything(p) else { return }
        default:
            break
        }
        match(p, node, next)
    }

    private func candidateIsAnything(_ p: NodeIndex) -> Bool {
        [.metavariable, .typedMetavariable, .deepEllipsis, .ellipsis].contains(pattern.tree.kind(p))
    }
}

extension [NodeIndex] {
    /// The nodes of a list in preorder that lie within a range.
    fileprivate func inPreorder(within nodes: Range<NodeIndex>) -> ArraySlice<NodeIndex> {
        if let first, let last, nodes.contains(first), nodes.contains(last) { return self[...] }
        return self[firstIndex(notBefore: nodes.lowerBound)..<firstIndex(notBefore: nodes.upperBound)]
    }

    /// Whether a list in preorder has a node.
    fileprivate func contains(sorted node: NodeIndex) -> Bool {
        let index = firstIndex(notBefore: node)
        return index < count && self[index] == node
    }

    private func firstIndex(notBefore node: NodeIndex) -> Int {
        partitioningIndex { $0 >= node }
    }
}
