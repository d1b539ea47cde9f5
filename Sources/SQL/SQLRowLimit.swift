import SourceText

/// `LIMIT`, `FETCH FIRST`, `TOP`, or an `OFFSET`.
public struct SQLRowLimit: Sendable {
    /// The number where it is written out.
    public var literal: Int?
    public var operand: SQLOperand
    /// The bytes of the number or expression.
    public var range: ByteRange
}
