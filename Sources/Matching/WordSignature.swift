import SourceText
import Syntax

/// The words of a piece of code as 64 bits, one for each word by its hash: whether the code may hold all words of a pattern
/// is one comparison.
struct WordSignature: Hashable, Sendable {
    private var bits: UInt64 = 0

    init() {}

    /// The words of a text: runs of the bytes of names.
    init(wordsOf text: ArraySlice<UInt8>) {
        WordSet.forEachWord(in: text.span) { insert(hash: $0) }
    }

    /// Adds a word by its hash; see `WordSet`.
    mutating func insert(hash: UInt32) {
        // The product's high bits depend on all of the hash.
        bits |= 1 << UInt64((hash &* 0x9E37_79B1) >> 26)
    }

    mutating func formUnion(_ other: WordSignature) { bits |= other.bits }

    var isEmpty: Bool { bits == 0 }

    /// Whether code with these words may hold all of others; a false `true` is possible, a false `false` is not.
    func mayContain(_ others: WordSignature) -> Bool { others.bits & ~bits == 0 }
}
