import SourceText

/// A column that an expression names.
public struct SQLColumnReference: Sendable {
    /// The table or alias before the dot.
    public var qualifier: SQLName?
    public var name: SQLName
    public var clause: SQLClause
    /// Whether it cannot be anything else: a keyword of a function's own syntax, a type, a unit, a string in double quotes.
    public var isCertain: Bool

    public var range: ByteRange { ByteRange(qualifier?.range.start ?? name.range.start, name.range.end) }
}
