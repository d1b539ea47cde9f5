/// Parameters, type parameters, enum cases, accessors, attributes.
extension SwiftTreeBuilder {
    // MARK: Lists

    /// The elements of a bracketed list whose opening bracket is at `open` and already taken, with commas, and the closing
    /// bracket. Text that no element takes becomes an error node; a list that is not closed ends where the next line
    /// does not go on with it.
    mutating func list(_ open: Int, _ element: (inout SwiftTreeBuilder) -> Void) {
        let outer = context.allowsClosure
        context.allowsClosure = true
        defer { context.allowsClosure = outer }
        let partner = partners[open] > TokenIndex(open) ? Int(partners[open]) : -1
        while true {
            if partner >= 0 ? index >= partner : endsOpenList { break }
            let start = index
            element(&self)
            if kind == .comma {
                advance()
                continue
            }
            if partner >= 0 ? index >= partner : endsOpenList { break }
            if partner < 0, startsLine(index) { break }
            missing()
            if index == start { errorToken() }
        }
        // An element may not go beyond the bracket that closes its list, or its parts would belong to no list.
        if partner >= 0, index == partner { advance() } else { missing() }
    }

    /// Whether a list that no bracket closes ends here.
    private var endsOpenList: Bool {
        switch kind {
        case .endOfFile, .rightParenthesis, .rightBracket, .rightBrace, .interpolationEnd, .semicolon: return true
        case .keyword:
            switch word(at: index) {
            case .let, .var, .func, .return, .guard, .for, .while, .class, .struct, .enum, .import, .extension, .throw, .defer,
                .do, .break, .continue, .protocol, .case, .default, .else:
                return true
            default: return startsLine(index) && isDeclaration(at: index)
            }
        default: return startsLine(index) && isDeclaration(at: index)
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
        if let word = word(at: index), word == .isolated || word == .constant, isParameterName(index + 1), isParameterName(index + 2) { advance() }
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

    // MARK: Accessors

    /// A variable's or subscript's braces: accessors, or the statements of a getter.
    mutating func accessorsOrBlock() {
        guard isAccessorBlock(at: index) else { return block(.body) }
        guard enter(.body) else { return }
        defer { leave() }
        let mark = mark()
        let outer = context
        context = Context(directives: outer.directives)
        advance()
        accessors()
        context = outer
        expect(.rightBrace)
        finish(.block, since: mark, role: .body)
    }

    /// Whether the braces at `place` hold accessors.
    func isAccessorBlock(at place: Int) -> Bool {
        var place = place + 1
        if isDirective(at: place) {
            while place < kinds.count - 1, !startsLine(place + 1) { place += 1 }
            place += 1
        }
        // `read { }` alone is a call; only among other accessors is it one of them.
        switch word(at: place) {
        case .read, .modify: return false
        default: return isAccessor(at: place)
        }
    }

    private func isAccessor(at start: Int) -> Bool {
        var place = start
        while place < kinds.count {
            if kinds[place] == .at {
                place = afterAttribute(place)
                continue
            }
            guard let word = word(at: place) else { return false }
            switch word {
            case .mutating, .nonmutating, .consuming, .borrowing, .consumingPrefixed, .nonisolated, .yielding:
                if word == .yielding || kinds[min(place + 1, kinds.count - 1)] == .identifier { break }
                return false
            case .`init`:
                let next = place + 1
                guard next < kinds.count else { return false }
                return kinds[next] == .leftBrace
                    || kinds[next] == .leftParenthesis && kinds[min(next + 2, kinds.count - 1)] == .rightParenthesis
                        && kinds[min(next + 3, kinds.count - 1)] == .leftBrace
            case .get, .set, .willSet, .didSet, .underscoreRead, .underscoreModify, .read, .modify, .unsafeAddress,
                .unsafeMutableAddress, .mutate, .borrow:
                return endsAccessorHead(place + 1, word)
            default: return false
            }
            place += 1
        }
        return false
    }

    /// What may follow an accessor's keyword: its body, its parameter, its effects, the next accessor or the end.
    private func endsAccessorHead(_ place: Int, _ word: SwiftWord) -> Bool {
        guard place < kinds.count else { return false }
        switch kinds[place] {
        case .leftBrace, .rightBrace, .semicolon: return true
        case .leftParenthesis: return kinds[min(place + 2, kinds.count - 1)] == .rightParenthesis && kinds[min(place + 3, kinds.count - 1)] == .leftBrace
        case .hash: return isDirective(at: place)
        default: break
        }
        return isWord(.async, at: place) || isWord(.throws, at: place) || isWord(.rethrows, at: place) || isAccessor(at: place)
    }

    /// Accessors up to the closing brace or the end of the `#if` clause.
    mutating func accessors() {
        while kind != .endOfFile, kind != .rightBrace, kind != .interpolationEnd {
            if context.directives > 0, isDirectiveContinuation(at: index) { return }
            let start = index
            if isAccessor(at: index) {
                accessor()
            } else if kind == .hash, codes[index] == SwiftWord.if.rawValue {
                conditionalCompilation(.accessors)
            } else {
                statement()
            }
            if index == start { errorToken() }
        }
    }

    private mutating func accessor() {
        let mark = mark()
        decorators()
        while let word = word(at: index), word == .yielding || kind(ahead: 1) == .identifier, !Self.isAccessorWord(word) { advance() }
        let main = token
        advance()
        if kind == .leftParenthesis { parameterList() }
        effects()
        if kind == .leftBrace { block(.body) }
        if kind == .semicolon { advance() }
        finish(.function, since: mark, main: main)
    }

    private static func isAccessorWord(_ word: SwiftWord) -> Bool {
        switch word {
        case .mutating, .nonmutating, .consuming, .borrowing, .consumingPrefixed, .nonisolated, .yielding: false
        default: true
        }
    }

    // MARK: Attributes

    mutating func decorators() {
        while true {
            if kind == .at {
                decorator()
            } else if isAttributeDirective {
                skipAttributeDirective()
            } else {
                return
            }
        }
    }

    /// `#if` around attributes alone; they belong to the declaration after it.
    var isAttributeDirective: Bool {
        guard kind == .hash, codes[index] == SwiftWord.if.rawValue else { return false }
        var place = index
        var holdsAttribute = false
        var depth = 0
        while place < kinds.count, kinds[place] != .endOfFile {
            if isDirective(at: place) {
                if codes[place] == SwiftWord.if.rawValue { depth += 1 }
                if codes[place] == SwiftWord.endif.rawValue {
                    depth -= 1
                    if depth == 0 { return holdsAttribute }
                }
                place += 1
                while place < kinds.count - 1, !startsLine(place) { place += 1 }
            } else if kinds[place] == .at {
                holdsAttribute = true
                place = afterAttribute(place)
            } else {
                return false
            }
        }
        return false
    }

    private mutating func skipAttributeDirective() {
        var depth = 0
        while kind != .endOfFile {
            if kind == .at {
                decorator()
            } else if isDirective(at: index) {
                let isEnd = codes[index] == SwiftWord.endif.rawValue
                if codes[index] == SwiftWord.if.rawValue { depth += 1 }
                if isEnd { advance() } else { skipDirective() }
                if isEnd { depth -= 1 }
                if depth == 0 { return }
            } else {
                return
            }
        }
    }

    private mutating func decorator() {
        let mark = mark()
        advance()
        let value = self.mark()
        let isAvailability = at(.available) || at(.unavailable)
        if kind == .identifier || kind == .keyword || kind == .metavariable, touches(index) { name(.value) } else { missing(.value) }
        while kind == .dot || kind == .operator && codes[index] == SwiftOperator.code(.infix) && touches(index) && bytes[Int(tokens.starts[index])] == UInt8(ascii: ":") {
            let dot = token
            builder.setRole(.object)
            advance()
            name(.name)
            finish(.member, since: value, main: dot, role: .value)
        }
        let hasTypeArguments = isOperator(UInt8(ascii: "<"), at: index) && touches(index)
        let end = hasTypeArguments ? afterTypeArguments(index) : index
        let isCall = opensAttributeArguments(end)
        if hasTypeArguments {
            builder.setRole(isCall ? .callee : .name)
            typeArguments()
            if !isCall { finish(.genericType, since: value) }
        } else if isCall {
            builder.setRole(.callee)
        }
        if isCall, kind == .leftParenthesis {
            if isAvailability { availabilityArguments() } else { attributeArguments() }
            finish(.call, since: value)
        }
        builder.setRole(.value)
        finish(.decorator, since: mark)
    }

    /// Arguments of an attribute. Some have a grammar of their own; what does not parse as arguments stays tokens.
    private mutating func attributeArguments() {
        let mark = mark()
        let before = errors
        guard let end = afterPartner(of: index) else { return argumentList() }
        argumentList()
        guard errors > before || index != end else { return }
        builder.rewind(to: mark)
        errors = before
        index = end
        finish(.argumentList, since: mark, role: .arguments)
    }

    /// `(iOS 13.0, *, deprecated: 5.1, message: "..")`: platforms are identifiers, versions numbers.
    mutating func availabilityArguments() {
        let mark = mark()
        let open = index
        advance()
        list(open) { parser in
            let mark = parser.mark()
            if parser.kind(ahead: 1) == .colon {
                parser.name(.label)
                parser.advance()
                if parser.kind == .integer || parser.kind == .float { parser.version(.value) } else { parser.expression(.value) }
                parser.finish(.keywordArgument, since: mark)
                return
            }
            parser.name(.element)
            if parser.kind == .integer || parser.kind == .float { parser.version(.element) }
        }
        finish(.argumentList, since: mark, role: .arguments)
    }

    /// `10.15.4` is a float, a dot and an integer.
    private mutating func version(_ role: Role) {
        let mark = mark()
        advance()
        while kind == .dot || (kind == .integer || kind == .float) && touches(index) { advance() }
        finish(.number, since: mark, role: role)
    }
}
