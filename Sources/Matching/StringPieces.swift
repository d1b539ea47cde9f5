/// Tells from the bytes of a file whether its strings may make a text that stands nowhere in it as it is.
enum StringPieces {
    /// Whether a literal may be put together from several strings, or be written with escapes that stand for any character.
    ///
    /// Of pieces that make it one ends in the literal's beginning, right before its quotes, an interpolation, a conversion or
    /// an escape.
    static func mayMake(_ literal: [UInt8], in bytes: [UInt8]) -> Bool {
        guard let first = literal.first else { return true }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\\") {
                if index < bytes.count, isNumericEscape(bytes[index]) { return true }
                if byte != first { index += 1 }
            } else if byte == first {
                var length = 1
                while length < literal.count, index + length - 1 < bytes.count,
                    bytes[index + length - 1] == literal[length]
                {
                    length += 1
                }
                guard length < literal.count, index + length - 1 < bytes.count else { return true }
                if isEndOfPiece(bytes[index + length - 1]) { return true }
            }
        }
        return false
    }

    /// `\x3c`, `\u{3c}`, `\N{..}`, `\74`.
    private static func isNumericEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "N"),
            UInt8(ascii: "0")...UInt8(ascii: "7"):
            true
        default: false
        }
    }

    private static func isEndOfPiece(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "$"),
            UInt8(ascii: "{"), UInt8(ascii: "%"):
            true
        default: false
        }
    }
}
