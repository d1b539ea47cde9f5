/// What an SQL token is.
public enum SQLTokenKind: UInt8, Sendable, CaseIterable {
    /// A word: a keyword or an unquoted name. Which keyword is in the token's `keyword`.
    case word
    /// `"name"`. MySQL and, as a fallback, SQLite read it as a string.
    case doubleQuoted
    /// `` `name` `` or `[name]`.
    case quotedName
    /// `'..'` with any prefix, `$$..$$`.
    case string
    case number
    /// `?`, `?1`, `$1`, `:name`, `@name`, `$name`, `%s`, `%(name)s`.
    case placeholder
    /// Something of the host language, or `{}` of its formatting call, and nothing else.
    case hole
    case leftParenthesis, rightParenthesis
    case leftBracket, rightBracket
    case comma, semicolon, dot
    /// `*`, a wildcard or a multiplication.
    case star
    /// `=`, `==`, `<>`, `!=`, `<`, `>`, `<=`, `>=`, `<=>`.
    case comparison
    /// `::`
    case cast
    /// Any other operator.
    case `operator`
    /// A byte that no rule accepts.
    case error

    /// A name in quotes of whatever style.
    var isQuotedName: Bool { self == .doubleQuoted || self == .quotedName }
}
