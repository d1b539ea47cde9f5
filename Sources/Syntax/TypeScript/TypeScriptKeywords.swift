/// Finds the code of a word by its first eight bytes, in a small table with open addressing.
struct TypeScriptKeywords: Sendable {
    private var heads: [UInt64]
    private var tails: [UInt64]
    private var codes: [UInt8]

    static let shared = TypeScriptKeywords()

    /// Words longer than this are no keywords.
    static let longest = 10

    private init() {
        heads = [UInt64](repeating: 0, count: 512)
        tails = heads
        codes = [UInt8](repeating: 0, count: 512)
        for code in TypeScriptCode.allCases {
            guard let word = code.word else { continue }
            let (head, tail) = Self.pack(Array(word.utf8))
            var slot = Self.slot(head)
            while heads[slot] != 0 { slot = (slot + 1) & 511 }
            heads[slot] = head
            tails[slot] = tail
            codes[slot] = code.rawValue
        }
    }

    private static func pack(_ word: [UInt8]) -> (head: UInt64, tail: UInt64) {
        var head: UInt64 = 0
        var tail: UInt64 = 0
        for (index, byte) in word.enumerated() {
            if index < 8 { head = head << 8 | UInt64(byte) } else { tail = tail << 8 | UInt64(byte) }
        }
        return (head, tail)
    }

    @inline(__always)
    private static func slot(_ head: UInt64) -> Int {
        Int(truncatingIfNeeded: (head &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }

    /// The code of the word in `bytes[start..<end]`, which holds at most `longest` bytes; 0 where it is no keyword.
    @inline(__always)
    func code(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt8 {
        var head: UInt64 = 0
        var index = start
        let headEnd = min(end, start + 8)
        while index < headEnd {
            head = head << 8 | UInt64(bytes[index])
            index += 1
        }
        var slot = Self.slot(head)
        while heads[slot] != 0 {
            if heads[slot] == head {
                var tail: UInt64 = 0
                while index < end {
                    tail = tail << 8 | UInt64(bytes[index])
                    index += 1
                }
                return tails[slot] == tail ? codes[slot] : 0
            }
            slot = (slot + 1) & 511
        }
        return 0
    }
}
