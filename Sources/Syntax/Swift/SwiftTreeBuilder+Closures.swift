/// Closures.
extension SwiftTreeBuilder {
    mutating func closure() {
        guard enter() else { return }
        defer { leave() }
        let mark = mark()
        let outer = context
        context = Context(directives: outer.directives)
        advance()
        if hasClosureSignature { closureSignature() }
        let body = self.mark()
        statements()
        finish(.block, since: body, role: .body)
        context = outer
        expect(.rightBrace)
        finish(.lambda, since: mark)
    }

    /// Whether attributes, captures, parameters and `in` start the closure.
    private var hasClosureSignature: Bool {
        var place = index
        while place < kinds.count, kinds[place] == .at { place = afterAttribute(place) }
        if place < kinds.count, kinds[place] == .leftBracket {
            guard let end = afterPartner(of: place) else { return false }
            place = end
        }
        guard place < kinds.count else { return false }
        if kinds[place] == .leftParenthesis {
            guard let end = afterPartner(of: place) else { return false }
            place = end
        } else {
            place = afterParameterNames(place)
        }
        return endsSignature(place)
    }

    /// The token after `a, b, _`.
    private func afterParameterNames(_ start: Int) -> Int {
        var place = start
        while place < kinds.count {
            switch kinds[place] {
            case .identifier, .metavariable, .ellipsis, .ellipsisMetavariable: break
            case .keyword where isWord(.underscore, at: place): break
            default: return place
            }
            guard place + 1 < kinds.count, kinds[place + 1] == .comma else { return place + 1 }
            place += 2
        }
        return place
    }

    /// Effects, a result type and `in` at `place`.
    private func endsSignature(_ start: Int) -> Bool {
        var place = start
        while isWord(.async, at: place) || isWord(.throws, at: place) || isWord(.rethrows, at: place) {
            place += 1
            if place < kinds.count, kinds[place] == .leftParenthesis, isWord(.throws, at: place - 1) {
                place = afterPartner(of: place) ?? place + 1
            }
        }
        if isWord(.in, at: place) { return true }
        guard place < kinds.count, kinds[place] == .arrow else { return false }
        // A type and then `in`; nothing that ends a statement stands between.
        place += 1
        while place < kinds.count {
            switch kinds[place] {
            case .leftParenthesis, .leftBracket:
                guard let end = afterPartner(of: place) else { return false }
                place = end
                continue
            case .keyword:
                if isWord(.in, at: place) { return true }
                guard startsType(place) || isWord(.throws, at: place) else { return false }
            case .identifier, .metavariable, .dot, .operator, .question, .arrow, .comma, .at, .integer, .ellipsis: break
            default: return false
            }
            if startsLine(place), kinds[place] == .identifier || kinds[place] == .keyword,
                !continuesType(after: place - 1)
            {
                return false
            }
            place += 1
        }
        return false
    }

    /// Whether a type may go on in the next line after the token.
    private func continuesType(after place: Int) -> Bool {
        switch kinds[place] {
        case .comma, .arrow, .dot: true
        default: isOperator(UInt8(ascii: "<"), at: place) || isOperator(UInt8(ascii: "&"), at: place)
        }
    }

    private mutating func closureSignature() {
        decorators()
        if kind == .leftBracket { captures() }
        if kind == .leftParenthesis {
            parameterList()
        } else if !at(.in), kind != .arrow {
            let names = mark()
            while !at(.in),
                kind == .identifier || kind == .keyword || kind == .metavariable || kind == .ellipsis
                    || kind == .ellipsisMetavariable, !at(.async), !at(.throws)
            {
                if kind == .ellipsis || kind == .ellipsisMetavariable {
                    name(.element)
                } else {
                    let parameter = mark()
                    name(.name)
                    finish(.parameter, since: parameter)
                }
                guard kind == .comma else { break }
                advance()
            }
            if builder.count > Int(names.node) { finish(.parameterList, since: names, role: .parameters) }
        }
        effects()
        if kind == .arrow {
            advance()
            type(.returnType)
        }
        if at(.in) { advance() } else { missing() }
    }

    /// `[weak self, x = y]`: an array of names and assignments, as what initializes the closure.
    private mutating func captures() {
        let mark = mark()
        let open = index
        advance()
        list(open) { $0.capture() }
        finish(.array, since: mark, role: .initializer)
    }

    private mutating func capture() {
        let mark = mark()
        if at(.weak) || at(.unowned), kind(ahead: 1) != .comma, kind(ahead: 1) != .assign {
            advance()
            if kind == .leftParenthesis, let end = afterPartner(of: index) { index = end }
        }
        guard kind(ahead: 1) == .assign else { return expression() }
        name(.target)
        let assign = token
        advance()
        expression(.value)
        finish(.assignment, since: mark, main: assign)
    }
}
