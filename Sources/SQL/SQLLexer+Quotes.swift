import SourceText

/// Strings, quoted names and comments.
extension SQLLexer {
    /// `E'..'`, `N'..'`, `X'..'`, `B'..'`, `U&'..'`, `U&".."`, `r'..'`.
    mutating func lexPrefixedString(_ byte: UInt8) -> Bool {
        let quote = UInt8(ascii: "'")
        guard holeStart > position + 1 else { return false }
        switch byte | 0x20 {
        case UInt8(ascii: "e"), UInt8(ascii: "n"), UInt8(ascii: "x"), UInt8(ascii: "b"), UInt8(ascii: "r"):
            guard peek(1) == quote else { return false }
            lexQuoted(.string, quote: quote, prefix: 1)
            return true
        case UInt8(ascii: "u"):
            guard peek(1) == UInt8(ascii: "&"), holeStart > position + 2 else { return false }
            if peek(2) == quote {
                lexQuoted(.string, quote: quote, prefix: 2)
            } else if peek(2) == UInt8(ascii: "\"") {
                lexQuoted(.doubleQuoted, quote: UInt8(ascii: "\""), prefix: 2)
            } else {
                return false
            }
            return true
        default: return false
        }
    }

    /// A quoted token, to its closing quote or the end of the text. A quote that a backslash of the host language
    /// precedes is closed by such a one.
    mutating func lexQuoted(_ kind: SQLTokenKind, quote: UInt8, prefix: Int) {
        let start = position
        let isEscapeString = prefix == 1 && bytes[start] | 0x20 == UInt8(ascii: "e")
        let isHostEscaped =
            origin == .literal && start > 0 && bytes[start - 1] == UInt8(ascii: "\\") && prefix == 0
        var flags: SQLTokenFlags = []
        position += prefix + 1
        while isInside(&flags) {
            let byte = bytes[position]
            if byte == quote {
                position += 1
                if peek(0) == quote, holeStart > position {
                    position += 1
                    continue
                }
                break
            }
            if byte == UInt8(ascii: "\\"), kind != .quotedName, holeStart > position + 1 {
                let next = peek(1)
                if isHostEscaped, next == quote {
                    position += 2
                    break
                }
                let escapes = next == quote ? isEscapeString || !endsString(after: position + 2) : next == byte
                position += escapes && position + 1 < bytes.count ? 2 : 1
                continue
            }
            position += 1
        }
        append(kind, flags: flags, from: start)
    }

    /// Whether what follows a quote after a backslash is what follows a whole string: `LIKE ? ESCAPE '\' AND`.
    private func endsString(after index: Int) -> Bool {
        guard index < bytes.count, holeStart > index else { return true }
        switch bytes[index] {
        case UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return true
        case let byte: return classes[Int(byte)].contains(.space)
        }
    }

    /// `[name]`, or the bracket of a subscript or an array.
    mutating func lexBracket() {
        let start = position
        let isSubscript = followsOperand || tokens.keywords.last == .array || tokens.kinds.last == .leftBracket
        let first = peek(1)
        if !isSubscript, classes[Int(first)].contains(.wordStart), let end = bracketEnd() {
            position = end
            return append(.quotedName, from: start)
        }
        position += 1
        append(.leftBracket, from: start)
    }

    /// The end of a bracketed name: on one line, no longer than a name may be.
    private func bracketEnd() -> Int? {
        let limit = min(position + 130, bytes.count, holeStart)
        var index = position + 1
        while index < limit {
            switch bytes[index] {
            case UInt8(ascii: "]"): return index + 1
            case UInt8(ascii: "["), UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "'"): return nil
            default: index += 1
            }
        }
        return nil
    }

    /// `$$..$$` and `$tag$..$tag$`, from a dollar sign. False where it is neither.
    mutating func lexDollarQuoted() -> Bool {
        guard delimiter.isEmpty else { return false }
        let start = position
        var tagEnd = start + 1
        let limit = min(bytes.count, holeStart, start + 66)
        while tagEnd < limit, bytes[tagEnd] != UInt8(ascii: "$") {
            let byteClass = classes[Int(bytes[tagEnd])]
            guard byteClass.contains(tagEnd == start + 1 ? .wordStart : .word) else { return false }
            tagEnd += 1
        }
        guard tagEnd < limit else { return false }
        let tag = bytes[start...tagEnd]
        var flags: SQLTokenFlags = []
        position = tagEnd + 1
        while isInside(&flags) {
            if bytes[position] == UInt8(ascii: "$"), position + tag.count <= bytes.count,
                bytes[position..<position + tag.count].elementsEqual(tag)
            {
                position += tag.count
                break
            }
            position += 1
        }
        append(.string, flags: flags, from: start)
        return true
    }

    /// Whether a quoted token goes on: holes in it are taken, and the end of the text leaves it open.
    private mutating func isInside(_ flags: inout SQLTokenFlags) -> Bool {
        while position >= holeStart {
            consumeHole()
            flags.insert(.holed)
        }
        if position < bytes.count { return true }
        flags.insert(.unterminated)
        return false
    }

    // MARK: Comments and what else is skipped

    /// A comment that starts with this byte, if one does.
    mutating func lexComment(_ byte: UInt8) -> Bool {
        guard holeStart > position + 1 else { return false }
        switch (byte, peek(1)) {
        case (UInt8(ascii: "-"), UInt8(ascii: "-")):
            skipLine()
        case (UInt8(ascii: "#"), let next):
            if next == UInt8(ascii: ">") || next == UInt8(ascii: "-") || next == UInt8(ascii: "#") { return false }
            skipLine()
        case (UInt8(ascii: "/"), UInt8(ascii: "*")):
            skipBlockComment()
        default:
            return false
        }
        return true
    }

    /// A comment to the end of the line. In a string of a program the line's end may be spelled `\n`.
    private mutating func skipLine() {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
            if origin == .literal, bytes[position] == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "n") { break }
            position += 1
        }
        appendComment(from: start)
    }

    /// A block comment, with the nesting of PostgreSQL.
    private mutating func skipBlockComment() {
        let start = position
        var depth = 1
        position += 2
        while position < bytes.count, depth > 0 {
            switch (bytes[position], peek(1)) {
            case (UInt8(ascii: "/"), UInt8(ascii: "*")):
                depth += 1
                position += 2
            case (UInt8(ascii: "*"), UInt8(ascii: "/")):
                depth -= 1
                position += 2
            default:
                position += 1
            }
        }
        position = min(position, bytes.count)
        appendComment(from: start)
    }

    /// The data lines after `COPY .. FROM stdin;`, to the line `\.`.
    mutating func skipCopyData() {
        let start = position
        while position < bytes.count {
            let atLineStart = position > 0 && bytes[position - 1] == UInt8(ascii: "\n")
            if atLineStart, bytes[position] == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: ".") {
                position += 2
                break
            }
            position += 1
        }
        appendComment(from: start)
    }

    /// A command of `psql` at the start of a line, an escape sequence of the host language, or a stray backslash.
    mutating func lexBackslash() {
        let start = position
        if origin == .file {
            if start == 0 || bytes[start - 1] == UInt8(ascii: "\n") { return skipLine() }
            position += 1
            return append(.error, from: start)
        }
        position += 1
        spaceBefore = true
        guard position < bytes.count, holeStart > position else { return }
        switch bytes[position] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): position += 1
        default: break
        }
    }

    /// `DELIMITER //` of the MySQL client, whose word is already a token.
    mutating func lexDelimiterCommand() {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        let word = bytes[start..<position].filter { $0 > 0x20 }
        delimiter = word == [UInt8(ascii: ";")] || word.count > 8 ? [] : word
        append(.semicolon, from: start)
    }

    /// Whether what `DELIMITER` named stands here.
    func isDelimiter(at index: Int) -> Bool {
        guard let first = delimiter.first, bytes[index] == first else { return false }
        return bytes[index...].starts(with: delimiter)
    }

    private mutating func appendComment(from start: Int) {
        tokens.comments.append(ByteRange(start, position))
        spaceBefore = true
    }
}
