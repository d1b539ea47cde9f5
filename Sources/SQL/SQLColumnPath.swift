/// A column of a table, by folded names.
public struct SQLColumnPath: Hashable, Sendable {
    public var table: [UInt8]
    public var column: [UInt8]

    public init(table: [UInt8], column: [UInt8]) {
        self.table = table
        self.column = column
    }
}
