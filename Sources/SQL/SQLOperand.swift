/// What stands on the other side of a comparison, or is assigned.
public enum SQLOperand: Sendable {
    case placeholder
    case string
    case number
    case boolean
    case null
    case hole
    case column(SQLColumnReference)
    /// An index into the document's statements.
    case subquery(Int)
    /// A list in parentheses, and how many elements it has.
    case list(Int)
    /// Anything else.
    case expression
}
