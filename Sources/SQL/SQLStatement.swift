import SourceText

/// One statement, or one query inside a statement.
public struct SQLStatement: Sendable {
    public enum Kind: UInt8, Sendable {
        case select, values, insert, update, delete, replace, merge
        case definition
        case truncate
        case begin, commit, rollback, savepoint, releaseSavepoint
        case pragma, set, other
    }

    /// How a query stands in the one around it.
    public enum Place: UInt8, Sendable {
        case top, commonTable, from, expression, inList, exists, unionArm
        /// The rows of an `INSERT`.
        case source
    }

    public enum Lock: UInt8, Sendable { case update, share }

    /// What is done with a row that is already there.
    public enum Conflict: UInt8, Sendable { case ignore, update, replace }

    public var kind = Kind.other
    public var range: ByteRange
    /// The tokens from the first to the last.
    public var tokens: Range<Int>
    /// The statement around it, as an index into the document's statements.
    public var parent: Int?
    public var place: Place
    public var isExplained = false

    public var commonTables: [SQLCommonTable] = []
    public var tables: [SQLTableReference] = []
    /// Whether a hole may add tables, so that the list is not all.
    public var hasDynamicTables = false
    public var items: [SQLSelectItem] = []
    public var isDistinct = false
    public var aggregates: [SQLAggregate] = []
    public var hasWindowFunction = false
    /// Indices of all statements inside, the arms of a union included.
    public var nested: [Int] = []
    /// Indices of the second and later arms of a union.
    public var unionArms: [Int] = []
    public var columns: [SQLColumnReference] = []
    public var comparisons: [SQLComparison] = []

    public var whereRange: ByteRange?
    public var isGrouped = false
    public var hasHaving = false
    public var orderBy: [SQLColumnReference] = []
    public var isOrdered = false
    public var limit: SQLRowLimit?
    public var offset: SQLRowLimit?
    public var lock: Lock?
    public var returning: [SQLSelectItem] = []
    public var conflict: Conflict?
    public var insertColumns: [SQLName] = []
    public var assignments: [SQLAssignment] = []
    /// Holes that stand for clauses, so that a clause that is not seen may be there all the same.
    public var hasDynamicClauses = false
    /// `BEGIN IMMEDIATE`, `BEGIN EXCLUSIVE`, `ISOLATION LEVEL SERIALIZABLE`.
    public var isLockingTransaction = false
    public var definition: SQLDefinition?

    init(tokens: Range<Int>, range: ByteRange, parent: Int?, place: Place) {
        self.tokens = tokens
        self.range = range
        self.parent = parent
        self.place = place
    }

    public var hasWhere: Bool { whereRange != nil }

    /// Whether the result is one row of an aggregate over all rows.
    public var isUngroupedAggregate: Bool { !isGrouped && aggregates.contains { $0.clause == .selectList } }

    /// The table that is written, if the statement writes one that is named.
    public var target: SQLQualifiedName? {
        for table in tables where table.isTarget {
            if case .table(let name) = table.source { return name }
        }
        return nil
    }
}
