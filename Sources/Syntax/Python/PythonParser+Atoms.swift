/// The smallest expressions, and those in brackets.
extension PythonParser {
    mutating func parseAtom() {
        switch kind {
        case .identifier: leaf(.identifier)
        case .integer, .float: leaf(.number)
        case .string, .stringStart: parseStrings()
        case .leftParenthesis: parseParenthesized()
        case .leftBracket: parseArray()
        case .leftBrace: parseBraces()
        case .ellipsis: leaf(.ellipsis)
        case .metavariable: leaf(.metavariable)
        case .ellipsisMetavariable: leaf(.ellipsisMetavariable)
        case .deepStart: parseDeepEllipsis()
        case .keyword: parseKeywordAtom()
        default: missing()
        }
    }

    private mutating func parseKeywordAtom() {
        switch code {
        case PythonCode.noneLiteral: leaf(.null)
        case PythonCode.true, PythonCode.false: leaf(.boolean)
        case PythonCode.lambda: parseLambda()
        case PythonCode.yield: parseYield()
        case PythonCode.async, PythonCode.await: leaf(.identifier)
        default: missing()
        }
    }

    private mutating func parseLambda() {
        let mark = here
        advance()
        parseLambdaParameters()
        if take(.colon) { parseExpression() } else { missing() }
        builder.setRole(.body)
        finish(.lambda, mark)
    }

    private mutating func parseYield() {
        let mark = here
        advance()
        let isDelegating = takeKeyword(PythonCode.from)
        if isDelegating {
            parseExpression()
            builder.setRole(.value)
        } else if startsExpression {
            parseExpressionList()
            builder.setRole(.value)
        }
        finish(.yield, mark)
    }

    /// `<... e ...>` of a pattern.
    private mutating func parseDeepEllipsis() {
        let mark = here
        advance()
        parseExpressionList()
        builder.setRole(.value)
        if kind != .deepEnd { parseError(until: .listElement) }
        take(.deepEnd)
        finish(.deepEllipsis, mark)
    }

    // MARK: Brackets

    /// Parses the opening bracket here, comma-separated elements, and the closing bracket. What starts an element on a
    /// line of its own is one, although the comma before it is missing; what else fits neither becomes an error up to the next
    /// comma.
    mutating func parseElements(closing: TokenKind, _ element: (inout PythonParser) -> Void) {
        open(closing, by: 1)
        advance()
        while kind != closing, !isAtLineEnd {
            let start = cursor
            if kind != .comma { element(&self) }
            if kind == .comma {
                advance()
            } else if kind != closing, !isAtLineEnd, cursor == start || !startsLineOfElement {
                parseError(until: .listElement)
                take(.comma)
            }
            if cursor == start { break }
        }
        take(closing)
        open(closing, by: -1)
    }

    /// Whether the current token starts an expression on a line of its own.
    var startsLineOfElement: Bool { flags[cursor].contains(.newlineBefore) && startsExpression }

    /// Counts the brackets that are open by the kind that closes them.
    private mutating func open(_ closing: TokenKind, by change: Int) {
        switch closing {
        case .rightParenthesis: openParentheses += change
        case .rightBracket: openBrackets += change
        default: openBraces += change
        }
    }

    /// What an element in brackets makes of the bracket, told while its elements are parsed.
    private struct Contents {
        var count = 0
        var hasComma = false
        var isComprehension = false
        var hasPair = false
        var hasOnlyEllipses = true
    }

    /// Elements of a display up to `closing`, a comprehension's clauses after the first among them.
    private mutating func parseDisplay(closing: TokenKind) -> Contents {
        var contents = Contents()
        parseElements(closing: closing) { parser in
            let isEllipsis = parser.kind == .ellipsis || parser.kind == .ellipsisMetavariable
            parser.parseDisplayElement(isBraced: closing == .rightBrace, contents: &contents)
            contents.count += 1
            if !isEllipsis { contents.hasOnlyEllipses = false }
            if parser.isKeyword(PythonCode.for) || parser.isKeyword(PythonCode.async) {
                parser.builder.setRole(.value)
                parser.parseComprehensionClauses()
                contents.isComprehension = true
            }
            if parser.kind == .comma { contents.hasComma = true }
        }
        return contents
    }

    private mutating func parseDisplayElement(isBraced: Bool, contents: inout Contents) {
        if isOperator(PythonCode.star) { return parseSpread() }
        guard isBraced else { return parseNamedExpression() }
        if isOperator(PythonCode.doubleStar) {
            contents.hasPair = true
            return parseSpread()
        }
        let mark = here
        parseNamedExpression()
        guard kind == .colon else { return }
        contents.hasPair = true
        builder.setRole(.key)
        let main = token
        advance()
        parseExpression()
        builder.setRole(.value)
        finish(.pair, mark, main: main)
    }

    /// `(..)`: a tuple, a generator, a typed metavariable of a pattern, or an expression in parentheses.
    private mutating func parseParenthesized() {
        let mark = here
        if isPattern, kind(after: 1) == .metavariable, kind(after: 2) == .colon { return parseTypedMetavariable() }
        let contents = parseDisplay(closing: .rightParenthesis)
        if contents.isComprehension {
            finish(.comprehension, mark)
        } else if contents.count == 1, !contents.hasComma {
            if builder.lastKind != .spread { builder.setRole(.value) }
            finish(.parenthesized, mark)
        } else {
            finish(.tuple, mark)
        }
    }

    private mutating func parseArray() {
        let mark = here
        let contents = parseDisplay(closing: .rightBracket)
        finish(contents.isComprehension ? .comprehension : .array, mark)
    }

    /// `{..}`: a set or a dictionary, or a comprehension of either. `{...}` in a pattern is a dictionary.
    private mutating func parseBraces() {
        let mark = here
        let contents = parseDisplay(closing: .rightBrace)
        if contents.isComprehension {
            finish(.comprehension, mark)
        } else {
            let isDictionary = contents.hasPair || contents.count == 0 || (isPattern && contents.hasOnlyEllipses)
            finish(isDictionary ? .object : .set, mark)
        }
    }

    /// `($X: T)`
    private mutating func parseTypedMetavariable() {
        let mark = here
        advance()
        openParentheses += 1
        leaf(.metavariable, role: .name)
        advance()
        parseType(role: .type)
        if kind != .rightParenthesis { parseError(until: .listElement) }
        take(.rightParenthesis)
        openParentheses -= 1
        finish(.typedMetavariable, mark)
    }

    // MARK: Comprehensions

    /// `for target in iterable if condition ..`, as often as it stands here.
    mutating func parseComprehensionClauses() {
        while isKeyword(PythonCode.for) || (isKeyword(PythonCode.async) && code(after: 1) == PythonCode.for) {
            let mark = here
            takeKeyword(PythonCode.async)
            let main = token
            advance()
            parseTargetList()
            builder.setRole(.target)
            if takeKeyword(PythonCode.in) {
                parseBinary(PythonPrecedence.or)
                builder.setRole(.iterable)
            } else {
                missing(role: .iterable)
            }
            while takeKeyword(PythonCode.if) {
                parseCondition()
                builder.setRole(.condition)
            }
            finish(.comprehensionClause, mark, main: main)
        }
    }

    /// A condition of a comprehension, which an `if` after it does not make a conditional.
    private mutating func parseCondition() {
        let mark = here
        parseBinary(PythonPrecedence.or)
        guard isOperator(PythonCode.walrus) else { return }
        builder.setRole(.target)
        let main = token
        advance()
        parseBinary(PythonPrecedence.or)
        builder.setRole(.value)
        finish(.assignment, mark, main: main)
    }
}
