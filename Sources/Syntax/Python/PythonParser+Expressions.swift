/// Expressions from the loosest operator to calls and members.
extension PythonParser {
    /// `a, *b, c`: a tuple where there is a comma, `yield` too.
    mutating func parseExpressionList() {
        let mark = here
        parseListElement()
        finishTuple(since: mark) { $0.parseListElement() }
    }

    /// The targets of `for`, which end before `in`.
    mutating func parseTargetList() {
        let mark = here
        parseTargetElement()
        finishTuple(since: mark) { $0.parseTargetElement() }
    }

    /// Goes on with a list whose first element is parsed; makes a tuple of it if a comma follows.
    private mutating func finishTuple(since mark: TreeBuilder.Mark, _ element: (inout PythonParser) -> Void) {
        guard kind == .comma else { return }
        while take(.comma), startsExpression { element(&self) }
        finish(.tuple, mark)
    }

    private mutating func parseListElement() {
        if isOperator(PythonCode.star) { return parseSpread() }
        parseNamedExpression()
    }

    /// A target, or an operand that binds tighter than comparisons: the `in` after it is not part of it.
    mutating func parseTargetElement() {
        guard isOperator(PythonCode.star) else { return parseBinary(PythonPrecedence.bitwiseOr) }
        let mark = here
        advance()
        parseBinary(PythonPrecedence.bitwiseOr)
        builder.setRole(.value)
        finish(.spread, mark)
    }

    /// `*x` or `**x`.
    mutating func parseSpread() {
        let mark = here
        advance()
        parseExpression()
        builder.setRole(.value)
        finish(.spread, mark)
    }

    /// An expression, or `name := expression`.
    mutating func parseNamedExpression() {
        let mark = here
        parseExpression()
        guard isOperator(PythonCode.walrus) else { return }
        builder.setRole(.target)
        let main = token
        advance()
        parseExpression()
        builder.setRole(.value)
        finish(.assignment, mark, main: main)
    }

    /// An expression without commas: a conditional, a lambda, `yield`, or anything that binds tighter.
    mutating func parseExpression() {
        let mark = here
        parseBinary(PythonPrecedence.or)
        guard isKeyword(PythonCode.if) else { return }
        builder.setRole(.body)
        let main = token
        advance()
        parseBinary(PythonPrecedence.or)
        builder.setRole(.condition)
        if takeKeyword(PythonCode.else) {
            parseNested { $0.parseExpression() }
            builder.setRole(.alternate)
        } else {
            missing(role: .alternate)
        }
        finish(.conditional, mark, main: main)
    }

    /// Runs `parse` one level deeper, or makes an error of what it would parse where that is too deep.
    private mutating func parseNested(_ parse: (inout PythonParser) -> Void) {
        guard depth < SyntaxLimits.depth else { return parseError(until: .listElement) }
        depth += 1
        parse(&self)
        depth -= 1
    }

    /// Operands and the binary operators between them that bind at least as tightly as `minimum`.
    mutating func parseBinary(_ minimum: UInt8) {
        guard depth < SyntaxLimits.depth else { return parseError(until: .listElement) }
        depth += 1
        defer { depth -= 1 }
        let mark = here
        parseUnary()
        while kind == .operator || kind == .keyword {
            let precedence = PythonPrecedence.ofBinary(code)
            guard precedence >= minimum, precedence != PythonPrecedence.none else { return }
            let main = token
            if code == PythonCode.not {
                guard kind(after: 1) == .keyword, code(after: 1) == PythonCode.in else { return }
                advance()
            }
            let isIdentity = code == PythonCode.is
            advance()
            if isIdentity { takeKeyword(PythonCode.not) }
            builder.setRole(.left)
            // A sign on the right of `**` binds less tightly than it; parsing it as an operand of its own does that.
            parseBinary(precedence == PythonPrecedence.power ? precedence : precedence + 1)
            builder.setRole(.right)
            finish(.binary, mark, main: main)
        }
    }

    private mutating func parseUnary() {
        let mark = here
        switch code {
        case PythonCode.not where kind == .keyword:
            advance()
            finishPrefix(.unary, mark, operand: PythonPrecedence.not)
        case PythonCode.plus where kind == .operator, PythonCode.minus where kind == .operator,
            PythonCode.tilde where kind == .operator:
            advance()
            finishPrefix(.unary, mark, operand: PythonPrecedence.sign)
        case PythonCode.await where kind == .keyword:
            guard startsOperand(kind(after: 1), code(after: 1)) else { return parsePostfix() }
            advance()
            finishPrefix(.await, mark, operand: PythonPrecedence.power + 1)
        default:
            parsePostfix()
        }
    }

    private mutating func finishPrefix(_ nodeKind: NodeKind, _ mark: TreeBuilder.Mark, operand: UInt8) {
        parseBinary(operand)
        builder.setRole(.value)
        finish(nodeKind, mark)
    }

    /// An atom with the calls, subscripts and members after it.
    private mutating func parsePostfix() {
        let mark = here
        parseAtom()
        while true {
            let main = token
            switch kind {
            case .leftParenthesis:
                builder.setRole(.callee)
                parseArguments()
                finish(.call, mark)
            case .leftBracket:
                builder.setRole(.object)
                parseElements(closing: .rightBracket) {
                    $0.parseSubscript()
                    $0.builder.setRole(.index)
                }
                finish(.index, mark, main: main)
            case .dot:
                builder.setRole(.object)
                advance()
                parseMemberName()
                finish(.member, mark, main: main)
            default:
                return
            }
        }
    }

    /// The name after a dot. A keyword there is taken for a name: it is one in Python 2 (`x.exec`, `m.async`), and what is
    /// half typed.
    private mutating func parseMemberName() {
        if kind == .keyword, kinds[cursor - 1] == .dot, !isBinaryKeyword {
            leaf(.identifier, role: .name)
        } else {
            parseName(role: .name)
        }
    }

    /// Whether the current keyword goes on with an expression after a name that is missing.
    private var isBinaryKeyword: Bool {
        PythonPrecedence.ofBinary(code) != PythonPrecedence.none || code == PythonCode.if || code == PythonCode.else
            || code == PythonCode.for
    }

    // MARK: What starts an expression

    /// Whether the current token starts an expression or a spread.
    var startsExpression: Bool {
        startsOperand(kind, code) || (kind == .operator && code == PythonCode.star)
    }

    private func startsOperand(_ kind: TokenKind, _ code: UInt8) -> Bool {
        switch kind {
        case .identifier, .integer, .float, .string, .stringStart, .leftParenthesis, .leftBracket, .leftBrace,
            .ellipsis,
            .metavariable, .ellipsisMetavariable, .deepStart:
            true
        case .operator: code == PythonCode.plus || code == PythonCode.minus || code == PythonCode.tilde
        case .keyword:
            switch code {
            case PythonCode.not, PythonCode.await, PythonCode.lambda, PythonCode.yield, PythonCode.noneLiteral,
                PythonCode.true,
                PythonCode.false:
                true
            default: false
            }
        default: false
        }
    }
}
