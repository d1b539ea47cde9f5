/// Finds the code of a word by its last eight bytes, in a small table with open addressing.
struct TypeScriptKeywords: Sendable {
    private struct Entry {
        /// The last eight bytes; 0 where the slot is free.
        var key: UInt64 = 0
        /// The bytes before them.
        var head: UInt16 = 0
        var length: UInt8 = 0
        var code: UInt8 = 0
    }

    private var entries = [Entry](repeating: Entry(), count: 512)

    static let shared = TypeScriptKeywords()

    /// Words longer than this are no keywords.
    static let longest = 10

    private init() {
        for code in TypeScriptCode.allCases {
            guard let word = code.word else { continue }
            let bytes = Array(word.utf8)
            let key = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            var slot = Self.slot(key)
            while entries[slot].key != 0 { slot = (slot + 1) & 511 }
            entries[slot] = Entry(
                key: key, head: Self.head(bytes, 0, bytes.count), length: UInt8(bytes.count), code: code.rawValue)
        }
    }

    /// The bytes of `bytes[start..<end]` before its last eight.
    @inline(__always)
    private static func head(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt16 {
        switch end - start {
        case 10: UInt16(bytes[start]) << 8 | UInt16(bytes[start + 1])
        case 9: UInt16(bytes[start])
        default: 0
        }
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }

    /// The code of the word in `bytes[start..<end]`, which holds at most `longest` bytes; 0 where it is no keyword.
    /// - Parameter key: the word's last eight bytes.
    @inline(__always)
    func code(_ key: UInt64, _ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt8 {
        var slot = Self.slot(key)
        while entries[slot].key != 0 {
            let entry = entries[slot]
            if entry.key == key, Int(entry.length) == end - start, entry.head == Self.head(bytes, start, end) {
                return entry.code
            }
            slot = (slot + 1) & 511
        }
        return 0
    }
}
