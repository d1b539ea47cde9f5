/// Fragments that only a pattern may consist of.
extension TypeScriptParser {
    /// Takes a fragment that is no statement by itself; false where a statement stands.
    mutating func patternFragment() -> Bool {
        switch kind {
        case .leftBrace:
            guard opensPatternObject else { return false }
            expressionStatement(role: .element)
            return true
        case .keyword where code == .catch:
            catchClause()
            return true
        case .identifier, .metavariable, .string:
            if kind(ahead: 1) == .colon, !startsLabeledLoop {
                lonePair()
                return true
            }
            guard startsLoneMethod else { return false }
            loneMethod()
            return true
        default:
            return false
        }
    }

    /// `key:` is a label before a loop only.
    private var startsLabeledLoop: Bool {
        switch code(ahead: 2) {
        case .for, .while, .do, .switch, .if: kind(ahead: 2) == .keyword
        default: false
        }
    }

    private mutating func lonePair() {
        let start = mark()
        if kind == .string { leaf(.string, role: .key) } else { name(role: .key) }
        let main = position
        advance()
        assignment(role: .value)
        _ = take(.comma)
        finish(.pair, start, main: main)
    }

    /// `$F(..) {`, with modifiers before it or not.
    private var startsLoneMethod: Bool {
        var place = position
        // More modifiers than there are would make asking at each of them quadratic.
        let limit = position + 8
        while place < limit, kinds[place] == .identifier, startsPropertyName(at: place + 1),
            isMethodModifier(codes[place])
        {
            place += 1
        }
        guard isPropertyWord(kinds[place]), kinds[place + 1] == .leftParenthesis else { return false }
        guard let closer = brackets.closer(place + 1) else { return false }
        switch kinds[closer + 1] {
        case .leftBrace: return !flags[closer + 1].contains(.newlineBefore)
        case .colon: return typeEnd(at: closer + 2).map { kinds[$0] == .leftBrace } ?? false
        default: return false
        }
    }

    private func isMethodModifier(_ code: UInt8) -> Bool {
        switch TypeScriptCode(stored: code) {
        case .async, .get, .set, .static, .public, .private, .protected, .override, .abstract: true
        default: false
        }
    }

    private mutating func loneMethod() {
        member()
    }

    /// The `{` at hand opens an object rather than a block.
    private var opensPatternObject: Bool {
        let first = position + 1
        guard let closer = brackets.closer(position) else { return false }
        guard first < closer else { return true }
        switch kinds[first] {
        case .ellipsis:
            return first + 1 == closer || kinds[first + 1] == .comma || startsExpressionSpread(first)
        case .ellipsisMetavariable: return first + 1 == closer || kinds[first + 1] == .comma
        case .identifier, .metavariable, .string, .integer, .keyword:
            let next = kinds[first + 1]
            return next == .colon || next == .comma || first + 1 == closer && closer + 1 == kinds.count - 1
        case .leftBracket:
            let next = kinds[brackets.end(first) + 1]
            return next == .colon
        default:
            return false
        }
    }

    /// `{...x}` with nothing but the operand and a comma or brace after it.
    private func startsExpressionSpread(_ ellipsis: Int) -> Bool {
        guard isPropertyWord(kinds[ellipsis + 1]), !flags[ellipsis + 1].contains(.newlineBefore) else { return false }
        let next = kinds[ellipsis + 2]
        return next == .comma || next == .rightBrace
    }
}
