/// Where the pieces of a file's strings may end, as far as its bytes tell: what most literals that are asked for can be told
/// from not to be put together.
struct StringEnds {
    /// Whether some character is written by its number, so that it may be any.
    private(set) var hasNumericEscapes = false
    /// Whether characters may be taken out of other strings, `s[1]`.
    private(set) var hasIndexes = false
    /// The bytes that end a piece, as bits.
    private var lasts = [UInt64](repeating: 0, count: 4)
    /// The pairs of bytes that end a piece, as bits by the lower seven of each byte.
    private var pairs = [UInt64](repeating: 0, count: 1 << 14 / 64)

    /// - Parameter stringIndex: whether an index takes a character out of a string.
    init(in bytes: [UInt8], stringIndex: Bool) {
        let bounds = (0...UInt8.max).map(StringPieces.mayBound)
        var (before, last) = (UInt8(0), UInt8(0))
        for (index, byte) in bytes.enumerated() {
            if bounds[Int(byte)] {
                insert(before, last)
            } else if last == UInt8(ascii: "\\"), StringEnds.isNumericEscape(byte) {
                hasNumericEscapes = true
            } else if stringIndex, byte == UInt8(ascii: "]"), StringEnds.isDigit(last),
                StringEnds.isIndex(endingAt: index, in: bytes)
            {
                hasIndexes = true
            }
            (before, last) = (last, byte)
        }
        insert(before, last)
    }

    private mutating func insert(_ before: UInt8, _ last: UInt8) {
        lasts[Int(last >> 6)] |= 1 << UInt64(last & 63)
        let pair = StringEnds.pair(before, last)
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    }

    /// Whether a piece may end in some beginning of a literal.
    func mayEndAPrefix(of literal: [UInt8]) -> Bool {
        guard var before = literal.first else { return true }
        if lasts[Int(before >> 6)] >> UInt64(before & 63) & 1 == 1 { return true }
        for last in literal.dropFirst() {
            let pair = StringEnds.pair(before, last)
            if pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1 { return true }
            before = last
        }
        return false
    }

    private static func pair(_ before: UInt8, _ last: UInt8) -> Int { Int(before & 0x7F) << 7 | Int(last & 0x7F) }

    /// `\x3c`, `\u{3c}`, `\N{..}`, `\74`.
    private static func isNumericEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "N"),
            UInt8(ascii: "0")...UInt8(ascii: "7"):
            true
        default: false
        }
    }

    /// Whether the number before a bracket is the index of what stands before it: `s[1]`, `s[-1]`.
    private static func isIndex(endingAt bracket: Int, in bytes: [UInt8]) -> Bool {
        var index = bracket - 1
        let first = max(index - 8, 0)
        while index > first, isDigit(bytes[index]) { index -= 1 }
        if index > first, bytes[index] == UInt8(ascii: "-") { index -= 1 }
        guard index > 0, bytes[index] == UInt8(ascii: "[") else { return false }
        switch bytes[index - 1] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return true
        case let byte: return WordSet.isWordByte(byte)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
