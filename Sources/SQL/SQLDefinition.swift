import SourceText

/// What a statement does to the schema.
public enum SQLDefinition: Sendable {
    case createTable(SQLTableDefinition)
    case createIndex(SQLIndexDefinition)
    /// A view, its columns where they are listed, and its query.
    case createView(name: SQLQualifiedName, columns: [SQLName], query: Int?)
    case alterTable(name: SQLQualifiedName, alterations: [SQLAlteration])
    case drop(object: SQLKeyword, names: [SQLQualifiedName])
    /// `RENAME TABLE a TO b` of MySQL.
    case renameTables([(from: SQLQualifiedName, to: SQLQualifiedName)])
    /// Something else is created, altered or dropped.
    case other
}
