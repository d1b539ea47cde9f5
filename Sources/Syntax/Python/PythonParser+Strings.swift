/// String literals with their interpolations, and adjacent ones.
extension PythonParser {
    /// One or more adjacent literals.
    mutating func parseStrings() {
        let mark = here
        parseString()
        guard kind == .string || kind == .stringStart else { return }
        while kind == .string || kind == .stringStart { parseString() }
        finish(.concatenatedString, mark)
    }

    /// One literal. An f-string or t-string without interpolations is a `string`.
    private mutating func parseString() {
        guard kind == .stringStart else { return leaf(.string) }
        let mark = here
        var next = cursor + 1
        if kinds[next] == .stringText { next += 1 }
        if kinds[next] == .stringEnd {
            while cursor <= next { advance() }
            return finish(.string, mark)
        }
        advance()
        parseParts(until: .stringEnd)
        take(.stringEnd)
        finish(.interpolatedString, mark)
    }

    /// Texts and interpolations up to the token that ends them.
    private mutating func parseParts(until end: TokenKind) {
        while kind != end {
            switch kind {
            case .stringText: leaf(.stringText)
            case .interpolationStart: parseInterpolation()
            default: return
            }
        }
    }

    /// `{value=!r:format}`
    private mutating func parseInterpolation() {
        let mark = here
        guard depth < SyntaxLimits.depth else { return parseTooDeepInterpolation() }
        depth += 1
        defer { depth -= 1 }
        advance()
        parseExpressionList()
        builder.setRole(.value)
        take(.assign)
        if isOperator(PythonCode.exclamation) {
            advance()
            take(.identifier)
        }
        if kind != .colon, kind != .interpolationEnd { skipInInterpolation() }
        if take(.colon) { parseFormat() }
        take(.interpolationEnd)
        finish(.interpolation, mark)
    }

    /// What does not belong into an interpolation: an error up to its format or its end.
    private mutating func skipInInterpolation() {
        let mark = here
        skip(until: .header)
        if cursor > Int(mark.token) { finish(.error, mark) }
    }

    private mutating func parseFormat() {
        guard kind != .interpolationEnd else { return }
        if kind == .stringText, kind(after: 1) == .interpolationEnd { return leaf(.stringText, role: .format) }
        let mark = here
        parseParts(until: .interpolationEnd)
        finish(.interpolatedString, mark, role: .format)
    }

    private mutating func parseTooDeepInterpolation() {
        let mark = here
        var nesting = 0
        repeat {
            if kind == .interpolationStart { nesting += 1 }
            if kind == .interpolationEnd { nesting -= 1 }
            advance()
        } while nesting > 0 && !isAtLineEnd
        finish(.error, mark)
    }
}
