/// Lists, parameters, type parameters, requirements, enum cases.
extension SwiftTreeBuilder {
    // MARK: Lists

    /// The elements of a bracketed list whose opening bracket is at `open` and already taken, with commas, and the closing
    /// bracket. Text that no element takes becomes an error node; a list that is not closed ends where the next line
    /// does not go on with it.
    mutating func list(_ open: Int, _ element: (inout SwiftTreeBuilder) -> Void) {
        let outer = (allowsClosure: context.allowsClosure, statement: statementStart)
        context.allowsClosure = true
        defer {
            context.allowsClosure = outer.allowsClosure
            statementStart = outer.statement
        }
        let partner = partners[open] > TokenIndex(open) ? Int(partners[open]) : -1
        if partner >= 0 { statementStart = StatementStart() }
        while true {
            if partner >= 0 ? index >= partner : endsOpenList() { break }
            let start = index
            element(&self)
            if kind == .comma {
                advance()
                continue
            }
            if partner >= 0 ? index >= partner : endsOpenList() { break }
            if partner < 0, startsLine(index) { break }
            missing()
            if index == start { errorToken() }
        }
        // An element may not go beyond the bracket that closes its list, or its parts would belong to no list.
        if partner >= 0, index == partner { advance() } else { missing() }
    }

    /// Whether a list that no bracket closes ends here.
    private mutating func endsOpenList() -> Bool {
        switch kind {
        case .endOfFile, .rightParenthesis, .rightBracket, .rightBrace, .interpolationEnd, .semicolon: return true
        case .keyword:
            switch word(at: index) {
            case .let, .var: return !context.isMatching
            case .func, .return, .guard, .for, .while, .class, .struct, .enum, .import, .extension, .throw,
                .defer,
                .do, .break, .continue, .protocol, .case, .default, .else:
                return true
            default: return startsLine(index) && isDeclaration(at: index)
            }
        default: return startsNextStatement() || startsLine(index) && isDeclaration(at: index)
        }
    }

    // MARK: Parameters

    /// The parameters of a function, closure or macro; or the associated values of an enum's case, where a name without a
    /// colon is a type.
    mutating func parameterList(ofCase isCase: Bool = false) {
        let mark = mark()
        let open = index
        advance()
        list(open) { $0.parameter(ofCase: isCase) }
        finish(.parameterList, since: mark, role: .parameters)
    }

    private mutating func parameter(ofCase isCase: Bool) {
        if kind == .ellipsisMetavariable || kind == .ellipsis { return name(.element) }
        let mark = mark()
        decorators()
        var main: TokenIndex?
        if parameterNames(ofCase: isCase) {
            if kind == .colon {
                advance()
                type(.type)
                main = variadicDots()
            }
        } else if startsType(index) {
            type(.type)
            main = variadicDots()
        } else {
            missing(.name)
        }
        if kind == .assign {
            advance()
            expression(.value)
        }
        finish(.parameter, since: mark, main: main)
    }

    private mutating func variadicDots() -> TokenIndex? {
        guard kind == .operator || kind == .ellipsis, tokens.ends[index] - tokens.starts[index] == 3,
            bytes[Int(tokens.starts[index])] == UInt8(ascii: ".")
        else { return nil }
        advance()
        return TokenIndex(index - 1)
    }

    /// `label name` or `name` before a colon, or a name alone; false where a type without a name stands.
    private mutating func parameterNames(ofCase isCase: Bool) -> Bool {
        guard isParameterName(index) else { return false }
        // `isolated` and its like may stand before the names.
        if let word = word(at: index), word == .isolated || word == .constant, isParameterName(index + 1),
            isParameterName(index + 2)
        {
            advance()
        }
        switch kind(ahead: 1) {
        case .colon: name(.name)
        case .comma, .rightParenthesis, .assign:
            if isCase { return false }
            name(.name)
        default:
            guard isParameterName(index + 1), kind(ahead: 2) == .colon else { return false }
            name(.label)
            name(.name)
        }
        return true
    }

    private func isParameterName(_ place: Int) -> Bool {
        guard place < kinds.count else { return false }
        switch kinds[place] {
        case .identifier, .metavariable: return true
        case .keyword: return !isWord(.inout, at: place) || kinds[min(place + 1, kinds.count - 1)] == .colon
        default: return false
        }
    }

    mutating func typeParameters() {
        guard isOperator(UInt8(ascii: "<"), at: index) else { return }
        let mark = mark()
        advance()
        while kind != .endOfFile, !isOperator(UInt8(ascii: ">"), at: index) {
            let start = index
            typeParameter()
            if at(.where) { whereClause() }
            if kind == .comma { advance() } else if !isOperator(UInt8(ascii: ">"), at: index) { break }
            if index == start { break }
        }
        if isOperator(UInt8(ascii: ">"), at: index) { advance() } else { missing() }
        finish(.typeParameters, since: mark, role: .typeParameters)
    }

    private mutating func typeParameter() {
        if kind == .ellipsis || kind == .ellipsisMetavariable { return name(.element) }
        let mark = mark()
        decorators()
        if at(.each) || at(.let), kind(ahead: 1) == .identifier { advance() }
        declaredName(.name)
        if kind == .colon {
            advance()
            type(.type)
        }
        if kind == .assign {
            advance()
            type(.value)
        }
        finish(.typeParameter, since: mark)
    }

    /// Requirements are tokens of the declaration: they are read and leave no nodes.
    mutating func whereClause() {
        guard at(.where) else { return }
        let mark = mark()
        let before = errors
        // Requirements on lines of their own are often not indented.
        let outer = statementStart
        statementStart = StatementStart()
        defer { statementStart = outer }
        advance()
        while startsType(index), !isDeclaration(at: index) {
            type(.element)
            if kind == .colon || kind == .operator && !isPostfix(at: index) {
                advance()
                type(.element)
                if kind == .leftParenthesis { index = afterPartner(of: index) ?? index + 1 }
            }
            guard kind == .comma else { break }
            advance()
        }
        builder.rewind(to: mark)
        if errors > before { missing() }
    }

    // MARK: Enum cases

    /// `case a(Int), b = 2`: one field each; the first starts at the attributes.
    mutating func enumerationCase(_ first: TreeBuilder.Mark) {
        var mark = first
        advance()
        while true {
            let main = token
            if kind == .keyword, kind(ahead: 1) == .colon || startsLine(index) { missing(.name) } else { name(.name) }
            if kind == .leftParenthesis { parameterList(ofCase: true) }
            if kind == .assign {
                advance()
                expression(.value)
            }
            if kind == .semicolon { advance() }
            finish(.field, since: mark, main: main)
            guard kind == .comma else { break }
            advance()
            mark = self.mark()
        }
    }
}
