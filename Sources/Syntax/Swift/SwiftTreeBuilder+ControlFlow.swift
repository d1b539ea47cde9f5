/// Conditions and the statements that branch and loop.
extension SwiftTreeBuilder {
    /// Runs `body` where `{` opens the body of a statement.
    private mutating func withoutClosures(_ body: (inout SwiftTreeBuilder) -> Void) {
        let outer = context.allowsClosure
        context.allowsClosure = false
        body(&self)
        context.allowsClosure = outer
    }

    /// The conditions of `if`, `guard` and `while`, with commas.
    private mutating func conditions() {
        withoutClosures { parser in
            while true {
                parser.condition()
                guard parser.kind == .comma else { break }
                parser.advance()
                if parser.kind == .leftBrace || parser.at(.else) { break }
            }
        }
    }

    private mutating func condition() {
        let mark = mark()
        switch word(at: index) {
        case .let, .var, .inout:
            advance()
            bindingTarget(.target)
            if kind == .colon {
                advance()
                type(.type)
            }
        case .case:
            advance()
            matchingPattern(.target)
            if kind == .colon {
                advance()
                type(.type)
            }
        default: return expression(.condition)
        }
        if kind == .assign {
            advance()
            expression(.value)
        }
        finish(.optionalBinding, since: mark, role: .condition)
    }

    /// `if`, as a statement or an expression, with its chain of `else`.
    mutating func ifStatement(_ role: Role = .element) {
        guard enter(role) else { return }
        defer { leave() }
        let mark = mark()
        advance()
        conditions()
        block(.body)
        if at(.else) {
            advance()
            if at(.if) { ifStatement(.alternate) } else { block(.alternate) }
        }
        finish(.if, since: mark, role: role)
    }

    mutating func guardStatement(_ mark: TreeBuilder.Mark) {
        advance()
        conditions()
        if at(.else) { advance() } else { missing() }
        block(.alternate)
        finish(.guard, since: mark)
    }

    mutating func whileStatement(_ mark: TreeBuilder.Mark) {
        advance()
        conditions()
        block(.body)
        finish(.while, since: mark)
    }

    mutating func repeatStatement(_ mark: TreeBuilder.Mark) {
        advance()
        block(.body)
        if at(.while) {
            advance()
            expression(.condition)
        } else {
            missing()
        }
        finishStatement(.doWhile, mark)
    }

    mutating func forStatement(_ mark: TreeBuilder.Mark) {
        advance()
        while at(.try) || at(.await) || at(.unsafe) && !isWord(.in, at: index + 1) { advance() }
        if at(.case) {
            advance()
            matchingPattern(.target)
        } else {
            bindingTarget(.target)
        }
        if kind == .colon {
            advance()
            type(.type)
        }
        if at(.in) {
            advance()
            withoutClosures { $0.expression(.iterable) }
        } else if kind != .leftBrace {
            missing(.iterable)
        }
        if at(.where) {
            advance()
            withoutClosures { $0.expression(.condition) }
        }
        block(.body)
        finish(.forEach, since: mark)
    }

    /// `do { } catch { }`, and `do throws(E) { }`.
    mutating func doStatement(_ mark: TreeBuilder.Mark) {
        advance()
        effects()
        block(.body)
        while at(.catch) { catchClause() }
        finish(.try, since: mark)
    }

    mutating func catchClause() {
        let mark = mark()
        advance()
        withoutClosures { parser in
            while parser.kind != .leftBrace, parser.startsOperand(parser.index) || parser.startsBinding {
                parser.patternWithGuard()
                guard parser.kind == .comma else { break }
                parser.advance()
            }
            parser.guardOfPattern()
        }
        block(.body)
        finish(.catch, since: mark)
    }

    /// Whether `let x`, `var x` or `is T` starts here, which are operands of patterns only.
    private var startsBinding: Bool { at(.let) || at(.var) || at(.is) }

    /// A pattern of `case` or `catch` and the `where` of its own.
    private mutating func patternWithGuard() {
        matchingPattern(.pattern)
        guardOfPattern()
    }

    /// `where ..`, which follows `catch` without a pattern, too.
    private mutating func guardOfPattern() {
        guard at(.where) else { return }
        advance()
        expression(.condition)
    }

    // MARK: Switch

    mutating func switchStatement(_ role: Role = .element) {
        guard enter(role) else { return }
        defer { leave() }
        let mark = mark()
        advance()
        withoutClosures { $0.expression(.subject) }
        if kind == .leftBrace {
            advance()
            let outer = context
            context = Context(caseMeaning: .clause, directives: outer.directives)
            caseClauses()
            context = outer
            expect(.rightBrace)
        } else {
            missing()
        }
        finish(.switch, since: mark, role: role)
    }

    /// The clauses of a switch, up to its `}` or the end of the `#if` clause they are in.
    mutating func caseClauses() {
        while kind != .endOfFile, kind != .rightBrace, kind != .interpolationEnd {
            if context.directives > 0, isDirectiveContinuation(at: index) { return }
            let start = index
            if startsCaseClause {
                let mark = mark()
                decorators()
                caseClause(mark)
            } else if kind == .hash, codes[index] == SwiftWord.if.rawValue {
                conditionalCompilation(.cases)
            } else {
                statement()
            }
            if index == start { errorToken() }
        }
    }

    /// Whether `case`, `default` or either after attributes starts here.
    var startsCaseClause: Bool {
        var place = index
        while place < kinds.count, kinds[place] == .at {
            place += 2
            if place < kinds.count, kinds[place] == .leftParenthesis, touches(place) {
                place = afterPartner(of: place) ?? place + 1
            }
        }
        return isWord(.case, at: place) || isWord(.default, at: place)
    }

    /// `#if` with clauses of the switch in it, and not statements.
    var isConditionalCase: Bool {
        guard kind == .hash, codes[index] == SwiftWord.if.rawValue else { return false }
        var place = index + 1
        while place < kinds.count, kinds[place] != .endOfFile {
            if startsLine(place) {
                if kinds[place] == .hash, isDirective(at: place) {
                    place += 1
                    continue
                }
                return isWord(.case, at: place) || isWord(.default, at: place)
                    || kinds[place] == .at && isUnknownCase(at: place)
            }
            place += 1
        }
        return false
    }

    private func isUnknownCase(at place: Int) -> Bool {
        isWord(.case, at: place + 2) || isWord(.default, at: place + 2)
    }

    mutating func caseClause(_ mark: TreeBuilder.Mark) {
        let main = token
        let isDefault = at(.default)
        advance()
        if !isDefault {
            while true {
                patternWithGuard()
                guard kind == .comma else { break }
                advance()
            }
        }
        expect(.colon)
        let body = self.mark()
        let outer = context
        context = Context(caseMeaning: .clause, directives: outer.directives)
        statements()
        context = outer
        finish(.block, since: body, role: .body)
        finish(.case, since: mark, main: main)
    }
}
