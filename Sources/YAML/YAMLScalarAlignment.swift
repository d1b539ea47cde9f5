import SourceText

/// Finds the byte of the file that a byte of a scalar's text comes from.
///
/// Whatever its style, a scalar's text differs from what stands in the file in white space (indentation, folding,
/// line endings) and in escapes only. So both are walked side by side: white space is skipped on either side, and each
/// other unit of the file stands for one or more bytes of the text.
enum YAMLScalarAlignment {
    static func fileOffset(
        of offset: Int, in text: ArraySlice<UInt8>, of kind: YAMLRecordKind, file: [UInt8], range: ByteRange
    ) -> Int {
        let wanted = text.startIndex + min(max(offset, 0), text.count)
        var fileIndex = contentStart(of: kind, file: file, range: range)
        var textIndex = text.startIndex
        while textIndex < wanted {
            let whitespace = whitespaceEnd(text, from: textIndex)
            if whitespace > textIndex {
                guard whitespace < wanted || (whitespace == wanted && whitespace < text.endIndex) else {
                    return spaces(file, from: fileIndex, count: wanted - textIndex, end: range.end)
                }
                textIndex = whitespace
            }
            fileIndex = contentAhead(of: fileIndex, kind: kind, file: file, end: range.end)
            if textIndex >= wanted || fileIndex >= range.end { return fileIndex }
            let unit = Unit(at: fileIndex, kind: kind, file: file, end: range.end)
            if textIndex + unit.produced > wanted { return fileIndex }
            textIndex += unit.produced
            fileIndex += unit.length
        }
        guard wanted < text.endIndex, whitespaceEnd(text, from: wanted) == wanted else { return fileIndex }
        return contentAhead(of: fileIndex, kind: kind, file: file, end: range.end)
    }

    /// The first byte after the anchor, the tag and the opening quote or block header.
    private static func contentStart(of kind: YAMLRecordKind, file: [UInt8], range: ByteRange) -> Int {
        var index = range.start
        while index < range.end {
            switch file[index] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"):
                while index < range.end, !file[index].isSpace { index += 1 }
            case UInt8(ascii: "#"): index = lineEnd(file, from: index, end: range.end)
            case 0x09, 0x0A, 0x0D, 0x20: index += 1
            default:
                switch kind {
                case .literal, .folded: return lineEnd(file, from: index, end: range.end)
                case .singleQuoted, .doubleQuoted: return index + 1
                default: return index
                }
            }
        }
        return index
    }

    /// The next unit of the file that is no white space, an escape that makes white space included.
    private static func contentAhead(of start: Int, kind: YAMLRecordKind, file: [UInt8], end: Int) -> Int {
        var index = start
        while index < end {
            let width = whitespaceWidth(file[index..<end])
            if width > 0 {
                index += width
            } else if kind == .doubleQuoted, file[index] == UInt8(ascii: "\\") {
                let unit = Unit(at: index, kind: kind, file: file, end: end)
                if unit.produced > 0 { return index }
                index += unit.length
            } else {
                return index
            }
        }
        return index
    }

    /// The place `count` white-space bytes further, on the same line.
    private static func spaces(_ file: [UInt8], from start: Int, count: Int, end: Int) -> Int {
        var index = start
        while index < min(end, start + count), file[index] == 0x20 || file[index] == 0x09 { index += 1 }
        return index
    }

    private static func whitespaceEnd(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.endIndex {
            let width = whitespaceWidth(text[index...])
            if width == 0 { break }
            index += width
        }
        return index
    }

    /// The length of the space, tab or line break (NEL, LS and PS included) at the start; 0 where there is none.
    private static func whitespaceWidth(_ bytes: ArraySlice<UInt8>) -> Int {
        let start = bytes.startIndex
        switch bytes.first {
        case 0x09, 0x0A, 0x0D, 0x20: return 1
        case 0xC2: return bytes.count > 1 && bytes[start + 1] == 0x85 ? 2 : 0
        case 0xE2:
            let isBreak = bytes.count > 2 && bytes[start + 1] == 0x80 && bytes[start + 2] & 0xFE == 0xA8
            return isBreak ? 3 : 0
        default: return 0
        }
    }

    private static func lineEnd(_ file: [UInt8], from start: Int, end: Int) -> Int {
        file[start..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
    }

    /// One byte of the file or one escape, and how many bytes of text it makes; white space counts none.
    private struct Unit {
        var length = 1
        var produced = 1

        init(at index: Int, kind: YAMLRecordKind, file: [UInt8], end: Int) {
            if kind == .singleQuoted, file[index] == UInt8(ascii: "'") {
                length = 2
            } else if kind == .doubleQuoted, file[index] == UInt8(ascii: "\\"), index + 1 < end {
                (length, produced) = Self.escape(at: index, file: file, end: end)
            }
        }

        /// The escapes of YAML 1.2, section 5.7.
        private static func escape(at index: Int, file: [UInt8], end: Int) -> (length: Int, produced: Int) {
            switch file[index + 1] {
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), 0x09, 0x20: (2, 0)
            case 0x0A, 0x0D: (2, 0)
            case UInt8(ascii: "N"), UInt8(ascii: "L"), UInt8(ascii: "P"): (2, 0)
            case UInt8(ascii: "_"): (2, 2)
            case UInt8(ascii: "x"): hexadecimal(2, at: index, file: file, end: end)
            case UInt8(ascii: "u"): hexadecimal(4, at: index, file: file, end: end)
            case UInt8(ascii: "U"): hexadecimal(8, at: index, file: file, end: end)
            default: (2, 1)
            }
        }

        private static func hexadecimal(
            _ digits: Int, at index: Int, file: [UInt8], end: Int
        ) -> (length: Int, produced: Int) {
            let last = min(end, index + 2 + digits)
            let text = String(decoding: file[(index + 2)..<last], as: UTF8.self)
            let value = UInt32(text, radix: 16) ?? 0
            switch value {
            case 0x09, 0x0A, 0x0D, 0x20, 0x85, 0x2028, 0x2029: return (last - index, 0)
            default: return (last - index, value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x1_0000 ? 3 : 4)
            }
        }
    }
}
