/// Statements with blocks, but for definitions and `match`.
extension PythonParser {
    /// Parses the compound statement that starts with the current keyword; false, with nothing moved, where none does.
    mutating func parseCompound() -> Bool {
        switch code {
        case PythonCode.def: parseFunction(since: here)
        case PythonCode.class: parseClass(since: here)
        case PythonCode.if: parseIf(role: .element)
        case PythonCode.while: parseWhile()
        case PythonCode.for: parseFor()
        case PythonCode.try: parseTry()
        case PythonCode.with: parseWith()
        case PythonCode.async: return parseAsync()
        case PythonCode.except where isPattern: parseExcept()
        case PythonCode.else, PythonCode.elif, PythonCode.except, PythonCode.finally: parseStrayClause()
        default: return false
        }
        return true
    }

    private mutating func parseAsync() -> Bool {
        guard kind(after: 1) == .keyword else { return false }
        switch code(after: 1) {
        case PythonCode.def: parseFunction(since: here)
        case PythonCode.for: parseFor()
        case PythonCode.with: parseWith()
        default: return false
        }
        return true
    }

    /// A clause whose statement is not there: an error up to its colon; its block's statements are taken as the
    /// surrounding block's.
    private mutating func parseStrayClause() {
        parseError(until: .header)
        take(.colon)
        if !isAtLineEnd { return parseSimpleLine() }
        take(.newline)
        if kind == .indent {
            strayIndents += 1
            advance()
        }
    }

    // MARK: Blocks

    /// The colon and the block after it. Where the rest of the line is not what belongs there, it becomes an error; a block
    /// that is indented under the line is still found.
    mutating func parseBlock(role: Role = .body) {
        if kind != .colon, !isAtLineEnd { parseError(until: .header) }
        let hasColon = take(.colon)
        guard isAtLineEnd else {
            let mark = here
            if hasColon { parseSimpleLine() }
            return finishLines(.block, mark, role: role)
        }
        // A block without statements stands before the end of its line, where the statement it belongs to ends.
        let empty = here
        take(.newline)
        guard kind == .indent else {
            return builder.finish(.block, since: empty, endToken: empty.token, role: role)
        }
        advance()
        let mark = here
        let strayOutside = strayIndents
        strayIndents = 0
        while kind != .endOfFile {
            if kind == .dedent {
                if strayIndents == 0 { break }
                strayIndents -= 1
                advance()
            } else if kind == .indent {
                strayIndents += 1
                advance()
            } else if kind == .newline {
                advance()
            } else {
                parseStatement()
            }
        }
        strayIndents = strayOutside
        take(.dedent)
        if builder.count == Int(mark.node) {
            return builder.finish(.block, since: empty, endToken: empty.token, role: role)
        }
        finishLines(.block, mark, role: role)
    }

    /// `else: ..` or `finally: ..`, if it is there.
    private mutating func parseClause(_ keyword: UInt8, role: Role) {
        if takeKeyword(keyword) { parseBlock(role: role) }
    }

    // MARK: Statements

    private mutating func parseIf(role: Role) {
        guard depth < SyntaxLimits.depth else {
            let mark = here
            parseStrayClause()
            return finishLines(.error, mark, role: role)
        }
        depth += 1
        defer { depth -= 1 }
        let mark = here
        advance()
        parseNamedExpression()
        builder.setRole(.condition)
        parseBlock()
        if isKeyword(PythonCode.elif) {
            parseIf(role: .alternate)
        } else {
            parseClause(PythonCode.else, role: .alternate)
        }
        finishLines(.if, mark, role: role)
    }

    private mutating func parseWhile() {
        let mark = here
        advance()
        parseNamedExpression()
        builder.setRole(.condition)
        parseBlock()
        parseClause(PythonCode.else, role: .alternate)
        finishLines(.while, mark)
    }

    private mutating func parseFor() {
        let mark = here
        takeKeyword(PythonCode.async)
        let main = token
        advance()
        parseTargetList()
        builder.setRole(.target)
        if takeKeyword(PythonCode.in) {
            parseExpressionList()
            builder.setRole(.iterable)
        } else {
            missing(role: .iterable)
        }
        parseBlock()
        parseClause(PythonCode.else, role: .alternate)
        finishLines(.forEach, mark, main: main)
    }

    private mutating func parseTry() {
        let mark = here
        advance()
        parseBlock()
        while isKeyword(PythonCode.except) { parseExcept() }
        parseClause(PythonCode.else, role: .alternate)
        parseClause(PythonCode.finally, role: .finalizer)
        finishLines(.try, mark)
    }

    /// `except A as e:`, `except* A:`, 3.14's `except A, B:` and Python 2's `except A, e:`, which a second name in lower
    /// case is taken for.
    private mutating func parseExcept() {
        let mark = here
        advance()
        if isOperator(PythonCode.star) { advance() }
        if kind != .colon, !isAtLineEnd {
            parseExpression()
            builder.setRole(.pattern)
            while take(.comma) {
                if kind == .identifier, kind(after: 1) == .colon, namesVariable {
                    parseName(role: .name)
                } else {
                    parseExpression()
                    builder.setRole(.pattern)
                }
            }
            if takeKeyword(PythonCode.as) { parseName(role: .name) }
        }
        parseBlock()
        finishLines(.catch, mark)
    }

    /// Whether the current identifier starts with a small letter.
    private var namesVariable: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[Int(starts[cursor])])
    }

    private mutating func parseWith() {
        let mark = here
        takeKeyword(PythonCode.async)
        let main = token
        advance()
        if kind == .leftParenthesis, hasParenthesizedItems {
            advance()
            openParentheses += 1
            while kind != .rightParenthesis, !isAtLineEnd {
                let start = cursor
                parseWithItem()
                if kind != .rightParenthesis, !take(.comma) { parseError(until: .listElement) }
                if cursor == start { break }
            }
            openParentheses -= 1
            take(.rightParenthesis)
        } else {
            repeat { parseWithItem() } while take(.comma)
        }
        parseBlock()
        finishLines(.with, mark, main: main)
    }

    private mutating func parseWithItem() {
        let mark = here
        if isPattern, kind == .ellipsis, kind(after: 1) == .comma || kind(after: 1) == .colon { return leaf(.ellipsis) }
        parseExpression()
        builder.setRole(.value)
        if takeKeyword(PythonCode.as) {
            parseTargetElement()
            builder.setRole(.target)
        }
        finish(.withItem, mark)
    }

    /// Whether the parenthesis here holds the items of a `with` statement rather than starts an expression: a colon follows
    /// its end, and nothing directly in it can only stand in an expression's parentheses.
    private var hasParenthesizedItems: Bool {
        var position = cursor + 1
        var nesting = 0
        if kinds[position] == .rightParenthesis || codes[position] == PythonCode.yield { return false }
        if kinds[position] == .operator, codes[position] == PythonCode.star { return false }
        while position < kinds.count {
            switch kinds[position] {
            case .leftParenthesis, .leftBracket, .leftBrace, .interpolationStart: nesting += 1
            case .rightParenthesis, .rightBracket, .rightBrace, .interpolationEnd:
                if nesting == 0 { return position + 1 < kinds.count && kinds[position + 1] == .colon }
                nesting -= 1
            case .keyword where nesting == 0 && codes[position] == PythonCode.for: return false
            case .operator where nesting == 0 && codes[position] == PythonCode.walrus: return false
            case .operator where nesting == 0 && codes[position] == PythonCode.star && kinds[position - 1] == .comma:
                return false
            case .newline, .endOfFile: return false
            default: break
            }
            position += 1
        }
        return false
    }
}
