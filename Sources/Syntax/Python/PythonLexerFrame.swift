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
    /// The quote of the string that `text`, `interpolation` and `format` belong to; 0 for brackets.
    var quote: UInt8 = 0
    var isTripleQuoted = false
    var isRaw = false
    /// Whether a line's end ends the string although its quote does not stand there.
    var endsWithLine = false

    var isText: Bool { kind == .text || kind == .format }

    /// The same string, another part of it.
    func part(_ kind: Kind) -> PythonLexerFrame {
        var part = self
        part.kind = kind
        return part
    }
}
