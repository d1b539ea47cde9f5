/// How many columns of a terminal text takes, scalar by scalar.
///
/// Widths follow Unicode's East Asian Width (UAX #11) and emoji sequences (UTS #51), as terminals since about 2020 do:
/// wide characters and emoji take two columns, marks and joiners none, and an emoji sequence as much as its first
/// emoji.
struct DisplayWidth {
    private var previousWidth = 0
    private var previousIsEmoji = false
    private var followsJoiner = false
    private var hasOddRegionalIndicators = false

    /// The columns by which `scalar` moves on after those already asked about.
    mutating func advance(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x7F {
            start(width: 1, isEmoji: false)
            return 1
        }
        if scalar == DisplayWidth.joiner {
            followsJoiner = previousIsEmoji
            return 0
        }
        if scalar == DisplayWidth.emojiSelector { return widenToEmoji() }
        if (0x1F3FB...0x1F3FF).contains(scalar.value), previousIsEmoji { return 0 }
        if DisplayWidth.isZeroWidth(scalar) { return 0 }
        if followsJoiner, scalar.properties.isEmoji {
            followsJoiner = false
            return 0
        }
        if (0x1F1E6...0x1F1FF).contains(scalar.value) { return advanceRegionalIndicator() }
        let width = DisplayWidth.isWide(scalar) ? 2 : 1
        start(width: width, isEmoji: scalar.properties.isEmoji)
        return width
    }

    private static let joiner: Unicode.Scalar = "\u{200D}"
    private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"

    private mutating func start(width: Int, isEmoji: Bool) {
        previousWidth = width
        previousIsEmoji = isEmoji
        followsJoiner = false
        hasOddRegionalIndicators = false
    }

    /// The selector asks for the colourful, wide form of a character that is narrow by itself.
    private mutating func widenToEmoji() -> Int {
        guard previousIsEmoji, previousWidth == 1 else { return 0 }
        previousWidth = 2
        return 1
    }

    /// Two of them make one flag.
    private mutating func advanceRegionalIndicator() -> Int {
        let completesFlag = hasOddRegionalIndicators
        start(width: 2, isEmoji: true)
        hasOddRegionalIndicators = !completesFlag
        return completesFlag ? 0 : 2
    }

    private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        // Vowels and final consonants of Korean syllables written as parts join their first consonant.
        if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return true
        // The soft hyphen is shown.
        case .format: return scalar.value != 0xAD
        default: return false
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmojiPresentation || wideRanges.contains { $0.contains(scalar.value) }
    }

    /// The blocks of East Asian Width W and F (EastAsianWidth.txt of Unicode 16) that are not emoji. Unassigned places
    /// within a block count as the block does.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
        0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265,
        0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]
}
