/// Types.
extension SwiftTreeBuilder {
    /// A `type` node, with the attributes and specifiers before it as its tokens.
    mutating func type(_ role: Role) {
        guard enter(role) else { return }
        defer { leave() }
        let mark = mark()
        skipSpecifiers()
        typeExpression()
        builder.setRole(.value)
        finish(.type, since: mark, role: role)
    }

    func startsType(_ place: Int) -> Bool {
        guard place < kinds.count else { return false }
        switch kinds[place] {
        case .identifier, .leftParenthesis, .leftBracket, .metavariable, .ellipsis, .ellipsisMetavariable, .at,
            .integer:
            return true
        case .keyword:
            switch word(at: place) {
            case .Any, .Self, .self, .inout, .repeat, .underscore: return true
            // `protocol P: class {`, where it means `AnyObject`.
            case .class:
                return place + 1 < kinds.count && (kinds[place + 1] == .leftBrace || kinds[place + 1] == .comma)
            default: return false
            }
        case .operator: return isOperator(UInt8(ascii: "~"), at: place) || isOperator(UInt8(ascii: "-"), at: place)
        default: return false
        }
    }

    /// `@escaping`, `inout`, `sending` and their like; each is a name where no type follows it.
    private mutating func skipSpecifiers() {
        while true {
            if kind == .at {
                let mark = mark()
                decorators()
                builder.rewind(to: mark)
                continue
            }
            switch word(at: index) {
            case .inout: advance()
            case .borrowing, .consuming, .sending, .isolated, .owned, .shared, .constant, .local:
                guard startsType(index + 1), !startsLine(index + 1) else { return }
                advance()
            case .nonisolated:
                if startsType(index + 1), kind(ahead: 1) != .leftParenthesis, !startsLine(index + 1) {
                    advance()
                } else if kind(ahead: 1) == .leftParenthesis, let end = afterPartner(of: index + 1) {
                    index = end
                } else {
                    return
                }
            default: return
            }
        }
    }

    /// The type itself, as the node finished last.
    mutating func typeExpression() {
        let mark = mark()
        switch word(at: index) {
        case .opaque, .any, .each, .repeat:
            if startsType(index + 1), !startsLine(index + 1) {
                advance()
                type(.element)
                return finish(.typeOther, since: mark)
            }
        default: break
        }
        simpleType()
        typeSuffixes(mark)
        guard isOperator(UInt8(ascii: "&"), at: index), startsType(index + 1) else { return }
        wrapType(mark)
        while isOperator(UInt8(ascii: "&"), at: index), startsType(index + 1) {
            advance()
            let part = self.mark()
            let start = self.mark()
            simpleType()
            typeSuffixes(start)
            wrapType(part)
        }
        finish(.typeOther, since: mark)
    }

    /// Makes the type expression finished last a `type` node, as parts of other types are.
    private mutating func wrapType(_ mark: TreeBuilder.Mark) {
        builder.setRole(.value)
        finish(.type, since: mark)
    }

    private mutating func simpleType() {
        let mark = mark()
        switch kind {
        case .identifier where startsNextStatement(), .keyword where startsNextStatement(): missing()
        case .identifier:
            leaf(.identifier)
            genericTypeSuffix(mark)
        case .metavariable:
            leaf(.metavariable)
            genericTypeSuffix(mark)
        case .ellipsis: leaf(.ellipsis)
        case .ellipsisMetavariable: leaf(.ellipsisMetavariable)
        case .keyword where startsType(index):
            leaf(.identifier)
            genericTypeSuffix(mark)
        case .leftParenthesis: tupleOrFunctionType()
        case .leftBracket: bracketType()
        case .integer: leaf(.number)
        case .operator where isOperator(UInt8(ascii: "~"), at: index) && startsType(index + 1):
            advance()
            type(.element)
            finish(.typeOther, since: mark)
        case .operator where isOperator(UInt8(ascii: "-"), at: index) && kind(ahead: 1) == .integer:
            advance()
            leaf(.number, role: .value)
            finish(.unary, since: mark)
        default: missing()
        }
    }

    /// Members and marks after a simple type: `.Member`, `?`, `!`.
    private mutating func typeSuffixes(_ mark: TreeBuilder.Mark) {
        while true {
            if kind == .dot || isModuleSelector {
                switch kind(ahead: 1) {
                case .identifier, .metavariable, .ellipsis: break
                case .keyword where !startsLine(index + 1): break
                default: return
                }
                let dot = token
                builder.setRole(.object)
                advance()
                name(.name)
                finish(.member, since: mark, main: dot)
                genericTypeSuffix(mark)
            } else if isPostfix(at: index), !startsLine(index),
                kind == .question || isOperator(UInt8(ascii: "!"), at: index)
            {
                wrapType(mark)
                advance()
                finish(.typeOther, since: mark)
            } else {
                return
            }
        }
    }

    /// `Module::Name`.
    var isModuleSelector: Bool {
        kind == .operator && tokens.ends[index] - tokens.starts[index] == 2
            && bytes[Int(tokens.starts[index])] == UInt8(ascii: ":")
    }

    private mutating func genericTypeSuffix(_ mark: TreeBuilder.Mark) {
        guard isOperator(UInt8(ascii: "<"), at: index) else { return }
        builder.setRole(.name)
        typeArguments()
        finish(.genericType, since: mark)
    }

    /// `<A, B>`.
    mutating func typeArguments() {
        let mark = mark()
        advance()
        while startsType(index) {
            type(.element)
            guard kind == .comma else { break }
            advance()
        }
        if isOperator(UInt8(ascii: ">"), at: index) { advance() } else { missing() }
        finish(.typeArguments, since: mark, role: .typeArguments)
    }

    private mutating func tupleOrFunctionType() {
        let mark = mark()
        let open = index
        advance()
        list(open) { $0.tupleTypeElement() }
        if startsFunctionTypeTail {
            effects()
            if kind == .arrow {
                advance()
                type(.element)
            } else {
                missing()
            }
        }
        finish(.typeOther, since: mark)
    }

    private var startsFunctionTypeTail: Bool {
        if kind == .arrow { return true }
        var place = index
        while true {
            switch word(at: place) {
            case .async, .reasync: place += 1
            case .throws, .rethrows:
                place += 1
                if place < kinds.count, kinds[place] == .leftParenthesis {
                    place = afterPartner(of: place) ?? place + 1
                }
            default: return place > index && place < kinds.count && kinds[place] == .arrow
            }
        }
    }

    /// An element with its labels, which are tokens of the tuple's.
    private mutating func tupleTypeElement() {
        if kind(ahead: 1) == .colon {
            advance()
            advance()
        } else if kind(ahead: 2) == .colon, kind == .identifier || kind == .keyword {
            index += 3
        }
        type(.element)
        if kind == .operator || kind == .ellipsis, tokens.ends[index] - tokens.starts[index] == 3 { advance() }
        if kind == .assign {
            advance()
            expression(.value)
        }
    }

    /// `[T]`, `[K: V]`, `[3 of T]`.
    private mutating func bracketType() {
        let mark = mark()
        let open = index
        advance()
        list(open) { parser in
            parser.type(.element)
            if parser.kind == .colon || parser.isOf {
                parser.advance()
                parser.type(.element)
            }
        }
        finish(.typeOther, since: mark)
    }

    private var isOf: Bool {
        guard kind == .identifier, tokens.ends[index] - tokens.starts[index] == 2 else { return false }
        let start = Int(tokens.starts[index])
        return bytes[start] == UInt8(ascii: "o") && bytes[start + 1] == UInt8(ascii: "f")
    }

    // MARK: Generic arguments in expressions

    /// The farthest that a look ahead goes for the `>` that closes a `<` in an expression; what is longer is a comparison.
    /// It keeps the time linear where `<` is repeated without end.
    private static let longestArgumentClause = 256

    /// The token after the generic arguments that open at `place`; nil where `<` there is an operator.
    func afterGenericArguments(_ start: Int) -> Int? {
        var depth = 0
        var place = start
        let limit = min(kinds.count - 1, start + Self.longestArgumentClause)
        while place < limit {
            switch kinds[place] {
            case .operator:
                if isOperator(UInt8(ascii: "<"), at: place) {
                    depth += 1
                } else if isOperator(UInt8(ascii: ">"), at: place) {
                    depth -= 1
                    if depth == 0 { return endsGenericArguments(place + 1) ? place + 1 : nil }
                } else if !isOperatorInType(place) {
                    return nil
                }
            case .leftParenthesis, .leftBracket:
                guard let end = afterPartner(of: place) else { return nil }
                place = end
                continue
            case .identifier, .metavariable:
                // Two names side by side are no type, unless the first qualifies the second.
                let next = kinds[place + 1]
                if next == .identifier || next == .metavariable || next == .leftParenthesis, !qualifiesType(place) {
                    return nil
                }
            case .keyword:
                guard startsType(place) || isWord(.throws, at: place) else { return nil }
            case .dot, .comma, .arrow, .at, .question, .ellipsis, .ellipsisMetavariable, .integer: break
            default: return nil
            }
            place += 1
        }
        return nil
    }

    private func qualifiesType(_ place: Int) -> Bool {
        switch word(at: place) {
        case .opaque, .any, .each, .inout, .sending, .borrowing, .consuming, .isolated, .async, .nonisolated: true
        default: place > 0 && kinds[place - 1] == .at
        }
    }

    private func isOperatorInType(_ place: Int) -> Bool {
        let length = tokens.ends[place] - tokens.starts[place]
        switch bytes[Int(tokens.starts[place])] {
        case UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "-"): return length == 1
        case UInt8(ascii: "."): return length == 3
        case UInt8(ascii: ":"): return length == 2
        default: return false
        }
    }

    /// What may follow generic arguments in an expression; anything else makes `<` a comparison.
    private func endsGenericArguments(_ place: Int) -> Bool {
        guard place < kinds.count else { return false }
        switch kinds[place] {
        case .rightParenthesis, .rightBracket, .leftBrace, .rightBrace, .dot, .comma, .semicolon, .endOfFile, .colon,
            .interpolationEnd, .assign, .ellipsis:
            return true
        case .question: return isPostfix(at: place)
        case .operator: return isOperator(UInt8(ascii: "!"), at: place) || isOperator(UInt8(ascii: "&"), at: place)
        case .leftParenthesis, .leftBracket: return !startsLine(place)
        default: return startsLine(place) || isWord(.in, at: place)
        }
    }
}
