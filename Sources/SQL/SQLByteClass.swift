/// What a byte may be the start or a part of.
struct SQLByteClass: OptionSet, Sendable {
    let rawValue: UInt8

    /// May continue a word.
    static let word = SQLByteClass(rawValue: 1)
    static let digit = SQLByteClass(rawValue: 2)
    static let upper = SQLByteClass(rawValue: 4)
    static let lower = SQLByteClass(rawValue: 8)
    static let space = SQLByteClass(rawValue: 16)
    /// May start a word.
    static let wordStart = SQLByteClass(rawValue: 32)

    /// By byte value. Bytes above 0x7F are parts of words, as PostgreSQL, MySQL and SQLite have it.
    static let table: [SQLByteClass] = (0...255).map { (byte: Int) in
        switch UInt8(byte) {
        case 0x41...0x5A: [.word, .wordStart, .upper]
        case 0x61...0x7A: [.word, .wordStart, .lower]
        case 0x5F, 0x80...0xFF: [.word, .wordStart]
        case 0x30...0x39: [.word, .digit]
        case 0x24: [.word]
        case 0...0x20: [.space]
        default: []
        }
    }
}
