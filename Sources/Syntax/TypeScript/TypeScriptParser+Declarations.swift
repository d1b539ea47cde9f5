extension TypeScriptParser {
    /// The word at `place` (`async`, `declare`, `type`, ..) begins a declaration and is not a variable.
    func startsDeclaration(at place: Int) -> Bool {
        guard place + 1 < kinds.count, !flags[place + 1].contains(.newlineBefore) else { return false }
        let next = kinds[place + 1]
        let nextCode = TypeScriptCode(stored: codes[place + 1])
        switch TypeScriptCode(stored: codes[place]) {
        case .async: return nextCode == .function
        case .abstract: return nextCode == .class
        case .interface, .type: return next == .identifier || next == .metavariable
        case .namespace: return next == .identifier || next == .metavariable
        case .module: return next == .identifier || next == .string || next == .metavariable
        case .global: return next == .leftBrace
        case .declare:
            switch nextCode {
            case .function, .class, .enum, .var, .const, .let, .import: return true
            // One modifier may follow, so that a row of them is asked about once each and not from each of them on.
            default: return next == .identifier && nextCode != .declare && startsDeclaration(at: place + 1)
            }
        case .const: return nextCode == .enum
        case .function, .class, .enum: return kinds[place] == .keyword
        default: return false
        }
    }

    /// A declaration with its modifiers; decorators stand in `start` already.
    mutating func declaration(_ start: TreeBuilder.Mark, role: Role) {
        if code == .declare { advance() }
        if code == .abstract, code(ahead: 1) == .class { advance() }
        if code == .const, code(ahead: 1) == .enum { advance() }
        switch code {
        case .function, .async: functionRest(.function, start, role: role)
        case .class, .interface, .enum: classLike(start, role: role)
        case .type: typeAlias(start, role: role)
        case .namespace, .module, .global: namespace(start, role: role)
        case .var, .let, .const: variableStatement(start, role: role)
        case .import: importDeclaration(role: role)
        default:
            missing()
            finish(.error, start, role: role)
        }
    }

    private mutating func typeAlias(_ start: TreeBuilder.Mark, role: Role) {
        advance()
        name()
        if kind == .operator, code == .lessThan { typeParameters() }
        expect(.assign)
        type(role: .value)
        semicolon()
        finish(.typeAlias, start, role: role)
    }

    private mutating func namespace(_ start: TreeBuilder.Mark, role: Role) {
        if code != .global { advance() }
        if kind == .string {
            leaf(.string, role: .name)
        } else {
            let nameStart = mark()
            name()
            while kind == .dot {
                builder.setRole(.object)
                let main = position
                advance()
                name()
                finish(.member, nameStart, main: main, role: .name)
            }
        }
        if kind == .leftBrace { block(role: .body) } else { semicolon() }
        finish(.namespace, start, role: role)
    }

    // MARK: Decorators

    mutating func decorator() {
        let start = mark()
        advance()
        if kind == .leftParenthesis || isPropertyWord || kind == .ellipsis && dialect.isPattern {
            inDecorator = true
            postfix()
            inDecorator = false
            builder.setRole(.value)
        } else {
            missing(role: .value)
        }
        finish(.decorator, start)
    }

    /// Decorators and what they stand before: a class, exported or not. In a pattern they may stand alone.
    mutating func decorated(role: Role) {
        let start = mark()
        while kind == .at { decorator() }
        if code == .export, kind == .keyword {
            exportDeclaration(start, role: role)
        } else if startsDeclaration(at: position) {
            declaration(start, role: role)
        } else if dialect.isPattern, isAtEnd {
            return
        } else {
            missing()
            finish(.error, start, role: role)
        }
    }

    mutating func decoratedClassExpression() {
        let start = mark()
        while kind == .at { decorator() }
        if code == .class {
            classLike(start, role: .element)
        } else {
            missing()
            finish(.error, start)
        }
    }
}
