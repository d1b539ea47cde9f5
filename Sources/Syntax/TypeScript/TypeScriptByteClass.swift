/// What a token can be that starts with a byte.
enum TypeScriptByteClass: UInt8, Sendable {
    /// `A-Z`, `a-z`, `_`, `$`.
    case letter
    case digit
    /// `'`, `"`, a backtick.
    case quote
    case punctuation
    case space
    case nonASCII
    case invalid

    /// The byte stands inside an identifier.
    @inline(__always)
    var continuesWord: Bool { rawValue <= Self.digit.rawValue }

    static let table: [TypeScriptByteClass] = (0..<256).map { value in
        let byte = UInt8(value)
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "$"):
            return .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): return .quote
        case 0x20, 0x09...0x0D: return .space
        case 0x21...0x7E: return .punctuation
        case 0x80...: return .nonASCII
        default: return .invalid
        }
    }
}
