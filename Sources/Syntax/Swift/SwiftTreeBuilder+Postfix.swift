/// What follows an operand: members, calls, subscripts, postfix operators, generic arguments.
extension SwiftTreeBuilder {
    /// Takes the postfix parts of the operand finished last, which starts at `mark`.
    mutating func suffixes(_ mark: TreeBuilder.Mark) {
        if isOperator(UInt8(ascii: "<"), at: index), canHaveArguments { _ = genericSuffixAndCall(mark) }
        while true {
            switch kind {
            case .dot:
                guard member(mark) else { return }
            case .leftParenthesis:
                guard !startsLine(index) else { return }
                builder.setRole(.callee)
                callArguments()
                finish(.call, since: mark)
            case .leftBracket:
                guard !startsLine(index) else { return }
                builder.setRole(.object)
                let bracket = token
                let open = index
                advance()
                list(open) { parser in
                    if !parser.labeledArgument() { parser.builder.setRole(.index) }
                }
                finish(.index, since: mark, main: bracket)
            case .leftBrace:
                guard mayTakeClosure, startsTrailingClosure else { return }
                builder.setRole(.callee)
                trailingClosures()
                finish(.call, since: mark)
            case .question, .operator:
                if isModuleSelector, kind(ahead: 1) == .identifier {
                    guard member(mark) else { return }
                    continue
                }
                guard isPostfix(at: index), !startsLine(index) else { return }
                builder.setRole(.value)
                let main = token
                advance()
                finish(.postfix, since: mark, main: main)
            case .hash:
                guard startsLine(index), isPostfixDirective else { return }
                postfixDirective(mark)
            default: return
            }
        }
    }

    /// Whether the node finished last is a name that generic arguments may follow.
    private var canHaveArguments: Bool {
        guard touches(index) else { return false }
        switch builder.lastKind {
        case .identifier, .member, .metavariable: return true
        default: return false
        }
    }

    /// Literals never take a trailing closure.
    private var mayTakeClosure: Bool {
        switch builder.lastKind {
        // A call that has one already takes no second.
        case .call: kinds[index - 1] != .rightBrace
        case .number, .string, .interpolatedString, .boolean, .null, .array, .object, .regex, .error, .if, .switch,
            .ellipsis:
            false
        default: true
        }
    }

    // MARK: Members

    /// `.name` after the operand finished last; false where the dot starts something else.
    private mutating func member(_ mark: TreeBuilder.Mark) -> Bool {
        let dot = token
        builder.setRole(.object)
        advance()
        if !memberName() { missing(.name) }
        finish(.member, since: mark, main: dot)
        if isOperator(UInt8(ascii: "<"), at: index), touches(index) { _ = genericSuffixAndCall(mark) }
        return true
    }

    /// The name after a dot; false where there is none. A name on the next line counts only where it cannot be the start of
    /// a statement of its own, so that a half-typed `x.` does not swallow what follows.
    mutating func memberName() -> Bool {
        if startsLine(index) {
            guard kind == .identifier || kind == .metavariable || kind == .ellipsis, !isDeclaration(at: index),
                kind(ahead: 1) != .assign, !startsNextStatement()
            else { return false }
        }
        let mark = mark()
        switch kind {
        case .identifier, .keyword, .integer:
            leaf(.identifier, role: .name)
            argumentNames(mark, role: .name)
        case .metavariable: leaf(.metavariable, role: .name)
        case .ellipsis: leaf(.ellipsis, role: .name)
        case .ellipsisMetavariable: leaf(.ellipsisMetavariable, role: .name)
        case .float:
            // `.0.1` after white space.
            leaf(.identifier, role: .name)
        default: return false
        }
        return true
    }

    // MARK: Calls

    /// Generic arguments after the name finished last, where that is what `<` opens. Followed by parentheses they belong to
    /// the call, otherwise to a `genericType`.
    private mutating func genericSuffixAndCall(_ mark: TreeBuilder.Mark) -> Bool {
        guard genericSuffix(mark) else { return false }
        callArguments()
        finish(.call, since: mark)
        return true
    }

    /// Generic arguments after the name finished last; whether call arguments follow, for which the name is the callee.
    mutating func genericSuffix(_ mark: TreeBuilder.Mark) -> Bool {
        guard let end = afterGenericArguments(index) else { return false }
        let isCall = kinds[end] == .leftParenthesis && !startsLine(end)
        builder.setRole(isCall ? .callee : .name)
        typeArguments()
        if !isCall { finish(.genericType, since: mark) }
        return isCall && kind == .leftParenthesis
    }

    /// The parenthesized arguments and the trailing closures of a call, as one list.
    mutating func callArguments() {
        let mark = mark()
        let open = index
        advance()
        list(open) { $0.labeledArgument() }
        if startsTrailingClosure { closures() }
        finish(.argumentList, since: mark, role: .arguments)
    }

    /// Parenthesized arguments alone, as attributes have them.
    mutating func argumentList() {
        let mark = mark()
        let open = index
        advance()
        list(open) { $0.labeledArgument() }
        finish(.argumentList, since: mark, role: .arguments)
    }

    mutating func trailingClosures() {
        let mark = mark()
        closures()
        finish(.argumentList, since: mark, role: .arguments)
    }

    /// `{ .. } label: { .. }`.
    private mutating func closures() {
        closure()
        while kind == .identifier || kind == .keyword || kind == .metavariable, kind(ahead: 1) == .colon,
            kind(ahead: 2) == .leftBrace,
            !at(.default), !at(.case)
        {
            let mark = mark()
            name(.label)
            advance()
            closure()
            builder.setRole(.value)
            finish(.keywordArgument, since: mark)
        }
    }

    /// Whether the `{` here is a trailing closure, and neither accessors nor the body of a statement.
    var startsTrailingClosure: Bool {
        guard kind == .leftBrace else { return false }
        if isWord(.didSet, at: index + 1) || isWord(.willSet, at: index + 1)
            || isWord(.`init`, at: index + 1) && isAccessorBlock(at: index)
        {
            return false
        }
        if kind(ahead: 1) == .at, isObserverBlock { return false }
        if isWord(.case, at: index + 1) { return false }
        if context.allowsClosure { return true }
        // In a condition only what the braces are followed by tells.
        guard !startsLine(index + 1), let next = afterPartner(of: index), next < kinds.count else { return false }
        switch kinds[next] {
        case .leftBrace, .comma: return true
        case .leftBracket, .leftParenthesis, .dot, .question, .colon, .assign: return !startsLine(next)
        case .operator: return !startsLine(next) && fixity(at: next) != SwiftOperator.Fixity.prefix.rawValue
        case .keyword:
            return isWord(.where, at: next) || !startsLine(next) && (isWord(.is, at: next) || isWord(.as, at: next))
        default: return false
        }
    }

    /// Observers with attributes before them.
    private var isObserverBlock: Bool {
        var place = index + 1
        while place < kinds.count, kinds[place] == .at { place = afterAttribute(place) }
        return isWord(.didSet, at: place) || isWord(.willSet, at: place) || isWord(.`init`, at: place)
    }

    // MARK: Directives and key paths

    /// `#if` whose clauses go on with the operand: a dot follows the condition's line.
    private var isPostfixDirective: Bool {
        guard codes[index] == SwiftWord.if.rawValue else { return false }
        var place = index + 1
        while place < kinds.count, kinds[place] != .endOfFile {
            if startsLine(place), !isDirective(at: place) { return kinds[place] == .dot }
            if startsLine(place), codes[place] == SwiftWord.endif.rawValue { return false }
            place += 1
        }
        return false
    }

    /// The clauses hold chains that start with a dot and have no operand of their own.
    private mutating func postfixDirective(_ mark: TreeBuilder.Mark) {
        builder.setRole(.object)
        context.directives += 1
        repeat {
            skipDirective()
            let clause = self.mark()
            if kind == .dot { postfixExpression(clause) }
            while kind == .hash, isPostfixDirective { postfixDirective(clause) }
            while kind != .endOfFile, kind != .rightBrace, kind != .interpolationEnd, !isDirective(at: index) {
                errorToken()
            }
            finish(.block, since: clause)
        } while kind == .hash && isDirectiveContinuation(at: index) && codes[index] != SwiftWord.endif.rawValue
        context.directives -= 1
        if kind == .hash, codes[index] == SwiftWord.endif.rawValue { advance() } else { missing() }
        finish(.conditionalCompilation, since: mark)
    }

    /// `\Type.member`, `\.member`: the root type and the chain of components.
    mutating func keyPath() {
        let mark = mark()
        advance()
        if kind != .dot, startsType(index), !startsLine(index) {
            let root = self.mark()
            keyPathRoot(root)
            builder.setRole(.value)
            finish(.type, since: root, role: .type)
        }
        let chain = self.mark()
        if kind == .dot {
            let dot = token
            advance()
            if kind == .leftBracket || kind == .question || isPostfix(at: index) {
                // `\.[0]` and `\.?.a`: the component after the dot has no name.
                finish(.identifier, since: TreeBuilder.Mark(node: chain.node, token: token))
            } else {
                if !memberName() { missing(.name) }
                finish(.member, since: chain, main: dot)
            }
            suffixes(chain)
            builder.setRole(.value)
        } else if builder.count == Int(chain.node) {
            suffixes(chain)
        }
        finish(.keyPath, since: mark)
    }

    /// The root type without its members, which are components.
    private mutating func keyPathRoot(_ mark: TreeBuilder.Mark) {
        switch kind {
        case .identifier, .metavariable, .keyword:
            name(.element)
            if isOperator(UInt8(ascii: "<"), at: index), touches(index) {
                builder.setRole(.name)
                typeArguments()
                finish(.genericType, since: mark)
            }
        default: typeExpression()
        }
        while isPostfix(at: index), touches(index) {
            builder.setRole(.value)
            finish(.type, since: mark)
            advance()
            finish(.typeOther, since: mark)
        }
    }
}
