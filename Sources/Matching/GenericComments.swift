/// What generic patterns take for comments (Semgrep's `generic_comment_style`).
public enum GenericComments: Sendable {
    /// `/* .. */`
    case blocks
    /// `// ..` and `/* .. */`
    case blocksAndLines
    /// `# ..`
    case numberSigns

    /// The text with spaces in the place of comments. Quotes are words like others: a comment may begin inside them.
    func removed(from text: [UInt8]) -> [UInt8] {
        switch self {
        case .blocks: Self.withoutBlocks(text)
        case .blocksAndLines: Self.withoutBlocks(Self.withoutLines(text, from: Array("//".utf8)))
        case .numberSigns: Self.withoutLines(text, from: Array("#".utf8))
        }
    }

    private static func withoutLines(_ text: [UInt8], from mark: [UInt8]) -> [UInt8] {
        var result = text
        var index = 0
        while index < text.count {
            guard text[index...].starts(with: mark) else {
                index += 1
                continue
            }
            let end = text[index...].firstIndex(of: 0x0A) ?? text.count
            blank(&result, index..<end)
            index = end
        }
        return result
    }

    /// A comment that is never closed is none.
    private static func withoutBlocks(_ text: [UInt8]) -> [UInt8] {
        var result = text
        var start: Int?
        var index = 0
        while index + 1 < text.count {
            if start == nil, text[index] == UInt8(ascii: "/"), text[index + 1] == UInt8(ascii: "*") {
                start = index
                index += 2
            } else if let opened = start, text[index] == UInt8(ascii: "*"), text[index + 1] == UInt8(ascii: "/") {
                blank(&result, opened..<(index + 2))
                start = nil
                index += 2
            } else {
                index += 1
            }
        }
        return result
    }

    private static func blank(_ text: inout [UInt8], _ range: Range<Int>) {
        for index in range where text[index] != 0x0A && text[index] != 0x0D { text[index] = 0x20 }
    }
}
