import SourceText

/// `CREATE TABLE`.
public struct SQLTableDefinition: Sendable {
    public var name: SQLQualifiedName
    public var isTemporary: Bool
    public var isVirtual: Bool
    public var hasIfNotExists: Bool
    public var columns: [SQLColumnDefinition] = []
    public var constraints: [SQLTableConstraint] = []
    /// Whether it may have columns that are not listed: `AS SELECT`, `LIKE`, `INHERITS`, a hole.
    public var isOpen = false
    public var range: ByteRange
}
