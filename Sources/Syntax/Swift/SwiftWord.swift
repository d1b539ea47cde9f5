/// The words the grammar knows. A token's `code` is the raw value of its word: of a `keyword` token, of an `identifier` that
/// is a contextual keyword, and of a `hash` token by the name after the `#`.
enum SwiftWord: UInt8, CaseIterable {
    // Reserved: tokens of kind `keyword`.
    case `associatedtype` = 1, `class`, `deinit`, `enum`, `extension`, `fileprivate`, `func`, `import`, `init`, `inout`
    case `internal`, `let`, `operator`, `precedencegroup`, `private`, `protocol`, `public`, `rethrows`, `static`,
        `struct`
    case `subscript`, `typealias`, `var`
    case `break`, `case`, `catch`, `continue`, `default`, `defer`, `do`, `else`, `fallthrough`, `for`, `guard`, `if`,
        `in`
    case `repeat`, `return`, `switch`, `throw`, `where`, `while`
    case `Any`, `as`, `false`, `is`, `nil`, `self`, `Self`, `super`, `throws`, `true`, `try`
    case underscore
    // Contextual: tokens of kind `identifier`.
    case actor, any, async, available, await, borrow, borrowing, consume, consuming, convenience, copy, discard,
        distributed
    case dynamic, each, elseif, endif, final, indirect, infix, isolated, lazy, macro, mutating, nonisolated,
        nonmutating, open
    case optional, override, package, postfix, prefix, reasync, required, safe, sending, set, opaque, sourceLocation,
        then, unowned
    case unavailable, unsafe, weak, yield
    case owned, shared, constant, consumingPrefixed, local
    case nonsending
    // Accessors, in one row so that a range tells them.
    case get, willSet, didSet, underscoreRead, underscoreModify, read, modify, unsafeAddress, unsafeMutableAddress
    case mutate, yielding

    /// How the word is written in source.
    var spelling: String {
        switch self {
        case .underscore: "_"
        case .opaque: "some"
        case .owned: "__owned"
        case .shared: "__shared"
        case .constant: "_const"
        case .consumingPrefixed: "__consuming"
        case .local: "_local"
        case .underscoreRead: "_read"
        case .underscoreModify: "_modify"
        default: "\(self)"
        }
    }

    var isReserved: Bool { rawValue <= SwiftWord.underscore.rawValue }
}

/// Finds the word that some bytes spell: a hash table with open addressing over the last eight bytes and the length, which
/// the lexer has at hand after scanning an identifier.
struct SwiftWordTable: Sendable {
    private struct Slot: Sendable {
        var packed: UInt64 = 0
        var length: UInt8 = 0
        var word: UInt8 = 0
    }

    static let shared = SwiftWordTable()
    private static let size = 512
    /// Words longer than eight bytes are told apart by their last eight bytes and their length, and then compared whole.
    private static let packedLength = 8

    private var slots = [Slot](repeating: Slot(), count: size)
    private var spellings: [[UInt8]]

    private init() {
        let last = SwiftWord.allCases.map { Int($0.rawValue) }.max() ?? 0
        spellings = [[UInt8]](repeating: [], count: last + 1)
        for word in SwiftWord.allCases {
            let spelling = [UInt8](word.spelling.utf8)
            spellings[Int(word.rawValue)] = spelling
            var packed: UInt64 = 0
            for byte in spelling { packed = packed &<< 8 | UInt64(byte) }
            var index = Self.hash(packed, length: spelling.count)
            while slots[index].word != 0 { index = (index + 1) & (Self.size - 1) }
            slots[index] = Slot(packed: packed, length: UInt8(spelling.count), word: word.rawValue)
        }
    }

    @inline(__always)
    private static func hash(_ packed: UInt64, length: Int) -> Int {
        Int(truncatingIfNeeded: ((packed &+ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }

    /// The raw value of the word at `start..<end`, whose bytes shifted together are `packed`; 0 where it is no word.
    @inline(__always)
    func code(packed: UInt64, bytes: [UInt8], start: Int, end: Int) -> UInt8 {
        let length = end - start
        var index = Self.hash(packed, length: length)
        while true {
            let slot = slots[index]
            if slot.word == 0 { return 0 }
            if slot.packed == packed, Int(slot.length) == length {
                if length <= Self.packedLength || isSpelled(slot.word, bytes, start, end) { return slot.word }
            }
            index = (index + 1) & (Self.size - 1)
        }
    }

    private func isSpelled(_ word: UInt8, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        spellings[Int(word)].elementsEqual(bytes[start..<end])
    }
}
