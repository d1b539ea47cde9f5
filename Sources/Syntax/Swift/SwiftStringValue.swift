/// The values of string literals.
enum SwiftStringValue {
    static func value(of node: NodeIndex, in tree: SyntaxTree) -> [UInt8]? { nil }
}
