/// A set of words for look-up by their bytes, without an array or a string for each word asked for.
struct NameSet: Sendable {
    private let words: [[UInt8]]
    /// Open addressing over indices in `words`; -1 is a free slot, the length a power of two.
    private var slots: [Int32]

    init(_ words: [[UInt8]]) {
        self.words = words
        var size = 4
        while size < words.count * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        for (index, word) in words.enumerated() {
            var slot = Int(WordSet.hash(word)) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// The words' hashes; see `WordSet`.
    var hashes: [UInt32] { words.map { WordSet.hash($0) } }

    func contains(_ word: ArraySlice<UInt8>) -> Bool {
        var slot = Int(WordSet.hash(word)) & (slots.count - 1)
        while slots[slot] >= 0 {
            if words[Int(slots[slot])].elementsEqual(word) { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }
}
