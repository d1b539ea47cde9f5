/// Where a type ends, without building it. Brackets are jumped over, and a look ahead takes at most `TypeLookahead.limit`
/// steps, so that asking at every `<` of a file stays linear.
extension TypeScriptParser {
    /// The token after the type that starts at `place`; nil where none does.
    func typeEnd(at place: Int, allowsConditional: Bool = true) -> Int? {
        var lookahead = TypeLookahead()
        return skipType(place, 0, &lookahead, allowsConditional: allowsConditional)
    }

    /// The token after the `>` of the type arguments that open at `place`; nil where the `<` is a relation.
    mutating func typeArgumentsEnd(at place: Int) -> Int? {
        if relations.contains(place) { return nil }
        var lookahead = TypeLookahead()
        let end = skipTypeArguments(place, 0, &lookahead)
        if end == nil { relations = lookahead.relations }
        return end
    }

    /// The same of type parameters.
    func typeParametersEnd(at open: Int) -> Int? {
        var lookahead = TypeLookahead()
        return skipTypeParameters(open, 0, &lookahead)
    }

    /// The type arguments that end before `place` are not two relations (`checker.ts`, canFollowTypeArgumentsInExpression).
    func mayFollowTypeArguments(_ place: Int) -> Bool {
        switch kinds[place] {
        case .leftParenthesis: return true
        case .leftBrace where inHeritage: return true
        case .string, .stringStart:
            if bytes[Int(tokens.starts[place])] == UInt8(ascii: "`") { return true }
            return flags[place].contains(.newlineBefore)
        case .operator:
            switch TypeScriptCode(stored: codes[place]) {
            case .lessThan, .greaterThan, .plus, .minus: return false
            case .not, .tilde, .increment, .decrement, .jsxOpen: return flags[place].contains(.newlineBefore)
            default: return true
            }
        case .identifier:
            switch TypeScriptCode(stored: codes[place]) {
            case .as, .satisfies: return true
            case .implements where inHeritage: return true
            default: return flags[place].contains(.newlineBefore)
            }
        case .keyword:
            switch TypeScriptCode(stored: codes[place]) {
            case .in, .instanceof, .extends: return true
            default: return flags[place].contains(.newlineBefore)
            }
        case .metavariable, .integer, .float, .regex, .leftBracket, .leftBrace, .hash, .deepStart:
            return flags[place].contains(.newlineBefore)
        default: return true
        }
    }

    /// A type can start with the token at `place`.
    func startsType(at place: Int) -> Bool {
        guard place < kinds.count else { return false }
        switch kinds[place] {
        case .identifier, .metavariable, .string, .integer, .float, .stringStart, .leftBrace, .leftBracket,
            .leftParenthesis:
            return true
        case .keyword:
            switch TypeScriptCode(stored: codes[place]) {
            case .null, .true, .false, .void, .this, .new, .typeof, .import, .function: return true
            default: return false
            }
        case .operator:
            return codes[place] == TypeScriptCode.lessThan.rawValue || codes[place] == TypeScriptCode.minus.rawValue
        default: return false
        }
    }

    private func storedCode(_ place: Int) -> TypeScriptCode { TypeScriptCode(stored: codes[place]) }

    private func skipType(_ start: Int, _ depth: Int, _ lookahead: inout TypeLookahead, allowsConditional: Bool = true)
        -> Int?
    {
        guard depth < TypeLookahead.depth else { return nil }
        var place = start
        var questions = 0
        var colons = 0
        // Behind `extends`, where that of `infer U extends C` starts a constraint and no condition.
        var isExtended = !allowsConditional
        while true {
            lookahead.steps -= 1
            guard lookahead.steps > 0 else { return nil }
            while kinds[place] == .operator, storedCode(place) == .bar || storedCode(place) == .ampersand { place += 1 }
            let isInferred = isExtended && storedCode(place) == .infer
            guard let end = skipOperand(place, depth, &lookahead) else { return nil }
            place = end
            if isInferred, kinds[place] == .keyword, storedCode(place) == .extends {
                place += 1
                continue
            }
            if kinds[place] == .operator, storedCode(place) == .bar || storedCode(place) == .ampersand { continue }
            if kinds[place] == .identifier, storedCode(place) == .is, !flags[place].contains(.newlineBefore) {
                place += 1
            } else if allowsConditional, kinds[place] == .keyword, storedCode(place) == .extends {
                questions += 1
                place += 1
                isExtended = true
            } else if questions > 0, kinds[place] == .question {
                questions -= 1
                colons += 1
                place += 1
                isExtended = false
            } else if colons > 0, kinds[place] == .colon {
                colons -= 1
                place += 1
            } else {
                return questions == 0 && colons == 0 ? place : nil
            }
        }
    }

    /// One operand of a union, with the operators before it and the brackets after it.
    private func skipOperand(_ start: Int, _ depth: Int, _ lookahead: inout TypeLookahead) -> Int? {
        var place = start
        while place + 1 < kinds.count, isTypeOperator(place), startsType(at: place + 1) {
            lookahead.steps -= 1
            place += 1
        }
        let operand = place
        switch kinds[place] {
        case .identifier, .metavariable, .keyword:
            guard let end = skipNamedType(place, depth, &lookahead) else { return nil }
            place = end
        case .string, .integer, .float, .ellipsis: place += 1
        case .stringStart:
            place += 1
            while kinds[place] == .stringText || kinds[place] == .interpolationStart {
                place = kinds[place] == .stringText ? place + 1 : brackets.end(place)
                if kinds[place] == .interpolationEnd { place += 1 }
            }
            guard kinds[place] == .stringEnd else { return nil }
            place += 1
        case .leftBrace, .leftBracket:
            guard let closer = brackets.closer(place) else { return nil }
            place = closer + 1
        case .leftParenthesis:
            guard let closer = brackets.closer(place) else { return nil }
            place = closer + 1
            if kinds[place] == .arrow, isFunctionType(at: operand) { return skipType(place + 1, depth + 1, &lookahead) }
        case .operator:
            if storedCode(place) == .minus, kinds[place + 1] == .integer || kinds[place + 1] == .float {
                place += 2
            } else if storedCode(place) == .lessThan {
                return skipFunctionType(place, depth, &lookahead)
            } else {
                return nil
            }
        default: return nil
        }
        while kinds[place] == .leftBracket, !flags[place].contains(.newlineBefore) {
            guard let closer = brackets.closer(place) else { return nil }
            place = closer + 1
        }
        return place
    }

    /// The parenthesis at `open` holds parameters rather than a type: `(() => A) => ..` after a colon is the body of an arrow
    /// function that returns a function.
    func isFunctionType(at open: Int) -> Bool {
        guard let closer = brackets.closer(open), kinds[closer + 1] == .arrow else { return false }
        var place = open + 1
        while storedCode(place).isParameterModifier, isPropertyWord(kinds[place + 1]) { place += 1 }
        switch kinds[place] {
        case .rightParenthesis, .ellipsis, .at, .ellipsisMetavariable: return true
        case .identifier, .metavariable, .keyword: place += 1
        case .leftBrace, .leftBracket: place = brackets.end(place) + 1
        default: return false
        }
        guard place <= closer else { return false }
        switch kinds[place] {
        case .colon, .comma, .question, .assign: return true
        default: return place == closer
        }
    }

    private func isTypeOperator(_ place: Int) -> Bool {
        switch storedCode(place) {
        case .keyof, .unique, .readonly, .infer, .asserts, .typeof:
            return !flags[place + 1].contains(.newlineBefore) && storedCode(place + 1) != .is
        default: return false
        }
    }

    private func skipFunctionType(_ start: Int, _ depth: Int, _ lookahead: inout TypeLookahead) -> Int? {
        var place = start
        if storedCode(place) == .lessThan {
            guard let end = skipTypeParameters(place, depth + 1, &lookahead) else { return nil }
            place = end
        }
        guard kinds[place] == .leftParenthesis, let closer = brackets.closer(place), kinds[closer + 1] == .arrow else {
            return nil
        }
        return skipType(closer + 2, depth + 1, &lookahead)
    }

    private func skipNamedType(_ start: Int, _ depth: Int, _ lookahead: inout TypeLookahead) -> Int? {
        var place = start
        switch storedCode(place) {
        case .new where kinds[place] == .keyword: return skipFunctionType(place + 1, depth, &lookahead)
        case .abstract where storedCode(place + 1) == .new: return skipFunctionType(place + 2, depth, &lookahead)
        case .import:
            guard kinds[place + 1] == .leftParenthesis, let closer = brackets.closer(place + 1) else { return nil }
            place = closer + 1
        default:
            guard kinds[place] != .keyword || startsType(at: place) else { return nil }
            place += 1
        }
        while kinds[place] == .dot, isPropertyWord(kinds[place + 1]) {
            lookahead.steps -= 1
            place += 2
        }
        guard kinds[place] == .operator, storedCode(place) == .lessThan, !flags[place].contains(.newlineBefore) else {
            return place
        }
        return skipTypeArguments(place, depth, &lookahead)
    }

    private func skipTypeArguments(_ open: Int, _ depth: Int, _ lookahead: inout TypeLookahead) -> Int? {
        var place = open + 1
        while let end = skipType(place, depth + 1, &lookahead) {
            if kinds[end] == .operator, storedCode(end) == .greaterThan { return end + 1 }
            guard kinds[end] == .comma else { break }
            place = end + 1
        }
        lookahead.relations.append(open)
        return nil
    }

    private func skipTypeParameters(_ open: Int, _ depth: Int, _ lookahead: inout TypeLookahead) -> Int? {
        var place = open + 1
        while true {
            lookahead.steps -= 1
            guard lookahead.steps > 0 else { return nil }
            while storedCode(place) == .const || storedCode(place) == .in { place += 1 }
            guard isPropertyWord(kinds[place]) || kinds[place] == .ellipsis else { return nil }
            place += 1
            if storedCode(place) == .extends {
                guard let end = skipType(place + 1, depth + 1, &lookahead) else { return nil }
                place = end
            }
            if kinds[place] == .assign {
                guard let end = skipType(place + 1, depth + 1, &lookahead) else { return nil }
                place = end
            }
            guard kinds[place] == .comma else {
                return kinds[place] == .operator && storedCode(place) == .greaterThan ? place + 1 : nil
            }
            place += 1
            if storedCode(place) == .greaterThan { return place + 1 }
        }
    }
}
