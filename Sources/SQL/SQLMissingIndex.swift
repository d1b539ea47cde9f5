import SourceText

/// A column by which a query searches, joins or sorts without an index that starts with it.
public struct SQLMissingIndex: Sendable {
    public enum Use: UInt8, Sendable { case filter, join, sort }

    public var use: Use
    public var table: [UInt8]
    public var column: SQLColumnReference

    /// At most one for each table of a statement: a search that one index serves needs no second.
    public static func find(in document: SQLDocument, schema: SQLSchema) -> [SQLMissingIndex] {
        document.statements.indices.flatMap { find($0, SQLScope(document, schema, statement: $0)) }
    }

    private static func find(_ index: Int, _ scope: SQLScope) -> [SQLMissingIndex] {
        let statement = scope.document.statements[index]
        guard !statement.hasDynamicClauses else { return [] }
        return statement.tables.compactMap { table in
            guard let known = scope.schemaTable(table), !known.isView, !known.isOpen else { return nil }
            func belongs(_ column: SQLColumnReference) -> Bool {
                scope.owner(of: column)?.range == table.range && known.hasColumn(column.name.folded)
            }
            let filters = statement.comparisons.filter { searches($0) && belongs($0.column) }
            if filters.contains(where: { known.isIndexed($0.column.name.folded) }) { return nil }
            if let first = filters.first(where: { !isJoin($0) }) {
                return SQLMissingIndex(use: .filter, table: known.name, column: first.column)
            }
            if let join = filters.first(where: { isJoin($0) && !isServedFromOtherSide($0, scope) }) {
                return SQLMissingIndex(use: .join, table: known.name, column: join.column)
            }
            guard let sort = statement.orderBy.first, filters.isEmpty, belongs(sort),
                !known.isIndexed(sort.name.folded)
            else { return nil }
            return SQLMissingIndex(use: .sort, table: known.name, column: sort)
        }
    }

    /// Whether an index can serve the comparison.
    private static func searches(_ comparison: SQLComparison) -> Bool {
        guard comparison.isConjunct, comparison.clause == .where || comparison.clause == .on else { return false }
        switch comparison.operator {
        case .equal, .in, .less, .greater, .between, .isNull: return true
        case .notEqual, .notIn, .like, .notLike, .isNotNull, .match, .other: return false
        }
    }

    private static func isJoin(_ comparison: SQLComparison) -> Bool {
        if case .column = comparison.operand { return true }
        return false
    }

    /// Whether a join can go through this table and find the rows of the other by an index of that. Where the query picks rows
    /// of the other, it goes through those.
    private static func isServedFromOtherSide(_ comparison: SQLComparison, _ scope: SQLScope) -> Bool {
        guard case .column(let other) = comparison.operand else { return false }
        guard let owner = scope.owner(of: other), let table = scope.schemaTable(owner) else { return true }
        guard table.isIndexed(other.name.folded), let statement = scope.chain.first else { return false }
        return !scope.document.statements[statement].comparisons.contains {
            searches($0) && !isJoin($0) && scope.owner(of: $0.column)?.range == owner.range
        }
    }
}
