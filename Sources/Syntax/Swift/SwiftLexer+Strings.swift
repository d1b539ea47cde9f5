/// String literals: plain, raw, multi-line, with interpolations.
extension SwiftLexer {
    /// Lexes the literal whose prefix of `pounds` signs starts at `start` and whose quote is at `position`.
    mutating func lexString(start: Int, pounds: Int) {
        openAngles.removeAll(keepingCapacity: true)
        let isTriple = bytes[position + 1] == UInt8(ascii: "\"") && bytes[position + 2] == UInt8(ascii: "\"")
        let isMultiline = isTriple && !(pounds > 0 && closesOnLine(from: position + 1, pounds: pounds))
        position += isMultiline ? 3 : 1
        lexStringText(StringForm(pounds: pounds, isMultiline: isMultiline), from: position, opening: start)
    }

    /// Whether a raw string that seems to open with three quotes ends on its line: `#"""#` holds one quote.
    private func closesOnLine(from start: Int, pounds: Int) -> Bool {
        var index = start
        while index < count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") {
            if bytes[index] == UInt8(ascii: "\""), hasPounds(pounds, at: index + 1) { return true }
            index += 1
        }
        return false
    }

    private func hasPounds(_ pounds: Int, at index: Int) -> Bool {
        guard pounds > 0 else { return true }
        guard index + pounds <= count else { return false }
        for offset in 0..<pounds where bytes[index + offset] != UInt8(ascii: "#") { return false }
        return true
    }

    /// Lexes literal text up to the next interpolation or the end of the literal. `opening` is where the literal starts,
    /// when this is its first text; then it may prove to have no interpolation and become one token.
    mutating func lexStringText(_ form: StringForm, from textStart: Int, opening: Int? = nil) {
        var isEscaped = false
        while position < count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                if closes(form, at: position) {
                    return endString(form, from: textStart, opening: opening, isEscaped: isEscaped)
                }
                position += 1
            } else if byte == UInt8(ascii: "\\") {
                guard hasPounds(form.pounds, at: position + 1) else {
                    position += 1
                    continue
                }
                let escaped = position + 1 + form.pounds
                if escaped < count, bytes[escaped] == UInt8(ascii: "(") {
                    return startInterpolation(form, from: textStart, opening: opening, isEscaped: isEscaped)
                }
                isEscaped = true
                position = escaped
                // A line's end is no escape in a string of one line.
                if position < count, form.isMultiline || !isNewline(bytes[position]) { position += 1 }
            } else if !form.isMultiline, isNewline(byte) {
                break
            } else {
                position += 1
            }
        }
        endUnterminated(from: textStart, opening: opening, isEscaped: isEscaped)
    }

    private func isNewline(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private func closes(_ form: StringForm, at index: Int) -> Bool {
        guard form.isMultiline else { return hasPounds(form.pounds, at: index + 1) }
        return bytes[index + 1] == UInt8(ascii: "\"") && bytes[index + 2] == UInt8(ascii: "\"")
            && hasPounds(form.pounds, at: index + 3)
    }

    private mutating func appendText(from start: Int, isEscaped: Bool) {
        guard position > start else { return }
        if isEscaped { flags.insert(.escaped) }
        append(.stringText, start: start)
    }

    private mutating func endString(_ form: StringForm, from textStart: Int, opening: Int?, isEscaped: Bool) {
        let length = (form.isMultiline ? 3 : 1) + form.pounds
        if let opening {
            position += length
            if isEscaped { flags.insert(.escaped) }
            return append(.string, start: opening)
        }
        appendText(from: textStart, isEscaped: isEscaped)
        position += length
        append(.stringEnd, start: position - length)
    }

    private mutating func endUnterminated(from textStart: Int, opening: Int?, isEscaped: Bool) {
        if let opening {
            if isEscaped { flags.insert(.escaped) }
            flags.insert(.unterminated)
            return append(.string, start: opening)
        }
        appendText(from: textStart, isEscaped: isEscaped)
        flags.insert(.unterminated)
        append(.stringEnd, start: position)
    }

    private mutating func startInterpolation(_ form: StringForm, from textStart: Int, opening: Int?, isEscaped: Bool) {
        let start = position
        if let opening {
            position = textStart
            append(.stringStart, start: opening)
            position = start
        }
        appendText(from: textStart, isEscaped: isEscaped)
        position = start + form.pounds + 2
        append(.interpolationStart, start: start)
        interpolations.append(Interpolation(form: form, outerParentheses: parentheses))
        parentheses = 0
    }

    /// Ends the interpolations that cannot go on: at a line's end those of strings of one line, from the innermost out to
    /// the first string of several lines; at the end of the file all. The tokens that are missing are empty, so that a
    /// string's tokens always balance.
    mutating func closeInterpolations(atNewline: Bool) {
        while let interpolation = interpolations.last, !atNewline || !interpolation.form.isMultiline {
            interpolations.removeLast()
            let pending = flags
            flags = .unterminated
            append(.interpolationEnd, start: position)
            flags = .unterminated
            append(.stringEnd, start: position)
            flags = pending
            parentheses = interpolation.outerParentheses
        }
    }

    /// Swift has no single quotes; a closed pair on one line is most likely a string of another language, and one token
    /// of error keeps what it quotes from unbalancing brackets.
    mutating func lexSingleQuoted() {
        let start = position
        var end = position + 1
        while end < count, !isNewline(bytes[end]), bytes[end] != UInt8(ascii: "'") { end += 1 }
        position = end < count && bytes[end] == UInt8(ascii: "'") ? end + 1 : start + 1
        append(.error, start: start)
    }
}
