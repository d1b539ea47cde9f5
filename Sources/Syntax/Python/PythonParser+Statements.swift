/// Statements on one line, and the choice among all statements.
extension PythonParser {
    /// Parses one statement, or several joined by semicolons, and the end of their line. Takes up at least one token.
    mutating func parseStatement() {
        let start = cursor
        guard depth < SyntaxLimits.depth else { return parseTooDeepStatement() }
        depth += 1
        chooseStatement()
        depth -= 1
        if cursor == start { leaf(.error) }
    }

    private mutating func chooseStatement() {
        switch kind {
        case .at: parseDecorated()
        case .keyword:
            if !parseCompound() { parseSimpleLine() }
        case .identifier where code == PythonCode.match && startsMatch:
            parseMatch()
        default: parseSimpleLine()
        }
    }

    /// Statements joined by semicolons up to the end of the line.
    mutating func parseSimpleLine() {
        while take(.semicolon) {}
        while !isAtLineEnd {
            let start = cursor
            parseSimpleStatement()
            if !isAtStatementEnd { parseError(until: .statement) }
            // A closing bracket that something further out opened cannot be skipped by the error above.
            if cursor == start { leaf(.error) }
            while take(.semicolon) {}
        }
        take(.newline)
    }

    private mutating func parseSimpleStatement() {
        guard kind == .keyword else {
            if kind == .ellipsis, isPattern, endsStatement(kind(after: 1)) { return leaf(.ellipsis) }
            if kind == .ellipsisMetavariable, endsStatement(kind(after: 1)) { return leaf(.ellipsisMetavariable) }
            return parseNamedStatement()
        }
        let mark = here
        let keyword = code
        switch keyword {
        case PythonCode.return: parseValueStatement(.return)
        case PythonCode.raise: parseRaise()
        case PythonCode.pass: leaf(.empty)
        case PythonCode.break: leaf(.break)
        case PythonCode.continue: leaf(.continue)
        case PythonCode.del:
            advance()
            parseCommaSeparated { $0.parseTargetElement() }
            finish(.delete, mark)
        case PythonCode.assert: parseAssert()
        case PythonCode.global, PythonCode.nonlocal:
            advance()
            parseCommaSeparated { $0.parseName(role: .name) }
            finish(.scopeDeclaration, mark)
        case PythonCode.import: parseImport(since: mark)
        case PythonCode.from: parseFromImport(since: mark)
        default: parseExpressionStatement()
        }
    }

    /// A statement that starts with a name or an expression.
    private mutating func parseNamedStatement() {
        if kind == .identifier, code != PythonCode.none {
            if code == PythonCode.type, startsTypeAlias { return parseTypeAlias() }
            if code == PythonCode.lazy, startsLazyImport { return parseLazyImport() }
            if code == PythonCode.print || code == PythonCode.exec, startsOldCall { return parseOldCall() }
        }
        parseExpressionStatement()
    }

    private func endsStatement(_ kind: TokenKind) -> Bool {
        kind == .newline || kind == .semicolon || kind == .endOfFile || kind == .dedent
    }

    /// One or more elements with commas between them; a comma at the end is allowed.
    mutating func parseCommaSeparated(_ element: (inout PythonParser) -> Void) {
        repeat {
            if isAtStatementEnd { return }
            element(&self)
        } while take(.comma)
    }

    private mutating func parseValueStatement(_ nodeKind: NodeKind) {
        let mark = here
        advance()
        if !isAtStatementEnd {
            parseExpressionList()
            builder.setRole(.value)
        }
        finish(nodeKind, mark)
    }

    /// `raise`, with Python 2's `raise type, value, traceback`.
    private mutating func parseRaise() {
        let mark = here
        advance()
        if !isAtStatementEnd {
            parseExpression()
            builder.setRole(.value)
            while take(.comma) { parseExpression() }
            if takeKeyword(PythonCode.from) {
                parseExpression()
                builder.setRole(.cause)
            }
        }
        finish(.throw, mark)
    }

    private mutating func parseAssert() {
        let mark = here
        advance()
        parseExpression()
        builder.setRole(.condition)
        if take(.comma) {
            parseExpression()
            builder.setRole(.value)
        }
        finish(.assert, mark)
    }

    // MARK: Expressions and assignments

    /// An expression, assignment, annotated or augmented assignment as a statement; in a pattern, a lone `key: value` pair.
    private mutating func parseExpressionStatement() {
        let mark = here
        parseExpressionList()
        if kind == .assign {
            parseAssignment(since: mark)
        } else if isOperator(PythonCode.augmentedAssign) {
            builder.setRole(.target)
            let main = token
            advance()
            parseExpressionList()
            builder.setRole(.value)
            finish(.augmentedAssignment, mark, main: main, role: .value)
        } else if kind == .colon {
            if isPattern, builder.lastKind == .string || builder.lastKind == .number {
                return parsePairFragment(since: mark)
            }
            parseAnnotation(since: mark)
        } else {
            builder.setRole(.value)
        }
        finish(.expressionStatement, mark)
    }

    /// `target = target = value`; the first target is parsed. Nests to the right.
    private mutating func parseAssignment(since first: TreeBuilder.Mark) {
        var open: [(mark: TreeBuilder.Mark, main: TokenIndex)] = []
        var mark = first
        while kind == .assign {
            builder.setRole(.target)
            open.append((mark, token))
            advance()
            mark = here
            parseExpressionList()
        }
        builder.setRole(.value)
        for (mark, main) in open.reversed() { finish(.assignment, mark, main: main, role: .value) }
    }

    /// `target: type = value`; the target is parsed.
    private mutating func parseAnnotation(since mark: TreeBuilder.Mark) {
        builder.setRole(.target)
        let main = token
        advance()
        parseType(role: .type)
        var operatorToken = main
        if kind == .assign {
            operatorToken = token
            advance()
            parseExpressionList()
            builder.setRole(.value)
        }
        finish(.assignment, mark, main: operatorToken, role: .value)
    }

    /// `"key": value` alone in a pattern; the key is parsed.
    private mutating func parsePairFragment(since mark: TreeBuilder.Mark) {
        builder.setRole(.key)
        let main = token
        advance()
        parseExpression()
        builder.setRole(.value)
        take(.comma)
        finish(.pair, mark, main: main)
    }

    // MARK: Soft keywords

    /// `type Name = ..` or `type Name[..] = ..`.
    private var startsTypeAlias: Bool {
        let next = kind(after: 1)
        guard next == .identifier || next == .metavariable else { return false }
        return kind(after: 2) == .assign || kind(after: 2) == .leftBracket
    }

    private mutating func parseTypeAlias() {
        let mark = here
        advance()
        parseName(role: .name)
        if kind == .leftBracket { parseTypeParameters() }
        if take(.assign) { parseType(role: .value) } else { missing(role: .value) }
        finish(.typeAlias, mark)
    }

    /// Python 2's `print x` and `exec x`: the word, and then something that starts an expression and continues none. Nobody
    /// puts a space before a subscript.
    private var startsOldCall: Bool {
        switch kind(after: 1) {
        case .identifier, .string, .stringStart, .integer, .float, .metavariable, .leftBrace: true
        case .leftBracket: bytes[Int(starts[cursor + 1]) - 1] == 0x20
        case .keyword:
            switch code(after: 1) {
            case PythonCode.noneLiteral, PythonCode.true, PythonCode.false, PythonCode.lambda: true
            case PythonCode.not: code(after: 2) != PythonCode.in
            default: false
            }
        default: false
        }
    }

    /// Python 2's `print` and `exec` statements, as the calls they are today.
    private mutating func parseOldCall() {
        let mark = here
        leaf(.identifier, role: .callee)
        let arguments = here
        parseCommaSeparated { $0.parseExpression() }
        finish(.argumentList, arguments, role: .arguments)
        finish(.call, mark, role: .value)
        finish(.expressionStatement, mark)
    }

    // MARK: Nesting

    /// What nests too deep: an `error` node to the end of the statement and of the block under it.
    private mutating func parseTooDeepStatement() {
        let mark = here
        var nesting = 0
        repeat {
            if kind == .indent { nesting += 1 }
            if kind == .dedent {
                if nesting == 0 { break }
                nesting -= 1
            }
            let endsLine = kind == .newline
            advance()
            if nesting == 0, endsLine, kind != .indent { break }
        } while kind != .endOfFile
        finishLines(.error, mark)
    }
}
