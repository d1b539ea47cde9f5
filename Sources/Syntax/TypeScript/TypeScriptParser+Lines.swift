extension TypeScriptParser {
    /// The word at hand begins a statement of its own, and does not go on with the half-typed one before it: it starts a line
    /// that is indented no deeper than the one on which the innermost statement starts. Asked where that statement lacks
    /// something that a word could be; complete code continues deeper there.
    @inline(__always)
    mutating func startsNextStatement() -> Bool {
        guard onNewLine, !dialect.isPattern, position > statementStart else { return false }
        return isOutdented()
    }

    private mutating func isOutdented() -> Bool {
        let limit = statementIndentation ?? indentation(ofLineWith: statementStart)
        statementIndentation = limit
        return indentation(ofLineWith: position) <= limit
    }

    /// The white space, in bytes, at the start of the line on which a token starts.
    private func indentation(ofLineWith token: Int) -> Int {
        var start = Int(tokens.starts[token])
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        var end = start
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        return end - start
    }
}
