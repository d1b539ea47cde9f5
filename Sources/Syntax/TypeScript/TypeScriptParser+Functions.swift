extension TypeScriptParser {
    // MARK: Functions

    /// `async function* name<T>(..): R { .. }` as an expression.
    mutating func functionExpression() {
        let start = mark()
        functionRest(.lambda, start, role: .element)
    }

    /// From `async` or `function` on; a declaration without a body is an overload or ambient.
    mutating func functionRest(_ node: NodeKind, _ start: TreeBuilder.Mark, role: Role) {
        if code == .async { advance() }
        let main = position
        advance()
        _ = take(.star)
        if isIdentifier || kind == .ellipsis && dialect.isPattern || kind == .keyword && !onNewLine { name() }
        signature()
        if kind == .leftBrace {
            functionBody()
        } else if node == .function {
            semicolon()
        } else {
            missing(role: .body)
        }
        finish(node, start, main: main, role: role)
    }

    /// Type parameters, parameters and return type.
    mutating func signature() {
        if kind == .operator, code == .lessThan { typeParameters() }
        if kind == .leftParenthesis { parameters() } else { missing(role: .parameters) }
        if take(.colon) { type(role: .returnType, isReturnType: true) }
    }

    mutating func functionBody() {
        let outer = enterBrackets()
        block(role: .body)
        leaveBrackets(outer)
    }

    /// From the parameters of an object's method on; its name and modifiers stand in `start`.
    mutating func methodRest(_ start: TreeBuilder.Mark, main: Int) {
        signature()
        if kind == .leftBrace { functionBody() }
        finish(.function, start, main: main)
    }

    mutating func parameters() {
        let start = mark()
        let open = position
        let outer = enterBrackets()
        advance()
        elements(of: open, closer: .rightParenthesis) { $0.parameter() }
        leaveBrackets(outer)
        finish(.parameterList, start, role: .parameters)
    }

    private mutating func parameter() {
        if dialect.isPattern, kind == .ellipsisMetavariable || kind == .ellipsis && !startsSpreadOperand {
            leaf(kind == .ellipsis ? .ellipsis : .ellipsisMetavariable)
            return
        }
        let start = mark()
        while kind == .at { decorator() }
        while isParameterModifier { advance() }
        let main = position
        _ = take(.ellipsis)
        let before = position
        bindingTarget(role: .name)
        if position == before { kind == .keyword ? leaf(.identifier, role: .name) : () }
        _ = take(.question)
        if take(.colon) { type(role: .type) }
        if take(.assign) { assignment(role: .value) }
        finish(.parameter, start, main: main)
    }

    private var isParameterModifier: Bool {
        guard code.isParameterModifier else { return false }
        switch kind(ahead: 1) {
        case .identifier, .metavariable, .leftBrace, .leftBracket: return true
        default: return false
        }
    }

    // MARK: Arrow functions

    /// `x =>`, `(..) =>`, `(..): T =>`, `<T>(..) =>`, each with `async` before it or not.
    func startsArrowFunction() -> Bool {
        switch kind {
        case .identifier:
            if kinds[position + 1] == .arrow { return !onNewLine(ahead: 1) }
            guard code == .async, !onNewLine(ahead: 1) else { return false }
            if kind(ahead: 1) == .identifier { return kind(ahead: 2) == .arrow }
            if kind(ahead: 1) == .leftParenthesis { return isArrowHead(at: position + 1) }
            return code(ahead: 1) == .lessThan && isGenericArrowHead(at: position + 1)
        case .metavariable, .ellipsisMetavariable: return kinds[position + 1] == .arrow
        case .leftParenthesis: return isArrowHead(at: position)
        case .operator: return code == .lessThan && isGenericArrowHead(at: position)
        default: return false
        }
    }

    mutating func arrowFunction(role: Role) {
        let start = mark()
        if code == .async, kinds[position + 1] != .arrow { advance() }
        if kind == .operator { typeParameters() }
        if kind == .leftParenthesis {
            parameters()
            if take(.colon) { type(role: .returnType, isReturnType: true) }
        } else {
            bareParameter()
        }
        let main = position
        expect(.arrow)
        if kind == .leftBrace {
            functionBody()
        } else if startsExpression || code == .yield || kind == .ellipsis {
            assignment(role: .body)
        } else {
            missing(role: .body)
        }
        finish(.lambda, start, main: main, role: role)
    }

    private mutating func bareParameter() {
        let list = mark()
        if kind == .ellipsisMetavariable {
            leaf(.ellipsisMetavariable)
        } else {
            let parameter = mark()
            name()
            finish(.parameter, parameter)
        }
        finish(.parameterList, list, role: .parameters)
    }

    /// The parenthesis at `open` holds the parameters of an arrow function.
    func isArrowHead(at open: Int) -> Bool {
        guard let closer = brackets.closer(open) else { return false }
        let next = closer + 1
        switch kinds[next] {
        case .arrow: return true
        case .colon: return hasArrowReturnType(open: open, closer: closer)
        default: return false
        }
    }

    /// After `(..)` stands `: T =>`, and the parentheses can hold parameters. Between `?` and `:` they must be ones that
    /// nothing else can be.
    private func hasArrowReturnType(open: Int, closer: Int) -> Bool {
        let evidence = parameterEvidence(open: open, closer: closer)
        guard evidence == .certain || evidence == .possible && !inConditional else { return false }
        guard let end = typeEnd(at: closer + 2) else { return false }
        return kinds[end] == .arrow
    }

    private enum ParameterEvidence { case none, possible, certain }

    private func parameterEvidence(open: Int, closer: Int) -> ParameterEvidence {
        let first = open + 1
        if first == closer { return .certain }
        var place = first
        switch kinds[first] {
        case .ellipsis, .at: return .certain
        case .leftBrace, .leftBracket: place = brackets.end(first) + 1
        case .identifier, .metavariable: place = first + 1
        case .keyword where codes[first] == TypeScriptCode.this.rawValue: place = first + 1
        default: return .none
        }
        guard place <= closer else { return .none }
        switch kinds[place] {
        case .colon: return .certain
        case .question:
            let next = kinds[place + 1]
            return next == .colon || next == .comma || next == .rightParenthesis ? .certain : .none
        case .comma, .rightParenthesis, .assign: return .possible
        case .identifier: return kinds[first] == .identifier ? .certain : .none
        default: return .none
        }
    }

    /// The `<` at `open` opens the type parameters of an arrow function.
    private func isGenericArrowHead(at open: Int) -> Bool {
        guard dialect.hasTypes, let end = typeParametersEnd(at: open), kinds[end] == .leftParenthesis else {
            return false
        }
        guard let closer = brackets.closer(end) else { return false }
        switch kinds[closer + 1] {
        case .arrow: return true
        case .colon: return typeEnd(at: closer + 2).map { kinds[$0] == .arrow } ?? false
        default: return false
        }
    }
}
