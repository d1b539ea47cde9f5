/// Declarations that are not members of their own kind: modifiers, functions, variables, types, imports.
extension SwiftTreeBuilder {
    /// A declaration whose attributes are parsed already.
    mutating func declaration(_ mark: TreeBuilder.Mark) {
        while let word = word(at: index), Self.isModifier(word) || word == .class && isDeclaration(at: index + 1) {
            index = afterModifier(index)
            if kind == .at { decorators() }
        }
        switch word(at: index) {
        case .func: function(mark)
        case .`init`: initializer(mark)
        case .deinit: deinitializer(mark)
        case .subscript: subscriptDeclaration(mark)
        case .let, .var: variable(mark)
        case .class, .struct, .enum, .protocol, .actor: typeDeclaration(mark)
        case .extension: extensionDeclaration(mark)
        case .typealias, .associatedtype: alias(mark)
        case .import: importDeclaration(mark)
        case .operator: operatorDeclaration(mark)
        case .precedencegroup: precedenceGroup(mark)
        case .macro: macroDeclaration(mark)
        case .case: enumerationCase(mark)
        default:
            errors += 1
            finish(.error, since: mark)
        }
    }

    // MARK: Functions

    private mutating func function(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        functionName()
        signature()
        if kind == .leftBrace { block(.body) }
        finish(.function, since: mark, main: main)
    }

    /// A function's name may be an operator; a keyword only where a parenthesis follows it.
    private mutating func functionName() {
        switch kind {
        case .operator, .assign, .question, .regex, .arrow: leaf(.identifier, role: .name)
        case .keyword where kind(ahead: 1) != .leftParenthesis: missing(.name)
        default: name(.name)
        }
    }

    /// Type parameters, parameters, effects, result and requirements.
    private mutating func signature() {
        typeParameters()
        if kind == .leftParenthesis { parameterList() } else { missing(.parameters) }
        effects()
        if kind == .arrow {
            advance()
            type(.returnType)
        }
        whereClause()
    }

    /// `async`, `throws`, `throws(E)`: tokens of the declaration, no nodes.
    mutating func effects() {
        while true {
            switch word(at: index) {
            case .async, .reasync: advance()
            case .throws, .rethrows:
                advance()
                if kind == .leftParenthesis { index = afterPartner(of: index) ?? index + 1 }
            default: return
            }
        }
    }

    private mutating func initializer(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        if kind == .question || isOperator(UInt8(ascii: "!"), at: index) { advance() }
        signature()
        if kind == .leftBrace { block(.body) }
        finish(.function, since: mark, main: main)
    }

    private mutating func deinitializer(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        effects()
        if kind == .leftBrace { block(.body) }
        finish(.function, since: mark, main: main)
    }

    private mutating func subscriptDeclaration(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        signature()
        if kind == .leftBrace { accessorsOrBlock() }
        finish(.function, since: mark, main: main)
    }

    private mutating func macroDeclaration(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        name(.name)
        signature()
        if kind == .assign {
            advance()
            expression(.value)
        }
        whereClause()
        finish(.function, since: mark, main: main)
    }

    // MARK: Variables

    private mutating func variable(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        while true {
            declarator()
            guard kind == .comma else { break }
            advance()
        }
        if kind == .semicolon { advance() }
        finish(.variableDeclaration, since: mark, main: main)
    }

    private mutating func declarator() {
        let mark = mark()
        bindingTarget(.target)
        var mayHaveGetter = false
        if kind == .colon {
            advance()
            type(.type)
            mayHaveGetter = true
        }
        if kind == .assign {
            advance()
            expression(.value)
            mayHaveGetter = false
        }
        if kind == .leftBrace, mayHaveGetter || !startsLine(index) || isAccessorBlock(at: index) { accessorsOrBlock() }
        finish(.declarator, since: mark)
    }

    /// What `let` and `for` bind: a name, `_`, or a tuple of them.
    mutating func bindingTarget(_ role: Role) {
        guard enter(role) else { return }
        defer { leave() }
        switch kind {
        case .leftParenthesis: bindingTuple(role)
        case .keyword where startsNextStatement(): missing(role)
        case .keyword:
            switch word(at: index) {
            case .underscore: leaf(.wildcard, role: role)
            case .let where startsLine(index), .var where startsLine(index): missing(role)
            case .let, .var:
                let mark = mark()
                advance()
                bindingTarget(.value)
                finish(.bindingPattern, since: mark, role: role)
            case .self: leaf(.identifier, role: role)
            default: missing(role)
            }
        case .identifier, .metavariable, .ellipsis, .ellipsisMetavariable: name(role)
        default: missing(role)
        }
    }

    private mutating func bindingTuple(_ role: Role) {
        let mark = mark()
        let open = index
        advance()
        list(open) { parser in
            if parser.kind == .identifier, parser.kind(ahead: 1) == .colon {
                let mark = parser.mark()
                parser.name(.label)
                parser.advance()
                parser.bindingTarget(.value)
                parser.finish(.keywordArgument, since: mark)
            } else {
                parser.bindingTarget(.element)
            }
        }
        finish(.tuple, since: mark, role: role)
    }

    // MARK: Imports and operators

    private mutating func importDeclaration(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        var importsSymbol = false
        switch startsLine(index) ? nil : word(at: index) {
        case .struct, .class, .enum, .protocol, .typealias, .func, .let, .var:
            importsSymbol = true
            advance()
        default: break
        }
        let path = self.mark()
        if startsLine(index) { missing(.source) } else { name(.source) }
        while kind == .dot || isOperator(UInt8(ascii: ":"), at: index) {
            let dot = token
            if importsSymbol, kind(ahead: 2) != .dot {
                advance()
                let item = self.mark()
                name(.name)
                finish(.importItem, since: item)
                break
            }
            builder.setRole(.object)
            advance()
            name(.name)
            finish(.member, since: path, main: dot, role: .source)
        }
        if kind == .semicolon { advance() }
        finish(.import, since: mark, main: main)
    }

    /// `infix operator +++: Precedence`.
    private mutating func operatorDeclaration(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        switch kind {
        case .operator, .question, .assign, .regex, .arrow, .ellipsis: leaf(.identifier, role: .name)
        default: name(.name)
        }
        if kind == .colon {
            repeat {
                advance()
                if kind == .identifier, !startsLine(index) { advance() }
            } while kind == .comma
        }
        if kind == .leftBrace, let end = afterPartner(of: index), end == index + 2 { index = end }
        if kind == .semicolon { advance() }
        finish(.scopeDeclaration, since: mark, main: main)
    }

    private mutating func precedenceGroup(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        declaredName(.name)
        if kind == .leftBrace, let end = afterPartner(of: index) { index = end } else { missing() }
        finish(.scopeDeclaration, since: mark, main: main)
    }
}
