import SourceText
import Syntax

/// Whether two pieces of a file are the same code, as a metavariable used twice asks.
enum CodeEquality {
    static func same(_ left: Binding, _ right: Binding, in target: MatchTarget) -> Bool {
        let tree = target.tree
        switch (left.content, right.content) {
        case (.group, _), (_, .group):
            return true
        case (.node(let a), .node(let b)):
            return same(a, b, in: target)
        case (.nodes(let first, let last), .nodes(let otherFirst, let otherLast)):
            if first < 0 || otherFirst < 0 { return first == otherFirst }
            return sameRun(from: first, through: last, from: otherFirst, through: otherLast, in: target)
        default:
            return text(left, in: target, tree: tree) == text(right, in: target, tree: tree)
        }
    }

    /// The same nodes with the same names and literals; a name that is a variable in both must be the same variable.
    static func same(_ a: NodeIndex, _ b: NodeIndex, in target: MatchTarget) -> Bool {
        if a == b { return true }
        let tree = target.tree
        var (a, b) = (a, b)
        while tree.kind(a) == .parenthesized, let inner = tree.child(a, .value) { a = inner }
        while tree.kind(b) == .parenthesized, let inner = tree.child(b, .value) { b = inner }
        guard tree.kind(a) == tree.kind(b), tree.subtreeEnd(a) - a == tree.subtreeEnd(b) - b else {
            return isKey(a, namedBy: b, in: target) || isKey(b, namedBy: a, in: target)
                || isName(a, of: b, in: target) || isName(b, of: a, in: target)
        }
        var offset: NodeIndex = 0
        let count = tree.subtreeEnd(a) - a
        while offset < count {
            let (x, y) = (a + offset, b + offset)
            guard tree.kind(x) == tree.kind(y), tree.role(x) == tree.role(y) || offset == 0 else { return false }
            let isLeaf = tree.subtreeEnd(x) == x + 1
            guard isLeaf == (tree.subtreeEnd(y) == y + 1) else { return false }
            if isLeaf {
                if !sameLeaf(x, y, in: target) { return false }
            } else if !tree.mainText(x).elementsEqual(tree.mainText(y)), hasOperator(tree.kind(x)) {
                return false
            }
            offset += 1
        }
        return true
    }

    private static func sameLeaf(_ x: NodeIndex, _ y: NodeIndex, in target: MatchTarget) -> Bool {
        let tree = target.tree
        if tree.kind(x) == .string, let left = target.stringValue(x), let right = target.stringValue(y) {
            return left == right && isOfBytes(x, in: tree) == isOfBytes(y, in: tree)
        }
        if tree.kind(x) == .number, let left = target.constant(x), left == target.constant(y) { return true }
        guard tree.text(x).elementsEqual(tree.text(y)) else { return false }
        let (left, right) = (target.semantics.variables[Int(x)], target.semantics.variables[Int(y)])
        return left < 0 || right < 0 || left == right || isMethodName(x, in: tree) && isMethodName(y, in: tree)
    }

    /// Whether a name is declared by a method. Methods of several classes are called alike on purpose.
    private static func isMethodName(_ node: NodeIndex, in tree: SyntaxTree) -> Bool {
        let function = tree.parent(node)
        guard tree.role(node) == .name, function > 0, tree.kind(function) == .function else { return false }
        let body = tree.parent(function)
        return body > 0 && tree.kind(body) == .block && tree.kind(tree.parent(body)) == .class
    }

    /// Whether a string literal has the prefix of one of bytes.
    private static func isOfBytes(_ node: NodeIndex, in tree: SyntaxTree) -> Bool {
        tree.text(node).prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }.contains {
            $0 | 0x20 == UInt8(ascii: "b")
        }
    }

    /// Whether a key of an object written as a name is the one that a string spells.
    private static func isKey(_ name: NodeIndex, namedBy string: NodeIndex, in target: MatchTarget) -> Bool {
        let tree = target.tree
        guard tree.kind(name) == .identifier, tree.role(name) == .key, tree.kind(string) == .string,
            tree.role(string) == .key, let value = target.stringValue(string)
        else { return false }
        return value.elementsEqual(tree.text(name))
    }

    /// Whether a name has, where it stands, the value that a literal spells.
    private static func isName(_ name: NodeIndex, of literal: NodeIndex, in target: MatchTarget) -> Bool {
        let tree = target.tree
        guard tree.kind(name) == .identifier else { return false }
        switch tree.kind(literal) {
        case .string, .number, .boolean, .null:
            guard let value = target.constant(name) else { return false }
            return target.constant(literal) == value
        default: return false
        }
    }

    private static func hasOperator(_ kind: NodeKind) -> Bool {
        switch kind {
        case .binary, .unary, .postfix, .augmentedAssignment, .variableDeclaration: return true
        default: return false
        }
    }

    private static func sameRun(
        from first: NodeIndex, through last: NodeIndex, from other: NodeIndex, through otherLast: NodeIndex,
        in target: MatchTarget
    ) -> Bool {
        let tree = target.tree
        var (a, b) = (first, other)
        while true {
            guard same(a, b, in: target) else { return false }
            if a == last || b == otherLast { return a == last && b == otherLast }
            (a, b) = (tree.subtreeEnd(a), tree.subtreeEnd(b))
        }
    }

    private static func text(_ binding: Binding, in target: MatchTarget, tree: SyntaxTree) -> [UInt8] {
        if case .meaning(let text) = binding.content { return text }
        if let node = binding.node, let value = target.stringValue(node) { return value }
        return Array(tree.bytes[binding.range.start..<binding.range.end])
    }
}
