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

    /// The hash of one of a part's three trigrams.
    func trigram(_ place: UInt64) -> Int {
        Int(truncatingIfNeeded: bits >> (place * TextRequirement.trigramWidth) & TextRequirement.trigramMask)
    }
}

/// The runs of three bytes in a text, as a set of bits by their hashes.
struct TrigramSet: Sendable {
    static let length = 3
    private var words: [UInt64]
    /// How far the hash of a run is moved to the right to be its place: sets of short texts are small.
    private let shift: Int
    private let isASCII: Bool

    private static let hashWidth: UInt32 = 20
    private static let smallestWidth: UInt32 = 12

    init(of bytes: [UInt8]) {
        var width = TrigramSet.smallestWidth
        while 1 << width < bytes.count * 4, width < TrigramSet.hashWidth { width += 1 }
        var words = [UInt64](repeating: 0, count: 1 << (width - 6))
        // Of the product that the hash is the highest bits of.
        let shift = 32 - width
        var set = words.mutableSpan
        let text = bytes.span
        var place = 0
        var union: UInt64 = 0
        // Six runs lie in eight bytes.
        while place + 8 <= text.count {
            let eight = UInt64(
                littleEndian: text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
            union |= eight
            TrigramSet.insert(eight, shift, into: &set)
            TrigramSet.insert(eight &>> 8, shift, into: &set)
            TrigramSet.insert(eight &>> 16, shift, into: &set)
            TrigramSet.insert(eight &>> 24, shift, into: &set)
            TrigramSet.insert(eight &>> 32, shift, into: &set)
            TrigramSet.insert(eight &>> 40, shift, into: &set)
            place += 6
        }
        while place < text.count {
            union |= UInt64(text[unchecked: place])
            if place + TrigramSet.length <= text.count {
                let (first, second, third) = (
                    text[unchecked: place], text[unchecked: place + 1], text[unchecked: place + 2]
                )
                TrigramSet.insert(UInt64(TrigramSet.run(first, second, third)), shift, into: &set)
            }
            place += 1
        }
        self.words = words
        self.shift = Int(TrigramSet.hashWidth - width)
        isASCII = union & 0x8080_8080_8080_8080 == 0
    }

    /// Adds the run in the three lowest bytes of a number. A part of a loop over all bytes of all files: it has to be inlined.
    @inline(__always)
    private static func insert(_ run: UInt64, _ shift: UInt32, into set: inout MutableSpan<UInt64>) {
        let index = product(UInt32(truncatingIfNeeded: run)) &>> shift
        // The width keeps it within the set.
        set[unchecked: Int(index &>> 6)] |= 1 &<< UInt64(index & 63)
    }

    static func hash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        product(run(first, second, third)) >> (32 - hashWidth)
    }

    private static func run(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
    }

    /// A number whose high bits depend on all of the three lowest bytes of another.
    private static func product(_ run: UInt32) -> UInt32 { (run & 0xFF_FFFF) &* 0x9E37_79B1 }

    /// Whether the text may hold a part; a false `true` is possible, a false `false` is not.
    func mayContain(_ part: TextRequirement) -> Bool {
        if isASCII, part.isBeyondASCII { return false }
        return (0..<3).allSatisfy { place in
            let index = part.trigram(UInt64(place)) >> shift
            return words[index >> 6] & 1 << UInt64(index & 63) != 0
        }
    }
}
