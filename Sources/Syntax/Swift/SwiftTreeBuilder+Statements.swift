/// Lists of statements, and the statements that are neither declarations nor control flow.
extension SwiftTreeBuilder {
    /// Statements up to a `}`, the end, or what ends the list in this context.
    mutating func statements() {
        while !endsStatements {
            let start = index
            statement()
            if index == start { errorToken() }
            if !startsLine(index), !endsStatements, !isSeparated { missing() }
        }
    }

    /// Whether a semicolon separates the next statement from the last, or an ellipsis, which needs none.
    private var isSeparated: Bool {
        index > 0 && kinds[index - 1] == .semicolon || kind == .semicolon || kind == .ellipsis
            || index > 0 && kinds[index - 1] == .ellipsis
    }

    private var endsStatements: Bool {
        switch kind {
        case .endOfFile, .rightBrace: return true
        case .keyword:
            return context.caseMeaning == .clause && (at(.case) || at(.default))
        case .at: return context.caseMeaning == .clause && startsCaseClause
        case .hash:
            return context.directives > 0 && isDirectiveContinuation(at: index)
                || context.caseMeaning == .clause && isConditionalCase
        case .interpolationEnd: return true
        default: return false
        }
    }

    mutating func statement() {
        guard enter() else { return }
        let outer = statementStart
        statementStart = StatementStart(token: index)
        defer {
            statementStart = outer
            leave()
        }
        let mark = mark()
        switch kind {
        case .keyword: keywordStatement(mark)
        case .identifier, .metavariable: identifierStatement(mark)
        case .at:
            decorators()
            afterDecorators(mark)
        case .hash:
            if isAttributeDirective {
                decorators()
                afterDecorators(mark)
            } else if codes[index] == SwiftWord.if.rawValue {
                conditionalCompilation()
            } else {
                expressionStatement(mark)
            }
        case .semicolon: leaf(.empty)
        case .ellipsis, .ellipsisMetavariable:
            if isWholeStatement {
                leaf(kind == .ellipsis ? .ellipsis : .ellipsisMetavariable)
            } else {
                expressionStatement(mark)
            }
        case .error, .rightParenthesis, .rightBracket, .comma, .colon, .interpolationEnd: errorToken()
        default: expressionStatement(mark)
        }
    }

    /// Whether nothing else of a statement follows the current token.
    private var isWholeStatement: Bool {
        switch kind(ahead: 1) {
        case .endOfFile, .rightBrace, .semicolon, .rightParenthesis, .identifier, .metavariable, .at, .hash, .ellipsis:
            true
        case .keyword: !isWord(.is, at: index + 1) && !isWord(.as, at: index + 1)
        default: startsLine(index + 1)
        }
    }

    private mutating func identifierStatement(_ mark: TreeBuilder.Mark) {
        if kind(ahead: 1) == .colon, isLabeledStatement { return labeled(mark) }
        if let word = word(at: index) {
            if isDeclaration(at: index) { return declaration(mark) }
            if startsKeywordExpression(word) {
                switch word {
                case .yield, .then: return keywordWithValue(.yield, mark)
                case .discard: return keywordWithValue(.expressionStatement, mark)
                default: break
                }
            }
        }
        expressionStatement(mark)
    }

    /// Whether `yield x`, `discard self`, `then x` start here, and not a use of the name.
    private func startsKeywordExpression(_ word: SwiftWord) -> Bool {
        let next = index + 1
        guard next < kinds.count, !startsLine(next) else { return false }
        switch kinds[next] {
        case .identifier, .integer, .float, .string, .stringStart, .metavariable: return true
        case .keyword:
            return word != .discard ? !isWord(.is, at: next) && !isWord(.as, at: next) : isWord(.self, at: next)
        case .operator: return word == .yield && fixity(at: next) == SwiftOperator.Fixity.prefix.rawValue
        default: return false
        }
    }

    private mutating func keywordWithValue(_ kind: NodeKind, _ mark: TreeBuilder.Mark) {
        advance()
        expression(.value)
        finishStatement(kind, mark)
    }

    mutating func expressionStatement(_ mark: TreeBuilder.Mark) {
        let start = index
        expression(.value)
        guard index > start else {
            // Nothing here starts an expression: the token itself is the error, not an empty statement before it.
            builder.rewind(to: mark)
            return errorToken()
        }
        finishStatement(.expressionStatement, mark)
    }

    /// Ends a statement, with its semicolon.
    mutating func finishStatement(_ kind: NodeKind, _ mark: TreeBuilder.Mark) {
        if self.kind == .semicolon { advance() }
        finish(kind, since: mark)
    }

    private mutating func keywordStatement(_ mark: TreeBuilder.Mark) {
        guard let word = word(at: index) else { return errorToken() }
        switch word {
        case .if: ifStatement()
        case .guard: guardStatement(mark)
        case .while: whileStatement(mark)
        case .for: forStatement(mark)
        case .switch: switchStatement()
        case .do: doStatement(mark)
        case .repeat where kind(ahead: 1) == .leftBrace: repeatStatement(mark)
        case .defer:
            advance()
            block(.body)
            finishStatement(.defer, mark)
        case .return: valueStatement(.return, mark)
        case .throw: valueStatement(.throw, mark)
        case .break: jumpStatement(.break, mark)
        case .continue: jumpStatement(.continue, mark)
        case .fallthrough:
            advance()
            finishStatement(.empty, mark)
        case .case: caseStatement(mark)
        case .default where kind(ahead: 1) == .colon: caseClause(mark)
        case .catch: catchClause()
        case .else, .in, .is, .as, .where, .throws, .rethrows, .default: errorToken()
        default:
            if isDeclaration(at: index) { declaration(mark) } else { expressionStatement(mark) }
        }
    }

    /// `case` is an enum's case, or a clause of a switch; outside of both the text after it decides.
    private mutating func caseStatement(_ mark: TreeBuilder.Mark) {
        if context.caseMeaning == .enumeration || !looksLikeClause { enumerationCase(mark) } else { caseClause(mark) }
    }

    private var looksLikeClause: Bool {
        var place = index + 1
        while place < kinds.count, kinds[place] != .colon {
            switch kinds[place] {
            case .semicolon, .rightBrace, .endOfFile, .assign: return false
            default: break
            }
            // No clause has another in it; without this, time would grow with the square of a row of them.
            if isWord(.case, at: place), kinds[place - 1] != .dot { return false }
            if startsLine(place), place > index + 1, kinds[place - 1] != .comma { return false }
            place = afterPartner(of: place) ?? place + 1
        }
        return place < kinds.count
    }

    private mutating func valueStatement(_ kind: NodeKind, _ mark: TreeBuilder.Mark) {
        advance()
        if startsReturnedValue { expression(.value) }
        finishStatement(kind, mark)
    }

    /// A returned value may stand on the next line, unless what stands there is a statement or declaration.
    private var startsReturnedValue: Bool {
        guard startsOperand(index) else { return false }
        guard startsLine(index) else { return true }
        if kind == .ellipsis { return false }
        if kind == .at { return false }
        if let word = word(at: index) {
            if isDeclaration(at: index) { return false }
            switch word {
            case .if, .switch, .repeat: return false
            default: return true
            }
        }
        return true
    }

    private mutating func jumpStatement(_ kind: NodeKind, _ mark: TreeBuilder.Mark) {
        advance()
        if !startsLine(index), self.kind == .identifier || self.kind == .metavariable { name(.label) }
        finishStatement(kind, mark)
    }

    private var isLabeledStatement: Bool {
        switch word(at: index + 2) {
        case .for, .while, .repeat, .do, .if, .switch, .guard: true
        default: false
        }
    }

    private mutating func labeled(_ mark: TreeBuilder.Mark) {
        name(.name)
        advance()
        statement()
        builder.setRole(.body)
        finish(.labeled, since: mark)
    }

    // MARK: Blocks

    /// `{ .. }` with statements. Where there is no brace the block is missing.
    mutating func block(_ role: Role, caseMeaning: CaseMeaning = .none) {
        guard kind == .leftBrace else { return missing(role) }
        guard enter(role) else { return }
        defer { leave() }
        let mark = mark()
        let outer = context
        context = Context(caseMeaning: caseMeaning, directives: outer.directives)
        advance()
        if isOutsideUnclosedBrace() {
            missing()
        } else {
            statements()
            expect(.rightBrace)
        }
        context = outer
        finish(.block, since: mark, role: role)
    }

    /// A name: an identifier, a keyword in its place, or a metavariable.
    mutating func name(_ role: Role) {
        switch kind {
        case .identifier where startsNextStatement(): missing(role)
        case .identifier, .keyword, .operator, .integer: leaf(.identifier, role: role)
        case .metavariable: leaf(.metavariable, role: role)
        case .ellipsis: leaf(.ellipsis, role: role)
        case .ellipsisMetavariable: leaf(.ellipsisMetavariable, role: role)
        default: missing(role)
        }
    }

    /// A name that is declared: no keyword of the next line may be taken for it.
    mutating func declaredName(_ role: Role) {
        if kind == .keyword, startsLine(index) || isDeclaration(at: index) { return missing(role) }
        if kind == .operator || kind == .integer { return missing(role) }
        name(role)
    }
}
