/// Python's tokens, as of the language reference's chapter "Lexical analysis" (3.14), with Python 2's spellings tolerated.
///
/// Total: every byte ends up in a token, a comment or white space. An open bracket does not swallow the rest of the file: a
/// line that starts with a word no expression can hold ends all brackets (see `resumesStatement`). A file in which that
/// happened, or a bracket was left open in another way, is lexed again: of the brackets that nothing closes it is known then
/// that they are half typed, and a line that stands no further right than theirs ends them.
struct PythonLexer: ~Copyable {
    /// The file's bytes and some zero bytes after them, so that looking ahead needs no test for the end.
    let bytes: [UInt8]
    /// The number of bytes of the file.
    let count: Int
    let isPattern: Bool
    var index = 0
    var tokens: TokenTableBuilder
    var pendingFlags: TokenFlags = []
    /// The columns of the open indented blocks; the first is 0 and never leaves.
    var indents: [Int] = [0]
    var frames: [PythonLexerFrame] = []
    /// Whether the innermost frame is text; kept apart because every token asks.
    var isInText = false
    /// How many `<...` of a pattern are open.
    var openDeepEllipses = 0
    /// The column that the text of the current line starts at.
    var lineColumn = 0
    /// Where the brackets stand that nothing closed, in the order in which that was seen.
    var unclosed: [Int] = []
    /// Where the brackets stand of which is known that nothing closes them, in order, and the first not passed yet.
    let knownUnclosed: [Int]
    var nextKnown = 0
    /// Whether a scan for a closing `"""` (or `'''`) has run to the end of the file already, so that no later one needs to.
    var lacksTripleDoubleQuote = false
    var lacksTripleSingleQuote = false

    private let words = PythonWordTable.shared
    private let continuesIdentifier: [Bool]

    private static let padding = [UInt8](repeating: 0, count: 4)
    private static let identifierBytes: [Bool] = (0..<256).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
            true
        default: false
        }
    }

    /// Tokens of a whole file or pattern.
    static func tokenize(_ source: [UInt8], isPattern: Bool) -> TokenTable {
        var lexer = PythonLexer(source, isPattern: isPattern, knownUnclosed: [])
        let tokens = lexer.tokenize()
        if isPattern || lexer.unclosed.isEmpty { return tokens }
        var second = PythonLexer(source, isPattern: isPattern, knownUnclosed: lexer.unclosed.sorted())
        return second.tokenize()
    }

    private init(_ source: [UInt8], isPattern: Bool, knownUnclosed: [Int]) {
        bytes = source + Self.padding
        count = source.count
        self.isPattern = isPattern
        self.knownUnclosed = knownUnclosed
        tokens = TokenTableBuilder(reserving: source.count / 4 + 8)
        continuesIdentifier = Self.identifierBytes
    }

    private mutating func tokenize() -> TokenTable {
        if bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
        lexIndentation()
        while index < count {
            if isInText { lexText() } else { lexToken() }
        }
        finish()
        return tokens.table()
    }

    // MARK: Emitting

    @inline(__always)
    mutating func emit(_ kind: TokenKind, code: UInt8 = 0, flags: TokenFlags = [], from start: Int) {
        tokens.append(kind, code: code, flags: pendingFlags.union(flags), start: start, end: index)
        pendingFlags = []
    }

    /// Emits the token of the next `length` bytes.
    @inline(__always)
    mutating func emit(_ kind: TokenKind, code: UInt8 = 0, length: Int) {
        let start = index
        index += length
        emit(kind, code: code, from: start)
    }

    mutating func push(_ frame: PythonLexerFrame) {
        frames.append(frame)
        isInText = frame.isText
    }

    mutating func pop() {
        frames.removeLast()
        isInText = frames.last?.isText ?? false
    }

    /// Ends the last line and every block still open.
    private mutating func finish() {
        noteUnclosed(from: 0)
        if let last = tokens.lastKind, last != .newline, last != .dedent, last != .indent {
            emit(.newline, from: index)
        }
        while indents.count > 1 {
            indents.removeLast()
            emit(.dedent, from: index)
        }
        emit(.endOfFile, from: index)
    }

    // MARK: One token

    private mutating func lexToken() {
        let byte = bytes[index]
        switch byte {
        case 0x20, 0x09, 0x0C:
            repeat { index += 1 } while bytes[index] == 0x20
            pendingFlags.insert(.spaceBefore)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            0x80...0xFF:
            lexWord()
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            lexNumber()
        case 0x0A, 0x0D:
            lexNewline()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            lexString(from: index, prefix: [])
        case UInt8(ascii: "#"):
            lexComment()
        case UInt8(ascii: "\\"):
            lexBackslash()
        case UInt8(ascii: "$") where isPattern:
            lexMetavariable()
        default:
            lexPunctuation(byte)
        }
    }

    private mutating func lexWord() {
        let start = index
        var end = start
        var key: UInt64 = 0
        repeat {
            key = key << 8 | UInt64(bytes[end])
            end += 1
        } while continuesIdentifier[Int(bytes[end])]
        let length = end - start
        var code = PythonCode.none
        if length <= PythonWordTable.longestWord {
            if length <= 2, bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'"),
                let prefix = PythonStringPrefix(bytes[start..<end])
            {
                index = end
                lexString(from: start, prefix: prefix)
                return
            }
            code = words.code(of: key)
        }
        index = end
        emit(PythonCode.isReserved(code) ? .keyword : .identifier, code: code, from: start)
    }

    /// The code of the word that stands at `range`, which is no longer than the longest keyword.
    func code(ofWord range: Range<Int>) -> UInt8 {
        var key: UInt64 = 0
        for position in range { key = key << 8 | UInt64(bytes[position]) }
        return words.code(of: key)
    }

    mutating func lexComment() {
        let start = index
        while index < count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        tokens.comments.append(Comment(start: UInt32(start), end: UInt32(index)))
        pendingFlags.insert(.spaceBefore)
    }

    /// A backslash joins the next line to this one; any other is an error.
    private mutating func lexBackslash() {
        let ending = lineEndingLength(at: index + 1)
        guard ending > 0 else { return emit(.error, length: 1) }
        index += 1 + ending
        pendingFlags.formUnion([.spaceBefore, .newlineBefore])
    }

    /// The length of the line ending at `position`: LF, CR LF or CR; 0 where there is none.
    func lineEndingLength(at position: Int) -> Int {
        guard position < count else { return 0 }
        if bytes[position] == 0x0A { return 1 }
        guard bytes[position] == 0x0D else { return 0 }
        return bytes[position + 1] == 0x0A ? 2 : 1
    }

    /// `$X`, `$1`, `$_` and `$...X` of a pattern.
    private mutating func lexMetavariable() {
        let start = index
        var end = start + 1
        var kind = TokenKind.metavariable
        if bytes[end] == UInt8(ascii: "."), bytes[end + 1] == UInt8(ascii: "."), bytes[end + 2] == UInt8(ascii: ".") {
            end += 3
            kind = .ellipsisMetavariable
        }
        let name = end
        while isMetavariableByte(bytes[end]) { end += 1 }
        guard end > name else { return emit(.error, length: 1) }
        index = end
        emit(kind, from: start)
    }

    private func isMetavariableByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
