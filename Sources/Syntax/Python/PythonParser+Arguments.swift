/// Arguments of calls and classes, and subscripts.
extension PythonParser {
    mutating func parseArguments() {
        let mark = here
        let start = token
        parseElements(closing: .rightParenthesis) { $0.parseArgument(argumentsStart: start) }
        finish(.argumentList, mark, role: .arguments)
    }

    /// One argument. The main token of a generator without parentheses of its own is the arguments' parenthesis.
    mutating func parseArgument(argumentsStart: TokenIndex) {
        let mark = here
        switch kind {
        case .operator where code == PythonCode.star || code == PythonCode.doubleStar:
            parseSpread()
            return parseGenerator(since: mark, argumentsStart)
        case .identifier where kind(after: 1) == .assign, .metavariable where kind(after: 1) == .assign:
            return parseKeywordArgument()
        case .keyword where kind(after: 1) == .assign:
            // Python 2 has arguments named `async` and, to `print`, others that are keywords since.
            return parseKeywordArgument()
        case .metavariable where isPattern && kind(after: 1) == .colon:
            leaf(.metavariable, role: .name)
            advance()
            parseType(role: .type)
            return finish(.typedMetavariable, mark)
        default:
            break
        }
        parseNamedExpression()
        parseGenerator(since: mark, argumentsStart)
    }

    /// The clauses after an argument that is a generator, unless it is none.
    private mutating func parseGenerator(since mark: TreeBuilder.Mark, _ argumentsStart: TokenIndex) {
        guard isKeyword(PythonCode.for) || isKeyword(PythonCode.async) else { return }
        builder.setRole(.value)
        parseComprehensionClauses()
        finish(.comprehension, mark, main: argumentsStart)
    }

    private mutating func parseKeywordArgument() {
        let mark = here
        leaf(kind == .metavariable ? .metavariable : .identifier, role: .label)
        advance()
        parseExpression()
        builder.setRole(.value)
        finish(.keywordArgument, mark)
    }

    /// One subscript: an expression, a slice, a spread, or a keyword argument.
    mutating func parseSubscript() {
        let mark = here
        if kind != .colon {
            if isOperator(PythonCode.star) { return parseSpread() }
            if kind == .identifier, kind(after: 1) == .assign { return parseKeywordArgument() }
            parseNamedExpression()
            guard kind == .colon else { return }
            builder.setRole(.lower)
        }
        advance()
        if startsExpression {
            parseExpression()
            builder.setRole(.upper)
        }
        if take(.colon), startsExpression {
            parseExpression()
            builder.setRole(.step)
        }
        finish(.slice, mark)
    }
}
