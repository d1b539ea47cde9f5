/// A half-open range of byte offsets in one file.
public struct ByteRange: Hashable, Sendable, Comparable {
    /// The offset of the first byte.
    public var start: Int
    /// The offset after the last byte; never smaller than `start`.
    public var end: Int

    @inlinable
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// The length in bytes.
    @inlinable public var count: Int { end - start }

    @inlinable
    public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }

    /// Orders by start, then the longer range first, so that a container precedes what it contains.
    @inlinable
    public static func < (left: ByteRange, right: ByteRange) -> Bool {
        left.start != right.start ? left.start < right.start : left.end > right.end
    }
}
