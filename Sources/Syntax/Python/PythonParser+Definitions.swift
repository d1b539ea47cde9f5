/// Functions, classes and what belongs to their heads.
extension PythonParser {
    /// Decorators and the definition under them. In a pattern, decorators may stand alone.
    mutating func parseDecorated() {
        let mark = here
        while kind == .at {
            parseDecorator()
            take(.newline)
        }
        let isAsyncFunction = isKeyword(PythonCode.async) && code(after: 1) == PythonCode.def
        if isKeyword(PythonCode.def) || isAsyncFunction {
            parseFunction(since: mark)
        } else if isKeyword(PythonCode.class) {
            parseClass(since: mark)
        } else if !isPattern {
            finishLines(.error, mark)
        }
    }

    private mutating func parseDecorator() {
        let mark = here
        advance()
        parseNamedExpression()
        builder.setRole(.value)
        finish(.decorator, mark)
        if !isAtLineEnd { parseError(until: .statement) }
    }

    /// `def` or `async def`; the decorators since `mark` are parsed.
    mutating func parseFunction(since mark: TreeBuilder.Mark) {
        takeKeyword(PythonCode.async)
        let main = token
        advance()
        parseName(role: .name)
        if kind == .leftBracket { parseTypeParameters() }
        if kind == .leftParenthesis { parseParameters() }
        if take(.arrow) { parseType(role: .returnType) }
        parseBlock()
        finishLines(.function, mark, main: main)
    }

    /// `class`; the decorators since `mark` are parsed.
    mutating func parseClass(since mark: TreeBuilder.Mark) {
        let main = token
        advance()
        parseName(role: .name)
        if kind == .leftBracket { parseTypeParameters() }
        if kind == .leftParenthesis {
            parseElements(closing: .rightParenthesis) { parser in
                parser.parseArgument(argumentsStart: parser.token)
                parser.builder.setRole(.supertype)
            }
        }
        parseBlock()
        finishLines(.class, mark, main: main)
    }

    // MARK: Parameters

    private mutating func parseParameters() {
        let mark = here
        parseElements(closing: .rightParenthesis) { $0.parseParameter(isAnnotated: true) }
        finish(.parameterList, mark, role: .parameters)
    }

    /// The parameters of a lambda, up to its colon.
    mutating func parseLambdaParameters() {
        let mark = here
        while kind != .colon, !isAtStatementEnd, !isClosingOfOpen {
            let start = cursor
            parseParameter(isAnnotated: false)
            if !take(.comma), kind != .colon { skipToColon() }
            if cursor == start { break }
        }
        finish(.parameterList, mark, role: .parameters)
    }

    private mutating func skipToColon() {
        if !isAtStatementEnd, !isClosingOfOpen { parseError(until: .header) }
    }

    private mutating func parseParameter(isAnnotated: Bool) {
        if isPattern {
            if kind == .ellipsis { return leaf(.ellipsis) }
            if kind == .ellipsisMetavariable { return leaf(.ellipsisMetavariable) }
        }
        let mark = here
        if isOperator(PythonCode.slash) { return leaf(.parameter) }
        if isOperator(PythonCode.star) || isOperator(PythonCode.doubleStar) {
            advance()
            if kind == .comma || kind == .rightParenthesis || kind == .colon { return finish(.parameter, mark) }
        }
        if kind == .leftParenthesis {
            // Python 2 unpacks a tuple here.
            parseBinary(PythonPrecedence.bitwiseOr)
            builder.setRole(.name)
        } else {
            parseName(role: .name)
        }
        if isAnnotated, take(.colon) { parseType(role: .type) }
        if take(.assign) {
            parseExpression()
            builder.setRole(.value)
        }
        finish(.parameter, mark)
    }

    // MARK: Types

    /// An annotation: a `type` node around an expression.
    mutating func parseType(role: Role) {
        let mark = here
        if isOperator(PythonCode.star) { parseSpread() } else { parseExpression() }
        builder.setRole(.value)
        finish(.type, mark, role: role)
    }

    /// `[T, *Ts, **P, U: bound = default]`
    mutating func parseTypeParameters() {
        let mark = here
        parseElements(closing: .rightBracket) { parser in
            if parser.isPattern, parser.kind == .ellipsis { return parser.leaf(.ellipsis) }
            let parameter = parser.here
            if parser.isOperator(PythonCode.star) || parser.isOperator(PythonCode.doubleStar) { parser.advance() }
            parser.parseName(role: .name)
            if parser.take(.colon) { parser.parseType(role: .type) }
            if parser.take(.assign) { parser.parseType(role: .value) }
            parser.finish(.typeParameter, parameter)
        }
        finish(.typeParameters, mark, role: .typeParameters)
    }
}
