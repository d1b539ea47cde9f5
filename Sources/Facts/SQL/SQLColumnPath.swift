/// A column of a table, by folded names.
public struct SQLColumnPath: Hashable, Sendable {
    public var table: [UInt8]
    public var column: [UInt8]
}
