import SourceText

/// Cuts SQL text into tokens: PostgreSQL, MySQL and SQLite at once, because a string in a program does not say whose SQL
/// it is. Total: every byte is in a token, a comment or white space, and time is linear in the text.
///
/// Where the dialects disagree, the reading that real code means is taken: `#` is a comment unless it starts a JSON
/// operator of PostgreSQL; a backslash escapes a quote unless the quote is followed by what follows a string.
struct SQLLexer {
    let bytes: [UInt8]
    let holes: [SQLHole]
    let origin: SQLOrigin
    let classes = SQLByteClass.table
    let keywords = SQLKeywordTable.shared

    var tokens = SQLTokens()
    var position = 0
    /// The first hole that is not yet in a token.
    var hole = 0
    /// The offset at which that hole starts, or the greatest integer.
    var holeStart = Int.max
    var spaceBefore = false
    /// The statement's first keyword, by which the data of `COPY` is told.
    var statementHead = SQLKeyword.none
    var copiesFromInput = false
    /// What `DELIMITER` put in the place of the semicolon.
    var delimiter: [UInt8] = []

    /// The tokens of a text. `holes` are in ascending order and do not overlap.
    static func lex(_ bytes: [UInt8], holes: [SQLHole], origin: SQLOrigin) -> SQLTokens {
        var lexer = SQLLexer(bytes: bytes, holes: holes, origin: origin)
        lexer.run()
        return lexer.tokens
    }

    private init(bytes: [UInt8], holes: [SQLHole], origin: SQLOrigin) {
        self.bytes = bytes
        self.holes = holes
        self.origin = origin
        tokens.holeTokens = [Int32](repeating: -1, count: holes.count)
        updateHoleStart()
    }

    private mutating func run() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while position < bytes.count || holeStart <= position {
            lexToken()
            skipCoveredHoles()
        }
    }

    private mutating func lexToken() {
        let start = position
        if start >= holeStart {
            return lexWord()
        }
        let byte = bytes[start]
        let byteClass = classes[Int(byte)]
        if byteClass.contains(.space) {
            position += 1
            spaceBefore = true
        } else if byteClass.contains(.wordStart) {
            if !lexPrefixedString(byte) { lexWord() }
        } else if byteClass.contains(.digit) {
            lexNumber()
        } else if isDelimiter(at: start) {
            append(.semicolon, length: delimiter.count)
        } else {
            lexPunctuation(byte)
        }
    }

    private mutating func lexPunctuation(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("): append(.leftParenthesis)
        case UInt8(ascii: ")"): append(.rightParenthesis)
        case UInt8(ascii: ","): append(.comma)
        case UInt8(ascii: ";"):
            append(.semicolon)
            if copiesFromInput { skipCopyData() }
            copiesFromInput = false
        case UInt8(ascii: "]"): append(.rightBracket)
        case UInt8(ascii: "["): lexBracket()
        case UInt8(ascii: "."):
            if classes[Int(peek(1))].contains(.digit), !followsOperand { lexNumber() } else { append(.dot) }
        case UInt8(ascii: "'"): lexQuoted(.string, quote: byte, prefix: 0)
        case UInt8(ascii: "\""): lexQuoted(.doubleQuoted, quote: byte, prefix: 0)
        case UInt8(ascii: "`"): lexQuoted(.quotedName, quote: byte, prefix: 0)
        case UInt8(ascii: "\\"): lexBackslash()
        case UInt8(ascii: "{"): if formatFieldEnd(position) != nil { lexWord() } else { append(.error) }
        case UInt8(ascii: "}"): append(.error)
        default:
            if !lexComment(byte), !lexPlaceholder(byte) { lexOperator(byte) }
        }
    }

    // MARK: Words and holes

    /// A word, a hole, or a name of which holes are parts. A reserved word is never joined with a hole: in
    /// `{filter}ORDER BY` the hole ends where `ORDER` begins.
    mutating func lexWord() {
        let start = position
        var word = SQLPackedWord()
        var letters: SQLByteClass = []
        var flags: SQLTokenFlags = []
        var isHoled = false
        var followsHole = false
        while true {
            if position >= holeStart {
                if !isHoled, word.count > 0, keywords.lookup(word).isReserved { break }
                consumeHole()
                (isHoled, followsHole) = (true, true)
            } else if position < bytes.count, classes[Int(bytes[position])].contains(.word) {
                if followsHole, reservedWordFollows() { break }
                letters = consumeWordBytes(into: &word)
                followsHole = false
            } else if let end = formatFieldEnd(position) {
                if !isHoled, word.count > 0, keywords.lookup(word).isReserved { break }
                position = end
                flags.insert(.formatField)
                (isHoled, followsHole) = (true, true)
            } else {
                break
            }
        }
        if isHoled {
            if word.count > 0 { flags.insert(.holed) }
            return append(word.count == 0 ? .hole : .word, flags: flags, from: start)
        }
        if !letters.contains(.lower) { flags.insert(.upperCase) }
        if letters == [.lower, .word, .wordStart], classes[Int(bytes[start])].contains(.upper) {
            flags.insert(.capitalised)
        }
        let keyword = keywords.lookup(word)
        note(keyword)
        append(.word, keyword: keyword, flags: flags, from: start)
        if keyword == .delimiter, statementHead == .delimiter { lexDelimiterCommand() }
    }

    /// Takes the word's bytes up to the next hole. The result is what classes they have but for the first one's case.
    private mutating func consumeWordBytes(into word: inout SQLPackedWord) -> SQLByteClass {
        let limit = min(holeStart, bytes.count)
        var union: SQLByteClass = []
        word.append(bytes[position])
        position += 1
        while position < limit {
            let byteClass = classes[Int(bytes[position])]
            guard byteClass.contains(.word) else { break }
            union.formUnion(byteClass)
            word.append(bytes[position])
            position += 1
        }
        return union
    }

    /// Whether the word that starts here, up to the next hole, is reserved.
    private func reservedWordFollows() -> Bool {
        var word = SQLPackedWord()
        var index = position
        let limit = min(holeStart, bytes.count, position + SQLKeywordTable.longestKeyword + 1)
        while index < limit, classes[Int(bytes[index])].contains(.word) {
            word.append(bytes[index])
            index += 1
        }
        return keywords.lookup(word).isReserved
    }

    private mutating func note(_ keyword: SQLKeyword) {
        if tokens.kinds.last == nil || tokens.kinds.last == .semicolon { statementHead = keyword }
        if keyword == .stdin, statementHead == .copy, origin == .file { copiesFromInput = true }
    }

    /// Puts the next hole into the token that is being built.
    mutating func consumeHole() {
        tokens.holeTokens[hole] = Int32(truncatingIfNeeded: tokens.count)
        position = max(position, min(holes[hole].range.end, bytes.count))
        hole += 1
        updateHoleStart()
    }

    /// Holes that a comment or a malformed list of holes left behind; they are in no token.
    private mutating func skipCoveredHoles() {
        while holeStart < position {
            hole += 1
            updateHoleStart()
        }
    }

    private mutating func updateHoleStart() {
        holeStart = hole < holes.count ? min(max(holes[hole].range.start, 0), bytes.count) : Int.max
    }

    /// The end of the `{..}` of a formatting call that starts here, or of the `{{..}}` of a template, if one does.
    func formatFieldEnd(_ start: Int) -> Int? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
        let limit = min(start + 64, bytes.count, holeStart)
        let isDoubled = start + 1 < limit && bytes[start + 1] == UInt8(ascii: "{")
        var index = start + (isDoubled ? 2 : 1)
        while index < limit {
            switch bytes[index] {
            case UInt8(ascii: "}"):
                guard isDoubled else { return index + 1 }
                return index + 1 < limit && bytes[index + 1] == UInt8(ascii: "}") ? index + 2 : nil
            case UInt8(ascii: "{"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\n"): return nil
            default: index += 1
            }
        }
        return nil
    }

    // MARK: Numbers and operators

    private mutating func lexNumber() {
        let start = position
        let limit = min(holeStart, bytes.count)
        while position < limit {
            let byte = bytes[position]
            let isExponentSign =
                (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")) && position > start
                && bytes[position - 1] | 0x20 == UInt8(ascii: "e") && bytes[start] != UInt8(ascii: "0")
            guard classes[Int(byte)].contains(.word) || byte == UInt8(ascii: ".") || isExponentSign else { break }
            position += 1
        }
        append(.number, from: start)
    }

    private mutating func lexOperator(_ byte: UInt8) {
        let start = position
        let limit = min(holeStart, bytes.count)
        position += 1
        switch byte {
        case UInt8(ascii: "*"):
            return append(.star, from: start)
        case UInt8(ascii: ":") where position < limit && bytes[position] == UInt8(ascii: ":"):
            position += 1
            return append(.cast, from: start)
        default:
            while position < limit, isOperatorByte(bytes[position]) {
                let next = bytes[position]
                // `=-1`, `=?` and `--` start something of their own.
                if next == UInt8(ascii: "?") || next == UInt8(ascii: "-") && bytes[position - 1] != UInt8(ascii: "#") {
                    if next != UInt8(ascii: "?") || bytes[position - 1] != UInt8(ascii: "@") { break }
                }
                if next == UInt8(ascii: "@"), bytes[position - 1] == UInt8(ascii: "=") { break }
                position += 1
            }
        }
        append(isComparison(start, position) ? .comparison : .operator, from: start)
    }

    private func isOperatorByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "|"),
            UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "-"),
            UInt8(ascii: "#"), UInt8(ascii: "^"):
            true
        default: false
        }
    }

    private func isComparison(_ start: Int, _ end: Int) -> Bool {
        let first = bytes[start]
        let second = end - start > 1 ? bytes[start + 1] : 0
        switch end - start {
        case 1: return first == UInt8(ascii: "=") || first == UInt8(ascii: "<") || first == UInt8(ascii: ">")
        case 2:
            if second == UInt8(ascii: "=") {
                return first == UInt8(ascii: "=") || first == UInt8(ascii: "!") || first == UInt8(ascii: "<")
                    || first == UInt8(ascii: ">")
            }
            return first == UInt8(ascii: "<") && second == UInt8(ascii: ">")
        case 3:
            return first == UInt8(ascii: "<") && second == UInt8(ascii: "=") && bytes[end - 1] == UInt8(ascii: ">")
        default: return false
        }
    }

    // MARK: Tokens

    /// The byte at a distance from the position; 0 beyond the end.
    func peek(_ distance: Int) -> UInt8 {
        position + distance < bytes.count ? bytes[position + distance] : 0
    }

    /// Whether the byte before the position ends an operand, without white space between.
    var followsOperand: Bool {
        guard !spaceBefore, let kind = tokens.kinds.last else { return false }
        switch kind {
        case .word: return tokens.keywords.last.map { !$0.isReserved } ?? false
        case .quotedName, .doubleQuoted, .rightParenthesis, .rightBracket, .hole, .placeholder, .number: return true
        default: return false
        }
    }

    private mutating func append(_ kind: SQLTokenKind, length: Int = 1) {
        let start = position
        position += length
        append(kind, from: start)
    }

    /// Appends the token that ends at the position.
    mutating func append(
        _ kind: SQLTokenKind, keyword: SQLKeyword = .none, flags: SQLTokenFlags = [], from start: Int
    ) {
        tokens.append(
            kind, keyword: keyword, flags: spaceBefore ? flags.union(.spaceBefore) : flags, start: start, end: position)
        spaceBefore = false
    }
}
