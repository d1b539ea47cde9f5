import Syntax

/// Where functions end.
public enum FunctionExit {
    /// Whether a function is left with the node: it is, or is in, a `return` or `throw`, or the last statement to run.
    public static func holds(_ node: NodeIndex, in tree: SyntaxTree) -> Bool {
        var current = node
        while current > 0 {
            let parent = tree.parent(current)
            switch tree.kind(current) {
            case .return, .throw: return true
            case .function, .lambda: return current != node
            case .while, .doWhile, .for, .forEach: return false
            default: break
            }
            if parent >= 0, tree.kind(parent).holdsStatements, tree.subtreeEnd(current) != tree.subtreeEnd(parent) {
                return false
            }
            current = parent
        }
        return true
    }

    /// Whether a block, or a statement in the place of one, ends by leaving its function or loop.
    static func isLeft(_ body: NodeIndex, in tree: SyntaxTree) -> Bool {
        var last = body
        if tree.kind(body).holdsStatements {
            for child in tree.children(body) { last = child }
        }
        return [.return, .throw, .break, .continue].contains(tree.kind(last))
    }
}
