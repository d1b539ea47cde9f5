/// A named query of a `WITH`.
public struct SQLCommonTable: Sendable {
    public var name: SQLName
    /// The column names in parentheses, if there are any.
    public var columns: [SQLName]
    /// An index into the document's statements; nil where a hole stands for the query.
    public var statement: Int?
}
