/// Escapes text for XML 1.0 and HTML.
enum MarkupText {
    /// Appends `text` so that it is the same text inside an element or a quoted attribute. Characters that XML cannot
    /// hold, in any spelling, become U+FFFD.
    static func append(_ text: String, to sink: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": sink += "&amp;".utf8
            case "<": sink += "&lt;".utf8
            case ">": sink += "&gt;".utf8
            case "\"": sink += "&quot;".utf8
            case "'": sink += "&#39;".utf8
            // Attribute values lose raw line breaks and tabs when they are read; references survive.
            case "\n": sink += "&#10;".utf8
            case "\r": sink += "&#13;".utf8
            case "\t": sink += "&#9;".utf8
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": sink += UTF8Text.replacement
            default: sink += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }

    /// `text`, escaped.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
