/// Finds the keyword that a word is, whatever its case: an open-addressed table over the word's packed lower-case bytes.
struct SQLKeywordTable: Sendable {
    /// Built once for the process.
    static let shared = SQLKeywordTable()

    /// Longer words are no keywords.
    static let longestKeyword = 24

    private struct Slot: Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var keyword = SQLKeyword.none
    }

    private static let slotCount = 1024
    private var slots = [Slot](repeating: Slot(), count: slotCount)

    private init() {
        for keyword in SQLKeyword.allCases where keyword != .none {
            var word = SQLPackedWord()
            for byte in keyword.rawValue.utf8 { word.append(byte) }
            var index = Self.hash(word)
            while slots[index].keyword != .none { index = (index + 1) & (Self.slotCount - 1) }
            slots[index] = Slot(first: word.first, second: word.second, third: word.third, keyword: keyword)
        }
    }

    /// The keyword of a word, or `.none`.
    func lookup(_ word: SQLPackedWord) -> SQLKeyword {
        guard word.count >= 1, word.count <= Self.longestKeyword else { return .none }
        var index = Self.hash(word)
        // Fewer than half of the slots are taken, so that an empty one ends every search.
        while slots[index].keyword != .none {
            let slot = slots[index]
            if slot.first == word.first, slot.second == word.second, slot.third == word.third { return slot.keyword }
            index = (index + 1) & (Self.slotCount - 1)
        }
        return .none
    }

    private static func hash(_ word: SQLPackedWord) -> Int {
        let mixed = (word.first ^ (word.second &* 3) ^ (word.third &* 5)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 54)
    }
}
