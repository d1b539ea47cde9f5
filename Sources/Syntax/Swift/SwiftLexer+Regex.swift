/// Regex literals: `/../` and `#/../#`.
extension SwiftLexer {
    /// `#/../#`. Alone it never is anything else; one that starts at its line's end may span lines.
    mutating func lexExtendedRegex(pounds: Int) {
        let start = position
        var index = start + pounds + 1
        while bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
        let isMultiline = isLineEnd(bytes[index])
        let firstNewline = index
        index = isMultiline && pounds >= unclosedRegexPounds ? count : start + pounds + 1
        while index < count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "/"), closesRegex(pounds: pounds, slash: index) {
                position = index + 1 + pounds
                return append(.regex, start: start)
            }
            if isLineEnd(byte), !isMultiline { break }
            index += byte == UInt8(ascii: "\\") && index + 1 < count && !isLineEnd(bytes[index + 1]) ? 2 : 1
        }
        if isMultiline { unclosedRegexPounds = min(unclosedRegexPounds, pounds) }
        // What follows an unterminated literal of several lines is most likely code, so it ends with its first line.
        position = min(isMultiline ? firstNewline : index, count)
        flags.insert(.unterminated)
        append(.regex, start: start)
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private func closesRegex(pounds: Int, slash: Int) -> Bool {
        guard slash + pounds < count else { return false }
        for offset in 1...pounds where bytes[slash + offset] != UInt8(ascii: "#") { return false }
        return true
    }

    /// The end of the bare regex literal whose `/` at `slash` lies in a run of operator characters; nil where it is none.
    func regexEnd(slash: Int, operatorStart: Int, operatorEnd: Int) -> Int? {
        let leftBound = isLeftBound(operatorStart)
        guard !leftBound else { return nil }
        // After these the operator's name is declared.
        if previousKind == .keyword,
            previousCode == SwiftWord.func.rawValue || previousCode == SwiftWord.operator.rawValue
        {
            return nil
        }
        var isCertain = false
        if !isRightBound(operatorEnd, isLeftBound: leftBound) {
            let followsTry = followsOptionalTry
            guard followsTry || isExpressionExpected else { return nil }
            switch previousKind {
            case .leftParenthesis, .leftBracket, .comma, .colon, .interpolationStart: isCertain = followsTry
            default: isCertain = true
            }
        }
        return scanBareRegex(from: slash, isCertain: isCertain)
    }

    /// `try?` and `try!` end in a postfix mark and still want an operand.
    private var followsOptionalTry: Bool {
        let last = table.count - 1
        guard last >= 1, table.kind(last) == .question || table.kind(last) == .operator else { return false }
        return table.kind(last - 1) == .keyword && table.code(last - 1) == SwiftWord.try.rawValue
    }

    /// Whether the previous token wants an operand after it.
    private var isExpressionExpected: Bool {
        switch previousKind {
        case .endOfFile: return table.count == 0
        case .leftBrace, .leftParenthesis, .leftBracket, .assign, .semicolon, .comma, .colon, .interpolationStart,
            .error:
            return true
        case .question, .operator: return SwiftOperator.fixity(previousCode) != SwiftOperator.Fixity.postfix.rawValue
        case .keyword:
            switch SwiftWord(rawValue: previousCode) {
            case .true, .false, .Any, .nil, .self, .Self, .super, .underscore: return false
            default: return true
            }
        case .hash:
            switch SwiftWord(rawValue: previousCode) {
            case .if, .else, .elseif, .endif: return true
            default: return false
            }
        default: return false
        }
    }

    private func scanBareRegex(from slash: Int, isCertain: Bool) -> Int? {
        var index = slash + 1
        switch bytes[index] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): guard isCertain else { return nil }
        case UInt8(ascii: "*"), UInt8(ascii: "/"): return nil
        default: break
        }
        guard slash == 0 || bytes[slash - 1] != UInt8(ascii: "*") else { return nil }
        var groups = 0
        var classes = 0
        while index < count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "/"):
                let next = bytes[index + 1]
                if next == UInt8(ascii: "*") || next == UInt8(ascii: "/") { return isCertain ? index : nil }
                let last = bytes[index - 1]
                let endsInSpace = last == UInt8(ascii: " ") || last == UInt8(ascii: "\t")
                if endsInSpace, bytes[index - 2] != UInt8(ascii: "\\"), !isCertain { return nil }
                return index + 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return isCertain ? index : nil
            case UInt8(ascii: "\\"):
                if index + 1 < count, !isLineEnd(bytes[index + 1]) { index += 1 }
            case UInt8(ascii: "("): if classes == 0 { groups += 1 }
            case UInt8(ascii: ")"):
                if classes == 0 {
                    if groups == 0, !isCertain { return nil }
                    groups = max(0, groups - 1)
                }
            case UInt8(ascii: "["): classes += 1
            case UInt8(ascii: "]"): classes = max(0, classes - 1)
            default: break
            }
            index += 1
        }
        return isCertain ? index : nil
    }
}
