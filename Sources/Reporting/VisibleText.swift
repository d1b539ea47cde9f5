/// Text of unknown origin made safe for a terminal: escape sequences in a linted file must not reach it.
enum VisibleText {
    /// A visible stand-in for a scalar that a terminal would act upon, else the scalar itself.
    static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        // The control pictures stand in the order of the controls.
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0: "\u{FFFD}"
        // Line and paragraph separators, and controls of the direction of text, which can make code read as other code.
        case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: scalar
        }
    }

    /// Appends `text`; each line after the first is indented by `indent` spaces.
    static func append(_ text: String, indent: Int = 0, to sink: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                sink.append(0x0A)
                for _ in 0..<indent { sink.append(0x20) }
            } else if scalar == "\t" {
                sink.append(0x20)
            } else if scalar != "\r" {
                let visible = VisibleText.scalar(scalar)
                sink += UTF8.encode(visible) ?? UTF8.encodedReplacementCharacter
            }
        }
    }
}
