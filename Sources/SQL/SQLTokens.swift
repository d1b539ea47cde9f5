import SourceText

/// The tokens of one SQL text, as parallel arrays, in order. Comments are kept apart; white space is not kept.
public struct SQLTokens: Sendable {
    public var kinds: [SQLTokenKind] = []
    public var keywords: [SQLKeyword] = []
    public var flags: [SQLTokenFlags] = []
    /// Byte offsets.
    public var starts: [UInt32] = []
    /// Byte offsets, exclusive.
    public var ends: [UInt32] = []
    /// For each hole, the token that it is, or is in; -1 for a hole in a comment.
    public var holeTokens: [Int32] = []
    public var comments: [ByteRange] = []

    init() {}

    public var count: Int { kinds.count }

    public func range(_ token: Int) -> ByteRange { ByteRange(Int(starts[token]), Int(ends[token])) }

    mutating func append(
        _ kind: SQLTokenKind, keyword: SQLKeyword = .none, flags: SQLTokenFlags, start: Int, end: Int
    ) {
        kinds.append(kind)
        keywords.append(keyword)
        self.flags.append(flags)
        starts.append(UInt32(truncatingIfNeeded: start))
        ends.append(UInt32(truncatingIfNeeded: end))
    }
}
