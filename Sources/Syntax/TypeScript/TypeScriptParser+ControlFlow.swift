extension TypeScriptParser {
    /// A chain of `else if` of any length is parsed in a loop: its nesting costs no stack.
    mutating func ifStatement(role: Role) {
        var starts: [TreeBuilder.Mark] = []
        while true {
            starts.append(mark())
            advance()
            parenthesizedHead(role: .condition)
            bodyStatement()
            guard take(.else) else { break }
            if code != .if {
                bodyStatement(role: .alternate)
                break
            }
        }
        while let start = starts.popLast() {
            finish(.if, start, role: starts.isEmpty ? role : .alternate)
        }
    }

    /// `( expression )` after a keyword.
    mutating func parenthesizedHead(role: Role) {
        guard kind == .leftParenthesis else {
            missing(role: role)
            return
        }
        let open = position
        let outer = enterBrackets()
        advance()
        expression(role: role)
        closeBracket(open)
        leaveBrackets(outer)
    }

    /// The statement that a head governs.
    mutating func bodyStatement(role: Role = .body) {
        if kind == .rightBrace || isAtEnd {
            missing(role: role)
        } else {
            statement(role: role)
        }
    }

    mutating func whileStatement(role: Role) {
        let start = mark()
        advance()
        parenthesizedHead(role: .condition)
        bodyStatement()
        finish(.while, start, role: role)
    }

    mutating func doStatement(role: Role) {
        let start = mark()
        advance()
        bodyStatement()
        if take(.while) {
            parenthesizedHead(role: .condition)
        } else {
            missing(role: .condition)
        }
        _ = take(.semicolon)
        finish(.doWhile, start, role: role)
    }

    mutating func withStatement(role: Role) {
        let start = mark()
        advance()
        let item = mark()
        parenthesizedHead(role: .value)
        finish(.withItem, item)
        bodyStatement()
        finish(.with, start, role: role)
    }

    // MARK: For

    mutating func forStatement(role: Role) {
        let start = mark()
        advance()
        if code == .await { advance() }
        guard kind == .leftParenthesis else {
            missing()
            finish(.for, start, role: role)
            return
        }
        let open = position
        let outer = enterBrackets()
        advance()
        let node = forHead()
        leaveBrackets(outer)
        closeBracket(open)
        bodyStatement()
        finish(node, start, role: role)
    }

    private mutating func forHead() -> NodeKind {
        if dialect.isPattern, kind == .ellipsis, kind(ahead: 1) == .rightParenthesis {
            leaf(.ellipsis)
            return .for
        }
        if kind != .semicolon {
            allowsIn = false
            if startsForDeclaration {
                let start = mark()
                let main = variableDeclarators()
                finish(.variableDeclaration, start, main: main, role: .initializer)
            } else {
                expression(role: .initializer)
            }
            allowsIn = true
            if code == .of || code == .in {
                builder.setRole(.target)
                advance()
                expression(role: .iterable)
                return .forEach
            }
        }
        expect(.semicolon)
        if kind != .semicolon, kind != .rightParenthesis { expression(role: .condition) }
        expect(.semicolon)
        if kind != .rightParenthesis { expression(role: .update) }
        return .for
    }

    private var startsForDeclaration: Bool {
        switch code {
        case .var, .const: return kind == .keyword
        case .let:
            return kind(ahead: 1) != .semicolon && code(ahead: 1) != .of && code(ahead: 1) != .in
                && kind(ahead: 1) != .assign
        case .using: return kind(ahead: 1) == .identifier && code(ahead: 1) != .of
        case .await: return code(ahead: 1) == .using
        default: return false
        }
    }

    // MARK: Switch

    mutating func switchStatement(role: Role) {
        let start = mark()
        advance()
        parenthesizedHead(role: .subject)
        guard kind == .leftBrace else {
            missing()
            finish(.switch, start, role: role)
            return
        }
        let open = position
        let end = brackets.end(open)
        let outer = enterBrackets()
        advance()
        while position < end {
            switch code {
            case .case where dialect.isPattern && kind(ahead: 1) == .ellipsis && kind(ahead: 2) != .colon:
                // `case ...` stands for any cases, as `...` does.
                advance()
                leaf(.ellipsis)
            case .case, .default: switchCase(end)
            default:
                if dialect.isPattern, kind == .ellipsis {
                    leaf(.ellipsis)
                } else {
                    error(until: position + 1)
                }
            }
        }
        closeBracket(open)
        leaveBrackets(outer)
        finish(.switch, start, role: role)
    }

    private mutating func switchCase(_ end: Int) {
        let start = mark()
        let isDefault = code == .default
        advance()
        if !isDefault { expression(role: .pattern) }
        expect(.colon)
        let body = mark()
        while position < end, code != .case, code != .default || kind(ahead: 1) != .colon {
            let before = position
            statement()
            if position == before { error(until: position + 1) }
        }
        finish(.block, body, role: .body)
        finish(.case, start)
    }

    // MARK: Try

    mutating func tryStatement(role: Role) {
        let start = mark()
        advance()
        block(role: .body)
        if code == .catch, kind == .keyword { catchClause() }
        if take(.finally) { block(role: .finalizer) }
        finish(.try, start, role: role)
    }

    mutating func catchClause() {
        let start = mark()
        advance()
        if kind == .leftParenthesis {
            let open = position
            let outer = enterBrackets()
            advance()
            bindingTarget(role: .name)
            if take(.colon) { type(role: .type) }
            closeBracket(open)
            leaveBrackets(outer)
        }
        block(role: .body)
        finish(.catch, start)
    }

    // MARK: Jumps

    mutating func jumpWithValue(role: Role) {
        let start = mark()
        let node: NodeKind = code == .return ? .return : .throw
        advance()
        if !onNewLine, kind != .semicolon, kind != .rightBrace, !isAtEnd { expression(role: .value) }
        semicolon()
        finish(node, start, role: role)
    }

    mutating func jumpWithLabel(role: Role) {
        let start = mark()
        let node: NodeKind = code == .break ? .break : .continue
        advance()
        if !onNewLine, isIdentifier { name(role: .label) }
        semicolon()
        finish(node, start, role: role)
    }
}
