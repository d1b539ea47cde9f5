import SourceText

/// A half-open range of one file, with both ends in every column unit that a report format asks for.
public struct SourceRange: Hashable, Sendable, Comparable {
    /// The place of the first byte.
    public var start: SourcePosition
    /// The place after the last byte; never before `start`.
    public var end: SourcePosition

    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }

    /// The positions of `range` in a file whose bytes and lines are given. Ends beyond the file are drawn back to its
    /// end.
    public init(_ range: ByteRange, lines: LineIndex, in bytes: [UInt8]) {
        let start = min(max(range.start, 0), bytes.count)
        let end = min(max(range.end, start), bytes.count)
        self.start = lines.position(at: start, in: bytes)
        self.end = lines.position(at: end, in: bytes)
    }

    /// The range in bytes.
    public var bytes: ByteRange { ByteRange(start.offset, end.offset) }

    /// Orders by start, then the longer range first, so that a container precedes what it contains.
    public static func < (left: SourceRange, right: SourceRange) -> Bool { left.bytes < right.bytes }
}
