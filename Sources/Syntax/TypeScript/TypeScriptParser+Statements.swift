extension TypeScriptParser {
    /// Statements up to the token `end`.
    mutating func statements(until end: Int, inPatternFile: Bool = false) {
        while position < end, !isAtEnd {
            let before = position
            if inPatternFile, patternFragment() { continue }
            statement()
            if position == before { error(until: position + 1) }
        }
    }

    /// `{ .. }`; the closing brace may be missing.
    mutating func block(role: Role = .element) {
        guard kind == .leftBrace else {
            missing(role: role)
            return
        }
        let start = mark()
        let open = position
        let outer = enterBrackets()
        advance()
        statements(until: brackets.end(open))
        closeBracket(open)
        leaveBrackets(outer)
        finish(.block, start, role: role)
    }

    /// Takes the bracket that closes the one at `open`; what stands before it is an error.
    mutating func closeBracket(_ open: Int) {
        let end = brackets.end(open)
        if position < end,
            brackets.closer(open) != nil || kinds[open] == .leftBrace || kinds[open] == .interpolationStart
        {
            error(until: end)
        }
        if position == end, brackets.closer(open) != nil {
            advance()
        } else {
            missing()
        }
    }

    /// What a bracket resets: inside, `in` is an operator and an arrow function is one.
    struct OuterState {
        let allowsIn: Bool
        let inConditional: Bool
        let inHeritage: Bool
        let inDecorator: Bool
    }

    @inline(__always)
    var outerState: OuterState {
        OuterState(allowsIn: allowsIn, inConditional: inConditional, inHeritage: inHeritage, inDecorator: inDecorator)
    }

    @inline(__always)
    mutating func enterBrackets() -> OuterState {
        let outer = outerState
        allowsIn = true
        inConditional = false
        inHeritage = false
        inDecorator = false
        return outer
    }

    @inline(__always)
    mutating func leaveBrackets(_ outer: OuterState) {
        allowsIn = outer.allowsIn
        inConditional = outer.inConditional
        inHeritage = outer.inHeritage
        inDecorator = outer.inDecorator
    }

    mutating func statement(role: Role = .element) {
        guard descend(role: role) else { return }
        let outer = (statementStart, statementIndentation)
        statementStart = position
        statementIndentation = nil
        defer {
            depth -= 1
            (statementStart, statementIndentation) = outer
        }
        switch kind {
        case .leftBrace: block(role: role)
        case .semicolon: leaf(.empty, role: role)
        case .at: decorated(role: role)
        case .keyword: keywordStatement(role: role)
        case .identifier: wordStatement(role: role)
        case .ellipsis where dialect.isPattern, .ellipsisMetavariable:
            let start = mark()
            advance()
            let node: NodeKind = kinds[position - 1] == .ellipsis ? .ellipsis : .ellipsisMetavariable
            if node == .ellipsisMetavariable, isExpressionContinuation {
                skip(to: Int(start.token))
                expressionStatement(role: role)
                return
            }
            finish(node, start, role: role)
            _ = take(.semicolon)
        case .rightParenthesis, .rightBracket, .rightBrace, .interpolationEnd, .stringEnd:
            error(until: position + 1, role: role)
        default: expressionStatement(role: role)
        }
    }

    /// The token at hand goes on with an expression that an operand began.
    private var isExpressionContinuation: Bool {
        switch kind {
        case .operator, .dot, .optionalDot, .question, .assign, .leftParenthesis, .leftBracket, .comma: !onNewLine
        default: false
        }
    }

    private mutating func keywordStatement(role: Role) {
        switch code {
        case .var: variableStatement(mark(), role: role)
        case .const:
            if code(ahead: 1) == .enum {
                declaration(mark(), role: role)
            } else {
                variableStatement(mark(), role: role)
            }
        case .function where dialect.isPattern && kind(ahead: 1) == .leftParenthesis: expressionStatement(role: role)
        case .function, .class, .enum: declaration(mark(), role: role)
        case .import:
            if kind(ahead: 1) == .leftParenthesis || kind(ahead: 1) == .dot {
                expressionStatement(role: role)
            } else {
                importDeclaration(role: role)
            }
        case .export: exportDeclaration(mark(), role: role)
        case .if: ifStatement(role: role)
        case .for: forStatement(role: role)
        case .while: whileStatement(role: role)
        case .do: doStatement(role: role)
        case .switch: switchStatement(role: role)
        case .try: tryStatement(role: role)
        case .return, .throw: jumpWithValue(role: role)
        case .break, .continue: jumpWithLabel(role: role)
        case .with: withStatement(role: role)
        case .debugger:
            let start = mark()
            leaf(.identifier, role: .value)
            semicolon()
            finish(.expressionStatement, start, role: role)
        case .case, .default, .catch, .finally, .else, .extends, .in, .instanceof:
            error(until: position + 1, role: role)
        default: expressionStatement(role: role)
        }
    }

    private mutating func wordStatement(role: Role) {
        if kind(ahead: 1) == .colon {
            labeledStatement(role: role)
            return
        }
        switch code {
        case .let, .using:
            if startsBinding(at: position + 1) {
                variableStatement(mark(), role: role)
            } else {
                expressionStatement(role: role)
            }
        case .await where code(ahead: 1) == .using && kind(ahead: 2) == .identifier && !onNewLine(ahead: 2):
            variableStatement(mark(), role: role)
        case .async, .abstract, .declare, .interface, .type, .namespace, .module, .global:
            if startsDeclaration(at: position) {
                declaration(mark(), role: role)
            } else {
                expressionStatement(role: role)
            }
        default:
            expressionStatement(role: role)
        }
    }

    /// After `let` or `using`: a name, `[` or `{`.
    private func startsBinding(at place: Int) -> Bool {
        guard place < kinds.count else { return false }
        switch kinds[place] {
        case .identifier:
            if code == .using {
                return !flags[place].contains(.newlineBefore) && codes[place] != TypeScriptCode.of.rawValue
            }
            return true
        case .metavariable: return true
        case .leftBrace, .leftBracket: return code == .let
        case .ellipsis: return dialect.isPattern && code == .let
        case .keyword: return false
        default: return false
        }
    }

    mutating func expressionStatement(role: Role) {
        let start = mark()
        expression(role: .value)
        semicolon()
        finish(.expressionStatement, start, role: role)
    }

    /// The end of a statement: a semicolon, or the places where one may be left out.
    mutating func semicolon() {
        if take(.semicolon) || kind == .rightBrace || isAtEnd || onNewLine { return }
        // In a pattern, an ellipsis separates statements on one line.
        if dialect.isPattern, kind == .ellipsis { return }
        missing()
    }

    private mutating func labeledStatement(role: Role) {
        let start = mark()
        name()
        advance()
        statement(role: .body)
        finish(.labeled, start, role: role)
    }

    // MARK: Variables

    /// `var`, `let`, `const`, `using`, `await using` with its semicolon.
    mutating func variableStatement(_ start: TreeBuilder.Mark, role: Role) {
        let main = variableDeclarators()
        semicolon()
        finish(.variableDeclaration, start, main: main, role: role)
    }

    /// The keyword and its declarators; returns the keyword's place.
    mutating func variableDeclarators() -> Int {
        if code == .await { advance() }
        let main = position
        advance()
        repeat {
            declarator()
        } while take(.comma)
        return main
    }

    private mutating func declarator() {
        let start = mark()
        bindingTarget(role: .target)
        if kind == .operator, code == .not { advance() }
        if take(.colon) { type(role: .type) }
        if take(.assign) { assignment(role: .value) }
        finish(.declarator, start)
    }

    /// A name, an object or array to take apart, and in patterns an ellipsis.
    mutating func bindingTarget(role: Role) {
        switch kind {
        case .leftBrace: object(role: role)
        case .leftBracket: array(role: role)
        case .keyword where code != .this: missing(role: role)
        default: name(role: role)
        }
    }
}
