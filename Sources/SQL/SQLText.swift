import SourceText

/// SQL as it stands in a program or a file: its bytes, and the places where the host language puts something in.
public struct SQLText: Sendable {
    public let bytes: [UInt8]
    /// In ascending order, without overlaps.
    public let holes: [SQLHole]
    public let origin: SQLOrigin
    public let tokens: SQLTokens

    /// Lexes the text. Holes may come in any order; one that overlaps its predecessor is in no token.
    public init(_ bytes: [UInt8], holes: [SQLHole] = [], origin: SQLOrigin = .literal) {
        self.bytes = bytes
        self.holes = holes.count > 1 ? holes.sorted { $0.range.start < $1.range.start } : holes
        self.origin = origin
        tokens = SQLLexer.lex(bytes, holes: self.holes, origin: origin)
    }

    /// Whether the text is certainly SQL, and not a sentence that starts with one of its words.
    public var looksLikeSQL: Bool { likelihood == .certain }

    /// How sure it is that the text is SQL, judged by its first statement alone.
    public var likelihood: SQLLikelihood {
        // Most texts of a program are settled by their first word, before anything is allocated for them.
        SQLRecogniser(text: self).likelihood()
    }

    /// Whether the text may start a statement, by its first word alone and without lexing: a filter for the many strings
    /// of a program that do not.
    public static func mayStartStatement(_ bytes: [UInt8]) -> Bool { mayStartStatement(bytes[...]) }

    public static func mayStartStatement(_ bytes: ArraySlice<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "(") { index += 1 }
        guard index < bytes.endIndex else { return false }
        // A comment or an escape sequence may precede the word. Paths, options and colours start with its first byte alone.
        let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
        switch bytes[index] {
        case UInt8(ascii: "\\"): return true
        case UInt8(ascii: "-"): return next == UInt8(ascii: "-") || next == UInt8(ascii: "\\")
        case UInt8(ascii: "/"): return next == UInt8(ascii: "*") || next == UInt8(ascii: "\\")
        case UInt8(ascii: "#"): return bytes[index...].contains { $0 == 0x0A || $0 == UInt8(ascii: "\\") }
        default: break
        }
        var word = SQLPackedWord()
        while index < bytes.endIndex, bytes[index] | 0x20 >= UInt8(ascii: "a"),
            bytes[index] | 0x20 <= UInt8(ascii: "z"),
            word.count <= SQLKeywordTable.longestKeyword
        {
            word.append(bytes[index])
            index += 1
        }
        return SQLKeywordTable.shared.lookup(word).startsStatement
    }

    /// Whether a parameter says its type, `{id:UInt64}`, as those of column stores do, which have schemas of their own.
    public var hasTypedParameters: Bool {
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "{")) {
            let name = bytes[(open + 1)...].prefix { SQLByteClass.table[Int($0)].contains(.word) }
            if !name.isEmpty, name.endIndex + 1 < bytes.count, bytes[name.endIndex] == UInt8(ascii: ":"),
                bytes[name.endIndex + 1].isCapital
            {
                return true
            }
            index = open + 1
        }
        return false
    }
}
