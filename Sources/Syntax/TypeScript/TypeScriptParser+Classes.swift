extension TypeScriptParser {
    /// A class, interface or enum from its keyword on.
    mutating func classLike(_ start: TreeBuilder.Mark, role: Role) {
        guard descend(role: role) else { return }
        defer { depth -= 1 }
        let main = position
        let isEnum = code == .enum
        let isInterface = code == .interface
        advance()
        if isIdentifier && !(code == .implements && kind(ahead: 1) != .leftBrace)
            || kind == .ellipsis && dialect.isPattern
        {
            name()
        }
        if kind == .operator, code == .lessThan { typeParameters() }
        while true {
            if code == .extends, kind == .keyword {
                advance()
                supertypes(areTypes: isInterface)
            } else if code == .implements {
                advance()
                supertypes(areTypes: true)
            } else {
                break
            }
        }
        if kind == .leftBrace {
            members(isEnum: isEnum)
        } else {
            missing(role: .body)
        }
        finish(.class, start, main: main, role: role)
    }

    private mutating func supertypes(areTypes: Bool) {
        repeat {
            if kind == .leftBrace { break }
            if dialect.isPattern, kind == .ellipsis {
                leaf(.ellipsis, role: .supertype)
            } else if areTypes {
                type(role: .supertype)
            } else {
                superclass()
            }
        } while take(.comma)
    }

    /// The class that is extended: an expression, wrapped as a type where it has type arguments.
    private mutating func superclass() {
        let start = mark()
        inHeritage = true
        postfix()
        inHeritage = false
        if builder.lastKind == .genericType {
            builder.setRole(.value)
            finish(.type, start, role: .supertype)
        } else {
            builder.setRole(.supertype)
        }
    }

    private mutating func members(isEnum: Bool) {
        let start = mark()
        let open = position
        let end = brackets.end(open)
        let outer = enterBrackets()
        advance()
        while position < end {
            let before = position
            if isEnum {
                enumMember()
            } else if kind == .semicolon || kind == .comma {
                advance()
            } else {
                member()
            }
            if position == before { error(until: position + 1) }
        }
        closeBracket(open)
        leaveBrackets(outer)
        finish(.block, start, role: .body)
    }

    private mutating func enumMember() {
        if dialect.isPattern, kind == .ellipsis {
            leaf(.ellipsis)
            _ = take(.comma)
            return
        }
        let start = mark()
        guard propertyName(role: .name) else { return }
        if take(.assign) { assignment(role: .value) }
        finish(.field, start)
        if kind != .rightBrace, !take(.comma) { missing() }
    }

    // MARK: Members

    /// A member of a class, interface or object type.
    mutating func member() {
        guard descend() else { return }
        defer { depth -= 1 }
        if dialect.isPattern, kind == .ellipsis || kind == .ellipsisMetavariable {
            leaf(kind == .ellipsis ? .ellipsis : .ellipsisMetavariable)
            return
        }
        let start = mark()
        while kind == .at { decorator() }
        if dialect.isPattern, kind == .rightBrace, builder.lastKind == .decorator { return }
        if code == .static, kind(ahead: 1) == .leftBrace {
            advance()
            block()
            return
        }
        let accessor = memberModifiers()
        let nameStart = position
        switch kind {
        case .leftParenthesis,
            .operator where code == .lessThan:
            memberFunction(start, main: nameStart)
            return
        case .keyword where code == .new && (kind(ahead: 1) == .leftParenthesis || code(ahead: 1) == .lessThan):
            advance()
            memberFunction(start, main: nameStart)
            return
        case .leftBracket where isIndexSignature:
            indexSignature(start)
            return
        default: break
        }
        guard propertyName(role: .name) else {
            if position > Int(start.token) {
                missing()
                finish(.error, start)
            }
            return
        }
        if kind == .question || kind == .operator && code == .not { advance() }
        if kind == .leftParenthesis || kind == .operator && code == .lessThan {
            memberFunction(start, main: accessor ?? nameStart)
            return
        }
        if take(.colon) { type(role: .type) }
        if take(.assign) { assignment(role: .value) }
        memberEnd()
        finish(.field, start, main: nameStart)
    }

    /// From the parameters of a member on; one without a body ends as a field does.
    private mutating func memberFunction(_ start: TreeBuilder.Mark, main: Int) {
        signature()
        if kind == .leftBrace { functionBody() } else { memberEnd() }
        finish(.function, start, main: main)
    }

    /// The end of a field or signature, which a new line can stand for.
    private mutating func memberEnd() {
        if take(.semicolon) || take(.comma) || kind == .rightBrace || isAtEnd || onNewLine { return }
        if dialect.isPattern, kind == .ellipsis || kind == .at { return }
        // What is called in a field's type is a value that stands in the wrong place.
        if kind == .leftParenthesis {
            error(until: brackets.closer(position).map { $0 + 1 } ?? position + 1)
        } else {
            missing()
        }
    }

    /// Words before a member's name, and the `*` of a generator. Returns the place of `get` or `set`.
    private mutating func memberModifiers() -> Int? {
        var accessor: Int?
        while kind == .identifier || kind == .keyword || kind == .operator {
            switch code {
            case .public, .private, .protected, .static, .abstract, .override, .readonly, .declare, .async, .accessor,
                .export,
                .const, .in, .out, .default:
                guard startsPropertyName(at: position + 1), !(code == .async && onNewLine(ahead: 1)) else {
                    return accessor
                }
                advance()
            case .get, .set:
                guard startsPropertyName(at: position + 1) else { return accessor }
                accessor = position
                advance()
            case .plus, .minus:
                // Flow's variance, in a file whose types are no part of its language.
                guard code(ahead: 1) == .readonly || !dialect.hasTypes && startsPropertyName(at: position + 1) else {
                    return accessor
                }
                advance()
            case .star: advance()
            default: return accessor
            }
        }
        return accessor
    }

    /// `[key: T]` or `[K in T]`.
    private var isIndexSignature: Bool {
        let next = kind(ahead: 1)
        guard next == .identifier || next == .metavariable else { return false }
        return kind(ahead: 2) == .colon || code(ahead: 2) == .in && dialect.hasTypes && isMappedKey
    }

    /// The `[K in T]` of a mapped type is followed by what ends or types a member.
    private var isMappedKey: Bool {
        guard let closer = brackets.closer(position) else { return false }
        switch kinds[closer + 1] {
        case .colon, .question, .operator, .rightBrace, .semicolon: return true
        default: return false
        }
    }

    private mutating func indexSignature(_ start: TreeBuilder.Mark) {
        let open = position
        advance()
        name()
        advance()
        let key = mark()
        typeExpression()
        finish(.type, key)
        if take(.as) { type() }
        closeBracket(open)
        if kind == .operator, code == .plus || code == .minus { advance() }
        _ = take(.question)
        if take(.colon) { type(role: .type) }
        memberEnd()
        finish(.field, start, main: open)
    }
}
