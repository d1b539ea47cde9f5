/// Collects the tokens of one file. Appending to the five arrays of a `TokenTable` checks each for being shared; lexers
/// append so often that a third of their time went there. The memory here is owned by one builder, so that nothing needs
/// checking but the space left.
struct TokenTableBuilder: ~Copyable {
    private var kinds: UnsafeMutablePointer<TokenKind>
    private var codes: UnsafeMutablePointer<UInt8>
    private var flags: UnsafeMutablePointer<TokenFlags>
    private var starts: UnsafeMutablePointer<UInt32>
    private var ends: UnsafeMutablePointer<UInt32>
    private var capacity: Int
    private(set) var count = 0
    var comments: [Comment] = []

    init(reserving capacity: Int) {
        self.capacity = max(capacity, 16)
        kinds = .allocate(capacity: self.capacity)
        codes = .allocate(capacity: self.capacity)
        flags = .allocate(capacity: self.capacity)
        starts = .allocate(capacity: self.capacity)
        ends = .allocate(capacity: self.capacity)
    }

    deinit {
        kinds.deallocate()
        codes.deallocate()
        flags.deallocate()
        starts.deallocate()
        ends.deallocate()
    }

    /// The kind of the token appended last.
    @inline(__always)
    var lastKind: TokenKind? { count > 0 ? kinds[count - 1] : nil }

    /// Where the token appended last ends.
    @inline(__always)
    var lastEnd: Int { count > 0 ? Int(ends[count - 1]) : 0 }

    /// The kind of a token appended before.
    @inline(__always)
    func kind(_ token: Int) -> TokenKind {
        precondition(token >= 0 && token < count)
        return kinds[token]
    }

    /// The code of a token appended before.
    @inline(__always)
    func code(_ token: Int) -> UInt8 {
        precondition(token >= 0 && token < count)
        return codes[token]
    }

    @inline(__always)
    mutating func append(_ kind: TokenKind, code: UInt8, flags tokenFlags: TokenFlags, start: Int, end: Int) {
        if count == capacity { grow() }
        (kinds + count).initialize(to: kind)
        (codes + count).initialize(to: code)
        (flags + count).initialize(to: tokenFlags)
        (starts + count).initialize(to: UInt32(truncatingIfNeeded: start))
        (ends + count).initialize(to: UInt32(truncatingIfNeeded: end))
        count += 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = capacity * 2
        Self.move(&kinds, count, larger)
        Self.move(&codes, count, larger)
        Self.move(&flags, count, larger)
        Self.move(&starts, count, larger)
        Self.move(&ends, count, larger)
        capacity = larger
    }

    private static func move<Element>(_ memory: inout UnsafeMutablePointer<Element>, _ count: Int, _ capacity: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.moveInitialize(from: memory, count: count)
        memory.deallocate()
        memory = larger
    }

    /// The tokens appended so far.
    func table() -> TokenTable {
        var table = TokenTable()
        table.kinds = Array(UnsafeBufferPointer(start: kinds, count: count))
        table.codes = Array(UnsafeBufferPointer(start: codes, count: count))
        table.flags = Array(UnsafeBufferPointer(start: flags, count: count))
        table.starts = Array(UnsafeBufferPointer(start: starts, count: count))
        table.ends = Array(UnsafeBufferPointer(start: ends, count: count))
        table.comments = comments
        return table
    }
}
