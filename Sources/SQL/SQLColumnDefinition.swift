import SourceText

/// A column as `CREATE TABLE` or `ADD COLUMN` declares it.
public struct SQLColumnDefinition: Sendable {
    public var name: SQLName
    /// The type as it is written, parameters included; empty where SQLite lets it be.
    public var typeRange: ByteRange
    /// The first word of the type, in lower case.
    public var typeName: [UInt8]
    public var isNotNull = false
    public var hasDefault = false
    /// `GENERATED`, `IDENTITY`, `AUTO_INCREMENT`, a serial type: the database makes the value.
    public var isGenerated = false
    public var isPrimaryKey = false
    public var isUnique = false
    public var references: SQLQualifiedName?
    public var range: ByteRange

    /// The type in lower case and without white space, so that equal types are equal however they are written.
    func typeText(in text: SQLText) -> [UInt8] {
        text.bytes[typeRange.start..<typeRange.end].filter { $0 > 0x20 }.map(\.lowercased)
    }
}
