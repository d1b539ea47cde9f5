/// The lexer of Swift 5 to 6.3. Total: any bytes become tokens; one pass, linear time.
///
/// How an operator is bound (prefix, infix, postfix) is decided here, by the white space around it, and where a string has
/// interpolations the lexer keeps the strings it is inside of on a stack of its own, so that nesting costs no recursion.
struct SwiftLexer: ~Copyable {
    /// The file and one NUL after it, so that a look at the next byte needs no test for the end.
    let bytes: [UInt8]
    /// The number of bytes of the file.
    let count: Int
    let isPattern: Bool
    let words = SwiftWordTable.shared
    let operators = SwiftOperatorTable.shared

    var table: TokenTableBuilder
    var position = 0
    /// The flags of the next token, as far as the trivia before it tells them.
    var flags: TokenFlags = []
    /// The strings whose interpolations are open, outermost first.
    var interpolations: [Interpolation] = []
    /// Open parentheses inside the innermost interpolation.
    var parentheses = 0
    /// Open parentheses and brackets, to know which `<` a `>` can close.
    var bracketDepth = 0
    /// The bracket depth at each `<` that may open a generic clause and is not closed yet.
    var openAngles: [Int] = []
    /// The three quotes that the last look for the end of a literal found, and whether they close one; what is looked for
    /// before them is found without looking, so that the time stays linear.
    var nextQuotes = (position: -1, close: false)
    /// Behind the row of `#` that was looked at last, so that each of them does not look through the rest of it again.
    var endOfPounds = 0
    /// The fewest `#` of a regex literal of several lines that the file does not end: none with as many ends after it, and
    /// looking for that again would take time that grows with the file.
    var unclosedRegexPounds = Int.max
    var previousKind: TokenKind = .endOfFile
    var previousCode: UInt8 = 0

    /// A string literal that is waiting for an interpolation in it to end.
    struct Interpolation {
        var form: StringForm
        /// The `parentheses` of what is around the literal.
        var outerParentheses: Int
    }

    /// How a string literal is delimited.
    struct StringForm {
        /// The number of `#` before and after the quotes.
        var pounds: Int
        var isMultiline: Bool
    }

    init(_ source: [UInt8], mode: ParseMode) {
        count = source.count
        bytes = source + [0]
        isPattern = mode == .pattern
        table = TokenTableBuilder(reserving: source.count / 4 + 16)
    }

    mutating func run() -> TokenTable {
        skipFileStart()
        while true {
            skipTrivia()
            guard position < count else { break }
            lexToken()
        }
        closeInterpolations(atNewline: false)
        append(.endOfFile, start: count)
        return table.table()
    }

    /// Adds a token that ends at `position`.
    @inline(__always)
    mutating func append(_ kind: TokenKind, code: UInt8 = 0, start: Int) {
        table.append(kind, code: code, flags: flags, start: start, end: position)
        flags = []
        previousKind = kind
        previousCode = code
    }

    private mutating func skipFileStart() {
        if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        if bytes[position] == UInt8(ascii: "#"), position + 1 < count, bytes[position + 1] == UInt8(ascii: "!") {
            skipLineComment()
        }
    }

    // MARK: Trivia

    private mutating func skipTrivia() {
        while true {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C:
                position += 1
                flags.insert(.spaceBefore)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if !interpolations.isEmpty { closeInterpolations(atNewline: true) }
                position += 1
                flags.formUnion([.spaceBefore, .newlineBefore])
            case 0:
                // The end, or a NUL in the file, which Swift takes for white space.
                guard position < count else { return }
                position += 1
                flags.insert(.spaceBefore)
            case 0xC2:
                // U+00A0, the no-break space.
                guard bytes[position + 1] == 0xA0 else { return }
                position += 2
                flags.insert(.spaceBefore)
            case UInt8(ascii: "/"):
                if bytes[position + 1] == UInt8(ascii: "/") {
                    skipLineComment()
                } else if bytes[position + 1] == UInt8(ascii: "*") {
                    skipBlockComment()
                } else {
                    return
                }
            default: return
            }
        }
    }

    private mutating func skipLineComment() {
        let start = position
        while true {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == 0 && position >= count { break }
            position += 1
        }
        appendComment(from: start)
    }

    /// Block comments nest.
    private mutating func skipBlockComment() {
        let start = position
        position += 2
        var depth = 1
        while depth > 0, position < count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "*"), bytes[position] == UInt8(ascii: "/") {
                position += 1
                depth -= 1
            } else if byte == UInt8(ascii: "/"), bytes[position] == UInt8(ascii: "*") {
                position += 1
                depth += 1
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                flags.insert(.newlineBefore)
            }
        }
        appendComment(from: start)
    }

    private mutating func appendComment(from start: Int) {
        table.comments.append(
            Comment(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position)))
        flags.insert(.spaceBefore)
    }

    // MARK: Tokens

    private mutating func lexToken() {
        let start = position
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            lexIdentifier()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): lexNumber()
        case UInt8(ascii: "\""): lexString(start: start, pounds: 0)
        case UInt8(ascii: "("): open(.leftParenthesis)
        case UInt8(ascii: ")"): closeParenthesis()
        case UInt8(ascii: "["): open(.leftBracket)
        case UInt8(ascii: "]"): close(.rightBracket)
        case UInt8(ascii: "{"): appendBrace(.leftBrace)
        case UInt8(ascii: "}"): appendBrace(.rightBrace)
        case UInt8(ascii: ","): appendPunctuation(.comma)
        case UInt8(ascii: ":"): lexColon()
        case UInt8(ascii: ";"):
            openAngles.removeAll(keepingCapacity: true)
            appendPunctuation(.semicolon)
        case UInt8(ascii: "@"): appendPunctuation(.at)
        case UInt8(ascii: "\\"): appendPunctuation(.operator)
        case UInt8(ascii: "#"): lexPound()
        case UInt8(ascii: "`"): lexQuotedIdentifier()
        case UInt8(ascii: "$"): lexDollar()
        case UInt8(ascii: "'"): lexSingleQuoted()
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            if isLeftBound(start) { lexPostfixMark(byte) } else { lexOperator() }
        case 0x80...0xFF: lexNonASCII()
        default:
            if SwiftScalar.isOperatorByte(byte) { lexOperator() } else { lexError() }
        }
    }

    private mutating func appendPunctuation(_ kind: TokenKind) {
        position += 1
        append(kind, start: position - 1)
    }

    /// `::` selects a module; it is one operator, so that a lone colon always separates.
    private mutating func lexColon() {
        guard bytes[position + 1] == UInt8(ascii: ":") else { return appendPunctuation(.colon) }
        position += 2
        append(.operator, code: SwiftOperator.code(.infix), start: position - 2)
    }

    private mutating func open(_ kind: TokenKind) {
        bracketDepth += 1
        if kind == .leftParenthesis { parentheses += 1 }
        appendPunctuation(kind)
    }

    private mutating func close(_ kind: TokenKind) {
        bracketDepth -= 1
        while let depth = openAngles.last, depth > bracketDepth { openAngles.removeLast() }
        appendPunctuation(kind)
    }

    private mutating func closeParenthesis() {
        if parentheses == 0, let interpolation = interpolations.popLast() {
            position += 1
            append(.interpolationEnd, start: position - 1)
            parentheses = interpolation.outerParentheses
            lexStringText(interpolation.form, from: position)
        } else {
            if parentheses > 0 { parentheses -= 1 }
            close(.rightParenthesis)
        }
    }

    private mutating func appendBrace(_ kind: TokenKind) {
        openAngles.removeAll(keepingCapacity: true)
        appendPunctuation(kind)
    }

    /// A run of bytes that no rule accepts is one token.
    mutating func lexError() {
        let start = position
        position += 1
        while position < count, isUnknown(at: position) { position += 1 }
        append(.error, start: start)
    }

    private func isUnknown(at index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 { return byte < 0x20 && byte != 0 && !(9...13).contains(byte) || byte == 0x7F }
        guard let (value, _) = SwiftScalar.decode(bytes, index, limit: count) else { return true }
        return value != 0xA0 && !SwiftScalar.isIdentifierContinuation(value) && !SwiftScalar.isOperatorHead(value)
    }
}
