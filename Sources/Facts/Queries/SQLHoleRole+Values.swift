import SQL

extension SQLHoleRole {
    /// Whether only names of things, clauses or a part of a definition can stand there, of which nobody can make a parameter.
    func takesNoValue(in statement: Query.Statement) -> Bool {
        switch self {
        case .table, .column, .identifier, .quotedIdentifier, .insertColumns, .selectList: true
        case .groupBy, .assignments, .clause, .condition, .operator, .statement: true
        case .unknown: statement == .definition || statement == .other
        default: statement == .definition
        }
    }
}
