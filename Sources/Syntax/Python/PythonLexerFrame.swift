/// What the lexer is inside of. Frames nest: a bracket inside an interpolation inside a string inside a bracket.
struct PythonLexerFrame {
    enum Kind: UInt8 {
        case parenthesis, bracket, brace
        /// The literal text of an f-string or t-string.
        case text
        /// `{ .. }` in such a string.
        case interpolation
        /// The format specification of an interpolation, which is text again.
        case format
    }

    var kind: Kind
    /// Where the bracket or the interpolation's brace stands, and the column that the text of its line starts at.
    var start = 0
    var lineColumn = 0
    /// Whether it is known of the bracket that nothing closes it.
    var isUnclosed = false
    /// Another of its kind inside it that was closed by what may be its own closing bracket, judging by the column.
    var suspect: Int?
    /// The quote of the string that `text`, `interpolation` and `format` belong to; 0 for brackets.
    var quote: UInt8 = 0
    var isTripleQuoted = false
    var isRaw = false
    /// Whether a line's end ends the string although its quote does not stand there.
    var endsWithLine = false

    /// Whether a line may show that it has no end: not in a string of several lines, whose end that line does not tell.
    var isBracket: Bool { !isText && (kind != .interpolation || endsWithLine) }
    var isText: Bool { kind == .text || kind == .format }

    /// The same string, another part of it.
    func part(_ kind: Kind) -> PythonLexerFrame {
        var part = self
        part.kind = kind
        part.suspect = nil
        return part
    }
}
