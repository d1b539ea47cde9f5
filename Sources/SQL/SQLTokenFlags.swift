/// What the lexer noticed about a token beside its kind.
public struct SQLTokenFlags: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// White space or a comment stands before this token.
    public static let spaceBefore = SQLTokenFlags(rawValue: 1)
    /// The end of the text cut the token short.
    public static let unterminated = SQLTokenFlags(rawValue: 2)
    /// One or more holes stand inside the token, beside other bytes.
    public static let holed = SQLTokenFlags(rawValue: 4)
    /// A word written in capitals throughout.
    public static let upperCase = SQLTokenFlags(rawValue: 8)
    /// A word whose first letter alone is a capital.
    public static let capitalised = SQLTokenFlags(rawValue: 16)
    /// The token was made of the `{..}` of a formatting call, and not of a hole that the host language named.
    public static let formatField = SQLTokenFlags(rawValue: 32)
}
