/// Something that a text must hold for a pattern to match in it, a word or a part of one, as small as a number.
public struct TextRequirement: Hashable, Sendable {
    /// A word's hash; or three trigrams of a part, in the highest bit that it is one, and in another whether it is ASCII.
    private let bits: UInt64

    private static let isPart: UInt64 = 1 << 63
    private static let isBeyondASCII: UInt64 = 1 << 62
    private static let trigramWidth: UInt64 = 20
    private static let trigramMask: UInt64 = 1 << trigramWidth - 1

    /// A word by its hash; see `WordSet`.
    public init(wordHash hash: UInt32) { bits = UInt64(hash) }

    /// A whole word, as `WordSet` knows words.
    public init(word: some Sequence<UInt8>) { self.init(wordHash: WordSet.hash(word)) }

    /// A run of bytes that may stand inside a word or across several; nil where it is too short to look for.
    public init?(part: [UInt8]) {
        guard part.count >= TrigramSet.length else { return nil }
        let last = part.count - TrigramSet.length
        var bits = TextRequirement.isPart
        if part.contains(where: { $0 >= 0x80 }) { bits |= TextRequirement.isBeyondASCII }
        for (place, start) in [0, last / 2, last].enumerated() {
            let hash = TrigramSet.hash(part[start], part[start + 1], part[start + 2])
            bits |= (UInt64(hash) & TextRequirement.trigramMask) << (UInt64(place) * TextRequirement.trigramWidth)
        }
        self.bits = bits
    }

    /// Some parts of which one is required; none where one of them is too short to look for.
    static func parts(_ alternatives: [[UInt8]]) -> [TextRequirement] {
        let parts = alternatives.compactMap(TextRequirement.init(part:))
        return parts.count < alternatives.count ? [] : parts
    }

    /// The same of what a metavariable is bound to: the parts of an imported name stand apart in its import.
    static func parts(ofName alternatives: [[UInt8]]) -> [TextRequirement] {
        alternatives.contains { $0.contains(UInt8(ascii: ".")) } ? [] : parts(alternatives)
    }

    /// The hash of the word; nil where a part of one is required.
    var word: UInt32? { bits & TextRequirement.isPart == 0 ? UInt32(truncatingIfNeeded: bits) : nil }

    /// Whether a part has bytes that most texts do not have at all.
    var isBeyondASCII: Bool { bits & (TextRequirement.isPart | TextRequirement.isBeyondASCII) > TextRequirement.isPart }

    /// The lowest bits of the hash of one of a part's three trigrams.
    func trigram(_ place: UInt64) -> Int {
        Int(truncatingIfNeeded: bits >> (place * TextRequirement.trigramWidth) & TextRequirement.trigramMask)
    }
}

/// The runs of three bytes in a text, as a set of bits by their hashes.
struct TrigramSet: Sendable {
    static let length = 3
    private var words: [UInt64]
    private let mask: Int
    private let isASCII: Bool

    init(of bytes: [UInt8]) {
        var size = 1 << 12
        while size < bytes.count * 4, size < 1 << 20 { size *= 2 }
        var words = [UInt64](repeating: 0, count: size / 64)
        let mask = size - 1
        // The bytes seen last, the latest in the lowest bits.
        var latest: UInt32 = 0
        for byte in bytes.prefix(TrigramSet.length - 1) { latest = latest << 8 | UInt32(byte) }
        var union = latest
        var set = words.mutableSpan
        let text = bytes.span
        var place = TrigramSet.length - 1
        while place < text.count {
            let byte = UInt32(text[unchecked: place])
            place += 1
            union |= byte
            latest = latest << 8 | byte
            let index = Int(truncatingIfNeeded: TrigramSet.hash(latest & 0xFF_FFFF)) & mask
            // The mask keeps it within the set.
            set[unchecked: index >> 6] |= 1 &<< UInt64(truncatingIfNeeded: index & 63)
        }
        self.words = words
        self.mask = mask
        isASCII = union & 0x8080 == 0
    }

    static func hash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        hash(UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third))
    }

    /// The hash of three bytes in one number; its low bits depend on all of them.
    private static func hash(_ bytes: UInt32) -> UInt32 { (bytes &* 0x9E37_79B1) >> 12 }

    /// Whether the text may hold a part; a false `true` is possible, a false `false` is not.
    func mayContain(_ part: TextRequirement) -> Bool {
        if isASCII, part.isBeyondASCII { return false }
        return (0..<3).allSatisfy { place in
            let index = part.trigram(UInt64(place)) & mask
            return words[index >> 6] & 1 << UInt64(index & 63) != 0
        }
    }
}
