/// What a token is, in terms the three languages share. What distinguishes one keyword or operator from another is in
/// the token's `code`, which each language numbers for itself.
public enum TokenKind: UInt8, Sendable {
    case endOfFile
    /// Bytes that no rule of the language accepts; never dropped.
    case error
    case identifier
    /// A reserved word; contextual keywords are identifiers.
    case keyword
    case integer
    case float
    /// A whole string literal without interpolation: prefix, quotes and content.
    case string
    /// The opening of a string with interpolations: prefix and quotes (`f"`, a backtick, `"`).
    case stringStart
    /// Literal text between interpolations. Never empty.
    case stringText
    /// `${`, `{` or `\(`.
    case interpolationStart
    /// `}` or `)`.
    case interpolationEnd
    case stringEnd
    /// A regular-expression literal with its delimiters and flags.
    case regex
    case jsxText
    /// Any operator that is not one of the punctuators below; compared by its bytes.
    case `operator`
    case leftParenthesis, rightParenthesis
    case leftBracket, rightBracket
    case leftBrace, rightBrace
    case comma, semicolon, colon
    case dot
    /// `?.`
    case optionalDot
    case question
    /// `=` alone.
    case assign
    /// `->` or `=>`.
    case arrow
    /// `...` where it is not an operator.
    case ellipsis
    /// `@` where it opens a decorator or attribute.
    case at
    /// `#name`: a macro, compiler directive or private name.
    case hash
    /// The end of a logical line (Python).
    case newline
    case indent
    case dedent
    // Pattern mode only.
    /// `$X`, `$_`, `$1`.
    case metavariable
    /// `$...X`.
    case ellipsisMetavariable
    /// `<...`.
    case deepStart
    /// `...>`.
    case deepEnd
}

public struct TokenFlags: OptionSet, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A line ends between the previous token and this one.
    public static let newlineBefore = TokenFlags(rawValue: 1)
    /// White space or a comment stands before this token.
    public static let spaceBefore = TokenFlags(rawValue: 2)
    /// A string or comment that the end of its line or file cut short; a closing bracket that is missing, without text.
    public static let unterminated = TokenFlags(rawValue: 4)
    /// The literal holds an escape sequence, or the identifier one or quoting (backticks).
    public static let escaped = TokenFlags(rawValue: 8)
}

/// A comment, with its delimiters. Offsets in bytes.
public struct Comment: Sendable, Hashable {
    public var start: UInt32
    public var end: UInt32
    @inlinable public init(start: UInt32, end: UInt32) {
        self.start = start
        self.end = end
    }
}

/// The tokens of one file, as parallel arrays, in source order; the last is `endOfFile`. Every byte of the file is in a
/// token, a comment or white space.
public struct TokenTable: Sendable {
    public var kinds: [TokenKind] = []
    /// Which keyword, operator or literal form it is, numbered by the language; 0 where there is nothing to tell.
    public var codes: [UInt8] = []
    public var flags: [TokenFlags] = []
    /// Byte offsets.
    public var starts: [UInt32] = []
    /// Byte offsets, exclusive.
    public var ends: [UInt32] = []
    public var comments: [Comment] = []

    public init() {}

    @inlinable
    public init(reserving count: Int) {
        kinds.reserveCapacity(count)
        codes.reserveCapacity(count)
        flags.reserveCapacity(count)
        starts.reserveCapacity(count)
        ends.reserveCapacity(count)
    }

    @inlinable public var count: Int { kinds.count }

    @inlinable
    public mutating func append(_ kind: TokenKind, code: UInt8 = 0, flags: TokenFlags = [], start: Int, end: Int) {
        kinds.append(kind)
        codes.append(code)
        self.flags.append(flags)
        starts.append(UInt32(truncatingIfNeeded: start))
        ends.append(UInt32(truncatingIfNeeded: end))
    }
}
