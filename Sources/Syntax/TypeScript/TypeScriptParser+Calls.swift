extension TypeScriptParser {
    /// An operand with everything that follows it: members, calls, indices, templates, `!`, `++`.
    mutating func postfix() {
        let start = mark()
        primary()
        chain(start, allowsCalls: true)
        if kind == .operator, code == .increment || code == .decrement, !onNewLine {
            builder.setRole(.value)
            let main = position
            advance()
            finish(.postfix, start, main: main)
        }
    }

    /// Members, indices, templates and, but for the class of a `new`, calls.
    private mutating func chain(_ start: TreeBuilder.Mark, allowsCalls: Bool) {
        while true {
            switch kind {
            case .dot: member(start)
            case .optionalDot:
                guard allowsCalls else { return }
                optionalMember(start)
            case .leftBracket:
                if inDecorator { return }
                index(start, main: position)
            case .leftParenthesis:
                guard allowsCalls else { return }
                builder.setRole(.callee)
                arguments()
                finish(.call, start)
            case .stringStart:
                guard isTemplate else { return }
                builder.setRole(.tag)
                template(role: .value)
                finish(.taggedTemplate, start)
            case .string:
                guard isTemplate else { return }
                builder.setRole(.tag)
                leaf(.string, role: .value)
                finish(.taggedTemplate, start)
            case .operator:
                if code == .not, !onNewLine, dialect.hasTypes {
                    builder.setRole(.value)
                    let main = position
                    advance()
                    finish(.postfix, start, main: main)
                } else if code == .lessThan, dialect.hasTypes || inHeritage, let end = typeArgumentsEnd(at: position),
                    mayFollowTypeArguments(end)
                {
                    guard chainTypeArguments(start, end: end, allowsCalls: allowsCalls) else { return }
                } else {
                    return
                }
            default: return
            }
        }
    }

    /// A string token that is a template without holes.
    private var isTemplate: Bool { bytes[Int(tokens.starts[position])] == UInt8(ascii: "`") }

    /// `f<T>(x)`, `f<T>`; false where the chain ends with the type arguments of a `new`.
    private mutating func chainTypeArguments(_ start: TreeBuilder.Mark, end: Int, allowsCalls: Bool) -> Bool {
        switch kinds[end] {
        case .leftParenthesis where allowsCalls:
            builder.setRole(.callee)
            typeArguments()
            arguments()
            finish(.call, start)
        case .leftParenthesis:
            return false
        case .string, .stringStart:
            builder.setRole(.tag)
            typeArguments()
            if kind == .string { leaf(.string, role: .value) } else { template(role: .value) }
            finish(.taggedTemplate, start)
        default:
            guard allowsCalls else { return false }
            builder.setRole(.name)
            typeArguments()
            finish(.genericType, start)
        }
        return true
    }

    private mutating func member(_ start: TreeBuilder.Mark) {
        builder.setRole(.object)
        let main = position
        advance()
        // A half-typed `a.` does not take the beginning of the next line's statement for its name.
        if onNewLine, isPropertyWord, isPropertyWord(kind(ahead: 1)) && !onNewLine(ahead: 1) || startsNextStatement() {
            missing(role: .name)
        } else {
            name()
        }
        finish(.member, start, main: main)
    }

    private mutating func optionalMember(_ start: TreeBuilder.Mark) {
        switch kind(ahead: 1) {
        case .leftParenthesis:
            builder.setRole(.callee)
            advance()
            arguments()
            finish(.call, start)
        case .leftBracket:
            advance()
            index(start, main: position)
        case .operator where code(ahead: 1) == .lessThan:
            builder.setRole(.callee)
            advance()
            typeArguments()
            if kind == .leftParenthesis { arguments() } else { missing(role: .arguments) }
            finish(.call, start)
        default:
            member(start)
        }
    }

    private mutating func index(_ start: TreeBuilder.Mark, main: Int) {
        builder.setRole(.object)
        let open = position
        let outer = enterBrackets()
        advance()
        expression(role: .index)
        closeBracket(open)
        leaveBrackets(outer)
        finish(.index, start, main: main)
    }

    /// `(a, ...b)`.
    mutating func arguments() {
        let start = mark()
        let open = position
        let outer = enterBrackets()
        advance()
        elements(of: open, closer: .rightParenthesis) { $0.element() }
        leaveBrackets(outer)
        finish(.argumentList, start, role: .arguments)
    }

    /// Comma-separated elements and the closing bracket of the bracket at `open`. Where the bracket is closed, what cannot
    /// be read before the next comma is an error node; where it is not, the list ends at the first such token.
    mutating func elements(of open: Int, closer wanted: TokenKind, _ element: (inout TypeScriptParser) -> Void) {
        let closer = brackets.closer(open)
        let end = brackets.end(open)
        while position < end, kind != wanted {
            if closer == nil, startsNextStatement() { break }
            let before = position
            element(&self)
            if position < end, kind != .comma {
                if closer == nil {
                    if position == before || !startsExpression || onNewLine { break }
                    missing()
                    continue
                }
                let next = nextComma(before: end)
                error(until: max(next, position + 1))
            }
            if position < end, !take(.comma), position == before { break }
        }
        if closer != nil, position == end {
            advance()
        } else {
            missing()
        }
    }

    /// The next comma of this list, or `end`.
    private func nextComma(before end: Int) -> Int {
        var place = position
        while place < end {
            switch kinds[place] {
            case .comma: return place
            case .leftParenthesis, .leftBracket, .leftBrace, .interpolationStart:
                place = max(brackets.end(place), place + 1)
            default: place += 1
            }
        }
        return end
    }

    /// An argument or array element.
    mutating func element() {
        switch kind {
        case .ellipsis:
            if dialect.isPattern, !startsSpreadOperand {
                leaf(.ellipsis)
                return
            }
            let start = mark()
            advance()
            assignment(role: .value)
            finish(.spread, start)
        case .comma:
            finish(.elision, mark())
        default:
            assignment()
        }
    }

    /// After a `...`: an expression, so that it spreads rather than stands for something.
    var startsSpreadOperand: Bool {
        switch kind(ahead: 1) {
        case .comma, .rightParenthesis, .rightBracket, .rightBrace, .endOfFile, .semicolon, .dot, .deepEnd, .operator,
            .assign:
            false
        default: true
        }
    }

    /// `new C(..)`, `new.target`.
    mutating func newExpression() {
        guard descend() else { return }
        defer { depth -= 1 }
        let start = mark()
        if kind(ahead: 1) == .dot {
            leaf(.identifier, role: .object)
            let main = position
            advance()
            name()
            finish(.member, start, main: main)
            return
        }
        advance()
        let callee = mark()
        if startsNextStatement() {
            missing()
        } else if code == .new {
            newExpression()
        } else {
            primary()
        }
        chain(callee, allowsCalls: false)
        builder.setRole(.callee)
        if kind == .operator, code == .lessThan, dialect.hasTypes, typeArgumentsEnd(at: position) != nil {
            typeArguments()
        }
        if kind == .leftParenthesis { arguments() }
        finish(.new, start)
    }
}
