/// The part of a statement that something stands in.
public enum SQLClause: UInt8, Sendable {
    case selectList, from, on, `where`, groupBy, having, orderBy, limit, offset, set, values, returning, conflict
    case insertColumns, window, other
}
