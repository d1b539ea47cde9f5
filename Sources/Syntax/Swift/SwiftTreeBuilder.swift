/// Builds the tree of a Swift file by recursive descent over its tokens. Total: what does not parse becomes an error node,
/// what is missing an empty one. Recursion is bounded by `SyntaxLimits.depth`; every loop advances or ends.
struct SwiftTreeBuilder {
    let bytes: [UInt8]
    let tokens: TokenTable
    // The table's arrays by themselves: one indirection less on the hottest reads.
    let kinds: [TokenKind]
    let codes: [UInt8]
    let flags: [TokenFlags]
    let partners: [TokenIndex]
    /// Whether some `{` of the file is never closed.
    let hasUnclosedBrace: Bool
    let isPattern: Bool

    var builder: TreeBuilder
    /// The index of the current token.
    var index = 0
    var depth = 0
    var context = Context()
    var statementStart = StatementStart()
    /// Operators that wait for their right operand. Each expression uses the part above the height it found.
    var pending: [PendingOperator] = []
    /// The error nodes so far, so that a trial parse can see whether it held.
    var errors = 0

    /// What surrounds the current token, as far as it changes how the token is read.
    struct Context {
        /// Whether `{` after an operand is a trailing closure; not so in the condition of `if`, where it opens the body.
        var allowsClosure = true
        /// Whether expressions are patterns: `let x`, `is T` are operands and `=` ends them.
        var isMatching = false
        /// What `case` means here.
        var caseMeaning = CaseMeaning.none
        /// The number of `#if` around, within which `#else` and `#endif` end a list.
        var directives = 0
    }

    enum CaseMeaning {
        case none, enumeration, clause
    }

    /// The rest of an operator expression whose right operand is being parsed.
    struct PendingOperator {
        var mark: TreeBuilder.Mark
        var precedence: SwiftOperator.Precedence
        var kind: NodeKind
        var token: TokenIndex
    }

    init(bytes: [UInt8], tokens: TokenTable, mode: ParseMode) {
        self.bytes = bytes
        self.tokens = tokens
        kinds = tokens.kinds
        codes = tokens.codes
        flags = tokens.flags
        let partners = BracketPartners.compute(tokens.kinds)
        self.partners = partners
        hasUnclosedBrace = tokens.kinds.indices.contains { tokens.kinds[$0] == .leftBrace && partners[$0] < 0 }
        isPattern = mode == .pattern
        builder = TreeBuilder(reserving: tokens.count + 16)
    }

    mutating func run() -> SyntaxTree {
        let mark = builder.mark(at: 0)
        if isPattern { fragments() } else { fileStatements() }
        finish(.file, since: mark)
        return builder.build(bytes: bytes, tokens: tokens)
    }

    /// The statements of a file. A `}` without its opening brace is an error, and the file goes on after it.
    mutating func fileStatements() {
        while kind != .endOfFile {
            statements()
            if kind != .endOfFile { errorToken() }
        }
    }

    // MARK: Tokens

    @inline(__always) var kind: TokenKind { kinds[index] }

    /// The current token as the builder counts them.
    @inline(__always) var token: TokenIndex { TokenIndex(truncatingIfNeeded: index) }

    /// The kind of the token `offset` after the current one; `endOfFile` past the end.
    @inline(__always)
    func kind(ahead offset: Int) -> TokenKind {
        let place = index + offset
        return place < kinds.count ? kinds[place] : .endOfFile
    }

    @inline(__always)
    func isWord(_ word: SwiftWord, at place: Int) -> Bool {
        guard place < kinds.count, codes[place] == word.rawValue else { return false }
        return kinds[place] == .keyword || kinds[place] == .identifier
    }

    @inline(__always)
    func at(_ word: SwiftWord) -> Bool { isWord(word, at: index) }

    /// The word at `place`, reserved or contextual; nil for any other name or token.
    @inline(__always)
    func word(at place: Int) -> SwiftWord? {
        guard place < kinds.count, kinds[place] == .keyword || kinds[place] == .identifier else { return nil }
        return SwiftWord(rawValue: codes[place])
    }

    /// Whether a line ends before the token.
    @inline(__always)
    func startsLine(_ place: Int) -> Bool { place < flags.count && flags[place].contains(.newlineBefore) }

    /// Whether the token touches the one before it.
    @inline(__always)
    func touches(_ place: Int) -> Bool { place < flags.count && !flags[place].contains(.spaceBefore) }

    @inline(__always)
    mutating func advance() {
        if index < kinds.count - 1 { index += 1 }
    }

    /// Whether the token is an operator spelled by the one byte.
    @inline(__always)
    func isOperator(_ byte: UInt8, at place: Int) -> Bool {
        guard place < kinds.count, kinds[place] == .operator else { return false }
        let start = tokens.starts[place]
        return tokens.ends[place] == start + 1 && bytes[Int(start)] == byte
    }

    @inline(__always)
    func fixity(at place: Int) -> UInt8 { SwiftOperator.fixity(codes[place]) }

    func isPostfix(at place: Int) -> Bool {
        place < kinds.count && (kinds[place] == .operator || kinds[place] == .question)
            && fixity(at: place) == SwiftOperator.Fixity.postfix.rawValue
    }

    /// The token after the closing fellow of the bracket at `place`; nil where it is no bracket or has no fellow.
    func afterPartner(of place: Int) -> Int? {
        guard place < partners.count, Int(partners[place]) > place else { return nil }
        return Int(partners[place]) + 1
    }

    // MARK: Nodes

    @inline(__always)
    func mark() -> TreeBuilder.Mark { builder.mark(at: token) }

    /// Adds a node that ends before the current token.
    @inline(__always)
    mutating func finish(_ kind: NodeKind, since mark: TreeBuilder.Mark, main: TokenIndex? = nil, role: Role = .element)
    {
        builder.finish(kind, since: mark, endToken: token, mainToken: main, role: role)
    }

    /// Adds a node over the current token and advances.
    @inline(__always)
    mutating func leaf(_ kind: NodeKind, role: Role = .element) {
        let mark = mark()
        advance()
        finish(kind, since: mark, role: role)
    }

    /// The current token as an error.
    mutating func errorToken() {
        errors += 1
        leaf(.error)
    }

    /// An empty error node where something is missing.
    mutating func missing(_ role: Role = .element) {
        errors += 1
        finish(.error, since: mark(), role: role)
    }

    /// Takes the token if it is of the kind; otherwise notes that it is missing.
    @discardableResult
    mutating func expect(_ expected: TokenKind) -> Bool {
        if kind == expected {
            advance()
            return true
        }
        missing()
        return false
    }

    /// Adds an error node up to `end`, unless that is here.
    mutating func errorUntil(_ end: Int) {
        guard end > index else { return }
        let mark = mark()
        index = min(end, kinds.count - 1)
        errors += 1
        finish(.error, since: mark)
    }

    // MARK: Depth

    /// Goes one level deeper; false where that is too deep, and then an error node stands for the rest.
    @inline(__always)
    mutating func enter(_ role: Role = .element) -> Bool {
        depth += 1
        if depth <= SyntaxLimits.depth { return true }
        depth -= 1
        skipTooDeep(role)
        return false
    }

    @inline(__always)
    mutating func leave() { depth -= 1 }

    /// One error node for what is nested too deep: the bracketed group that starts here, or everything up to the end of
    /// the group around.
    private mutating func skipTooDeep(_ role: Role) {
        errors += 1
        let mark = mark()
        let start = index
        if let end = afterPartner(of: index) {
            index = end
        } else {
            while kind != .endOfFile {
                let partner = Int(partners[index])
                if partner >= 0, partner < start { break }
                index = partner > index ? partner + 1 : index + 1
            }
        }
        finish(.error, since: mark, role: role)
    }
}
