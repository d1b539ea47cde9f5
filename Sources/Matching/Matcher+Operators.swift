import SourceText
import Syntax

extension Matcher {
    /// `a + b`. A chain of `and` or `or` matches however it is parenthesized; one of `&`, `|` or `^` also whatever the order
    /// of its operands, and others may stand among them.
    func matchBinary(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .binary,
            let wantedLeft = pattern.tree.child(p, .left), let wantedRight = pattern.tree.child(p, .right),
            let left = tree.child(node, .left), let right = tree.child(node, .right),
            pattern.tree.mainText(p).elementsEqual(tree.mainText(node))
        else { return }
        let operation = Matcher.operatorText(p, left: wantedLeft, right: wantedRight, in: pattern.tree)
        guard operation == Matcher.operatorText(node, left: left, right: right, in: tree) else { return }
        match(wantedLeft, left) { self.match(wantedRight, right, next) }
        let law = OperatorLaw(operation)
        if options.commutativeBooleans && law == .associative || options.commutativeComparison && law == .comparison {
            match(wantedLeft, right) { self.match(wantedRight, left, next) }
        }
        matchChain(p, node, operation, law, next)
    }

    private func matchChain(
        _ p: NodeIndex, _ node: NodeIndex, _ operation: [UInt8], _ law: OperatorLaw, _ next: () -> Void
    ) {
        guard options.associativeCommutative || law == .sum else { return }
        switch law {
        case .associative, .sum:
            let wanted = operands(of: p, operation, in: pattern.tree)
            let dots = wanted.contains { pattern.tree.kind($0) == .ellipsis }
            guard law == .associative || dots else { return }
            let present = operands(of: node, operation, in: tree)
            // With two on both sides the chain is what was compared already.
            guard wanted.count > 2 || present.count > 2 || dots else { return }
            if law == .sum {
                matchList(wanted[...], present[...], next)
            } else {
                matchOperands(wanted[...], present[...], next)
            }
        case .associativeCommutative:
            let wanted = operands(of: p, operation, in: pattern.tree).filter { pattern.tree.kind($0) != .ellipsis }
            matchAmong(wanted, operands(of: node, operation, in: tree), next)
        case .comparison, .none:
            break
        }
    }

    /// Operands in order; a metavariable stands for one or for several in a row.
    private func matchOperands(
        _ wanted: ArraySlice<NodeIndex>, _ present: ArraySlice<NodeIndex>, _ next: () -> Void
    ) {
        guard spend() else { return }
        guard let first = wanted.first else { return present.isEmpty ? next() : () }
        let rest = wanted.dropFirst()
        let kind = pattern.tree.kind(first)
        if kind == .ellipsis {
            if rest.isEmpty { return next() }
            for start in present.startIndex...present.endIndex { matchOperands(rest, present[start...], next) }
            return
        }
        guard let candidate = present.first else { return }
        match(first, candidate) { self.matchOperands(rest, present.dropFirst(), next) }
        guard kind == .metavariable, present.count > 1 else { return }
        for end in (present.startIndex + 2)...present.endIndex where present.endIndex - end >= rest.count - 1 {
            let range = ByteRange(tree.range(candidate).start, tree.range(present[end - 1]).end)
            bind(pattern.slots[Int(first)], Binding(content: .text, range: range)) {
                self.matchOperands(rest, present[end...], next)
            }
        }
    }

    /// The operands of a chain, which the same operator joins.
    private func operands(of root: NodeIndex, _ operation: [UInt8], in tree: SyntaxTree) -> [NodeIndex] {
        var operands: [NodeIndex] = []
        var open = [root]
        while let node = open.popLast() {
            if tree.kind(node) == .parenthesized, let inner = tree.child(node, .value) {
                open.append(inner)
            } else if tree.kind(node) == .binary, let left = tree.child(node, .left),
                let right = tree.child(node, .right),
                Matcher.operatorText(node, left: left, right: right, in: tree) == operation
            {
                open += [right, left]
            } else {
                operands.append(node)
            }
        }
        return operands
    }

    /// The operator with all its words (`not in`, `is not`).
    static func operatorText(_ node: NodeIndex, left: NodeIndex, right: NodeIndex, in tree: SyntaxTree) -> [UInt8] {
        var text: [UInt8] = []
        var token = tree.mainTokens[Int(node)]
        let end = tree.firstTokens[Int(right)]
        while token < end, tree.tokens.kinds[Int(token)] != .leftParenthesis {
            text += tree.text(ofToken: token)
            token += 1
        }
        return text
    }
}

/// What may be done with the operands of an operator without changing what it gives.
private enum OperatorLaw {
    case associative, associativeCommutative, comparison
    /// Not associative for strings and numbers mixed, but `a + ...` stands for any sum that begins with `a`.
    case sum
    case none

    init(_ operation: [UInt8]) {
        self =
            switch String(decoding: operation, as: UTF8.self) {
            case "&&", "||", "and", "or": .associative
            case "&", "|", "^": .associativeCommutative
            case "==", "!=": .comparison
            case "+": .sum
            default: .none
            }
    }
}
