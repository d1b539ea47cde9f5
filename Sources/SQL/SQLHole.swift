import SourceText

/// A place in SQL text where the host language puts something in: an interpolation, an operand of a concatenation, an
/// argument of a formatting call.
public struct SQLHole: Sendable, Hashable {
    /// What the host language knows about the thing that is put in.
    public enum Content: UInt8, Sendable {
        case unknown
        /// A value of the program: a number, a string, a date.
        case value
        /// The name of a table or column.
        case identifier
    }

    /// The bytes of the text that stand for the hole, in bytes of the text. Empty where the text was joined without them.
    public var range: ByteRange
    public var content: Content

    public init(range: ByteRange, content: Content = .unknown) {
        self.range = range
        self.content = content
    }

    /// A hole between two bytes of the text.
    public init(at offset: Int, content: Content = .unknown) {
        self.init(range: ByteRange(offset, offset), content: content)
    }
}
