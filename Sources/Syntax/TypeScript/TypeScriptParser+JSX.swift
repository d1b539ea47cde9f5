extension TypeScriptParser {
    /// `<name attributes>children</name>`, `<name />`, `<>children</>`.
    mutating func jsxElement(role: Role) {
        guard descend(role: role) else { return }
        defer { depth -= 1 }
        let start = mark()
        advance()
        if isPropertyWord { jsxName() }
        if kind == .operator, code == .lessThan { typeArguments() }
        jsxAttributes()
        if take(.jsxSlash) {
            if !take(.jsxClose) { missing() }
            finish(.jsxElement, start, role: role)
            return
        }
        if take(.jsxClose) { jsxChildren() } else { missing() }
        finish(.jsxElement, start, role: role)
    }

    private mutating func jsxName() {
        let start = mark()
        name()
        while kind == .dot {
            builder.setRole(.object)
            let main = position
            advance()
            name()
            finish(.member, start, main: main, role: .name)
        }
    }

    private mutating func jsxAttributes() {
        while true {
            switch kind {
            // What follows a half-typed tag: `name` would leave it where it is.
            case .identifier where isFollowedByDot && startsNextStatement(): return
            case .identifier, .keyword, .metavariable: jsxAttribute()
            case .leftBrace: jsxSpread()
            case .ellipsis where dialect.isPattern: leaf(.ellipsis)
            case .error: error(until: position + 1)
            default: return
            }
        }
    }

    private mutating func jsxAttribute() {
        let start = mark()
        name()
        if take(.assign) {
            switch kind {
            case .string: leaf(.string, role: .value)
            case .leftBrace: jsxExpression(role: .value)
            case .operator where code == .jsxOpen: jsxElement(role: .value)
            case .ellipsis where dialect.isPattern: leaf(.ellipsis, role: .value)
            case .metavariable: leaf(.metavariable, role: .value)
            default: missing(role: .value)
            }
        }
        finish(.jsxAttribute, start)
    }

    /// `{...props}` in a tag.
    private mutating func jsxSpread() {
        let start = mark()
        let open = position
        let outer = enterBrackets()
        advance()
        let main = position
        if take(.ellipsis), kind != .rightBrace {
            assignment(role: .value)
        } else if kinds[main] != .ellipsis {
            missing(role: .value)
        }
        closeBracket(open)
        leaveBrackets(outer)
        finish(.spread, start, main: main)
    }

    private mutating func jsxExpression(role: Role) {
        let start = mark()
        let open = position
        let outer = enterBrackets()
        advance()
        if kind == .ellipsis, !(dialect.isPattern && kind(ahead: 1) == .rightBrace) { advance() }
        if kind != .rightBrace { expression(role: .value) }
        closeBracket(open)
        leaveBrackets(outer)
        finish(.jsxExpression, start, role: role)
    }

    private mutating func jsxChildren() {
        while true {
            switch kind {
            case .jsxText: leaf(.jsxText, role: .child)
            case .leftBrace: jsxExpression(role: .child)
            case .ellipsis where dialect.isPattern: leaf(.ellipsis, role: .child)
            case .metavariable where dialect.isPattern: leaf(.metavariable, role: .child)
            case .operator where code == .jsxOpen:
                if code(ahead: 1) == .jsxSlash {
                    closingTag()
                    return
                }
                jsxElement(role: .child)
            default:
                missing()
                return
            }
        }
    }

    private mutating func closingTag() {
        skip(to: position + 2)
        while isPropertyWord || kind == .dot { advance() }
        if !take(.jsxClose) { missing() }
    }
}
