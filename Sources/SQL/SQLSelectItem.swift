import SourceText

/// An element of a select list or of `RETURNING`.
public struct SQLSelectItem: Sendable {
    public enum Kind: Sendable {
        case star
        /// `t.*`
        case qualifiedStar(SQLName)
        case column(SQLColumnReference)
        /// An expression with an aggregate function in it that is not a window function.
        case aggregate(SQLKeyword)
        case hole
        case expression
    }

    public var kind: Kind
    /// What the column of the result is called: the alias, or the column's own name.
    public var outputName: SQLName?
    public var range: ByteRange
}
