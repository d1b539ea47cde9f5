/// Lines, indentation, and where a line ends an unfinished bracket.
extension PythonLexer {
    /// The end of a physical line: of the logical line too, outside brackets.
    mutating func lexNewline() {
        let length = lineEndingLength(at: index)
        guard frames.isEmpty else {
            index += length
            pendingFlags.formUnion([.spaceBefore, .newlineBefore])
            lexLineInBrackets()
            return
        }
        emit(.newline, length: length)
        lexIndentation()
    }

    /// At the start of a line outside brackets: skips blank lines and those with a comment alone, then emits the `indent`
    /// or the `dedent`s that the next line's column asks for.
    mutating func lexIndentation() {
        var lineStart = index
        var column = 0
        var isContinued = false
        scan: while index < count {
            switch bytes[index] {
            case 0x20:
                if !isContinued { column += 1 }
                index += 1
            case 0x09:
                if !isContinued { column = (column | 7) + 1 }
                index += 1
            case 0x0C:
                if !isContinued { column = 0 }
                index += 1
            case UInt8(ascii: "#"):
                lexComment()
            case 0x0A, 0x0D:
                index += lineEndingLength(at: index)
                lineStart = index
                column = 0
                isContinued = false
            case UInt8(ascii: "\\") where lineEndingLength(at: index + 1) > 0:
                // What stands before the first backslash counts, as in CPython, where it is anything; the token is on the last line.
                index += 1 + lineEndingLength(at: index + 1)
                lineStart = index
                isContinued = column > 0
            default:
                break scan
            }
        }
        guard index < count else { return }
        pendingFlags.insert(.newlineBefore)
        adjustIndentation(to: column, lineStart: lineStart)
    }

    /// A column between those of two open blocks belongs to the inner one, so that a line with a space too few does not
    /// break its block apart.
    private mutating func adjustIndentation(to column: Int, lineStart: Int) {
        lineColumn = column
        if column > indents[indents.count - 1] {
            indents.append(column)
            emit(.indent, from: lineStart)
            return
        }
        while indents.count > 1, column < indents[indents.count - 1], column <= indents[indents.count - 2] {
            indents.removeLast()
            emit(.dedent, from: index)
        }
    }

    /// At the start of a line inside brackets: ends those that do not reach over it.
    private mutating func lexLineInBrackets() {
        var position = index
        var column = 0
        while bytes[position] == 0x20 || bytes[position] == 0x09 {
            column = bytes[position] == 0x20 ? column + 1 : (column | 7) + 1
            position += 1
        }
        lineColumn = column
        if resumesStatement(at: position, column: column) { return abandonBrackets() }
        guard startsElement(bytes[position]) else { return }
        while let frame = frames.last, frame.isUnclosed, column <= frame.lineColumn { end(frame) }
        if frames.isEmpty { abandonBrackets() }
    }

    /// Whether a byte can be the first of a statement or of an element in brackets, and continues nothing.
    private func startsElement(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"),
            UInt8(ascii: "@"), UInt8(ascii: "*"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: isLetter(byte)
        }
    }

    /// Ends the innermost bracket, which nothing closes, or the string with that interpolation, by tokens without text after what
    /// stands in it.
    private mutating func end(_ frame: PythonLexerFrame) {
        pop()
        switch frame.kind {
        case .parenthesis: appendMissing(.rightParenthesis)
        case .bracket: appendMissing(.rightBracket)
        case .brace: appendMissing(.rightBrace)
        case .interpolation, .format, .text:
            appendMissing(.interpolationEnd)
            while let part = frames.last, part.kind != .text { pop() }
            pop()
            appendMissing(.stringEnd)
        }
    }

    private mutating func appendMissing(_ kind: TokenKind) {
        tokens.append(kind, code: PythonCode.none, flags: .unterminated, start: tokens.lastEnd, end: tokens.lastEnd)
    }

    /// Ends the logical line, with the brackets that are open.
    private mutating func abandonBrackets() {
        noteUnclosed(from: 0)
        frames.removeAll()
        isInText = false
        openDeepEllipses = 0
        emit(.newline, from: index)
        lexIndentation()
    }

    /// Whether the line whose text starts at `start`, inside brackets, is a new statement: its first word is a keyword that no
    /// expression holds, or one that starts a statement rather than continues an expression by standing no further right
    /// than the statement that the brackets are in. Someone is typing the line with the brackets.
    private func resumesStatement(at start: Int, column: Int) -> Bool {
        let isOutside = column <= indents[indents.count - 1]
        if bytes[start] == UInt8(ascii: "@") { return isOutside && isLetter(bytes[start + 1]) }
        var position = start
        while position - start <= PythonWordTable.longestWord, isLetter(bytes[position]) { position += 1 }
        let follower = bytes[position]
        guard position > start, position - start <= PythonWordTable.longestWord, follower != UInt8(ascii: "="),
            !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(follower), follower < 0x80
        else { return false }
        switch code(ofWord: start..<position) {
        case PythonCode.def, PythonCode.class, PythonCode.return, PythonCode.raise, PythonCode.try, PythonCode.while,
            PythonCode.with, PythonCode.pass, PythonCode.break, PythonCode.continue, PythonCode.global,
            PythonCode.nonlocal, PythonCode.del, PythonCode.assert, PythonCode.elif, PythonCode.except,
            PythonCode.finally, PythonCode.import:
            return true
        case PythonCode.from, PythonCode.async:
            return isOutside
        default:
            return false
        }
    }

    func isLetter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
