/// The replacement of a range of a file; an empty range inserts, an empty replacement deletes.
public struct TextEdit: Hashable, Sendable {
    /// What is replaced; `range.bytes` is the range in bytes.
    public var range: SourceRange
    /// What stands there afterwards.
    public var replacement: String

    public init(range: SourceRange, replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}
