import SourceText

/// The first 24 bytes of a word, in lower case, packed into integers so that words compare without a loop.
struct SQLPackedWord: Sendable {
    private(set) var first: UInt64 = 0
    private(set) var second: UInt64 = 0
    private(set) var third: UInt64 = 0
    /// How many bytes were appended, those that found no room included.
    private(set) var count = 0

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        let lower = UInt64(byte.lowercased)
        if count < 8 {
            first |= lower << UInt64(count * 8)
        } else if count < 16 {
            second |= lower << UInt64(count * 8 - 64)
        } else if count < 24 {
            third |= lower << UInt64(count * 8 - 128)
        }
        count += 1
    }
}
