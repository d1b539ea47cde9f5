/// The values of string literals: escapes decoded, the indentation of lines taken away.
enum SwiftStringValue {
    /// The value of a `string` or `stringText` node, as UTF-8; nil for any other node.
    static func value(of node: NodeIndex, in tree: SyntaxTree) -> [UInt8]? {
        switch tree.kind(node) {
        case .string: return literalValue(tree.text(node), isUnterminated: isUnterminated(node, tree))
        case .stringText:
            let parent = tree.parent(node)
            guard parent >= 0, tree.kind(parent) == .interpolatedString else { return nil }
            return textValue(node, of: parent, in: tree)
        default: return nil
        }
    }

    private static func isUnterminated(_ node: NodeIndex, _ tree: SyntaxTree) -> Bool {
        tree.tokens.flags[Int(tree.firstTokens[Int(node)])].contains(.unterminated)
    }

    private static func literalValue(_ text: ArraySlice<UInt8>, isUnterminated: Bool) -> [UInt8]? {
        let pounds = text.prefix { $0 == UInt8(ascii: "#") }.count
        let body = text.dropFirst(pounds)
        // `#"""#` opens with one quote: a literal of several lines has a line's end after its opening.
        let hasThreeQuotes = body.starts(with: [0x22, 0x22, 0x22])
        let isMultiline = hasThreeQuotes && body.contains { $0 == 0x0A || $0 == 0x0D }
        let quotes = isMultiline || hasThreeQuotes && isUnterminated ? 3 : 1
        let content = body.dropFirst(quotes).dropLast(isUnterminated ? 0 : min(quotes + pounds, body.count - quotes))
        guard isMultiline else { return decode(content, pounds: pounds, indentation: nil, startsLine: false) }
        let indentation = isUnterminated ? [] : lastLine(content)
        return decode(
            trimmed(content, first: true, last: !isUnterminated), pounds: pounds, indentation: indentation,
            startsLine: true)
    }

    /// The text between two interpolations. In a literal of several lines the closing quotes tell the indentation.
    private static func textValue(_ node: NodeIndex, of parent: NodeIndex, in tree: SyntaxTree) -> [UInt8]? {
        let opening = tree.text(ofToken: tree.firstTokens[Int(parent)])
        let pounds = opening.prefix { $0 == UInt8(ascii: "#") }.count
        guard opening.count - pounds == 3 else {
            return decode(tree.text(node), pounds: pounds, indentation: nil, startsLine: false)
        }
        let range = tree.range(node)
        let openingEnd = Int(tree.tokens.ends[Int(tree.firstTokens[Int(parent)])])
        let closing = Int(tree.endTokens[Int(parent)]) - 1
        let closingStart = Int(tree.tokens.starts[closing])
        let lineStart = tree.bytes[..<closingStart].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
        let indentation = Array(tree.bytes[lineStart..<closingStart].prefix { $0 == 0x20 || $0 == 0x09 })
        let isFirst = range.start == openingEnd
        let content = trimmed(tree.text(node), first: isFirst, last: range.end == closingStart)
        return decode(content, pounds: pounds, indentation: indentation, startsLine: isFirst)
    }

    /// What stands before the closing quotes on their line.
    private static func lastLine(_ content: ArraySlice<UInt8>) -> [UInt8] {
        let start = content.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? content.startIndex
        return Array(content[start...].prefix { $0 == 0x20 || $0 == 0x09 })
    }

    /// Without the line end after the opening quotes and the one before the closing quotes.
    private static func trimmed(_ content: ArraySlice<UInt8>, first: Bool, last: Bool) -> ArraySlice<UInt8> {
        var content = content
        if first, let end = content.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }),
            content[..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
        {
            let isPair = content[end] == 0x0D && end + 1 < content.endIndex && content[end + 1] == 0x0A
            content = content[(end + (isPair ? 2 : 1))...]
        }
        if last, let end = content.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            let isPair = content[end] == 0x0A && end > content.startIndex && content[end - 1] == 0x0D
            content = content[..<(isPair ? end - 1 : end)]
        } else if last, first {
            // Nothing but the indentation of the closing quotes is left.
            content = content[content.endIndex...]
        }
        return content
    }

    private static func decode(_ text: ArraySlice<UInt8>, pounds: Int, indentation: [UInt8]?, startsLine: Bool)
        -> [UInt8]
    {
        var value: [UInt8] = []
        value.reserveCapacity(text.count)
        var index = text.startIndex
        var atLineStart = startsLine
        while index < text.endIndex {
            if atLineStart, let indentation {
                if text[index...].starts(with: indentation) { index += indentation.count }
                atLineStart = false
                continue
            }
            let byte = text[index]
            if byte == UInt8(ascii: "\\"),
                let escape = escape(text, index, pounds: pounds, isMultiline: indentation != nil)
            {
                value += escape.value
                index = escape.end
                atLineStart = escape.endsLine
            } else if indentation != nil, byte == 0x0D || byte == 0x0A {
                // Line ends in the source count as one line feed.
                let isPair = byte == 0x0D && index + 1 < text.endIndex && text[index + 1] == 0x0A
                value.append(0x0A)
                index += isPair ? 2 : 1
                atLineStart = true
            } else {
                value.append(byte)
                index += 1
            }
        }
        return value
    }

    /// The escape sequence at `index`; nil where it is none, and then it stays as written.
    private static func escape(
        _ text: ArraySlice<UInt8>, _ index: Int, pounds: Int, isMultiline: Bool
    ) -> (value: [UInt8], end: Int, endsLine: Bool)? {
        let start = index + 1 + pounds
        guard start < text.endIndex, text[(index + 1)..<start].allSatisfy({ $0 == UInt8(ascii: "#") }) else {
            return nil
        }
        switch text[start] {
        case UInt8(ascii: "n"): return ([0x0A], start + 1, false)
        case UInt8(ascii: "t"): return ([0x09], start + 1, false)
        case UInt8(ascii: "r"): return ([0x0D], start + 1, false)
        case UInt8(ascii: "0"): return ([0], start + 1, false)
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return ([text[start]], start + 1, false)
        case UInt8(ascii: "u"): return unicodeEscape(text, start + 1)
        case 0x20, 0x09, 0x0A, 0x0D:
            // A backslash at a line's end joins it to the next.
            guard isMultiline, let end = text[start...].firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else {
                return nil
            }
            guard text[end] == 0x0A || text[end] == 0x0D else { return nil }
            let isPair = text[end] == 0x0D && end + 1 < text.endIndex && text[end + 1] == 0x0A
            return ([], end + (isPair ? 2 : 1), true)
        default: return nil
        }
    }

    /// `{1F600}` after `\u`.
    private static func unicodeEscape(_ text: ArraySlice<UInt8>, _ start: Int) -> (
        value: [UInt8], end: Int, endsLine: Bool
    )? {
        guard start < text.endIndex, text[start] == UInt8(ascii: "{") else { return nil }
        var value: UInt32 = 0
        var index = start + 1
        while index < text.endIndex, index - start <= 8, let digit = HexadecimalDigit.value(of: text[index]) {
            value = value << 4 | digit
            index += 1
        }
        guard index > start + 1, index < text.endIndex, text[index] == UInt8(ascii: "}"),
            let scalar = Unicode.Scalar(value)
        else {
            return nil
        }
        return (Array(String(Character(scalar)).utf8), index + 1, false)
    }
}
