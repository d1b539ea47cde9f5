/// Whose SQL a text is written in.
public enum SQLDialect: UInt8, Sendable, CaseIterable {
    case unknown
    case postgreSQL
    case mySQL
    case sqlite
}
