import SourceText

/// A definition that breaks running programs or blocks a table while it is applied to a database in use.
public struct SQLMigrationHazard: Sendable {
    public enum Kind: UInt8, Sendable {
        case requiredColumn, droppedColumn, droppedTable, renamedColumn, renamedTable, changedType
        /// `CREATE INDEX` without `CONCURRENTLY`, on PostgreSQL.
        case blockingIndex
    }

    public var kind: Kind
    public var table: SQLQualifiedName
    public var column: SQLName?
    /// The action, or the whole statement where it has one action.
    public var range: ByteRange

    /// The hazards of one migration, down sections left out. A table that the migration itself creates is in no danger,
    /// nor is one that it replaces by a new one of the same name.
    public static func find(in document: SQLDocument, dialect: SQLDialect) -> [SQLMigrationHazard] {
        let statements = forwardStatements(of: document)
        var made = SQLMadeTables()
        made.addBlocks(of: document.text)
        made.add(statements)
        return find(in: statements, besides: made, dialect: dialect)
    }

    /// The hazards of a part of a migration that makes these tables.
    public static func find(
        in document: SQLDocument, besides made: SQLMadeTables, dialect: SQLDialect
    ) -> [SQLMigrationHazard] {
        find(in: forwardStatements(of: document), besides: made, dialect: dialect)
    }

    private static func find(
        in statements: [SQLStatement], besides made: SQLMadeTables, dialect: SQLDialect
    ) -> [SQLMigrationHazard] {
        statements.flatMap { statement in
            statement.definition.map { hazards($0, statement.range, dialect) } ?? []
        }.filter { !made.spares($0) }
    }

    /// The top-level statements but those that undo the migration.
    public static func forwardStatements(of document: SQLDocument) -> [SQLStatement] {
        let sections = SQLMigrationSections(document.text)
        return document.topLevel.map { document.statements[$0] }.filter { !sections.isDown($0.range.start) }
    }

    /// The folded names of the tables that a document creates.
    public static func createdTables(in document: SQLDocument) -> Set<[UInt8]> {
        var made = SQLMadeTables()
        made.add(document.topLevel.map { document.statements[$0] })
        return made.created
    }

    private static func hazards(
        _ definition: SQLDefinition, _ range: ByteRange, _ dialect: SQLDialect
    ) -> [SQLMigrationHazard] {
        switch definition {
        case .createIndex(let index):
            guard dialect == .postgreSQL, !index.isConcurrent else { return [] }
            return [SQLMigrationHazard(kind: .blockingIndex, table: index.table, range: range)]
        case .drop(.table, let names):
            return names.map { SQLMigrationHazard(kind: .droppedTable, table: $0, range: range) }
        case .renameTables(let renames):
            return renames.map { SQLMigrationHazard(kind: .renamedTable, table: $0.from, range: range) }
        case .alterTable(let name, let alterations):
            return alterations.compactMap { hazard($0, name, alterations.count == 1 ? range : $0.range) }
        case .createTable, .createView, .drop, .other:
            return []
        }
    }

    private static func hazard(
        _ alteration: SQLAlteration, _ table: SQLQualifiedName, _ range: ByteRange
    ) -> SQLMigrationHazard? {
        switch alteration.action {
        case .addColumn(let column) where column.isNotNull && !column.hasDefault && !column.isGenerated:
            SQLMigrationHazard(kind: .requiredColumn, table: table, column: column.name, range: range)
        case .dropColumn(let column):
            SQLMigrationHazard(kind: .droppedColumn, table: table, column: column, range: range)
        case .renameColumn(let column, _):
            SQLMigrationHazard(kind: .renamedColumn, table: table, column: column, range: range)
        case .renameTable:
            SQLMigrationHazard(kind: .renamedTable, table: table, range: range)
        case .changeType(let column, let new):
            SQLMigrationHazard(
                kind: new.map { $0.name != column } == true ? .renamedColumn : .changedType, table: table,
                column: column,
                range: range)
        default: nil
        }
    }
}
