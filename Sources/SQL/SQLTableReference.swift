import SourceText

/// A table, subquery or function that a statement reads or writes.
public struct SQLTableReference: Sendable {
    public enum Source: Sendable {
        case table(SQLQualifiedName)
        /// An index into the document's statements.
        case subquery(Int)
        case function(SQLQualifiedName)
        /// A hole, or a name with holes.
        case dynamic
        /// Anything else, such as a list of `VALUES`.
        case other
    }

    /// How it comes to the tables before it.
    public enum Join: UInt8, Sendable {
        case none, comma, inner, left, right, full, cross
    }

    public var source: Source
    public var alias: SQLName?
    /// The names that the alias gives to the columns.
    public var columnAliases: [SQLName] = []
    public var join: Join
    /// Whether the statement writes it.
    public var isTarget: Bool
    public var range: ByteRange

    /// By what a column's qualifier names it.
    public var exposedName: SQLName? {
        if let alias { return alias }
        switch source {
        case .table(let name), .function(let name): return name.name
        case .subquery, .dynamic, .other: return nil
        }
    }
}
