/// What a hole stands for in the statement around it.
public enum SQLHoleRole: UInt8, Sendable, CaseIterable {
    /// Outside any statement that was understood.
    case unknown
    /// The whole statement.
    case statement
    /// An operand: one side of a comparison, an argument, an element of `VALUES`.
    case value
    /// A table, or a part of a table's name.
    case table
    /// A column in a place where only a column's name can stand, or a part of its name.
    case column
    /// Another name, or a part of one: an alias, function, index, savepoint, type.
    case identifier
    /// One or more clauses: `FROM t {where}`.
    case clause
    /// A whole predicate: `WHERE {filter}`, `AND {filter}`.
    case condition
    /// An operator: `a {op} b`.
    case `operator`
    /// Inside single quotes.
    case quotedString
    /// Inside single quotes, as a part of the pattern of `LIKE` and its kin.
    case likePattern
    /// Inside double quotes, backticks or brackets.
    case quotedIdentifier
    /// The elements of `IN (..)`.
    case inList
    /// The rows or elements after `VALUES`.
    case valueList
    /// The column list of an `INSERT`.
    case insertColumns
    /// The assignments of `SET`.
    case assignments
    case selectList
    /// The number or name of a generated placeholder: `${n}`, `:{name}`.
    case placeholder
    case limit
    case offset
    case groupBy
    case orderBy
    /// `ASC` or `DESC`.
    case direction
    case comment
}
