extension TypeScriptParser {
    /// An expression with commas.
    mutating func expression(role: Role = .element) {
        let start = mark()
        assignment(role: role)
        guard kind == .comma else { return }
        builder.setRole(.element)
        while take(.comma) { assignment() }
        finish(.sequence, start, role: role)
    }

    /// An expression without commas.
    mutating func assignment(role: Role = .element) {
        guard descend(role: role) else { return }
        defer { depth -= 1 }
        if startsArrowFunction() {
            arrowFunction(role: role)
            return
        }
        if code == .yield, startsYield {
            yieldExpression(role: role)
            return
        }
        let start = mark()
        binary(minimum: 1)
        switch kind {
        case .question:
            conditional(start)
        case .assign:
            builder.setRole(.target)
            let main = position
            advance()
            assignment(role: .value)
            finish(.assignment, start, main: main)
        case .operator where code == .compoundAssign:
            builder.setRole(.target)
            let main = position
            advance()
            assignment(role: .value)
            finish(.augmentedAssignment, start, main: main)
        default:
            break
        }
        builder.setRole(role)
    }

    private mutating func conditional(_ start: TreeBuilder.Mark) {
        builder.setRole(.condition)
        let main = position
        advance()
        let outer = outerState
        allowsIn = true
        inConditional = true
        assignment(role: .body)
        leaveBrackets(outer)
        if take(.colon) {
            assignment(role: .alternate)
        } else {
            missing(role: .alternate)
        }
        finish(.conditional, start, main: main)
    }

    private var startsYield: Bool {
        switch kind(ahead: 1) {
        case .dot, .optionalDot, .assign, .arrow: false
        default: true
        }
    }

    private mutating func yieldExpression(role: Role) {
        let start = mark()
        advance()
        if !onNewLine {
            _ = take(.star)
            if startsExpression { assignment(role: .value) }
        }
        finish(.yield, start, role: role)
    }

    /// Operators of at least the precedence `minimum`.
    private mutating func binary(minimum: Int) {
        let start = mark()
        unary()
        while true {
            let precedence = code.binaryPrecedence
            guard precedence >= minimum else { return }
            let operatorCode = code
            let main = position
            switch operatorCode {
            case .in where !allowsIn: return
            case .as, .satisfies:
                if onNewLine || kind != .identifier { return }
                builder.setRole(.value)
                advance()
                type(role: .type)
                finish(.cast, start, main: main)
                continue
            default: break
            }
            builder.setRole(.left)
            advance()
            guard descend(role: .right) else {
                finish(.binary, start, main: main)
                return
            }
            binary(minimum: operatorCode == .power ? precedence : precedence + 1)
            depth -= 1
            builder.setRole(.right)
            finish(.binary, start, main: main)
        }
    }

    private mutating func unary() {
        switch code {
        case .not, .tilde, .plus, .minus, .increment, .decrement, .typeof, .void, .delete:
            prefix(.unary)
        case .await:
            if startsAwait { prefix(.await) } else { postfix() }
        case .lessThan:
            typeAssertion()
        default:
            postfix()
        }
    }

    private mutating func prefix(_ node: NodeKind) {
        guard descend() else { return }
        defer { depth -= 1 }
        let start = mark()
        advance()
        unary()
        builder.setRole(.value)
        finish(node, start)
    }

    private var startsAwait: Bool {
        switch kind(ahead: 1) {
        case .identifier, .keyword, .metavariable:
            switch code(ahead: 1) {
            case .in, .instanceof, .of, .as: return false
            default: return true
            }
        case .string, .stringStart, .integer, .float, .leftParenthesis, .leftBracket, .leftBrace, .regex, .deepStart,
            .hash:
            return true
        case .ellipsis: return dialect.isPattern
        case .operator:
            switch code(ahead: 1) {
            case .not, .tilde, .plus, .minus, .jsxOpen, .lessThan: return true
            default: return false
            }
        default: return false
        }
    }

    /// `<T>value`.
    private mutating func typeAssertion() {
        guard descend() else { return }
        defer { depth -= 1 }
        let start = mark()
        advance()
        type(role: .type)
        if !take(.greaterThan) { missing() }
        unary()
        builder.setRole(.value)
        finish(.cast, start)
    }

    /// The token at hand can begin an expression.
    var startsExpression: Bool {
        switch kind {
        case .identifier, .metavariable, .ellipsisMetavariable, .string, .stringStart, .integer, .float, .regex,
            .leftParenthesis, .leftBracket, .leftBrace, .hash, .deepStart, .at:
            return true
        case .ellipsis: return dialect.isPattern
        case .keyword:
            switch code {
            case .this, .super, .null, .true, .false, .function, .class, .new, .typeof, .void, .delete, .import:
                return true
            default: return false
            }
        case .operator:
            switch code {
            case .not, .tilde, .plus, .minus, .increment, .decrement, .lessThan, .jsxOpen: return true
            default: return false
            }
        default: return false
        }
    }
}
