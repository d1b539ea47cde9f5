import SourceText

/// A predicate with a plain column on one side.
public struct SQLComparison: Sendable {
    public enum Operator: UInt8, Sendable {
        case equal, notEqual, less, greater, `in`, notIn, like, notLike, isNull, isNotNull, between, match, other
    }

    public var column: SQLColumnReference
    public var `operator`: Operator
    public var operand: SQLOperand
    /// The bytes of the operand.
    public var operandRange: ByteRange
    /// Whether every row of the result fulfils it: no `OR`, `NOT` or `CASE` is around it.
    public var isConjunct: Bool
    public var clause: SQLClause
}
