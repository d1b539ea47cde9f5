import Matching
import Syntax

/// The values of literals.
enum Literals {
    /// Whether the node is a literal that has a value by itself.
    static func isLiteral(_ kind: NodeKind) -> Bool {
        switch kind {
        case .string, .stringText, .number, .boolean, .null: true
        default: false
        }
    }

    static func constant(of node: NodeIndex, in tree: SyntaxTree, language: any Language) -> Constant? {
        switch tree.kind(node) {
        case .string, .stringText, .concatenatedString: language.stringValue(of: node, in: tree).map(Constant.string)
        case .number: NumberLiteral.value(of: tree.text(node))
        case .boolean: .boolean(tree.text(node).first == 0x74 || tree.text(node).first == 0x54)
        case .null: .null
        default: nil
        }
    }
}
