/// String literals: plain ones are one token, f-strings and t-strings are a token for each of their parts.
extension PythonLexer {
    /// Lexes the string whose prefix starts at `start` and whose quote is at `index`.
    mutating func lexString(from start: Int, prefix: PythonStringPrefix) {
        let quote = bytes[index]
        let isTripleQuoted = bytes[index + 1] == quote && bytes[index + 2] == quote
        index += isTripleQuoted ? 3 : 1
        if prefix.isInterpolated {
            emit(.stringStart, from: start)
            push(
                PythonLexerFrame(
                    kind: .text, quote: quote, isTripleQuoted: isTripleQuoted, isRaw: prefix.contains(.raw),
                    endsWithLine: !isTripleQuoted || !hasTriple(quote)))
            return
        }
        let flags = isTripleQuoted ? scanTripleQuoted(quote) : scanSingleQuoted(quote)
        emit(.string, flags: flags, from: start)
    }

    /// Whether three quotes stand anywhere after this place, without which a string opened by them ends with its line.
    private mutating func hasTriple(_ quote: UInt8) -> Bool {
        if lacksTriple(quote) { return false }
        var position = index
        while position < count {
            if bytes[position] == quote, bytes[position + 1] == quote, bytes[position + 2] == quote { return true }
            position += 1
        }
        noteLackOfTriple(quote)
        return false
    }

    private func lacksTriple(_ quote: UInt8) -> Bool {
        quote == UInt8(ascii: "\"") ? lacksTripleDoubleQuote : lacksTripleSingleQuote
    }

    private mutating func noteLackOfTriple(_ quote: UInt8) {
        if quote == UInt8(ascii: "\"") { lacksTripleDoubleQuote = true } else { lacksTripleSingleQuote = true }
    }

    /// Moves past the closing quote, or to the end of the line where there is none.
    private mutating func scanSingleQuoted(_ quote: UInt8) -> TokenFlags {
        var flags: TokenFlags = []
        var position = index
        while true {
            let byte = bytes[position]
            if byte == quote {
                index = position + 1
                return flags
            }
            if byte == UInt8(ascii: "\\") {
                flags.insert(.escaped)
                position = min(position + 1 + max(1, lineEndingLength(at: position + 1)), count)
            } else if byte == 0x0A || byte == 0x0D || position >= count {
                index = position
                return flags.union(.unterminated)
            } else {
                position += 1
            }
        }
    }

    /// Moves past the closing quotes. Where there are none in the rest of the file, or the next ones are seen to open another
    /// string, this one ends with its first line: someone has just typed its opening quotes, and what follows is code still.
    /// Quotes open a string where a word stands directly after them, and where a documentation string reaches over the head
    /// of a definition further left, and the quotes follow a colon as that definition's own documentation would.
    private mutating func scanTripleQuoted(_ quote: UInt8) -> TokenFlags {
        let isDocumentation = startsLine && frames.isEmpty
        var flags: TokenFlags = []
        var position = lacksTriple(quote) ? count : index
        var hasDefinition = false
        var isMisread = false
        scan: while position < count {
            switch bytes[position] {
            case quote where bytes[position + 1] == quote && bytes[position + 2] == quote:
                isMisread = looksOpening(at: position + 3) || (hasDefinition && followsColon(position))
                if isMisread { break scan }
                index = position + 3
                return flags
            case UInt8(ascii: "\\"):
                flags.insert(.escaped)
                position += 2
            case 0x0A where isDocumentation:
                position += 1
                if !hasDefinition { hasDefinition = startsDefinition(at: position) }
            default:
                position += 1
            }
        }
        if !isMisread { noteLackOfTriple(quote) }
        while index < count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        return flags.union(.unterminated)
    }

    /// Whether quotes that end at `position` open a string rather than close one: a word stands directly after them that
    /// is neither a keyword nor another string's prefix.
    private func looksOpening(at position: Int) -> Bool {
        guard isLetter(bytes[position]) else { return false }
        var end = position
        while end - position < PythonWordTable.longestWord, isLetter(bytes[end]) { end += 1 }
        let follower = bytes[end]
        return follower != UInt8(ascii: "\"") && follower != UInt8(ascii: "'")
            && !PythonCode.isReserved(code(ofWord: position..<end))
    }

    /// Whether the last byte before `position` that is not white space is a colon.
    private func followsColon(_ position: Int) -> Bool {
        var before = position - 1
        while before > index, bytes[before] <= 0x20 { before -= 1 }
        return bytes[before] == UInt8(ascii: ":")
    }

    /// Whether the line at `lineStart` is the head of a definition further left than the current block, where the text of a
    /// documentation string does not reach.
    private func startsDefinition(at lineStart: Int) -> Bool {
        var position = lineStart
        while bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        guard position - lineStart < indents[indents.count - 1] else { return false }
        if bytes[position] == UInt8(ascii: "@") { return isLetter(bytes[position + 1]) }
        var end = position
        while end - position < PythonWordTable.longestWord, isLetter(bytes[end]) { end += 1 }
        guard end > position, bytes[end] == 0x20, isLetter(bytes[end + 1]) else { return false }
        let word = code(ofWord: position..<end)
        return word == PythonCode.def || word == PythonCode.class || word == PythonCode.async
    }

    /// Lexes the text of an f-string or of a format specification up to the next brace or quote that ends it, and that.
    mutating func lexText() {
        guard let frame = frames.last else { return }
        let start = index
        var flags: TokenFlags = []
        while index < count {
            let byte = bytes[index]
            switch byte {
            case frame.quote where !frame.isTripleQuoted || closesTriple(frame.quote):
                emitText(from: start, flags: flags)
                return endString(quoteLength: frame.isTripleQuoted ? 3 : 1)
            case 0x0A where frame.endsWithLine, 0x0D where frame.endsWithLine:
                emitText(from: start, flags: flags)
                return endString(quoteLength: 0)
            case UInt8(ascii: "{"):
                if frame.kind == .text, bytes[index + 1] == byte {
                    index += 2
                    continue
                }
                emitText(from: start, flags: flags)
                emit(.interpolationStart, length: 1)
                return push(frame.part(.interpolation), at: index - 1)
            case UInt8(ascii: "}"):
                if frame.kind == .text {
                    index += 1
                    continue
                }
                emitText(from: start, flags: flags)
                emit(.interpolationEnd, length: 1)
                pop()
                return pop()
            case UInt8(ascii: "\\"):
                flags.insert(.escaped)
                skipEscape(isRaw: frame.isRaw)
            default:
                index += 1
            }
        }
        emitText(from: start, flags: flags)
        endString(quoteLength: 0)
    }

    private func closesTriple(_ quote: UInt8) -> Bool { bytes[index + 1] == quote && bytes[index + 2] == quote }

    private mutating func emitText(from start: Int, flags: TokenFlags) {
        if index > start { emit(.stringText, flags: flags, from: start) }
    }

    /// Ends the innermost string, unfinished interpolations included.
    private mutating func endString(quoteLength: Int) {
        while let frame = frames.last, frame.kind != .text { pop() }
        pop()
        let start = index
        index += quoteLength
        emit(.stringEnd, flags: quoteLength == 0 ? .unterminated : [], from: start)
    }

    /// Moves past a backslash and what it escapes. Braces cannot be escaped by it; those of `\N{NAME}` are part of it.
    private mutating func skipEscape(isRaw: Bool) {
        let next = bytes[index + 1]
        if next == UInt8(ascii: "{") || next == UInt8(ascii: "}") {
            index += 1
        } else if !isRaw, next == UInt8(ascii: "N"), bytes[index + 2] == UInt8(ascii: "{") {
            index += 3
            while isNameByte(bytes[index]) { index += 1 }
            if bytes[index] == UInt8(ascii: "}") { index += 1 }
        } else {
            index = min(index + 1 + max(1, lineEndingLength(at: index + 1)), count)
        }
    }

    /// Whether a byte may be in the name of a Unicode character.
    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
