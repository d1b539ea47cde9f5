/// JSX. A tag is lexed until its `>`, then the children until the `<` of the closing tag. Code that cannot stand there ends
/// the element, so that one half-typed tag does not swallow the file.
extension TypeScriptLexer {
    /// A `<` where an expression starts opens an element rather than type parameters or a comparison.
    func startsJSXElement() -> Bool {
        if previousCode == .new || previousCode == .function { return false }
        var place = skipSpaces(position + 1)
        guard place < count else { return false }
        if bytes[place] == UInt8(ascii: ">") { return true }
        guard startsWord(place) else { return false }
        let start = place
        place = endOfWord(place)
        let isConst = equals(start, place, "const")
        let next = skipSpaces(place)
        guard next < count, dialect.hasTypes else { return true }
        switch bytes[next] {
        case UInt8(ascii: ","), UInt8(ascii: "="):
            return false
        case UInt8(ascii: ">"):
            return !isFunctionSignature(after: next + 1)
        default:
            guard next > place, startsWord(next) else { return true }
            let wordEnd = endOfWord(next)
            if equals(next, wordEnd, "extends") {
                let after = skipSpaces(wordEnd)
                guard after < count else { return true }
                return [UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains(bytes[after])
            }
            return !isConst
        }
    }

    /// After `<T>`: the `(..) =>` of a function type, or the `(..):` of a call signature in an interface.
    private func isFunctionSignature(after start: Int) -> Bool {
        var place = skipSpaces(start)
        guard place < count, bytes[place] == UInt8(ascii: "(") else { return false }
        // Bounded, so that a file of nothing else stays linear.
        let limit = min(count, place + 400)
        var depth = 0
        while place < limit {
            let byte = bytes[place]
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { break }
            }
            place += 1
        }
        guard place < limit else { return false }
        place = skipSpaces(place + 1)
        guard place + 1 < count else { return false }
        if bytes[place] == UInt8(ascii: "=") { return bytes[place + 1] == UInt8(ascii: ">") }
        guard bytes[place] == UInt8(ascii: ":") else { return false }
        // `m?<T>(): U` is a member; in a conditional expression a space stands before the element.
        let isOptionalMember = previousKind == .question && !flags.contains(.spaceBefore)
        return isOptionalMember || previousKind == .semicolon || previousKind == .leftBrace
    }

    private func skipSpaces(_ start: Int) -> Int {
        var place = start
        while place < count, classes[Int(bytes[place])] == .space { place += 1 }
        return place
    }

    private func startsWord(_ place: Int) -> Bool {
        let kind = classes[Int(bytes[place])]
        return kind == .letter || kind == .nonASCII
    }

    private func endOfWord(_ start: Int) -> Int {
        var place = start
        while place < count, classes[Int(bytes[place])].continuesWord || bytes[place] >= 0x80 { place += 1 }
        return place
    }

    private func equals(_ start: Int, _ end: Int, _ word: StaticString) -> Bool {
        guard end - start == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { buffer in
            for index in 0..<buffer.count where bytes[start + index] != buffer[index] { return false }
            return true
        }
    }

    /// The `<` of an opening tag.
    mutating func openJSXTag() {
        emit(.operator, .jsxOpen, to: position + 1, operand: false)
        contexts.push(.jsxTag)
        skipTrivia()
        if position < count, bytes[position] == UInt8(ascii: "/") {
            contexts.isClosingTag = true
            emit(.operator, .jsxSlash, to: position + 1, operand: false)
        }
    }

    mutating func lexInJSXTag() {
        let byte = bytes[position]
        switch classes[Int(byte)] {
        case .letter, .nonASCII:
            lexJSXName()
        case .quote where byte != UInt8(ascii: "`"):
            lexJSXString(byte)
        default:
            switch byte {
            case UInt8(ascii: ">"): closeJSXTag()
            case UInt8(ascii: "/"): emit(.operator, .jsxSlash, to: position + 1, operand: false)
            case UInt8(ascii: "="): emit(.assign, to: position + 1, operand: false)
            case UInt8(ascii: "{"): openJSXExpression()
            case UInt8(ascii: "<"): lexLessInTag()
            case UInt8(ascii: "."):
                let isEllipsis = peek(1) == UInt8(ascii: ".") && peek(2) == UInt8(ascii: ".")
                emit(isEllipsis ? .ellipsis : .dot, to: position + (isEllipsis ? 3 : 1), operand: false)
            default: abandonJSX()
            }
        }
    }

    /// `name`, `data-name`, `xlink:href`.
    private mutating func lexJSXName() {
        var end = position
        var sawColon = false
        while end < count {
            let byte = bytes[end]
            if classes[Int(byte)].continuesWord || byte == UInt8(ascii: "-") {
                end += 1
            } else if byte == UInt8(ascii: ":"), !sawColon, end > position, end + 1 < count, startsWord(end + 1) {
                sawColon = true
                end += 1
            } else if byte >= 0x80 {
                let width = TypeScriptCharacter.widthOfIdentifierCharacter(at: end, in: bytes)
                if width == 0 { break }
                end += width
            } else {
                break
            }
        }
        guard end > position else {
            emit(.error, to: position + 1, operand: false)
            return
        }
        if startsDeclaration(wordEnd: end) { return abandonJSX() }
        let isMetavariable =
            dialect.isPattern && bytes[position] == UInt8(ascii: "$")
            && TypeScriptCharacter.isMetavariableName(bytes[(position + 1)..<end])
        emit(isMetavariable ? .metavariable : .identifier, to: end, operand: false)
    }

    /// The word at hand starts a line and another word follows it: the code after a half-typed tag, not two attributes that have
    /// no value.
    private func startsDeclaration(wordEnd end: Int) -> Bool {
        guard flags.contains(.newlineBefore), !dialect.isPattern, end + 1 < count, bytes[end] == 0x20,
            startsWord(end + 1)
        else { return false }
        return Self.declarationWords.contains { equals(position, end, $0) }
    }

    private static let declarationWords: [StaticString] = [
        "const", "let", "var", "function", "class", "import", "export", "return", "async", "await", "throw",
        "interface",
    ]

    /// An attribute's string: no escapes, any number of lines.
    private mutating func lexJSXString(_ quote: UInt8) {
        var end = position + 1
        while end < count, bytes[end] != quote { end += 1 }
        if end < count {
            emit(.string, to: end + 1, operand: false)
        } else {
            // A quote that never ends would hide the file: it ends with its line.
            end = position + 1
            while end < count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            emit(.string, to: end, operand: false, extra: .unterminated)
        }
    }

    private mutating func openJSXExpression() {
        emit(.leftBrace, to: position + 1, operand: false)
        contexts.push(.jsxExpression)
    }

    /// A `<` inside a tag: type arguments after the name, an element as an attribute's value, or the next tag.
    private mutating func lexLessInTag() {
        if previousKind == .identifier, dialect.hasTypes {
            contexts.angles = 1
            emit(.operator, .lessThan, to: position + 1, operand: false)
        } else {
            openJSXTag()
        }
    }

    private mutating func closeJSXTag() {
        let isSelfClosing = previousCode == .jsxSlash
        let isClosing = contexts.isClosingTag
        emit(.operator, .jsxClose, to: position + 1, operand: false)
        if isClosing {
            contexts.pop()
            if contexts.top == .jsxChildren { contexts.pop() }
        } else if isSelfClosing {
            contexts.pop()
        } else {
            contexts.replaceTop(.jsxChildren)
            return
        }
        afterOperand = contexts.top != .jsxChildren && contexts.top != .jsxTag
    }

    /// The text of an element up to the next tag or expression. White space alone is no token. Text with an arrow, which
    /// may not stand in it, and text that no closing tag follows are the code after a half-typed element.
    mutating func lexJSXText() {
        var end = position
        var isBlank = true
        while end < count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { break }
            if byte == UInt8(ascii: ">"), end > position, bytes[end - 1] == UInt8(ascii: "="), !dialect.isPattern {
                return abandonJSX()
            }
            if classes[Int(byte)] != .space { isBlank = false }
            end += 1
        }
        let isFollowedByTag = isBlank && end < count && bytes[end] == UInt8(ascii: "<")
        if !dialect.isPattern, !isFollowedByTag, position >= startOfLastClosingTag() { return abandonJSX() }
        if !isBlank {
            if dialect.isPattern {
                lexPatternText(to: end)
            } else {
                emit(.jsxText, to: end, operand: false)
            }
        } else if end > position {
            flags.insert(.spaceBefore)
        }
        position = end
        guard end < count else { return }
        switch bytes[end] {
        case UInt8(ascii: "<"): openTagInText()
        case UInt8(ascii: "{"): openJSXExpression()
        default: abandonJSX()
        }
    }

    /// In bytes; 0 where the file has no closing tag. Looked for once.
    private mutating func startOfLastClosingTag() -> Int {
        if let lastClosingTag { return lastClosingTag }
        var place = count - 1
        while place > 0, bytes[place] != UInt8(ascii: "/") || bytes[place - 1] != UInt8(ascii: "<") { place -= 1 }
        lastClosingTag = max(place, 0)
        return place
    }

    private mutating func openTagInText() {
        if dialect.isPattern, peek(1) == UInt8(ascii: "."), peek(2) == UInt8(ascii: ".") {
            // A deep ellipsis does not stand among children; the bytes are kept as text.
            emit(.jsxText, to: position + 1, operand: false)
            return
        }
        openJSXTag()
    }

    /// A pattern's text: the words `...` and `$X` stand for children, the rest is text.
    private mutating func lexPatternText(to end: Int) {
        var textStart = skipSpaces(position)
        var textEnd = textStart
        var place = textStart
        while place < end {
            let wordStart = place
            while place < end, classes[Int(bytes[place])] != .space { place += 1 }
            if let kind = patternTextKind(wordStart, place) {
                if textEnd > textStart {
                    position = textStart
                    emit(.jsxText, to: textEnd, operand: false)
                }
                position = wordStart
                emit(kind, to: place, operand: false)
                textStart = skipSpaces(place)
                textEnd = textStart
            } else {
                textEnd = place
            }
            place = min(end, skipSpaces(place))
        }
        if textEnd > textStart {
            position = textStart
            emit(.jsxText, to: textEnd, operand: false)
        }
    }

    private func patternTextKind(_ start: Int, _ end: Int) -> TokenKind? {
        if equals(start, end, "...") { return .ellipsis }
        guard bytes[start] == UInt8(ascii: "$"), end > start + 1 else { return nil }
        return TypeScriptCharacter.isMetavariableName(bytes[(start + 1)..<end]) ? .metavariable : nil
    }

    /// Leaves all JSX that is open here, and reads the byte at hand as code.
    private mutating func abandonJSX() {
        while contexts.top == .jsxTag || contexts.top == .jsxChildren { contexts.pop() }
        afterOperand = true
    }
}
