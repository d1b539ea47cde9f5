/// The words of a file, as a set of hashes: runs of letters, digits, `_`, `$` and bytes above 0x7F.
public struct WordSet: Sendable {
    private var table: [UInt32]
    /// The hashes of the words, each once.
    let hashes: [UInt32]
    private let mask: Int
    private let trigrams: TrigramSet

    /// By byte: what `isWordByte` says of it.
    private static let wordBytes = (0...UInt8.max).map(isWordByte)

    /// The words of `bytes`.
    public init(of bytes: [UInt8]) {
        var capacity = 256
        while capacity < bytes.count / 16 { capacity *= 2 }
        var table = [UInt32](repeating: 0, count: capacity * 2)
        var mask = table.count - 1
        var hashes: [UInt32] = []
        hashes.reserveCapacity(capacity / 2)
        func insert(_ hash: UInt32, into table: inout [UInt32], mask: Int) -> Bool {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while table[slot] != 0 {
                if table[slot] == hash { return false }
                slot = (slot + 1) & mask
            }
            table[slot] = hash
            return true
        }
        WordSet.forEachWord(in: bytes.span) { hash in
            guard insert(hash, into: &table, mask: mask) else { return }
            hashes.append(hash)
            if hashes.count * 2 > table.count {
                table = [UInt32](repeating: 0, count: table.count * 2)
                mask = table.count - 1
                for known in hashes { _ = insert(known, into: &table, mask: mask) }
            }
        }
        self.table = table
        self.hashes = hashes
        self.mask = mask
        trigrams = TrigramSet(of: bytes)
    }

    /// Those of some hashes that words of a text have, found in less time than it takes to make the set of its words.
    public static func words(of wanted: Set<UInt32>, in bytes: [UInt8]) -> Set<UInt32> {
        // Most words differ from all that are wanted in few bits already.
        var bits = [Bool](repeating: false, count: 4096)
        for word in wanted { bits[Int(word >> 1 & 4095)] = true }
        var found = Set<UInt32>()
        forEachWord(in: bytes.span) { hash in
            if bits[Int(hash >> 1 & 4095)], wanted.contains(hash) { found.insert(hash) }
        }
        return found
    }

    /// The hash of each word of a text, as the sets of words hold it. A loop over all bytes of all files: it has to be inlined.
    @inline(__always)
    static func forEachWord(in text: Span<UInt8>, _ body: (UInt32) -> Void) {
        // By all bytes there are, so that no place in it is out of bounds.
        let isWordByte = wordBytes.span
        var index = 0
        while index < text.count {
            var byte = text[unchecked: index]
            index += 1
            guard isWordByte[unchecked: Int(byte)] else { continue }
            var hash = Self.hash(byte, after: emptyHash)
            while index < text.count {
                byte = text[unchecked: index]
                guard isWordByte[unchecked: Int(byte)] else { break }
                hash = Self.hash(byte, after: hash)
                index += 1
            }
            body(hash | 1)
        }
    }

    /// Whether the text may hold what is required; a false `true` is possible, a false `false` is not.
    public func mayContain(_ requirement: TextRequirement) -> Bool {
        if let word = requirement.word { return contains(word) }
        return trigrams.mayContain(requirement)
    }

    /// Whether the text may hold a requirement of each clause. Asked for every rule and file, and so written as plain loops:
    /// a closure would hold on to the set's arrays each time.
    public func mayFulfill(_ clauses: [[TextRequirement]]) -> Bool {
        for clause in clauses {
            var holds = false
            for requirement in clause where mayContain(requirement) {
                holds = true
                break
            }
            if !holds { return false }
        }
        return true
    }

    /// Whether the set may hold a word with this hash; a false `true` is possible, a false `false` is not.
    @inlinable
    public func mayContain(_ hash: UInt32) -> Bool { contains(hash) }

    @usableFromInline
    func contains(_ hash: UInt32) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while table[slot] != 0 {
            if table[slot] == hash { return true }
            slot = (slot + 1) & mask
        }
        return false
    }

    /// The hash under which the set knows a word (FNV-1a, 32 bits, never 0).
    public static func hash(_ word: some Sequence<UInt8>) -> UInt32 {
        var hash = emptyHash
        for byte in word { hash = self.hash(byte, after: hash) }
        return hash | 1
    }

    @inlinable public static var emptyHash: UInt32 { 0x811C_9DC5 }

    /// The hash of bytes and one more behind them.
    @inlinable
    public static func hash(_ byte: UInt8, after hash: UInt32) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

    @inlinable
    public static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            return true
        default:
            return false
        }
    }

    /// Calls `body` for the words of a short text, with their hashes.
    static func forEachWord(in text: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>, UInt32) -> Void) {
        var index = text.startIndex
        while index < text.endIndex {
            let start = index
            var hash = emptyHash
            while index < text.endIndex, isWordByte(text[index]) {
                hash = self.hash(text[index], after: hash)
                index += 1
            }
            if index > start { body(text[start..<index], hash | 1) } else { index += 1 }
        }
    }
}
