/// What a half-typed line leaves to the lines after it.
extension SwiftTreeBuilder {
    /// The innermost statement, by which a half-typed one ends where the next line begins a statement of its own.
    struct StatementStart {
        /// The first token; -1 where lines do not tell: outside of statements, and in brackets that are closed.
        var token = -1
        /// The indentation of the line it is on, once somebody asked for it.
        var indentation: Int?
    }

    @inline(__always)
    mutating func startsNextStatement() -> Bool { startsNextStatement(at: index) }

    /// The same, asked where an operand may stand. There some write complete code that is not indented, after an operator
    /// above all: only a call of a member with a text, as a route's is, is a statement of its own.
    mutating func isNextStatement(at place: Int) -> Bool {
        guard startsLine(place), place > 0, kinds[place - 1] != .operator, place + 4 < kinds.count,
            kinds[place + 1] == .dot, kinds[place + 2] == .identifier, kinds[place + 3] == .leftParenthesis,
            kinds[place + 4] == .string || kinds[place + 4] == .stringStart
        else { return false }
        return startsNextStatement(at: place)
    }

    /// Whether the name or `self` at `place` begins a statement of its own rather than goes on with the half-typed one before
    /// it: it is the name of a call, or the object of a member (one on the next line only where that is called), and starts a
    /// line that is indented no deeper than the one on which the innermost statement starts. Asked where that statement lacks
    /// something that a name could be; complete code continues deeper there.
    @inline(__always)
    mutating func startsNextStatement(at place: Int) -> Bool {
        guard startsLine(place), kinds[place] == .identifier || isWord(.self, at: place), !isPattern,
            place > statementStart.token, statementStart.token >= 0
        else { return false }
        return isOutdentedCall(place)
    }

    /// Whether nothing closes the brace before the token at hand, which stands on a line of its own and no deeper than the
    /// brace's: a head with its brace alone has been typed. Asked only where a brace of the file has no partner; complete code
    /// need not be indented.
    func isOutsideUnclosedBrace() -> Bool {
        guard hasUnclosedBrace, !isPattern, startsLine(index), kind != .rightBrace, kind != .endOfFile else {
            return false
        }
        return tokens.indentation(ofLineWith: index, in: bytes) <= tokens.indentation(ofLineWith: index - 1, in: bytes)
    }

    private mutating func isOutdentedCall(_ place: Int) -> Bool {
        let next = place + 1
        let isMember =
            kinds[next] == .dot && (!startsLine(next) || kinds[min(next + 2, kinds.count - 1)] == .leftParenthesis)
        guard isMember || kinds[next] == .leftParenthesis && touches(next) else { return false }
        let limit = statementStart.indentation ?? tokens.indentation(ofLineWith: statementStart.token, in: bytes)
        statementStart.indentation = limit
        return tokens.indentation(ofLineWith: place, in: bytes) <= limit
    }
}
