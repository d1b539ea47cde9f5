/// Operators and how white space binds them; regex literals, which start like one.
extension SwiftLexer {
    /// Whether what is before `index` touches it: no white space, comment, opening bracket or separator.
    func isLeftBound(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        switch bytes[index - 1] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0, UInt8(ascii: "("),
            UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
            return false
        case UInt8(ascii: "/"): return index < 2 || bytes[index - 2] != UInt8(ascii: "*")
        case 0xA0: return index < 2 || bytes[index - 2] != 0xC2
        case 0xBF: return index != 3 || bytes[0] != 0xEF
        default: return true
        }
    }

    func isRightBound(_ index: Int, isLeftBound: Bool) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0, UInt8(ascii: ")"),
            UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
            return false
        case UInt8(ascii: "."): return !isLeftBound
        case UInt8(ascii: "/"): return bytes[index + 1] != UInt8(ascii: "/") && bytes[index + 1] != UInt8(ascii: "*")
        case 0xC2: return bytes[index + 1] != 0xA0
        default: return true
        }
    }

    /// `!` or `?` that touches what is before it is always postfix and always alone.
    mutating func lexPostfixMark(_ byte: UInt8) {
        position += 1
        append(
            byte == UInt8(ascii: "?") ? .question : .operator, code: SwiftOperator.code(.postfix), start: position - 1)
    }

    mutating func lexOperator() {
        let start = position
        if bytes[start] == UInt8(ascii: "<"), bytes[start + 1] == UInt8(ascii: "#"), lexPlaceholder() { return }
        var end = operatorEnd(from: start)
        if let slash = firstSlash(start, end),
            let regexEnd = regexEnd(slash: slash, operatorStart: start, operatorEnd: end)
        {
            if slash > start { appendOperator(start, slash) }
            position = regexEnd
            return append(.regex, start: slash)
        }
        end = commentStart(start, end)
        if bytes[start] == UInt8(ascii: "."),
            end == start + 1 || previousKind == .operator && isBackslash(before: start)
                || isDotBeforePostfixMark(start, end)
        {
            position = start + 1
            return append(.dot, start: start)
        }
        if isPattern, lexPatternOperator(start, end) { return }
        if bytes[start] == UInt8(ascii: ">"), !openAngles.isEmpty, closeAngles(start, end) { return }
        if bytes[end - 1] == UInt8(ascii: "<"), openAngle(start, end) { return }
        appendOperator(start, end)
    }

    /// The first dot of `\A?.?` and `\A.?.b`, whose mark is a component of a key path.
    private func isDotBeforePostfixMark(_ start: Int, _ end: Int) -> Bool {
        (end == start + 2 || end == start + 3 && bytes[start + 2] == UInt8(ascii: "."))
            && (bytes[start + 1] == UInt8(ascii: "?") || bytes[start + 1] == UInt8(ascii: "!"))
            && isLeftBound(start)
    }

    private func isBackslash(before start: Int) -> Bool { start > 0 && bytes[start - 1] == UInt8(ascii: "\\") }

    /// The longest run of operator characters; dots only where it starts with one.
    private func operatorEnd(from start: Int) -> Int {
        let allowsDots = bytes[start] == UInt8(ascii: ".")
        var end = start
        while end < count {
            let byte = bytes[end]
            if SwiftScalar.isOperatorByte(byte) {
                if byte == UInt8(ascii: "."), !allowsDots { break }
                if end > start, byte == UInt8(ascii: "<"), bytes[end + 1] == UInt8(ascii: "#"),
                    placeholderEnd(from: end) != nil
                {
                    break
                }
                end += 1
            } else if byte >= 0x80, let (value, length) = SwiftScalar.decode(bytes, end, limit: count),
                SwiftScalar.isOperatorContinuation(value)
            {
                end += length
            } else {
                break
            }
        }
        return max(end, start + 1)
    }

    private func firstSlash(_ start: Int, _ end: Int) -> Int? {
        for index in start..<end where bytes[index] == UInt8(ascii: "/") { return index }
        return nil
    }

    /// An operator stops where a comment starts inside it.
    private func commentStart(_ start: Int, _ end: Int) -> Int {
        guard end - start > 2 else { return end }
        for index in (start + 1)..<end where bytes[index] == UInt8(ascii: "/") {
            if bytes[index + 1] == UInt8(ascii: "/") || bytes[index + 1] == UInt8(ascii: "*") { return index }
        }
        return end
    }

    private mutating func appendOperator(_ start: Int, _ end: Int) {
        position = end
        let leftBound = isLeftBound(start)
        let rightBound = isRightBound(end, isLeftBound: leftBound)
        if end - start == 1 {
            if bytes[start] == UInt8(ascii: "=") {
                openAngles.removeAll(keepingCapacity: true)
                return append(.assign, start: start)
            }
            if bytes[start] == UInt8(ascii: "?") {
                return append(.question, code: SwiftOperator.code(.infix, .ternary), start: start)
            }
        } else if end - start == 2, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: ">") {
            return append(.arrow, start: start)
        }
        guard leftBound == rightBound else {
            return append(.operator, code: SwiftOperator.code(leftBound ? .postfix : .prefix), start: start)
        }
        let precedence = operators.precedence(of: bytes, start: start, end: end)
        if !openAngles.isEmpty, !isTypeOperator(start, end) { openAngles.removeAll(keepingCapacity: true) }
        append(.operator, code: SwiftOperator.code(.infix, precedence), start: start)
    }

    /// `&` composes types, `<` and `>` nest them, `==` is a requirement.
    private func isTypeOperator(_ start: Int, _ end: Int) -> Bool {
        let byte = bytes[start]
        if end - start == 2 { return byte == UInt8(ascii: "=") && bytes[start + 1] == byte }
        return end - start == 1
            && (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "-"))
    }

    // MARK: Angle brackets

    /// Remembers a `<` that may open a generic clause, which is what tells `>>` that closes two from a shift. After `func` the
    /// `<` at the end of the operator's name is a token of its own: `func ==<T>(..)`.
    private mutating func openAngle(_ start: Int, _ end: Int) -> Bool {
        let isFunctionName = previousKind == .keyword && previousCode == SwiftWord.func.rawValue
        if end - start > 1 {
            guard isFunctionName,
                SwiftScalar.isIdentifierByte(bytes[end]) || isPattern && bytes[end] == UInt8(ascii: "$")
            else {
                return false
            }
            appendOperator(start, end - 1)
        } else if isFunctionName {
            return false
        }
        let touches = flags.isEmpty || !flags.contains(.spaceBefore)
        if touches || isAfterDeclaredName { openAngles.append(bracketDepth) }
        let mark = end - 1
        position = end
        let leftBound = isLeftBound(mark)
        let rightBound = isRightBound(end, isLeftBound: leftBound)
        let fixity: SwiftOperator.Fixity = leftBound == rightBound ? .infix : leftBound ? .postfix : .prefix
        append(.operator, code: SwiftOperator.code(fixity, .comparison), start: mark)
        return true
    }

    /// Whether the token before the previous one declares what the previous one names: `func f <T>`.
    private var isAfterDeclaredName: Bool {
        let index = table.count - 2
        guard index >= 0, table.kind(index) == .keyword else { return false }
        switch SwiftWord(rawValue: table.code(index)) {
        case .func, .struct, .class, .enum, .typealias: return true
        default: return false
        }
    }

    /// Splits the leading `>` of an operator off, one token for each generic clause that they close. Where there are more
    /// of them than open clauses the run is an operator after all.
    private mutating func closeAngles(_ start: Int, _ end: Int) -> Bool {
        var closing = 0
        while start + closing < end, bytes[start + closing] == UInt8(ascii: ">") { closing += 1 }
        guard closing <= openAngles.count, !(end == start + closing + 1 && bytes[end - 1] == UInt8(ascii: "=")) else {
            openAngles.removeAll(keepingCapacity: true)
            return false
        }
        openAngles.removeLast(closing)
        for index in start..<(start + closing) {
            position = index + 1
            let leftBound = isLeftBound(index)
            let rightBound = isRightBound(index + 1, isLeftBound: leftBound)
            let fixity: SwiftOperator.Fixity = leftBound == rightBound ? .infix : leftBound ? .postfix : .prefix
            append(.operator, code: SwiftOperator.code(fixity, .comparison), start: index)
        }
        return true
    }

    // MARK: Placeholders and patterns

    /// An editor's placeholder, `<#name#>`, stands for an identifier.
    private mutating func lexPlaceholder() -> Bool {
        guard let end = placeholderEnd(from: position) else { return false }
        let start = position
        position = end
        append(.identifier, start: start)
        return true
    }

    private func placeholderEnd(from start: Int) -> Int? {
        var index = start + 2
        while index + 1 < count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") {
            if bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: ">") { return index + 2 }
            if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "#") { return nil }
            index += 1
        }
        return nil
    }

    private func hasDots(at index: Int) -> Bool {
        index + 3 <= count && bytes[index] == UInt8(ascii: ".") && bytes[index + 1] == UInt8(ascii: ".")
            && bytes[index + 2] == UInt8(ascii: ".")
    }

    /// `...` where it is no range, `<...` and `...>`.
    private mutating func lexPatternOperator(_ start: Int, _ end: Int) -> Bool {
        func spells(_ text: StaticString) -> Bool {
            text.utf8CodeUnitCount == end - start && text.withUTF8Buffer { $0.elementsEqual(bytes[start..<end]) }
        }
        let opensDeep = end == start + 1 && bytes[start] == UInt8(ascii: "<") && hasDots(at: end)
        if spells("...") {
            let leftBound = isLeftBound(start)
            if leftBound, previousKind != .dot { return false }
            position = end
            append(.ellipsis, start: start)
        } else if opensDeep, bytes[end + 3] != UInt8(ascii: ">") {
            position = end + 3
            append(.deepStart, start: start)
        } else if spells("...>") {
            position = end
            append(.deepEnd, start: start)
        } else if opensDeep {
            // `Foo<...>`: any type arguments.
            position = end
            append(.operator, code: SwiftOperator.code(.postfix, .comparison), start: start)
            position = end + 3
            append(.ellipsis, start: end)
            position = end + 4
            append(.operator, code: SwiftOperator.code(.postfix, .comparison), start: end + 3)
        } else {
            return false
        }
        return true
    }
}
