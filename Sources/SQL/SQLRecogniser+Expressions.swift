/// Expressions, read strictly: operands and operators take turns. A sentence has two words in a row sooner or later.
extension SQLRecogniser {
    /// Accepts expressions between commas, up to a clause's keyword, an unopened parenthesis or the end. Text that ends
    /// where an operand is due is accepted, because the operand may be put in by the program.
    mutating func acceptExpressions(allowingAlias: Bool, fromOperator: Bool = false) -> Bool {
        var depth = 0
        var cases = 0
        var expectsOperand = !fromOperator
        let start = index
        while index < end {
            if expectsOperand {
                switch acceptOperand(&depth, &cases, isFirst: index == start) {
                case .accepted: expectsOperand = false
                case .continues: break
                case .refused: return false
                case .stops: return true
                }
            } else {
                switch acceptOperator(&depth, &cases, allowingAlias: allowingAlias) {
                case .accepted: expectsOperand = true
                case .continues: break
                case .refused: return false
                case .stops: return true
                }
            }
        }
        return true
    }

    private enum Step {
        /// The other of operand and operator is due.
        case accepted
        /// The same is due.
        case continues
        case refused
        /// The expressions end before this token.
        case stops
    }

    private mutating func acceptOperand(_ depth: inout Int, _ cases: inout Int, isFirst: Bool) -> Step {
        let word = keyword(0)
        switch kind(0) {
        case .number, .error, .comma, .semicolon, .dot, .cast, .rightBracket, .comparison:
            guard kind(0) == .number else { return .refused }
            index += 1
            return .accepted
        case .string, .placeholder, .doubleQuoted, .quotedName:
            symbols += kind(0) == .doubleQuoted ? 0 : 1
            index += 1
            return .accepted
        case .hole, .star:
            index += 1
            return .accepted
        case .leftParenthesis:
            if keyword(1) == .select || keyword(1) == .with {
                symbols += 1
                skipGroup()
                return .accepted
            }
            depth += 1
            index += 1
            return .continues
        case .leftBracket:
            depth += 1
            index += 1
            return .continues
        case .rightParenthesis:
            // `()`, and a list that a loop has put together, each element with its comma: `IN ('a','b',)`.
            let previous = tokens.kinds[index - 1]
            guard depth > 0, previous == .leftParenthesis || previous == .comma else { return .refused }
            depth -= 1
            index += 1
            return .accepted
        case .operator:
            index += 1
            return .continues
        case .word:
            switch word {
            case .case:
                cases += 1
                index += 1
                return .continues
            case .when where cases > 0:
                index += 1
                return .continues
            case .not, .exists, .distinct, .all, .interval, .any, .some, .binary:
                index += 1
                return .continues
            case .null, .true, .false, .default, .left, .right, .values:
                index += 1
                return .accepted
            default:
                guard !word.isReserved else { return .refused }
                if word.isEnglish, !isLoneLetter(index) || isName(index + 1) { return .refused }
                index += 1
                return .accepted
            }
        }
    }

    private mutating func acceptOperator(_ depth: inout Int, _ cases: inout Int, allowingAlias: Bool) -> Step {
        switch kind(0) {
        case .comparison:
            symbols += 1
            index += 1
            return .accepted
        case .dot:
            // A full stop is followed by a space.
            if index + 1 < end, tokens.flags[index + 1].isDisjoint(with: .spaceBefore) { clauses += 1 }
            index += 1
            return .accepted
        case .operator, .star, .comma:
            index += 1
            return .accepted
        case .cast:
            symbols += 1
            index += 2
            skip(while: [.with, .without, .time, .zone])
            return .continues
        case .leftParenthesis:
            guard
                tokens.kinds[index - 1] == .word || tokens.kinds[index - 1] == .hole
                    || tokens.kinds[index - 1].isQuotedName
            else { return .refused }
            if keywordAt(index - 1).isAggregate { clauses += 1 }
            if kind(1) == .star { symbols += 1 }
            depth += 1
            index += 1
            return .accepted
        case .leftBracket:
            depth += 1
            index += 1
            return .accepted
        case .rightParenthesis, .rightBracket:
            if depth == 0 { return .stops }
            depth -= 1
            index += 1
            return .continues
        case .string:
            // A typed literal: `DATE '2024-01-01'`.
            guard tokens.kinds[index - 1] == .word else { return .refused }
            symbols += 1
            index += 1
            return .continues
        case .hole:
            return depth == 0 ? .stops : .refused
        case .word:
            return acceptWordOperator(depth, &cases, allowingAlias: allowingAlias)
        default:
            return .refused
        }
    }

    private mutating func acceptWordOperator(_ depth: Int, _ cases: inout Int, allowingAlias: Bool) -> Step {
        let word = keyword(0)
        switch word {
        case .and, .or, .like, .ilike, .rlike, .regexp, .glob, .between, .collate, .escape, .div, .xor:
            index += 1
            return .accepted
        case .similar where keyword(1) == .to:
            index += 2
            return .accepted
        case .overlaps, .match:
            index += 1
            return .accepted
        case .in:
            guard kind(1) == .leftParenthesis || kind(1) == .hole || kind(1) == .placeholder || index + 1 == end
            else { return .refused }
            symbols += 1
            index += 1
            return .accepted
        case .not:
            index += 1
            return [.in, .like, .ilike, .between, .rlike, .regexp, .glob, .null, .similar].contains(keyword(0))
                ? .continues : .refused
        case .is:
            return acceptIs()
        case .isnull, .notnull, .asc, .desc:
            clauses += 1
            index += 1
            return .continues
        case .nulls:
            index += 2
            return .continues
        case .over, .filter, .within:
            index += word == .within ? 2 : 1
            guard kind(0) == .leftParenthesis || isName(index) else { return .refused }
            symbols += 1
            if kind(0) == .leftParenthesis { skipGroup() } else { index += 1 }
            return .continues
        case .at where keyword(1) == .time:
            index += 3
            return .accepted
        case .then where cases > 0, .when where cases > 0, .else where cases > 0:
            index += 1
            return .accepted
        case .end where cases > 0:
            cases -= 1
            symbols += 1
            index += 1
            return .continues
        case .as:
            index += 1
            guard index == end || isName(index) || kind(0) == .hole || kind(0) == .string || depth > 0
            else { return .refused }
            if keyword(0).isEnglish, !isLoneLetter(index) { return .refused }
            index += 1
            clauses += 1
            return .continues
        case .from, .for, .using, .order, .separator, .limit:
            if depth == 0 { return .stops }
            index += word == .order ? 2 : 1
            return .accepted
        default:
            if depth == 0, isClauseStart(word) { return .stops }
            return acceptAlias(depth, allowingAlias: allowingAlias)
        }
    }

    /// `IS [NOT] NULL` and its kin.
    private mutating func acceptIs() -> Step {
        index += 1
        skip(while: [.not])
        if index == end { return .continues }
        switch keyword(0) {
        case .null, .true, .false:
            symbols += 1
            index += 1
            return .continues
        case .distinct where keyword(1) == .from:
            index += 2
            return .accepted
        default:
            guard kind(0) == .placeholder || kind(0) == .hole else { return .refused }
            index += 1
            return .continues
        }
    }

    private func isClauseStart(_ word: SQLKeyword) -> Bool {
        switch word {
        case .where, .group, .having, .order, .limit, .offset, .fetch, .union, .except, .intersect, .on, .using, .join,
            .left, .right, .inner, .full, .cross, .natural, .returning, .window, .set, .straight_join, .into, .row,
            .rows:
            true
        default: false
        }
    }

    /// A name after an expression: an alias without `AS`, the unit of an interval, a word of a type.
    private mutating func acceptAlias(_ depth: Int, allowingAlias: Bool) -> Step {
        guard isName(index), !keyword(0).isEnglish else { return .refused }
        let previous = tokens.kinds[index - 1]
        let isUnit =
            index >= 2 && keywordAt(index - 2) == .interval && [.number, .placeholder, .hole].contains(previous)
        if isUnit {
            index += 1
            return .continues
        }
        // Inside a cast: `CAST(x AS double precision)`.
        if depth > 0, index >= 2, keywordAt(index - 2) == .as {
            index += 1
            return .continues
        }
        guard depth == 0, allowingAlias, index + 1 >= end || kind(1) == .comma || keyword(1) == .from
        else { return .refused }
        hasPlainAlias = true
        index += 1
        return .continues
    }
}
