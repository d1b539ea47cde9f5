/// Builds the tree of a file from its tokens by recursive descent. It looks ahead through brackets by `BracketTable` and
/// never parses anything twice, so its time is linear; what it cannot read becomes error nodes.
struct TypeScriptParser {
    let bytes: [UInt8]
    let tokens: TokenTable
    let kinds: [TokenKind]
    let codes: [UInt8]
    let flags: [TokenFlags]
    let brackets: BracketTable
    let dialect: TypeScriptDialect
    var builder: TreeBuilder
    /// The token at hand.
    var position = 0
    var kind: TokenKind
    var code: TypeScriptCode
    var depth = 0
    /// `in` is a binary operator here; not so in the head of a `for`.
    var allowsIn = true
    /// Between `?` and `:`, where `(a): b => c` is no arrow function.
    var inConditional = false
    /// After `extends`, where a `{` may follow type arguments.
    var inHeritage = false
    /// In a decorator, where a `[` begins the name of what is decorated.
    var inDecorator = false
    /// The first token of the innermost statement, and the indentation of its line once somebody asked for it.
    var statementStart = 0
    var statementIndentation: Int?
    /// The `<` that the last failed look ahead found to be relations, so that nobody asks again.
    var relations: [Int] = []

    init(_ bytes: [UInt8], tokens: TokenTable, dialect: TypeScriptDialect) {
        self.bytes = bytes
        var tokens = tokens
        if tokens.kinds.last != .endOfFile { tokens.append(.endOfFile, start: bytes.count, end: bytes.count) }
        self.tokens = tokens
        self.dialect = dialect
        kinds = tokens.kinds
        codes = tokens.codes
        flags = tokens.flags
        brackets = BracketTable(tokens, bytes: bytes)
        builder = TreeBuilder(reserving: tokens.count)
        kind = tokens.kinds[0]
        code = TypeScriptCode(stored: tokens.codes[0])
    }

    mutating func file() {
        let start = mark()
        statements(until: kinds.count - 1, inPatternFile: dialect.isPattern)
        finish(.file, start)
    }

    consuming func finishTree() -> SyntaxTree {
        builder.build(bytes: bytes, tokens: tokens)
    }

    // MARK: Tokens

    @inline(__always)
    mutating func advance() {
        guard position + 1 < kinds.count else { return }
        position += 1
        kind = kinds[position]
        code = TypeScriptCode(stored: codes[position])
    }

    /// Moves to a token further on.
    mutating func skip(to token: Int) {
        position = min(token, kinds.count - 1)
        kind = kinds[position]
        code = TypeScriptCode(stored: codes[position])
    }

    @inline(__always)
    func kind(ahead offset: Int) -> TokenKind {
        let place = position + offset
        return place < kinds.count ? kinds[place] : .endOfFile
    }

    @inline(__always)
    func code(ahead offset: Int) -> TypeScriptCode {
        let place = position + offset
        return place < codes.count ? TypeScriptCode(stored: codes[place]) : .none
    }

    @inline(__always)
    var isAtEnd: Bool { kind == .endOfFile }

    /// A line ends before the token at hand.
    @inline(__always)
    var onNewLine: Bool { flags[position].contains(.newlineBefore) }

    func onNewLine(ahead offset: Int) -> Bool {
        let place = position + offset
        return place >= flags.count || flags[place].contains(.newlineBefore)
    }

    @inline(__always)
    mutating func take(_ wanted: TokenKind) -> Bool {
        guard kind == wanted else { return false }
        advance()
        return true
    }

    @inline(__always)
    mutating func take(_ wanted: TypeScriptCode) -> Bool {
        guard code == wanted else { return false }
        advance()
        return true
    }

    /// Takes the token, or leaves an empty error node where it is missing.
    mutating func expect(_ wanted: TokenKind) {
        if !take(wanted) { missing() }
    }

    // MARK: Nodes

    @inline(__always)
    func mark() -> TreeBuilder.Mark { builder.mark(at: TokenIndex(truncatingIfNeeded: position)) }

    /// Finishes a node that ends before the token at hand.
    @inline(__always)
    mutating func finish(_ kind: NodeKind, _ start: TreeBuilder.Mark, main: Int? = nil, role: Role = .element) {
        builder.finish(
            kind, since: start, endToken: TokenIndex(truncatingIfNeeded: position),
            mainToken: main.map { TokenIndex(truncatingIfNeeded: $0) }, role: role)
    }

    /// The token at hand as a node.
    @inline(__always)
    mutating func leaf(_ node: NodeKind, role: Role = .element) {
        let start = mark()
        advance()
        finish(node, start, role: role)
    }

    /// An empty error node: something is missing here.
    mutating func missing(role: Role = .element) {
        finish(.error, mark(), role: role)
    }

    /// The tokens up to `end` as an error node; at least one, unless the file ends.
    mutating func error(until end: Int, role: Role = .element) {
        let start = mark()
        skip(to: max(end, position + 1))
        finish(.error, start, role: role)
    }

    // MARK: Nesting

    /// Goes one level deeper, or leaves an error node over all that is deeper and returns false.
    @inline(__always)
    mutating func descend(role: Role = .element) -> Bool {
        if depth < SyntaxLimits.depth {
            depth += 1
            return true
        }
        error(until: endOfRegion(), role: role)
        return false
    }

    /// The next token that closes or separates what is around the token at hand, brackets jumped over.
    func endOfRegion() -> Int {
        var place = position
        while place < kinds.count - 1 {
            switch kinds[place] {
            case .leftParenthesis, .leftBracket, .leftBrace, .interpolationStart:
                place = max(brackets.end(place), place + 1)
                if place < kinds.count, isCloser(kinds[place]) { place += 1 }
            case .rightParenthesis, .rightBracket, .rightBrace, .interpolationEnd, .semicolon, .stringEnd:
                return place
            default:
                place += 1
            }
        }
        return place
    }

    func isCloser(_ kind: TokenKind) -> Bool {
        switch kind {
        case .rightParenthesis, .rightBracket, .rightBrace, .interpolationEnd: true
        default: false
        }
    }

    // MARK: Names

    /// A word that can be a variable: an identifier, a contextual keyword, a metavariable.
    @inline(__always)
    var isIdentifier: Bool { kind == .identifier || kind == .metavariable }

    /// A word that can be a property: reserved words too.
    @inline(__always)
    var isPropertyWord: Bool { isPropertyWord(kind) }

    @inline(__always)
    func isPropertyWord(_ kind: TokenKind) -> Bool {
        kind == .identifier || kind == .keyword || kind == .metavariable || kind == .hash
    }

    /// The word at hand as a node.
    @inline(__always)
    mutating func name(role: Role = .name) {
        switch kind {
        case .metavariable: leaf(.metavariable, role: role)
        case .ellipsisMetavariable: leaf(.ellipsisMetavariable, role: role)
        case .ellipsis where dialect.isPattern: leaf(.ellipsis, role: role)
        case .identifier, .keyword, .hash:
            if isFollowedByDot, startsNextStatement() { missing(role: role) } else { leaf(.identifier, role: role) }
        default: missing(role: role)
        }
    }
}
