import SourceText

/// One action of `ALTER TABLE`.
public struct SQLAlteration: Sendable {
    public enum Action: Sendable {
        case addColumn(SQLColumnDefinition)
        case dropColumn(SQLName)
        case renameColumn(from: SQLName, to: SQLName)
        case renameTable(to: SQLQualifiedName)
        /// A new type, or MySQL's whole new definition; with its name where `CHANGE` gives one.
        case changeType(SQLName, to: SQLColumnDefinition?)
        case setNotNull(SQLName)
        case dropNotNull(SQLName)
        case setDefault(SQLName)
        case dropDefault(SQLName)
        case addConstraint(SQLTableConstraint)
        case dropConstraint(SQLName)
        case other
    }

    public var action: Action
    public var range: ByteRange
}
