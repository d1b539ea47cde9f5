extension TypeScriptParser {
    /// A type in its wrapper. A return type may be `x is T` or `asserts x`.
    mutating func type(role: Role = .element, isReturnType: Bool = false) {
        let start = mark()
        if dialect.isPattern, kind == .ellipsis {
            leaf(.ellipsis, role: .value)
        } else if isReturnType, startsPredicate {
            predicate(role: .value)
        } else {
            typeExpression(role: .value)
        }
        finish(.type, start, role: role)
    }

    private var startsPredicate: Bool {
        if code == .asserts, !onNewLine(ahead: 1), isPropertyWord(kind(ahead: 1)), code(ahead: 1) != .is { return true }
        return (isIdentifier || code == .this) && code(ahead: 1) == .is && !onNewLine(ahead: 1)
    }

    /// `x is T`, `asserts x`, `asserts x is T`.
    private mutating func predicate(role: Role) {
        let start = mark()
        if code == .asserts { advance() }
        advance()
        if take(.is) { typeExpression() }
        finish(.typeOther, start, role: role)
    }

    /// A type without wrapper: unions, conditional types and all below.
    mutating func typeExpression(role: Role = .element, allowsConditional: Bool = true) {
        guard descend(role: role) else { return }
        defer { depth -= 1 }
        let start = mark()
        union(allowsConditional: allowsConditional)
        if allowsConditional, code == .extends, kind == .keyword, !onNewLine {
            conditionalType(start)
        }
        builder.setRole(role)
    }

    private mutating func conditionalType(_ start: TreeBuilder.Mark) {
        builder.setRole(.element)
        advance()
        typeExpression(allowsConditional: false)
        if take(.question) {
            typeExpression()
            if take(.colon) { typeExpression() } else { missing() }
        } else {
            missing()
        }
        finish(.typeOther, start)
    }

    private mutating func union(allowsConditional: Bool) {
        let start = mark()
        let leads = kind == .operator && (code == .bar || code == .ampersand)
        if leads { advance() }
        typeOperator(allowsConditional: allowsConditional)
        guard kind == .operator, code == .bar || code == .ampersand else {
            if leads { finish(.typeOther, start) }
            return
        }
        builder.setRole(.element)
        while kind == .operator, code == .bar || code == .ampersand {
            advance()
            typeOperator(allowsConditional: allowsConditional)
        }
        finish(.typeOther, start)
    }

    /// `keyof T`, `readonly T[]`, `infer U`, `unique symbol`, and types with brackets after them.
    private mutating func typeOperator(allowsConditional: Bool = true) {
        switch code {
        case .keyof, .unique, .readonly, .infer:
            guard startsType(at: position + 1), !onNewLine(ahead: 1) else { break }
            let start = mark()
            let isInfer = code == .infer
            guard descend() else { return }
            defer { depth -= 1 }
            advance()
            typeOperator(allowsConditional: allowsConditional)
            // `infer U extends C` has a constraint where no `?` makes it a condition, or no condition can stand: behind
            // the `extends` of another.
            if isInfer, code == .extends,
                !allowsConditional
                    || typeEnd(at: position + 1, allowsConditional: false).map({ kinds[$0] != .question }) ?? false
            {
                advance()
                typeExpression(allowsConditional: false)
            }
            finish(.typeOther, start)
            return
        default: break
        }
        let start = mark()
        primaryType()
        while kind == .leftBracket, !onNewLine {
            builder.setRole(.element)
            let open = position
            advance()
            if kind != .rightBracket { typeExpression() }
            closeBracket(open)
            finish(.typeOther, start)
        }
    }

    private mutating func primaryType() {
        switch kind {
        case .identifier where isFollowedByDot && startsNextStatement(): missing()
        case .identifier, .metavariable:
            if code == .abstract, code(ahead: 1) == .new { functionType() } else { namedType() }
        case .keyword: keywordType()
        case .string: leaf(.string)
        case .integer, .float: leaf(.number)
        case .stringStart: templateType()
        case .leftBrace: objectType()
        case .leftBracket: tupleType()
        case .leftParenthesis:
            if isFunctionType(at: position) { functionType() } else { parenthesizedType() }
        case .operator:
            switch code {
            case .lessThan: functionType()
            case .minus where kind(ahead: 1) == .integer || kind(ahead: 1) == .float:
                let start = mark()
                skip(to: position + 2)
                finish(.number, start)
            case .star, .not: leaf(.typeOther)
            default: missing()
            }
        case .ellipsis where dialect.isPattern: leaf(.ellipsis)
        case .question:
            let start = mark()
            advance()
            if startsType(at: position) { typeOperator() }
            finish(.typeOther, start)
        default: missing()
        }
    }

    private mutating func keywordType() {
        switch code {
        case .null: leaf(.null)
        case .true, .false: leaf(.boolean)
        case .void, .this, .const: leaf(.identifier)
        case .new: functionType()
        case .typeof: typeQuery()
        case .import: importType()
        case .function: namedType()
        default: missing()
        }
    }

    /// `A`, `A.B`, `A<T>`.
    private mutating func namedType() {
        let start = mark()
        name(role: .element)
        qualifiers(start)
        typeArgumentsOfName(start)
    }

    private mutating func qualifiers(_ start: TreeBuilder.Mark) {
        while kind == .dot {
            builder.setRole(.object)
            let main = position
            advance()
            name()
            finish(.member, start, main: main)
        }
    }

    private mutating func typeArgumentsOfName(_ start: TreeBuilder.Mark) {
        guard kind == .operator, code == .lessThan, !onNewLine else { return }
        builder.setRole(.name)
        typeArguments()
        finish(.genericType, start)
    }

    /// `typeof a.b<T>`, `typeof import("m")`.
    private mutating func typeQuery() {
        let start = mark()
        advance()
        if code == .import { importType() } else { namedType() }
        finish(.typeOther, start)
    }

    /// `import("m").A<T>`.
    private mutating func importType() {
        let start = mark()
        advance()
        if kind == .leftParenthesis {
            let open = position
            advance()
            typeExpression()
            if take(.comma), kind != .rightParenthesis { object(role: .element) }
            closeBracket(open)
        } else {
            missing()
        }
        finish(.typeOther, start)
        qualifiers(start)
        typeArgumentsOfName(start)
    }

    private mutating func parenthesizedType() {
        let start = mark()
        let open = position
        advance()
        typeExpression()
        closeBracket(open)
        finish(.typeOther, start)
    }

    /// `[A, b?: B, ...C[]]`.
    private mutating func tupleType() {
        let start = mark()
        let open = position
        advance()
        elements(of: open, closer: .rightBracket) { parser in
            if parser.dialect.isPattern, parser.kind == .ellipsis, !parser.startsSpreadOperand {
                parser.leaf(.ellipsis)
                return
            }
            _ = parser.take(.ellipsis)
            let next = parser.kind(ahead: 1)
            if parser.isPropertyWord, next == .colon || next == .question && parser.kind(ahead: 2) == .colon {
                parser.skip(to: parser.position + (next == .colon ? 2 : 3))
            }
            parser.typeExpression()
            _ = parser.take(.question)
        }
        finish(.typeOther, start)
    }

    /// `{ a: A; b(): B }`, `{ [K in T]: U }`.
    private mutating func objectType() {
        let start = mark()
        let open = position
        let end = brackets.end(open)
        let outer = enterBrackets()
        advance()
        while position < end {
            let before = position
            if kind == .semicolon || kind == .comma { advance() } else { member() }
            if position == before { error(until: position + 1) }
        }
        closeBracket(open)
        leaveBrackets(outer)
        finish(.typeOther, start)
    }

    /// `(a: A) => B`, `<T>(a: T) => B`, `new () => C`.
    private mutating func functionType() {
        let start = mark()
        if code == .abstract { advance() }
        _ = take(.new)
        if kind == .operator, code == .lessThan { typeParameters() }
        if kind == .leftParenthesis { parameters() } else { missing() }
        if take(.arrow) { type(role: .returnType, isReturnType: true) } else { missing() }
        finish(.typeOther, start)
    }

    private mutating func templateType() {
        let start = mark()
        advance()
        while kind == .stringText || kind == .interpolationStart {
            if kind == .stringText {
                leaf(.stringText)
                continue
            }
            let hole = mark()
            let open = position
            advance()
            typeExpression(role: .value)
            closeBracket(open)
            finish(.interpolation, hole)
        }
        if !take(.stringEnd) { missing() }
        finish(.interpolatedString, start)
    }
}
