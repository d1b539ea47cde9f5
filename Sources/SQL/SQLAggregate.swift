import SourceText

/// A call of an aggregate function; with `OVER` it is none.
public struct SQLAggregate: Sendable {
    public var function: SQLKeyword
    public var isCountStar: Bool
    public var clause: SQLClause
    public var range: ByteRange
}
