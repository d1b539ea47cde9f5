extension TypeScriptParser {
    mutating func primary() {
        switch kind {
        case .identifier:
            if code == .async, code(ahead: 1) == .function, !onNewLine(ahead: 1) {
                functionExpression()
            } else {
                leaf(.identifier)
            }
        case .metavariable: leaf(.metavariable)
        case .ellipsisMetavariable: leaf(.ellipsisMetavariable)
        case .string: leaf(.string)
        case .stringStart: template(role: .element)
        case .integer, .float: leaf(.number)
        case .regex: leaf(.regex)
        case .hash: leaf(.identifier)
        case .leftParenthesis: parenthesized()
        case .leftBracket: array(role: .element)
        case .leftBrace: object(role: .element)
        case .keyword: keywordOperand()
        case .operator where code == .jsxOpen: jsxElement(role: .element)
        case .ellipsis where dialect.isPattern: leaf(.ellipsis)
        case .deepStart: deepEllipsis()
        case .at where startsNextStatement(): missing()
        case .at: decoratedClassExpression()
        default: unreadable()
        }
    }

    /// Where an operand should stand: an error node over tokens that nothing else can use, else an empty one.
    private mutating func unreadable() {
        switch kind {
        case .error, .arrow, .assign, .jsxText, .stringText, .stringEnd, .deepEnd, .at, .optionalDot:
            error(until: position + 1)
        default:
            missing()
        }
    }

    private mutating func keywordOperand() {
        switch code {
        case .this, .super: leaf(.identifier)
        case .null: leaf(.null)
        case .true, .false: leaf(.boolean)
        case .function: functionExpression()
        case .class: classLike(mark(), role: .element)
        case .new: newExpression()
        case .import:
            let start = mark()
            leaf(.identifier)
            if kind == .dot, code(ahead: 1) == .none || kind(ahead: 1) == .identifier {
                builder.setRole(.object)
                let main = position
                advance()
                name()
                finish(.member, start, main: main)
            }
        default: missing()
        }
    }

    /// `( .. )`; in patterns also `($X: T)`.
    private mutating func parenthesized() {
        let start = mark()
        let open = position
        let outer = enterBrackets()
        defer { leaveBrackets(outer) }
        advance()
        if dialect.isPattern, kind == .metavariable, kind(ahead: 1) == .colon {
            name()
            advance()
            type(role: .type)
            closeBracket(open)
            finish(.typedMetavariable, start)
            return
        }
        expression(role: .value)
        closeBracket(open)
        finish(.parenthesized, start)
    }

    /// `<... e ...>`.
    private mutating func deepEllipsis() {
        let start = mark()
        let outer = enterBrackets()
        advance()
        expression(role: .value)
        expect(.deepEnd)
        leaveBrackets(outer)
        finish(.deepEllipsis, start)
    }

    mutating func array(role: Role) {
        let start = mark()
        let open = position
        let outer = enterBrackets()
        advance()
        elements(of: open, closer: .rightBracket) { $0.element() }
        leaveBrackets(outer)
        finish(.array, start, role: role)
    }

    /// A template with holes.
    mutating func template(role: Role) {
        let start = mark()
        advance()
        while true {
            switch kind {
            case .stringText: leaf(.stringText)
            case .interpolationStart: hole()
            default:
                if !take(.stringEnd) { missing() }
                finish(.interpolatedString, start, role: role)
                return
            }
        }
    }

    private mutating func hole() {
        let start = mark()
        let open = position
        let outer = enterBrackets()
        advance()
        if kind == .interpolationEnd { missing(role: .value) } else { expression(role: .value) }
        closeBracket(open)
        leaveBrackets(outer)
        finish(.interpolation, start)
    }

    // MARK: Objects

    /// An object literal, or an object to take apart: the two are written alike.
    mutating func object(role: Role) {
        let start = mark()
        let open = position
        let outer = enterBrackets()
        advance()
        elements(of: open, closer: .rightBrace) { $0.objectMember() }
        leaveBrackets(outer)
        finish(.object, start, role: role)
    }

    private mutating func objectMember() {
        let start = mark()
        switch kind {
        case .ellipsis:
            element()
            return
        case .ellipsisMetavariable:
            leaf(.ellipsisMetavariable)
            return
        case .deepStart:
            deepEllipsis()
            return
        default: break
        }
        let main = methodModifiers()
        let nameStart = position
        guard propertyName(role: .name) else {
            if position == nameStart { missing() }
            return
        }
        switch kind {
        case .leftParenthesis,
            .operator where code == .lessThan:
            methodRest(start, main: main ?? nameStart)
        case .colon:
            builder.setRole(.key)
            let colon = position
            advance()
            assignment(role: .value)
            finish(.pair, start, main: kinds[nameStart] == .leftBracket ? nameStart : colon)
        case .assign:
            advance()
            assignment(role: .value)
            finish(.shorthand, start)
        default:
            finish(.shorthand, start)
        }
    }

    /// `async`, `*`, `get`, `set` before a method's name. Returns the place of `get` or `set`.
    private mutating func methodModifiers() -> Int? {
        var main: Int?
        while kind == .identifier, code == .async || code == .get || code == .set, startsPropertyName(at: position + 1)
        {
            if code != .async { main = position }
            advance()
        }
        _ = take(.star)
        return main
    }

    /// A property's name stands at `place`, so that the word before it is a modifier.
    func startsPropertyName(at place: Int) -> Bool {
        guard place < kinds.count else { return false }
        switch kinds[place] {
        case .identifier, .keyword, .metavariable, .hash, .string, .integer, .float, .leftBracket: return true
        case .operator: return codes[place] == TypeScriptCode.star.rawValue
        case .ellipsis: return dialect.isPattern
        default: return false
        }
    }

    /// A word, string, number or `[computed]` name; false where there is none.
    mutating func propertyName(role: Role) -> Bool {
        switch kind {
        case .identifier, .keyword, .metavariable, .hash: name(role: role)
        case .string: leaf(.string, role: role)
        case .stringStart: template(role: role)
        case .integer, .float: leaf(.number, role: role)
        case .leftBracket:
            let open = position
            let outer = enterBrackets()
            advance()
            expression(role: role)
            closeBracket(open)
            leaveBrackets(outer)
        default: return false
        }
        return true
    }
}
