/// Declarations that are not members of their own kind: modifiers, functions, variables, types, imports.
extension SwiftTreeBuilder {
    /// Whether a declaration starts at `place`: modifiers and then a keyword that declares. Most modifiers are ordinary
    /// names elsewhere.
    func isDeclaration(at start: Int) -> Bool {
        var place = start
        for _ in 0..<Self.longestModifierList {
            guard let word = word(at: place) else { return false }
            switch word {
            case .func, .let, .var, .struct, .enum, .protocol, .extension, .`init`, .deinit, .subscript, .typealias,
                .associatedtype, .import, .operator, .precedencegroup, .class:
                return true
            case .case: return place > start
            case .actor, .macro: return isActorOrMacro(at: place)
            default:
                guard Self.isModifier(word) else { return false }
            }
            place = afterModifier(place)
            if place < kinds.count, kinds[place] == .at { place = afterAttribute(place) }
        }
        return false
    }

    /// No declaration has as many; without a limit a file of nothing but modifiers would take time by its square.
    private static let longestModifierList = 32

    /// `actor Name {` and `macro name(`: neither word is reserved.
    private func isActorOrMacro(at place: Int) -> Bool {
        guard place + 2 < kinds.count, kinds[place + 1] == .identifier || kinds[place + 1] == .metavariable,
            !startsLine(place + 1)
        else { return false }
        let next = place + 2
        if isWord(.actor, at: place) {
            return kinds[next] == .leftBrace || kinds[next] == .colon || isOperator(UInt8(ascii: "<"), at: next)
                || isWord(.where, at: next)
        }
        return isWord(.macro, at: place) && (kinds[next] == .leftParenthesis || isOperator(UInt8(ascii: "<"), at: next))
    }

    private static func isModifier(_ word: SwiftWord) -> Bool {
        switch word {
        case .public, .private, .internal, .fileprivate, .static, .open, .package, .final, .lazy, .weak, .unowned,
            .override,
            .required, .convenience, .mutating, .nonmutating, .dynamic, .optional, .indirect, .prefix, .postfix, .infix,
            .nonisolated, .isolated, .distributed, .async, .borrowing, .consuming, .constant, .consumingPrefixed,
            .local,
            .sending:
            true
        default: false
        }
    }

    /// The token after the modifier at `place` and its argument: `private(set)`, `unowned(safe)`.
    private func afterModifier(_ place: Int) -> Int {
        let next = place + 1
        guard next + 2 < kinds.count, kinds[next] == .leftParenthesis, kinds[next + 2] == .rightParenthesis else {
            return next
        }
        switch word(at: next + 1) {
        case .set, .safe, .unsafe, .nonsending: return next + 3
        default: return next
        }
    }

    /// The token after the attribute at `place`, with its arguments.
    func afterAttribute(_ place: Int) -> Int {
        var end = place + 2
        while end + 1 < kinds.count, kinds[end] == .dot { end += 2 }
        if isOperator(UInt8(ascii: "<"), at: end), touches(end) { end = afterTypeArguments(end) }
        guard opensAttributeArguments(end) else { return min(end, kinds.count - 1) }
        return afterPartner(of: end) ?? end + 1
    }

    /// Whether the parenthesis at `place` opens the arguments of the attribute before it, and not the type that the
    /// attribute qualifies: `@autoclosure() -> Bool`.
    func opensAttributeArguments(_ place: Int) -> Bool {
        guard place < kinds.count, kinds[place] == .leftParenthesis, touches(place) else { return false }
        guard let end = afterPartner(of: place), end < kinds.count else { return true }
        return kinds[end] != .arrow && !isWord(.async, at: end) && !isWord(.throws, at: end)
    }

    /// The token after the type arguments that open at `start`, where nothing else can be meant by `<`.
    func afterTypeArguments(_ start: Int) -> Int {
        var depth = 0
        var place = start
        while place < kinds.count - 1 {
            if isOperator(UInt8(ascii: "<"), at: place) {
                depth += 1
            } else if isOperator(UInt8(ascii: ">"), at: place) {
                depth -= 1
                if depth == 0 { return place + 1 }
            } else if kinds[place] == .leftBrace || kinds[place] == .rightBrace || kinds[place] == .rightParenthesis {
                return place
            }
            place = afterPartner(of: place) ?? place + 1
        }
        return place
    }

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

    // MARK: Types

    private mutating func typeDeclaration(_ mark: TreeBuilder.Mark) {
        let main = token
        let isEnumeration = at(.enum)
        advance()
        declaredName(.name)
        typeParameters()
        typeBody(isEnumeration: isEnumeration)
        finish(.class, since: mark, main: main)
    }

    private mutating func extensionDeclaration(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        if startsType(index), !(kind == .keyword && startsLine(index)) {
            typeExpression()
            builder.setRole(.name)
        } else {
            missing(.name)
        }
        typeBody(isEnumeration: true)
        finish(.class, since: mark, main: main)
    }

    /// Inheritance, requirements and members.
    private mutating func typeBody(isEnumeration: Bool) {
        if kind == .colon {
            advance()
            while true {
                type(.supertype)
                guard kind == .comma else { break }
                advance()
            }
        }
        whereClause()
        block(.body, caseMeaning: .enumeration)
    }

    private mutating func alias(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        declaredName(.name)
        typeParameters()
        if kind == .colon {
            advance()
            while true {
                type(.supertype)
                guard kind == .comma else { break }
                advance()
            }
        }
        if kind == .assign {
            advance()
            type(.value)
        }
        whereClause()
        if kind == .semicolon { advance() }
        finish(.typeAlias, since: mark, main: main)
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
