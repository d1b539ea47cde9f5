/// Builds the tree of a Python file or pattern from its tokens, by recursive descent after the language reference's grammar
/// (3.14), with Python 2's statements tolerated.
///
/// Every parsing function finishes exactly one node (a missing expression is an `error` node without tokens), so that a
/// caller can give the node finished last its role. Nothing is parsed twice.
struct PythonParser {
    let bytes: [UInt8]
    let starts: [UInt32]
    let kinds: [TokenKind]
    let codes: [UInt8]
    let flags: [TokenFlags]
    let isPattern: Bool
    var builder: TreeBuilder
    /// The current token. Never moves past `endOfFile`, the last.
    var cursor = 0
    /// Of the current token, kept because everything asks.
    var kind: TokenKind
    var code: UInt8
    /// How deep the parsing functions are nested; see `SyntaxLimits.depth`.
    var depth = 0
    /// How many parentheses, brackets and braces are being parsed: whether a closing one that does not fit here fits
    /// further out.
    var openParentheses = 0
    var openBrackets = 0
    var openBraces = 0
    /// Blocks opened by an indentation that nothing asked for; their statements are taken as the surrounding block's.
    var strayIndents = 0

    init(bytes: [UInt8], tokens: TokenTable, isPattern: Bool) {
        self.bytes = bytes
        starts = tokens.starts
        kinds = tokens.kinds
        codes = tokens.codes
        flags = tokens.flags
        self.isPattern = isPattern
        builder = TreeBuilder(reserving: tokens.count + 1)
        kind = kinds[0]
        code = codes[0]
    }

    /// Parses everything and leaves the root in the builder.
    mutating func parseFile() {
        let mark = here
        while kind != .endOfFile {
            if kind == .dedent || kind == .indent || kind == .newline {
                advance()
            } else {
                parseStatement()
            }
        }
        builder.finish(.file, since: mark, endToken: TokenIndex(kinds.count))
    }

    // MARK: Tokens

    /// A mark at the current token.
    var here: TreeBuilder.Mark { builder.mark(at: TokenIndex(cursor)) }
    var token: TokenIndex { TokenIndex(cursor) }

    @inline(__always)
    mutating func advance() {
        guard cursor + 1 < kinds.count else { return }
        cursor += 1
        kind = kinds[cursor]
        code = codes[cursor]
    }

    /// The kind of a token further on; `endOfFile` beyond the end.
    func kind(after distance: Int) -> TokenKind {
        cursor + distance < kinds.count ? kinds[cursor + distance] : .endOfFile
    }

    func code(after distance: Int) -> UInt8 {
        cursor + distance < codes.count ? codes[cursor + distance] : PythonCode.none
    }

    func isKeyword(_ keyword: UInt8) -> Bool { kind == .keyword && code == keyword }
    func isOperator(_ wanted: UInt8) -> Bool { kind == .operator && code == wanted }

    /// Moves past a token of `wanted` kind, if it is the current one.
    @discardableResult
    mutating func take(_ wanted: TokenKind) -> Bool {
        guard kind == wanted else { return false }
        advance()
        return true
    }

    @discardableResult
    mutating func takeKeyword(_ keyword: UInt8) -> Bool {
        guard isKeyword(keyword) else { return false }
        advance()
        return true
    }

    /// Whether the current token ends the logical line.
    var isAtLineEnd: Bool {
        switch kind {
        case .newline, .endOfFile, .indent, .dedent: true
        default: false
        }
    }

    /// Whether the current token ends a simple statement.
    var isAtStatementEnd: Bool { isAtLineEnd || kind == .semicolon }

    // MARK: Nodes

    mutating func finish(
        _ nodeKind: NodeKind, _ mark: TreeBuilder.Mark, main: TokenIndex? = nil, role: Role = .element
    ) {
        builder.finish(nodeKind, since: mark, endToken: token, mainToken: main, role: role)
    }

    /// Finishes a node over everything parsed since `mark` up to the last token that is not a line's end or indentation.
    mutating func finishLines(
        _ nodeKind: NodeKind, _ mark: TreeBuilder.Mark, main: TokenIndex? = nil, role: Role = .element
    ) {
        var end = cursor
        while end > Int(mark.token), isLayout(kinds[end - 1]) { end -= 1 }
        builder.finish(nodeKind, since: mark, endToken: TokenIndex(end), mainToken: main, role: role)
    }

    private func isLayout(_ kind: TokenKind) -> Bool { kind == .newline || kind == .indent || kind == .dedent }

    /// A leaf of the current token.
    mutating func leaf(_ nodeKind: NodeKind, role: Role = .element) {
        let mark = here
        advance()
        finish(nodeKind, mark, role: role)
    }

    /// An `error` node without tokens, where something is missing.
    mutating func missing(role: Role = .element) { finish(.error, here, role: role) }

    /// A name: an identifier, a metavariable or an ellipsis of a pattern; an `error` node without tokens where there is none.
    mutating func parseName(role: Role) {
        switch kind {
        case .identifier: leaf(.identifier, role: role)
        case .metavariable: leaf(.metavariable, role: role)
        case .ellipsisMetavariable: leaf(.ellipsisMetavariable, role: role)
        case .ellipsis where isPattern: leaf(.ellipsis, role: role)
        default: missing(role: role)
        }
    }

    // MARK: Errors

    /// What may follow the tokens that an `error` node is to take up.
    enum Stop {
        /// The end of the statement.
        case statement
        /// A comma too, what starts an element on a line of its own, or a closing bracket that belongs to something still open.
        case listElement
        /// A colon or the end of the line.
        case header
    }

    /// An `error` node over the current token and those after it up to `stop`, brackets balanced. Takes up at least one token
    /// unless the line ends here or a bracket that is open closes here.
    mutating func parseError(until stop: Stop, role: Role = .element) {
        let mark = here
        skip(until: stop)
        finish(.error, mark, role: role)
    }

    mutating func skip(until stop: Stop) {
        var nesting = 0
        var isFirst = true
        while !isAtLineEnd {
            if stop == .listElement, nesting == 0, !isFirst, startsLineOfElement { return }
            switch kind {
            case .leftParenthesis, .leftBracket, .leftBrace, .stringStart, .interpolationStart, .deepStart:
                nesting += 1
            case .rightParenthesis, .rightBracket, .rightBrace, .stringEnd, .interpolationEnd, .deepEnd:
                if nesting > 0 {
                    nesting -= 1
                } else if isClosingOfOpen {
                    return
                }
            case .comma where nesting == 0 && stop == .listElement && !isFirst: return
            case .semicolon where nesting == 0 && stop == .statement && !isFirst: return
            case .colon where nesting == 0 && stop == .header: return
            default: break
            }
            advance()
            isFirst = false
        }
    }

    /// Whether the current token closes a bracket, string or interpolation that is being parsed.
    var isClosingOfOpen: Bool {
        switch kind {
        case .rightParenthesis: openParentheses > 0
        case .rightBracket: openBrackets > 0
        case .rightBrace: openBraces > 0
        case .interpolationEnd, .stringEnd, .deepEnd: depth > 0
        default: false
        }
    }
}
