import Syntax

/// Tells registrations that are made always from those that some setting decides about.
enum ConditionalPlace {
    /// Whether a node stands in a branch within the function around it.
    static func isConditional(_ node: NodeIndex, in tree: SyntaxTree) -> Bool {
        guard node >= 0 else { return false }
        var child = node
        var current = tree.parent(node)
        while current >= 0 {
            switch tree.kind(current) {
            case .function, .lambda, .class, .file: return false
            case .if, .conditional:
                if tree.role(child) != .condition { return true }
            case .case, .catch: return true
            default: break
            }
            child = current
            current = tree.parent(current)
        }
        return false
    }
}
