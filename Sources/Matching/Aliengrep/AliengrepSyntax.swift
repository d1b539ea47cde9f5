import SourceText

/// What words, brackets and white space are to Semgrep's engine `aliengrep`, as the `options:` of a rule say.
public struct AliengrepSyntax: Hashable, Sendable {
    /// One byte each.
    public struct Brackets: Hashable, Sendable {
        public var opening: UInt8
        /// May be the same byte, as with quotes.
        public var closing: UInt8

        public init(opening: UInt8, closing: UInt8) {
            self.opening = opening
            self.closing = closing
        }
    }

    /// Letters match whatever their case.
    public var ignoresCase = false
    /// Line ends are white space like any other, and `...` passes over them.
    public var isMultiline = true
    /// What words are made of beside letters, digits and underscores: ASCII.
    public var extraWordBytes: [UInt8] = []
    /// What opens is closed before an ellipsis ends.
    public var brackets = [
        Brackets(opening: UInt8(ascii: "("), closing: UInt8(ascii: ")")),
        Brackets(opening: UInt8(ascii: "["), closing: UInt8(ascii: "]")),
        Brackets(opening: UInt8(ascii: "{"), closing: UInt8(ascii: "}")),
    ]

    public init() {}

    /// Whether words are made of the byte.
    public func isWordByte(_ byte: UInt8) -> Bool { GenericToken.isWordByte(byte) || extraWordBytes.contains(byte) }
}
