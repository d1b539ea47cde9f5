/// The keywords by their bytes: an open-addressed table over words of up to eight bytes packed into an integer, which is
/// several times faster than a dictionary of strings.
struct PythonWordTable: Sendable {
    /// The longest keyword, in bytes.
    static let longestWord = 8
    private static let slotBits: UInt64 = 8
    static let shared = PythonWordTable()

    private var keys: [UInt64]
    private var codes: [UInt8]

    private init() {
        keys = [UInt64](repeating: 0, count: 1 << Int(Self.slotBits))
        codes = [UInt8](repeating: PythonCode.none, count: 1 << Int(Self.slotBits))
        for (word, code) in PythonCode.words {
            var key: UInt64 = 0
            word.withUTF8Buffer { buffer in
                for byte in buffer { key = key << 8 | UInt64(byte) }
            }
            var slot = Self.slot(of: key)
            while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
            keys[slot] = key
            codes[slot] = code
        }
    }

    private static func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - slotBits))
    }

    /// The code of the word whose bytes, first to last, are packed into `key` from its high end; `PythonCode.none` for
    /// any other word.
    func code(of key: UInt64) -> UInt8 {
        var slot = Self.slot(of: key)
        while keys[slot] != 0 {
            if keys[slot] == key { return codes[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return PythonCode.none
    }
}
