import SourceText

/// One part of a name: without quotes, in lower case, because the dialects fold differently and no schema holds two names
/// that differ in case alone.
public struct SQLName: Sendable, Hashable {
    /// The name's bytes, folded and unquoted. Of a name with holes, they are meaningless.
    public var folded: [UInt8]
    /// Where it stands, quotes included.
    public var range: ByteRange
    /// Whether the host language puts in the name or a part of it.
    public var isDynamic: Bool
    public var isQuoted: Bool
    /// Whether it stands in double quotes, which MySQL and, as a fallback, SQLite read as a string.
    public var isDoubleQuoted: Bool

    /// The name that a token is.
    init(_ text: SQLText, token: Int) {
        let tokens = text.tokens
        range = tokens.range(token)
        let kind = tokens.kinds[token]
        isDoubleQuoted = kind == .doubleQuoted
        isQuoted = kind.isQuotedName
        isDynamic = kind == .hole || kind == .placeholder || tokens.flags[token].contains(.holed)
        var slice = text.bytes[range.start..<range.end]
        if isQuoted, slice.count >= 2, !tokens.flags[token].contains(.unterminated) {
            slice = slice.dropFirst().dropLast()
        }
        folded = slice.map(\.lowercased)
    }

    /// Names are equal wherever they stand.
    public static func == (left: SQLName, right: SQLName) -> Bool { left.folded == right.folded }
    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
