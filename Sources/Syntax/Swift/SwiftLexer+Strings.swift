/// String literals: plain, raw, multi-line, with interpolations.
extension SwiftLexer {
    /// Lexes the literal whose prefix of `pounds` signs starts at `start` and whose quote is at `position`.
    mutating func lexString(start: Int, pounds: Int) {
        openAngles.removeAll(keepingCapacity: true)
        let isTriple = bytes[position + 1] == UInt8(ascii: "\"") && bytes[position + 2] == UInt8(ascii: "\"")
        let hasThreeQuotes = isTriple && !(pounds > 0 && closesOnLine(from: position + 1, pounds: pounds))
        position += hasThreeQuotes ? 3 : 1
        // One that is half typed ends with its line, as a literal of one line does.
        let isMultiline = hasThreeQuotes && (pounds > 0 || isClosedBelow())
        lexStringText(StringForm(pounds: pounds, isMultiline: isMultiline), from: position, opening: start)
    }

    /// Whether the literal of several lines whose text starts here is closed. The quotes that come next close it, unless
    /// they stand behind code at the end of a line: then they open another, for those that close stand first on their
    /// line. In an interpolation a literal may open inside.
    private mutating func isClosedBelow() -> Bool {
        if position < nextQuotes.position { return nextQuotes.close }
        var index = position
        var lineStart = position
        var parentheses = 0
        while index < count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\") {
                if bytes[index + 1] == UInt8(ascii: "(") { parentheses += 1 }
                index += 1
            } else if byte == UInt8(ascii: "("), parentheses > 0 {
                parentheses += 1
            } else if byte == UInt8(ascii: ")"), parentheses > 0 {
                parentheses -= 1
            } else if isNewline(byte) {
                lineStart = index + 1
            } else if byte == UInt8(ascii: "\""), bytes[index + 1] == byte, bytes[index + 2] == byte {
                nextQuotes = (index, parentheses > 0 || !opensLiteral(at: index, lineStart: lineStart))
                return nextQuotes.close
            }
            index += 1
        }
        nextQuotes = (.max, false)
        return false
    }

    /// Whether the three quotes at `index` stand behind code and are the last on their line.
    private func opensLiteral(at index: Int, lineStart: Int) -> Bool {
        guard bytes[lineStart..<index].contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
        var end = index + 3
        while bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        return isNewline(bytes[end])
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
