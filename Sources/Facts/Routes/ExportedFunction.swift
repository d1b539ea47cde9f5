import Syntax

/// The function or value that an export is.
enum ExportedFunction {
    /// nil for a node that exports nothing of its own.
    static func of(_ node: NodeIndex, in tree: SyntaxTree) -> NodeIndex? {
        switch tree.kind(node) {
        case .function: node
        case .export: tree.child(node, .value).flatMap { value(of: $0, in: tree) }
        default: nil
        }
    }

    /// What an exported declaration gives its name to.
    private static func value(of declaration: NodeIndex, in tree: SyntaxTree) -> NodeIndex? {
        guard tree.kind(declaration) == .variableDeclaration else { return declaration }
        return tree.firstChild(declaration).flatMap { tree.child($0, .value) }
    }
}
