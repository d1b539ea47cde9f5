import SourceText

/// Cuts a file into tokens in one pass. What a `/`, `<`, `>` or `}` means follows from a stack of open brackets, templates
/// and JSX elements, and from whether an operand stands before it; the parser never asks for another reading.
struct TypeScriptLexer: ~Copyable {
    let bytes: [UInt8]
    let count: Int
    let dialect: TypeScriptDialect
    let keywords = TypeScriptKeywords.shared
    let classes = TypeScriptByteClass.table
    var table: TokenTableBuilder
    var position = 0
    var contexts = TypeScriptContextStack()
    /// A template that never ends was met; see `endOfTemplateWithoutEnd`.
    var templateEndIsMissing = false
    /// The flags of the token to come.
    var flags: TokenFlags = []
    /// The last token is (the end of) an operand: a `/` after it divides.
    var afterOperand = false
    /// Where the file's last closing tag of JSX starts, once somebody asked for it.
    var lastClosingTag: Int?
    var previousKind = TokenKind.semicolon
    var previousCode = TypeScriptCode.none

    init(_ bytes: [UInt8], dialect: TypeScriptDialect) {
        self.bytes = bytes
        self.dialect = dialect
        count = bytes.count
        table = TokenTableBuilder(reserving: bytes.count / 4 + 16)
    }

    mutating func run() -> TokenTable {
        skipByteOrderMarkAndHashbang()
        while true {
            if contexts.top == .jsxChildren { lexJSXText() }
            skipTrivia()
            guard position < count else { break }
            if contexts.top == .jsxTag, contexts.angles == 0 {
                lexInJSXTag()
            } else {
                lexToken()
            }
        }
        table.append(.endOfFile, code: 0, flags: flags, start: count, end: count)
        return table.table()
    }

    /// The byte `offset` bytes ahead; 0 beyond the end.
    @inline(__always)
    func peek(_ offset: Int) -> UInt8 {
        let place = position + offset
        return place < count ? bytes[place] : 0
    }

    /// Adds the token that ends at `end`, and moves there.
    @inline(__always)
    mutating func emit(
        _ kind: TokenKind, _ code: TypeScriptCode = .none, to end: Int, operand: Bool, extra: TokenFlags = []
    ) {
        table.append(kind, code: code.rawValue, flags: flags.union(extra), start: position, end: end)
        flags = []
        position = end
        previousKind = kind
        previousCode = code
        afterOperand = operand
    }

    private mutating func lexToken() {
        let byte = bytes[position]
        switch classes[Int(byte)] {
        case .letter: lexWord()
        case .digit: lexNumber()
        case .quote: lexString(byte)
        case .punctuation: lexPunctuation(byte)
        case .nonASCII: lexNonASCII()
        case .invalid, .space: emit(.error, to: position + 1, operand: false)
        }
    }

    // MARK: Words

    private mutating func lexWord() {
        var end = position
        var key: UInt64 = 0
        repeat {
            key = key << 8 | UInt64(bytes[end])
            end += 1
        } while end < count && classes[Int(bytes[end])].continuesWord
        if end < count, bytes[end] >= 0x80 || bytes[end] == UInt8(ascii: "\\") {
            lexUnusualWord(from: end)
            return
        }
        if dialect.isPattern, bytes[position] == UInt8(ascii: "$"), lexMetavariable(wordEnd: end) { return }
        let length = end - position
        var code = TypeScriptCode.none
        if length >= 2, length <= TypeScriptKeywords.longest, !isMemberName(wordEnd: end) {
            code = TypeScriptCode(stored: keywords.code(key, bytes, position, end))
        }
        if code.isReserved {
            // `<const T>` and `<A, const T>` declare type parameters.
            let isTypeParameter = code == .const && (previousCode == .lessThan || previousKind == .comma)
            if code.startsStatement, !isTypeParameter { contexts.angles = 0 }
            if code == .extends { contexts.sawExtends = true }
            if code == .case || code == .default { contexts.inCase = true }
            emit(.keyword, code, to: end, operand: code.isOperandWord)
        } else {
            emit(.identifier, code, to: end, operand: code != .of && code != .await && code != .yield)
        }
    }

    /// The word at hand is a name after a dot, not a keyword. Where the dot ends a line and another word follows, the line is
    /// half typed, and the word begins the next statement (as in TypeScript's `parseRightSideOfDot`).
    @inline(__always)
    private func isMemberName(wordEnd end: Int) -> Bool {
        guard previousKind == .dot || previousKind == .optionalDot else { return false }
        guard flags.contains(.newlineBefore) else { return true }
        return !(end + 1 < count && bytes[end] == 0x20 && classes[Int(bytes[end + 1])] == .letter)
    }

    /// An identifier with an escape or a character beyond ASCII; its ASCII beginning ends at `start`.
    private mutating func lexUnusualWord(from start: Int) {
        var end = start
        var extra: TokenFlags = []
        while end < count {
            let byte = bytes[end]
            if classes[Int(byte)].continuesWord {
                end += 1
            } else if byte >= 0x80 {
                let width = TypeScriptCharacter.widthOfIdentifierCharacter(at: end, in: bytes)
                if width == 0 { break }
                end += width
            } else if byte == UInt8(ascii: "\\"), end + 1 < count, bytes[end + 1] == UInt8(ascii: "u") {
                extra = .escaped
                end = endOfUnicodeEscape(at: end)
            } else {
                break
            }
        }
        if end == position {
            emit(.error, to: position + max(1, UTF8Width.ofSequence(at: position, in: bytes)), operand: false)
        } else {
            emit(.identifier, to: end, operand: true, extra: extra)
        }
    }

    /// The end of `\uXXXX` or `\u{..}` at `start`.
    private func endOfUnicodeEscape(at start: Int) -> Int {
        var end = start + 2
        if end < count, bytes[end] == UInt8(ascii: "{") {
            end += 1
            while end < count, HexadecimalDigit.value(of: bytes[end]) != nil { end += 1 }
            return end < count && bytes[end] == UInt8(ascii: "}") ? end + 1 : end
        }
        let limit = min(count, end + 4)
        while end < limit, HexadecimalDigit.value(of: bytes[end]) != nil { end += 1 }
        return end
    }

    private mutating func lexNonASCII() {
        lexUnusualWord(from: position)
    }

    /// `\u0061bc`, or a stray backslash.
    mutating func lexBackslash() {
        if peek(1) == UInt8(ascii: "u") {
            lexUnusualWord(from: position)
        } else {
            emit(.error, to: position + 1, operand: false)
        }
    }

    /// `#name`.
    mutating func lexHash() {
        var end = position + 1
        while end < count {
            if classes[Int(bytes[end])].continuesWord {
                end += 1
            } else if bytes[end] >= 0x80 {
                let width = TypeScriptCharacter.widthOfIdentifierCharacter(at: end, in: bytes)
                if width == 0 { break }
                end += width
            } else {
                break
            }
        }
        emit(end == position + 1 ? .error : .hash, to: end, operand: true)
    }

    /// `$X`, `$_`, `$1`, `$...X`; false for an ordinary word such as `$foo` or `$`.
    private mutating func lexMetavariable(wordEnd end: Int) -> Bool {
        if end == position + 1 {
            guard peek(1) == UInt8(ascii: "."), peek(2) == UInt8(ascii: "."), peek(3) == UInt8(ascii: ".") else {
                return false
            }
            var nameEnd = position + 4
            while nameEnd < count, classes[Int(bytes[nameEnd])].continuesWord { nameEnd += 1 }
            guard nameEnd > position + 4 else { return false }
            emit(.ellipsisMetavariable, to: nameEnd, operand: true)
            return true
        }
        guard TypeScriptCharacter.isMetavariableName(bytes[(position + 1)..<end]) else { return false }
        emit(.metavariable, to: end, operand: true)
        return true
    }
}
