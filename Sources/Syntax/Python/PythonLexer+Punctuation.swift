/// Operators, brackets and delimiters.
extension PythonLexer {
    mutating func lexPunctuation(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("): lexOpening(.leftParenthesis, .parenthesis)
        case UInt8(ascii: "["): lexOpening(.leftBracket, .bracket)
        case UInt8(ascii: "{"): lexOpening(.leftBrace, .brace)
        case UInt8(ascii: ")"): lexClosing(.rightParenthesis, .parenthesis)
        case UInt8(ascii: "]"): lexClosing(.rightBracket, .bracket)
        case UInt8(ascii: "}"): lexClosing(.rightBrace, .brace)
        case UInt8(ascii: ","): emit(.comma, length: 1)
        case UInt8(ascii: ";"): emit(.semicolon, length: 1)
        case UInt8(ascii: "."): lexDot()
        case UInt8(ascii: ":"): lexColon()
        case UInt8(ascii: "="):
            if bytes[index + 1] == byte {
                emit(.operator, code: PythonCode.equal, length: 2)
            } else {
                emit(.assign, length: 1)
            }
        case UInt8(ascii: "!"):
            if bytes[index + 1] == UInt8(ascii: "=") {
                emit(.operator, code: PythonCode.notEqual, length: 2)
            } else if frames.last?.kind == .interpolation {
                emit(.operator, code: PythonCode.exclamation, length: 1)
            } else {
                emit(.error, length: 1)
            }
        case UInt8(ascii: "+"): lexOperator(PythonCode.plus)
        case UInt8(ascii: "-"):
            if bytes[index + 1] == UInt8(ascii: ">") {
                emit(.arrow, length: 2)
            } else {
                lexOperator(PythonCode.minus)
            }
        case UInt8(ascii: "*"): lexOperator(PythonCode.star, doubled: PythonCode.doubleStar)
        case UInt8(ascii: "/"): lexOperator(PythonCode.slash, doubled: PythonCode.doubleSlash)
        case UInt8(ascii: "%"): lexOperator(PythonCode.percent)
        case UInt8(ascii: "&"): lexOperator(PythonCode.ampersand)
        case UInt8(ascii: "|"): lexOperator(PythonCode.bar)
        case UInt8(ascii: "^"): lexOperator(PythonCode.caret)
        case UInt8(ascii: "~"): emit(.operator, code: PythonCode.tilde, length: 1)
        case UInt8(ascii: "@"):
            if startsLine {
                emit(.at, length: 1)
            } else {
                lexOperator(PythonCode.matrixMultiply)
            }
        case UInt8(ascii: "<"), UInt8(ascii: ">"): lexAngle(byte)
        case UInt8(ascii: "?"): emit(.question, length: 1)
        default: lexError(byte)
        }
    }

    /// A run of one byte that starts no token is one error token, so that a file of zero bytes is not a token each.
    private mutating func lexError(_ byte: UInt8) {
        let start = index
        while index < count, bytes[index] == byte { index += 1 }
        emit(.error, from: start)
    }

    /// Whether the next token is the first of its logical line.
    var startsLine: Bool {
        switch tokens.lastKind {
        case nil, .newline, .indent, .dedent: true
        default: false
        }
    }

    /// An operator of one byte or, where that byte stands twice, of two; with `=` after it, an augmented assignment.
    private mutating func lexOperator(_ code: UInt8, doubled: UInt8? = nil) {
        var length = 1
        var found = code
        if let doubled, bytes[index + 1] == bytes[index] {
            length = 2
            found = doubled
        }
        if bytes[index + length] == UInt8(ascii: "=") {
            emit(.operator, code: PythonCode.augmentedAssign, length: length + 1)
        } else {
            emit(.operator, code: found, length: length)
        }
    }

    private mutating func lexAngle(_ byte: UInt8) {
        let isLess = byte == UInt8(ascii: "<")
        let next = bytes[index + 1]
        if isPattern, isLess, isEllipsis(at: index + 1) {
            openDeepEllipses += 1
            emit(.deepStart, length: 4)
        } else if next == UInt8(ascii: "=") {
            emit(.operator, code: isLess ? PythonCode.lessEqual : PythonCode.greaterEqual, length: 2)
        } else if next == byte {
            lexOperator(PythonCode.none, doubled: isLess ? PythonCode.leftShift : PythonCode.rightShift)
        } else if isLess, next == UInt8(ascii: ">") {
            emit(.operator, code: PythonCode.notEqual, length: 2)
        } else {
            emit(.operator, code: isLess ? PythonCode.less : PythonCode.greater, length: 1)
        }
    }

    private func isEllipsis(at position: Int) -> Bool {
        let dot = UInt8(ascii: ".")
        return position + 2 < count && bytes[position] == dot && bytes[position + 1] == dot
            && bytes[position + 2] == dot
    }

    private mutating func lexDot() {
        if isEllipsis(at: index) {
            guard openDeepEllipses > 0, bytes[index + 3] == UInt8(ascii: ">") else { return emit(.ellipsis, length: 3) }
            openDeepEllipses -= 1
            emit(.deepEnd, length: 4)
        } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 1]) {
            lexNumber()
        } else {
            emit(.dot, length: 1)
        }
    }

    /// A colon directly inside an interpolation starts its format specification, so that `:=` is no operator there.
    private mutating func lexColon() {
        if let frame = frames.last, frame.kind == .interpolation {
            emit(.colon, length: 1)
            push(frame.part(.format))
        } else if bytes[index + 1] == UInt8(ascii: "=") {
            emit(.operator, code: PythonCode.walrus, length: 2)
        } else {
            emit(.colon, length: 1)
        }
    }

    private mutating func lexOpening(_ kind: TokenKind, _ frame: PythonLexerFrame.Kind) {
        let opening = PythonLexerFrame(kind: frame)
        emit(kind, length: 1)
        push(opening, at: index - 1)
    }

    /// Enters the bracket or brace that stands at `start`.
    mutating func push(_ frame: PythonLexerFrame, at start: Int) {
        var opening = frame
        opening.start = start
        opening.lineColumn = lineColumn
        opening.isUnclosed = isKnownUnclosed(bracketAt: start)
        push(opening)
    }

    /// Brackets are asked for from the first to the last.
    private mutating func isKnownUnclosed(bracketAt start: Int) -> Bool {
        while nextKnown < knownUnclosed.count, knownUnclosed[nextKnown] < start { nextKnown += 1 }
        return nextKnown < knownUnclosed.count && knownUnclosed[nextKnown] == start
    }

    /// How far down a closing bracket looks for its opening one; a bound, so that unbalanced input takes linear time.
    private static let closingReach = 8

    /// A closing bracket closes the brackets left open inside its own; one that closes nothing changes nothing.
    private mutating func lexClosing(_ kind: TokenKind, _ frame: PythonLexerFrame.Kind) {
        var position = frames.count - 1
        let lowest = max(0, frames.count - Self.closingReach)
        while position >= lowest {
            let candidate = frames[position].kind
            if candidate == frame {
                if lineColumn < frames[position].lineColumn, pendingFlags.contains(.newlineBefore) {
                    noteSuspect(at: position)
                }
                emit(kind, length: 1)
                noteUnclosed(from: position + 1)
                return truncateFrames(to: position)
            }
            if candidate == .interpolation {
                guard frame == .brace else { break }
                emit(.interpolationEnd, length: 1)
                noteUnclosed(from: position + 1)
                return truncateFrames(to: position)
            }
            position -= 1
        }
        emit(kind, length: 1)
    }

    /// Notes that nothing closes the brackets among the frames from `position` on.
    mutating func noteUnclosed(from position: Int) {
        for frame in frames[position...] where frame.isBracket { unclosed.append(frame.suspect ?? frame.start) }
    }

    /// A line starts with the closing bracket of the frame at `position`, but stands further left than the line that opened it:
    /// if in the end a bracket of that kind is open whose line starts where this does, this closing one was meant for it.
    private mutating func noteSuspect(at position: Int) {
        let suspect = frames[position]
        for outer in frames.indices[..<position].suffix(Self.closingReach).reversed()
        where frames[outer].kind == suspect.kind && frames[outer].lineColumn == lineColumn {
            frames[outer].suspect = suspect.start
            return
        }
    }

    private mutating func truncateFrames(to length: Int) {
        frames.removeLast(frames.count - length)
        isInText = frames.last?.isText ?? false
    }
}
