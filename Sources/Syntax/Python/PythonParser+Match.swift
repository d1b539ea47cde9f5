/// The `match` statement and its patterns.
extension PythonParser {
    /// Whether the `match` here is the keyword: its line ends with a colon, and a `case` is indented under it. In a pattern
    /// the case may stand in the same column.
    var startsMatch: Bool {
        guard startsSubject else { return false }
        var position = cursor + 1
        while kinds[position] != .newline, kinds[position] != .endOfFile { position += 1 }
        guard kinds[position - 1] == .colon, position + 2 < kinds.count, kinds[position + 1] == .indent else {
            return false
        }
        return kinds[position + 2] == .identifier && codes[position + 2] == PythonCode.case
    }

    /// Whether the token after `match` can start its subject; a test that spares most lines the look for their end.
    private var startsSubject: Bool {
        switch kind(after: 1) {
        case .dot, .assign, .comma, .colon, .newline, .rightParenthesis, .semicolon: false
        default: true
        }
    }

    mutating func parseMatch() {
        let mark = here
        advance()
        parseExpressionList()
        builder.setRole(.subject)
        if kind != .colon { parseError(until: .header) }
        take(.colon)
        take(.newline)
        let hasBlock = take(.indent)
        while hasBlock, kind != .dedent, kind != .endOfFile {
            if kind == .identifier, code == PythonCode.case {
                parseCase()
            } else if kind == .newline {
                advance()
            } else if kind == .indent {
                strayIndents += 1
                advance()
            } else if isPattern, kind == .ellipsis {
                leaf(.ellipsis)
            } else {
                parseStatement()
            }
        }
        if hasBlock { take(.dedent) }
        finishLines(.switch, mark)
    }

    private mutating func parseCase() {
        let mark = here
        advance()
        parsePatternList()
        builder.setRole(.pattern)
        if takeKeyword(PythonCode.if) {
            parseNamedExpression()
            builder.setRole(.condition)
        }
        parseBlock()
        finishLines(.case, mark)
    }

    /// The pattern of a case: a sequence without brackets where there is a comma.
    private mutating func parsePatternList() {
        let mark = here
        parsePattern()
        guard kind == .comma else { return }
        while take(.comma), kind != .colon, !isKeyword(PythonCode.if), !isAtLineEnd { parsePattern() }
        finish(.tuple, mark)
    }

    /// `*rest`, alternatives, and `as name` after them.
    private mutating func parsePattern() {
        let mark = here
        guard depth < SyntaxLimits.depth else { return parseError(until: .listElement) }
        depth += 1
        defer { depth -= 1 }
        if isOperator(PythonCode.star) || isOperator(PythonCode.doubleStar) {
            advance()
            parseCapture()
            builder.setRole(.value)
            return finish(.spread, mark)
        }
        parseClosedPattern()
        while isOperator(PythonCode.bar) {
            builder.setRole(.left)
            let main = token
            advance()
            parseClosedPattern()
            builder.setRole(.right)
            finish(.binary, mark, main: main)
        }
        if takeKeyword(PythonCode.as) {
            builder.setRole(.value)
            parseName(role: .name)
            finish(.asPattern, mark)
        }
    }

    private mutating func parseCapture() {
        if kind == .identifier, code == PythonCode.underscore { leaf(.wildcard) } else { parseName(role: .element) }
    }

    private mutating func parseClosedPattern() {
        let mark = here
        switch kind {
        case .identifier where code == PythonCode.underscore && kind(after: 1) != .dot: leaf(.wildcard)
        case .identifier, .metavariable: parseNamePattern()
        case .leftBracket:
            parseElements(closing: .rightBracket) { $0.parsePattern() }
            finish(.array, mark)
        case .leftParenthesis: parseGroupPattern()
        case .leftBrace:
            parseElements(closing: .rightBrace) { $0.parsePairPattern() }
            finish(.object, mark)
        default:
            // Literals, signed and complex numbers.
            parseBinary(PythonPrecedence.sum)
        }
    }

    /// A capture, a dotted value, or a class pattern.
    private mutating func parseNamePattern() {
        let mark = here
        parseName(role: .element)
        while kind == .dot {
            builder.setRole(.object)
            let main = token
            advance()
            parseName(role: .name)
            finish(.member, mark, main: main)
        }
        guard kind == .leftParenthesis else { return }
        builder.setRole(.callee)
        let arguments = here
        parseElements(closing: .rightParenthesis) { parser in
            let argument = parser.here
            guard parser.kind == .identifier, parser.kind(after: 1) == .assign else { return parser.parsePattern() }
            parser.leaf(.identifier, role: .label)
            parser.advance()
            parser.parsePattern()
            parser.builder.setRole(.value)
            parser.finish(.keywordArgument, argument)
        }
        finish(.argumentList, arguments, role: .arguments)
        finish(.call, mark)
    }

    private mutating func parseGroupPattern() {
        let mark = here
        var count = 0
        var hasComma = false
        parseElements(closing: .rightParenthesis) { parser in
            parser.parsePattern()
            count += 1
            if parser.kind == .comma { hasComma = true }
        }
        if count == 1, !hasComma {
            builder.setRole(.value)
            finish(.parenthesized, mark)
        } else {
            finish(.tuple, mark)
        }
    }

    private mutating func parsePairPattern() {
        let mark = here
        parsePattern()
        guard kind == .colon else { return }
        builder.setRole(.key)
        let main = token
        advance()
        parsePattern()
        builder.setRole(.value)
        finish(.pair, mark, main: main)
    }
}
