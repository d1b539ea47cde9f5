/// Operator expressions: operands and operators, folded by standard precedence as they are read.
extension SwiftTreeBuilder {
    /// An expression with all its operators. Always adds exactly one node.
    mutating func expression(_ role: Role = .element) {
        guard enter(role) else { return }
        defer { leave() }
        let base = pending.count
        var mark = mark()
        operand()
        while nextOperator(&mark, base) {}
        reduce(&mark, to: base, above: nil)
        builder.setRole(role)
    }

    /// A pattern of `case`: an expression in which bindings and type tests are operands.
    mutating func matchingPattern(_ role: Role) {
        let outer = context.isMatching
        context.isMatching = true
        expression(role)
        context.isMatching = outer
    }

    /// Takes the operator here and the operand after it; false where the expression ends.
    private mutating func nextOperator(_ mark: inout TreeBuilder.Mark, _ base: Int) -> Bool {
        switch kind {
        case .operator:
            guard fixity(at: index) == SwiftOperator.Fixity.infix.rawValue, !isModuleSelector else { return false }
            infix(&mark, base)
        case .assign:
            guard !context.isMatching else { return false }
            push(.assignment, .assignment, role: .target, &mark, base)
        case .question:
            guard fixity(at: index) == SwiftOperator.Fixity.infix.rawValue else { return false }
            ternary(&mark, base)
        case .keyword: return castOperator(&mark, base)
        case .arrow: push(.binary, .arrow, role: .left, &mark, base)
        case .identifier:
            guard startsArrow else { return false }
            effects()
            push(.binary, .arrow, role: .left, &mark, base)
        case .ellipsis:
            // In a pattern `...` after an operand is a range, where an operand follows on the line.
            guard !startsLine(index), !startsLine(index + 1), startsOperand(index + 1) else { return false }
            push(.binary, .rangeFormation, role: .left, &mark, base)
        default: return false
        }
        return true
    }

    private mutating func infix(_ mark: inout TreeBuilder.Mark, _ base: Int) {
        let precedence = SwiftOperator.precedence(codes[index])
        let isAssignment = precedence == .assignment
        push(
            isAssignment ? .augmentedAssignment : .binary, precedence, role: isAssignment ? .target : .left, &mark, base
        )
    }

    private mutating func ternary(_ mark: inout TreeBuilder.Mark, _ base: Int) {
        reduce(&mark, to: base, above: .ternary)
        builder.setRole(.condition)
        pending.append(PendingOperator(mark: mark, precedence: .ternary, kind: .conditional, token: token))
        advance()
        expression(.body)
        if kind == .colon { advance() } else { missing() }
        mark = self.mark()
        operand()
    }

    /// `is T`, `as T`, and in a function type `throws`.
    private mutating func castOperator(_ mark: inout TreeBuilder.Mark, _ base: Int) -> Bool {
        if at(.is) || at(.as) {
            reduce(&mark, to: base, above: .casting)
            builder.setRole(.value)
            let main = token
            advance()
            if isPostfix(at: index), touches(index) { advance() }
            type(.type)
            finish(.cast, since: mark, main: main)
            return true
        }
        guard startsArrow else { return false }
        effects()
        push(.binary, .arrow, role: .left, &mark, base)
        return true
    }

    /// Whether `async`, `throws` and then `->` stand here.
    private var startsArrow: Bool {
        var place = index
        while isWord(.async, at: place) || isWord(.throws, at: place) || isWord(.rethrows, at: place) {
            place += 1
            if place < kinds.count, kinds[place] == .leftParenthesis, isWord(.throws, at: place - 1) {
                place = afterPartner(of: place) ?? place
            }
        }
        return place > index && place < kinds.count && kinds[place] == .arrow
    }

    /// Takes an infix operator, whose left operand is the node finished last, and its right operand.
    private mutating func push(
        _ kind: NodeKind, _ precedence: SwiftOperator.Precedence, role: Role, _ mark: inout TreeBuilder.Mark,
        _ base: Int
    ) {
        reduce(&mark, to: base, above: precedence)
        builder.setRole(role)
        pending.append(PendingOperator(mark: mark, precedence: precedence, kind: kind, token: token))
        advance()
        mark = self.mark()
        operand()
    }

    /// Finishes the pending operators that bind stronger than `precedence`, or as strong and to the left; all where it is
    /// nil. `mark` becomes the start of the operand that results.
    private mutating func reduce(
        _ mark: inout TreeBuilder.Mark, to base: Int, above precedence: SwiftOperator.Precedence?
    ) {
        while pending.count > base, let top = pending.last {
            if let precedence {
                let difference = Int(top.precedence.rawValue) - Int(precedence.rawValue)
                guard difference > 0 || difference == 0 && !precedence.isRightAssociative else { return }
            }
            pending.removeLast()
            switch top.kind {
            case .conditional: builder.setRole(.alternate)
            case .assignment, .augmentedAssignment: builder.setRole(.value)
            default: builder.setRole(.right)
            }
            mark = top.mark
            finish(top.kind, since: mark, main: top.token)
        }
    }

    // MARK: Operands

    /// Whether an operand may start with the token.
    func startsOperand(_ place: Int) -> Bool {
        guard place < kinds.count else { return false }
        switch kinds[place] {
        case .identifier, .integer, .float, .string, .stringStart, .regex, .leftParenthesis, .leftBracket, .leftBrace,
            .metavariable, .ellipsisMetavariable, .ellipsis, .deepStart, .dot, .at:
            return true
        case .hash: return !isDirective(at: place)
        case .operator: return fixity(at: place) != SwiftOperator.Fixity.postfix.rawValue
        case .keyword:
            switch word(at: place) {
            case .self, .Self, .super, .Any, .true, .false, .nil, .try, .if, .switch, .`init`, .underscore, .repeat,
                .inout:
                return true
            case .let, .var, .is: return context.isMatching
            default: return false
            }
        default: return false
        }
    }

    /// An operand with its prefix operators and postfix parts.
    mutating func operand() {
        guard enter() else { return }
        defer { leave() }
        let mark = mark()
        switch kind {
        case .operator: prefixOperator(mark)
        case .at: type(.element)
        case .keyword: keywordOperand(mark)
        case .identifier:
            if isNextStatement(at: index) { return missing() }
            if let word = word(at: index), prefixWord(word, mark) { return }
            postfixExpression(mark)
        default: postfixExpression(mark)
        }
    }

    private mutating func prefixOperator(_ mark: TreeBuilder.Mark) {
        if isOperator(UInt8(ascii: "\\"), at: index) {
            keyPath()
            return suffixes(mark)
        }
        // An operator alone is a function: `reduce(0, +)`.
        switch kind(ahead: 1) {
        case .comma, .rightParenthesis, .rightBracket, .endOfFile, .rightBrace, .semicolon, .interpolationEnd, .colon:
            return leaf(.identifier)
        default: break
        }
        if startsLine(index + 1), fixity(at: index) != SwiftOperator.Fixity.prefix.rawValue { return leaf(.identifier) }
        let main = token
        advance()
        operand()
        builder.setRole(.value)
        finish(.unary, since: mark, main: main)
    }

    private mutating func keywordOperand(_ mark: TreeBuilder.Mark) {
        switch word(at: index) {
        case .try:
            advance()
            if isPostfix(at: index), touches(index) { advance() }
            expression(.value)
            finish(.tryExpression, since: mark)
        case .repeat:
            advance()
            expression(.value)
            finish(.unary, since: mark)
        case .if: ifStatement()
        case .switch: switchStatement()
        case .inout: type(.element)
        case .let, .var:
            guard context.isMatching else { return missing() }
            advance()
            expression(.value)
            finish(.bindingPattern, since: mark)
        case .is:
            guard context.isMatching else { return missing() }
            advance()
            type(.type)
            finish(.cast, since: mark)
        default: postfixExpression(mark)
        }
    }

    /// `await x`, `consume x`, `any P`: words that are operators where an operand follows them on their line.
    private mutating func prefixWord(_ word: SwiftWord, _ mark: TreeBuilder.Mark) -> Bool {
        let next = index + 1
        guard next < kinds.count,
            !startsLine(next)
                || word == .await && kinds[next] == .identifier && !isDeclaration(at: next)
                    && !isNextStatement(at: next)
        else { return false }
        switch word {
        case .await, .unsafe:
            guard startsOperandOfWord(next) else { return false }
            advance()
            expression(.value)
            finish(word == .await ? .await : .unary, since: mark)
        case .consume, .copy, .borrow, .each:
            guard kinds[next] == .identifier || kinds[next] == .metavariable || isWord(.self, at: next),
                !isWord(.in, at: next)
            else { return false }
            advance()
            operand()
            builder.setRole(.value)
            finish(.unary, since: mark)
        case .any, .opaque:
            guard
                kinds[next] == .identifier || kinds[next] == .metavariable || isWord(.Any, at: next)
                    || isOperator(UInt8(ascii: "~"), at: next)
            else { return false }
            type(.element)
        case .nonisolated:
            guard kinds[next] == .leftParenthesis, isWord(.nonsending, at: next + 1) else { return false }
            type(.element)
        default: return false
        }
        return true
    }

    private func startsOperandOfWord(_ place: Int) -> Bool {
        switch kinds[place] {
        case .operator:
            fixity(at: place) == SwiftOperator.Fixity.prefix.rawValue || isOperator(UInt8(ascii: "\\"), at: place)
        // `await.x` and `await { }` use a name; `await .x` and `await (x)` do not.
        case .dot: !touches(place)
        case .leftParenthesis, .leftBracket: !touches(place) || !isWord(.unsafe, at: place - 1)
        case .leftBrace: context.allowsClosure
        default: startsOperand(place)
        }
    }
}
