/// Tells from the bytes of a file whether its strings may make a text that stands nowhere in it as it is.
struct StringPieces {
    private let literal: [UInt8]
    /// By place in the literal: whether a string ends in what stands before it.
    private var isPrefix: [Bool]
    /// By place in the literal: whether a string begins with all that follows.
    private var isSuffix: [Bool]
    /// By place in the literal: the places, as bits, up to which it is the whole of a string.
    private var wholes: [UInt64]
    /// Of longer literals nothing is told.
    private static let longest = 60
    /// How far behind a percent sign a conversion may end.
    private static let longestConversion = 40

    /// Whether a literal may be put together from several strings, or of characters that are not written as they are.
    /// Strings, and the parts of one, lie between quotes, interpolations, conversions and escapes.
    /// - Parameter ends: those of the strings in `bytes`.
    static func mayMake(_ literal: [UInt8], in bytes: [UInt8], ends: StringEnds) -> Bool {
        guard let first = literal.first, literal.count <= longest, !ends.hasNumericEscapes else { return true }
        // Mostly no string ends in the beginning of the literal.
        guard ends.mayEndAPrefix(of: literal) || ends.hasIndexes else { return false }
        var pieces = StringPieces(literal)
        var hasPrefix = false
        for (index, byte) in bytes.enumerated() where byte == first {
            let length = pieces.commonLength(bytes, index, 0)
            guard pieces.isEnd(index + length, in: bytes) else { continue }
            pieces.isPrefix[length] = true
            hasPrefix = true
        }
        guard hasPrefix || ends.hasIndexes else { return false }
        pieces.collectOthers(from: bytes)
        return pieces.areJoined(byIndexes: ends.hasIndexes)
    }

    private init(_ literal: [UInt8]) {
        self.literal = literal
        isPrefix = [Bool](repeating: false, count: literal.count + 1)
        isSuffix = isPrefix
        wholes = [UInt64](repeating: 0, count: literal.count + 1)
    }

    /// Finds what is no beginning of the literal.
    private mutating func collectOthers(from bytes: [UInt8]) {
        var isMember = [Bool](repeating: false, count: 256)
        for byte in literal { isMember[Int(byte)] = true }
        var percent = -1 - StringPieces.longestConversion
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "%") { percent = index }
            guard isMember[Int(byte)], index > 0,
                StringPieces.mayBound(bytes[index - 1]) || index - percent < StringPieces.longestConversion
            else { continue }
            for start in literal.indices.dropFirst() where literal[start] == byte {
                let length = commonLength(bytes, index, start)
                if start + length == literal.count {
                    isSuffix[start] = true
                } else if isEnd(index + length, in: bytes) {
                    wholes[start] |= 1 << UInt64(start + length)
                }
            }
        }
    }

    /// How many bytes of the file from an offset on are those of the literal from a place on.
    private func commonLength(_ bytes: [UInt8], _ offset: Int, _ place: Int) -> Int {
        var length = 0
        while place + length < literal.count, offset + length < bytes.count,
            bytes[offset + length] == literal[place + length]
        {
            length += 1
        }
        return length
    }

    private func isEnd(_ offset: Int, in bytes: [UInt8]) -> Bool {
        offset >= bytes.count || StringPieces.mayBound(bytes[offset])
    }

    /// Whether some of the pieces make the literal. Single characters may come out of other strings, but nobody spells all of a
    /// text so.
    private func areJoined(byIndexes: Bool) -> Bool {
        var isReached = isPrefix
        // What is reached by single characters alone.
        var isReachedByIndexes = [Bool](repeating: byIndexes, count: literal.count + 1)
        isReachedByIndexes[0] = false
        for place in isReached.indices where isReached[place] || isReachedByIndexes[place] {
            if isSuffix[place] || isReached[place] && place == literal.count { return true }
            for end in isReached.indices where wholes[place] >> UInt64(end) & 1 == 1 { isReached[end] = true }
            if byIndexes, isReached[place], place < literal.count { isReached[place + 1] = true }
        }
        return false
    }

    /// Whether a byte may stand right before or after a piece of a string.
    static func mayBound(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "$"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "%"), 0x0A, 0x0D:
            true
        default: false
        }
    }
}
