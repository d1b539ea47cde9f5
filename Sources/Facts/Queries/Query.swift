import SQL
import SourceText
import Syntax

/// A database operation of a program: SQL given to a driver, SQL text that is kept for later, or a chain of calls of a mapper.
/// A class, because rules look at all of a file's again and again: one reference is counted where a copy would count ten.
public final class Query {
    public enum Statement: String, Sendable, CaseIterable {
        case select, insert, update, delete, upsert, truncate, definition, transaction, other
        /// A piece of SQL that is handed to a mapper: `whereRaw("id = " + id)`.
        case part

        var isWrite: Bool { self == .insert || self == .update || self == .delete || self == .upsert }
    }

    /// The call or chain of calls that runs it; the text where nothing is seen to.
    public var node: NodeIndex
    /// From the first byte of the chain to the end of the last call.
    public var range: ByteRange
    public var model: String
    public var statement: Statement
    /// The text, where it is SQL.
    var text: BuiltText?
    var document: SQLDocument?
    /// Where holes take their values from, in the order of the text's holes.
    var provenances: [HoleProvenance] = []
    /// Whether a call is seen that runs it.
    public var isRun = true
    /// Whether it is only handed on, to somebody who may run it or make it a part of another.
    var isHandedOn = false
    /// The names of the tables it reads or writes, in lower case; the target of a write is the first.
    public var tables: [String] = []
    /// The expression that names its table to a mapper.
    var table: NodeIndex?
    /// nil where it is not known.
    public var hasWhere: Bool?
    public var hasLimit: Bool?
    /// The number of the limit where it is written out.
    public var limit: Int?
    /// The expression of the limit in the program.
    var limitNode: NodeIndex?
    /// Whether it gives one row at most: by a unique key, or by asking for one.
    public var isUnique = false
    /// Whether the predicate compares a column called id, or its like, with one value.
    public var isByKey = false
    public var isAggregate = false
    public var isGrouped = false
    /// Whether a mapper is told to lock the rows that it reads.
    public var locksRows = false
    /// Whether its rows come from a subquery that has a limit.
    public var hasLimitedSource = false
    /// Whether its result says besides how many rows there are without its limit.
    var countsAll = false
    /// Whether its result is a list whose first element the rows are: `[rows, fields]`.
    var givesRowsFirst = false
    public var selectsStar = false
    /// Names of the columns that are written, and the values given to them.
    public var assignments: [QueryAssignment] = []
    /// Whether all columns written are among `assignments`.
    public var hasKnownAssignments = false
    /// Expressions that the predicate mentions.
    public var predicates: [NodeIndex] = []
    /// The only column that it asks for, where a mapper names it; folded as in `QueryAssignment`.
    public var column: String?
    /// The object that it is run on.
    public var client: NodeIndex?
    /// Whether the write waits for the commit of the unit of work that its client is.
    public var joinsUnit = false
    /// Whether it is a change of a record, which a unit of work writes when it commits.
    public var isChangeInPlace = false
    /// Whether it is run by whoever awaits it, or takes it into a transaction, and not where it is made.
    public var isDeferred = false
    /// The outermost function that is not a callback of an iteration: where it stands on an execution path.
    public var function: NodeIndex = -1

    init(
        node: NodeIndex, range: ByteRange, model: String, statement: Statement, text: BuiltText? = nil,
        document: SQLDocument? = nil
    ) {
        self.node = node
        self.range = range
        self.model = model
        self.statement = statement
        self.text = text
        self.document = document
    }
}

/// A value written to a column.
public struct QueryAssignment {
    /// In lower case without `_`; empty where it is not known.
    public var column: String
    /// -1 where the value is written in the SQL itself.
    public var value: NodeIndex
    /// Whether the database computes it from the column itself: `n = n + 1`, `{ increment: 1 }`.
    public var isAtomic = false
}
