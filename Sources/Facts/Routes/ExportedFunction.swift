import Syntax

/// The function or value that an export is, or that a name is given.
enum ExportedFunction {
    /// nil for a node that declares nothing of its own.
    static func of(_ node: NodeIndex, in tree: SyntaxTree) -> NodeIndex? {
        switch tree.kind(node) {
        case .function, .lambda: node
        case .variableDeclaration: value(of: node, in: tree)
        case .declarator, .assignment: tree.child(node, .value)
        case .export: tree.child(node, .value).flatMap { value(of: $0, in: tree) }
        default: nil
        }
    }

    /// What a declaration gives its name to.
    private static func value(of declaration: NodeIndex, in tree: SyntaxTree) -> NodeIndex? {
        guard tree.kind(declaration) == .variableDeclaration else { return declaration }
        return tree.firstChild(declaration).flatMap { tree.child($0, .value) }
    }
}
