import SourceText

/// `CREATE INDEX`.
public struct SQLIndexDefinition: Sendable {
    public var name: SQLName?
    public var table: SQLQualifiedName
    /// The columns up to the first expression.
    public var columns: [SQLName]
    public var isUnique: Bool
    /// Whether writes go on while it is built.
    public var isConcurrent: Bool
    /// Whether it has a `WHERE`.
    public var isPartial: Bool
    public var range: ByteRange
}
