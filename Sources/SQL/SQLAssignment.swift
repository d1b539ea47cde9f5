import SourceText

/// `column = value` of `SET`.
public struct SQLAssignment: Sendable {
    public var column: SQLName
    public var value: SQLOperand
    /// Whether the value is computed from the column itself, so that the database changes it in one step: `n = n + 1`.
    public var refersToItself: Bool
    public var range: ByteRange
}
