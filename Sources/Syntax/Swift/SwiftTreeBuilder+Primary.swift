/// Operands without their postfix parts.
extension SwiftTreeBuilder {
    /// A primary expression and what follows it: members, calls, subscripts, postfix operators.
    mutating func postfixExpression(_ mark: TreeBuilder.Mark) {
        primary(mark)
        suffixes(mark)
    }

    private mutating func primary(_ mark: TreeBuilder.Mark) {
        switch kind {
        case .identifier:
            // A closure's parameters and names alike.
            leaf(.identifier)
            argumentNames(mark)
        case .metavariable: leaf(.metavariable)
        case .integer, .float: leaf(.number)
        case .string: leaf(.string)
        case .stringStart: interpolatedString()
        case .regex: leaf(.regex)
        case .leftParenthesis: parenthesized(mark)
        case .leftBracket: collection(mark)
        case .leftBrace: closure()
        case .dot: implicitMember(mark)
        case .hash: macro(mark)
        case .keyword: keywordPrimary(mark)
        case .ellipsis: leaf(.ellipsis)
        case .ellipsisMetavariable: leaf(.ellipsisMetavariable)
        case .deepStart: deepEllipsis(mark)
        case .error: errorToken()
        default: missing()
        }
    }

    private mutating func keywordPrimary(_ mark: TreeBuilder.Mark) {
        switch word(at: index) {
        case .true, .false: leaf(.boolean)
        case .nil: leaf(.null)
        case .underscore: leaf(.wildcard)
        case .self, .Self, .super, .Any: leaf(.identifier)
        case .`init`:
            leaf(.identifier)
            argumentNames(mark)
        default: missing()
        }
    }

    /// The names of a function's arguments after its own, `move(from:to:)`, which belong to the name.
    mutating func argumentNames(_ mark: TreeBuilder.Mark, role: Role = .element) {
        guard kind == .leftParenthesis, touches(index), kind(ahead: 1) != .rightParenthesis, kind(ahead: 2) == .colon,
            let end = afterPartner(of: index)
        else { return }
        var place = index + 1
        while place < end - 1 {
            guard kinds[place] == .identifier || kinds[place] == .keyword, kinds[place + 1] == .colon,
                place + 1 < end - 1
            else { return }
            place += 2
        }
        builder.rewind(to: mark)
        index = end
        finish(.identifier, since: mark, role: role)
    }

    // MARK: Brackets

    private mutating func parenthesized(_ mark: TreeBuilder.Mark) {
        if isTypedMetavariable { return typedMetavariable(mark) }
        let open = index
        advance()
        var elements = 0
        var isLabeled = false
        list(open) { parser in
            elements += 1
            if parser.labeledArgument() { isLabeled = true }
        }
        let isTuple =
            elements != 1 || isLabeled
            || kinds[index - 1] == .rightParenthesis && index > open + 1 && kinds[index - 2] == .comma
        if !isTuple, kinds[index - 1] == .rightParenthesis, builder.lastKind != .error || errors == 0 {
            builder.setRole(.value)
        }
        finish(isTuple ? .tuple : .parenthesized, since: mark)
    }

    /// `($X: T)` in a pattern.
    private var isTypedMetavariable: Bool {
        guard isPattern, kind(ahead: 1) == .metavariable, kind(ahead: 2) == .colon, let end = afterPartner(of: index)
        else { return false }
        return startsType(index + 3) && !kinds[index..<end].contains(.comma)
    }

    private mutating func typedMetavariable(_ mark: TreeBuilder.Mark) {
        advance()
        leaf(.metavariable, role: .name)
        advance()
        type(.type)
        expect(.rightParenthesis)
        finish(.typedMetavariable, since: mark)
    }

    /// An argument or element with its label; whether it has one.
    @discardableResult
    mutating func labeledArgument() -> Bool {
        let hasLabel = kind(ahead: 1) == .colon && (kind == .identifier || kind == .keyword || kind == .metavariable)
        guard hasLabel else {
            expression(.element)
            return false
        }
        let mark = mark()
        name(.label)
        advance()
        expression(.value)
        finish(.keywordArgument, since: mark)
        return true
    }

    /// `[..]`: an array, or an object where a colon follows an element.
    private mutating func collection(_ mark: TreeBuilder.Mark) {
        let open = index
        advance()
        if kind == .colon, kind(ahead: 1) == .rightBracket {
            advance()
            advance()
            return finish(.object, since: mark)
        }
        var hasPairs = false
        list(open) { parser in
            let mark = parser.mark()
            parser.expression(.element)
            if parser.kind == .colon {
                hasPairs = true
                parser.builder.setRole(.key)
                let colon = parser.token
                parser.advance()
                parser.expression(.value)
                parser.finish(.pair, since: mark, main: colon)
            } else if parser.isOfType {
                parser.advance()
                parser.type(.element)
            }
        }
        finish(hasPairs ? .object : .array, since: mark)
    }

    /// The `of` of an inline array's type: `[3 of Int]`.
    private var isOfType: Bool {
        kind == .identifier && !startsLine(index) && tokens.ends[index] - tokens.starts[index] == 2
            && bytes[Int(tokens.starts[index])] == UInt8(ascii: "o")
            && bytes[Int(tokens.starts[index]) + 1] == UInt8(ascii: "f")
    }

    // MARK: Names and macros

    /// `.name`, whose type the context tells.
    private mutating func implicitMember(_ mark: TreeBuilder.Mark) {
        let dot = token
        advance()
        let hasName = memberName()
        if !hasName { missing(.name) }
        finish(.member, since: mark, main: dot)
    }

    /// `#name(..)`.
    private mutating func macro(_ mark: TreeBuilder.Mark) {
        let isAvailability =
            codes[index] == SwiftWord.available.rawValue || codes[index] == SwiftWord.unavailable.rawValue
        if isDirective(at: index) { return missing() }
        if tokens.ends[index] - tokens.starts[index] == 1 { advance() }
        name(.name)
        if builder.lastKind == .error, kind == .hash {
            builder.rewind(to: mark)
            leaf(.identifier, role: .name)
        }
        if isOperator(UInt8(ascii: "<"), at: index), touches(index), afterGenericArguments(index) != nil {
            typeArguments()
        }
        if kind == .leftParenthesis, !startsLine(index) {
            if isAvailability { availabilityArguments() } else { callArguments() }
        } else if startsTrailingClosure {
            trailingClosures()
        }
        finish(.macro, since: mark)
    }

    /// `<... e ...>` in a pattern.
    private mutating func deepEllipsis(_ mark: TreeBuilder.Mark) {
        advance()
        let outer = context.allowsClosure
        context.allowsClosure = true
        expression(.value)
        context.allowsClosure = outer
        expect(.deepEnd)
        finish(.deepEllipsis, since: mark)
    }

    // MARK: Strings

    mutating func interpolatedString() {
        let mark = mark()
        advance()
        while true {
            switch kind {
            case .stringText: leaf(.stringText)
            case .interpolationStart: interpolation()
            case .stringEnd:
                advance()
                return finish(.interpolatedString, since: mark)
            default:
                missing()
                return finish(.interpolatedString, since: mark)
            }
        }
    }

    private mutating func interpolation() {
        let mark = mark()
        let open = index
        let end = max(Int(partners[index]), index)
        let outer = (context: context, statement: statementStart)
        context = Context()
        if end > open { statementStart = StatementStart() }
        advance()
        var isFirst = true
        while index < end {
            let start = index
            let isLabeled = labeledArgument()
            if isFirst, !isLabeled { builder.setRole(.value) }
            isFirst = false
            if kind == .comma { advance() } else { errorUntil(end) }
            if index == start { errorUntil(end) }
        }
        context = outer.context
        statementStart = outer.statement
        if end > open, index == end { advance() } else { missing() }
        finish(.interpolation, since: mark)
    }
}
