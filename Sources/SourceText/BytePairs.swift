/// The pairs of neighbouring bytes of a text, as far as 128 bits can say (a Bloom filter with one hash). What a pattern spells
/// and a path has not rules the path out without a look at its segments.
struct BytePairs: Hashable, Sendable {
    private var bits: UInt128 = 0

    init() {}

    init(_ text: [UInt8]) {
        for index in text.indices.dropFirst() { insert(text[index - 1], text[index]) }
    }

    mutating func insert(_ first: UInt8, _ second: UInt8) {
        bits |= 1 << UInt128((UInt32(first) &* 31 &+ UInt32(second)) & 127)
    }

    mutating func formUnion(_ other: BytePairs) { bits |= other.bits }

    func isSubset(of other: BytePairs) -> Bool { bits & ~other.bits == 0 }
}
