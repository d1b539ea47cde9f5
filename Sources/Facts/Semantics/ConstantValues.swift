import Matching
import Syntax

/// The values of the constant analysis: -1 for one that is not known, from 0 on the number of a constant, below -1 a literal
/// in the tree that nobody has asked the value of yet, and far below another expression, of which only the place is known.
struct ConstantValues: FlowValues {
    static let unknown: Int32 = -1
    private static let maximumOperand = 8192

    private(set) var table: ConstantTable
    private let tree: SyntaxTree
    private let language: any Language

    init(tree: SyntaxTree, language: any Language) {
        self.tree = tree
        self.language = language
        table = ConstantTable(fileSize: tree.bytes.count)
    }

    static func literal(_ node: NodeIndex) -> Int32 { -2 - node }

    static func expression(_ node: NodeIndex) -> Int32 { lastExpression - node }

    /// The node of a value that is an expression; nil for any other value.
    static func expression(of value: Int32) -> NodeIndex? {
        value <= lastExpression && value != Environment.unassigned ? lastExpression - value : nil
    }

    private static let lastExpression = Int32.min / 2

    mutating func join(_ left: Int32, _ right: Int32) -> Int32 {
        if left == right || right == Environment.unassigned { return left }
        if left == Environment.unassigned { return right }
        guard left != Self.unknown, right != Self.unknown else { return Self.unknown }
        let (left, right) = (number(left), number(right))
        if left == right { return left }
        return isString(left) && isString(right) ? intern(.someString) : Self.unknown
    }

    private func isString(_ number: Int32) -> Bool {
        guard number >= 0 else { return false }
        switch table.constants[Int(number)] {
        case .string, .someString: return true
        default: return false
        }
    }

    mutating func intern(_ constant: Constant) -> Int32 { table.intern(constant) ?? Self.unknown }

    /// The number of the constant that a value stands for, -1 where it is not known.
    mutating func number(_ value: Int32) -> Int32 {
        if value >= -1 { return value }
        if value <= Self.lastExpression { return Self.unknown }
        return Literals.constant(of: -2 - value, in: tree, language: language).map { intern($0) } ?? Self.unknown
    }

    /// The constant that a value stands for, to compute with. Long texts are known but not computed with, so that a file
    /// cannot make each of its lines as costly as all of it.
    mutating func constant(_ value: Int32) -> Constant? {
        if value >= 0 {
            let constant = table.constants[Int(value)]
            if case .string(let text) = constant, text.count > Self.maximumOperand { return nil }
            return constant
        }
        if value == Self.unknown || value <= Self.lastExpression { return nil }
        return Literals.constant(of: -2 - value, in: tree, language: language)
    }
}
