/// How sure it is that a text is SQL.
public enum SQLLikelihood: UInt8, Sendable, Comparable {
    case none
    /// Its form is that of a statement, but a sentence may have it too: `Delete from cart`. Enough where the text is given
    /// to a function that takes SQL.
    case possible
    case certain

    public static func < (left: SQLLikelihood, right: SQLLikelihood) -> Bool { left.rawValue < right.rawValue }
}
