extension TypeScriptParser {
    /// The word at hand begins a statement of its own, and does not go on with the half-typed one before it: it starts a line
    /// that is indented no deeper than the innermost statement, which starts its own line. Asked where that statement lacks
    /// something that a word could be; complete code continues deeper there, but for minified code, whose statements hardly
    /// ever start a line.
    @inline(__always)
    mutating func startsNextStatement() -> Bool {
        guard onNewLine, !dialect.isPattern, position > statementStart else { return false }
        return (statementStart == 0 || flags[statementStart].contains(.newlineBefore)) && isOutdented()
    }

    /// The word at hand is the object of a member, and so no name of anything that is declared.
    var isFollowedByDot: Bool { kind(ahead: 1) == .dot || kind(ahead: 1) == .optionalDot }

    private mutating func isOutdented() -> Bool {
        let limit = statementIndentation ?? tokens.indentation(ofLineWith: statementStart, in: bytes)
        statementIndentation = limit
        return tokens.indentation(ofLineWith: position, in: bytes) <= limit
    }
}
