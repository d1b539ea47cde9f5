/// The values of string literals and of template text.
enum TypeScriptStringValue {
    static func decode(_ node: NodeIndex, in tree: SyntaxTree) -> [UInt8]? {
        let text = tree.text(node)
        switch tree.kind(node) {
        case .string:
            guard let quote = text.first else { return nil }
            var content = text.dropFirst()
            let token = Int(tree.firstTokens[Int(node)])
            if !tree.tokens.flags[token].contains(.unterminated), content.last == quote { content = content.dropLast() }
            let isAttribute = tree.parent(node) >= 0 && tree.kind(tree.parent(node)) == .jsxAttribute
            return isAttribute ? Array(content) : unescape(content)
        case .stringText:
            return unescape(text)
        default:
            return nil
        }
    }

    /// Decodes escapes (ECMAScript 12.9.4.1); an invalid one stays as written.
    private static func unescape(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "\\")) else { return Array(text) }
        var value: [UInt8] = []
        value.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            guard byte == UInt8(ascii: "\\"), index + 1 < text.endIndex else {
                value.append(byte)
                index += 1
                continue
            }
            index = appendEscape(text, at: index + 1, to: &value)
        }
        return value
    }

    /// Appends what the escape means whose character after the backslash is at `index`; returns the place after it.
    private static func appendEscape(_ text: ArraySlice<UInt8>, at index: Int, to value: inout [UInt8]) -> Int {
        let byte = text[index]
        switch byte {
        case UInt8(ascii: "n"): value.append(0x0A)
        case UInt8(ascii: "t"): value.append(0x09)
        case UInt8(ascii: "r"): value.append(0x0D)
        case UInt8(ascii: "b"): value.append(0x08)
        case UInt8(ascii: "f"): value.append(0x0C)
        case UInt8(ascii: "v"): value.append(0x0B)
        case 0x0A: break
        case 0x0D:
            let next = index + 1
            return next < text.endIndex && text[next] == 0x0A ? next + 1 : next
        case UInt8(ascii: "0")...UInt8(ascii: "7"): return appendOctal(text, at: index, to: &value)
        case UInt8(ascii: "x"):
            if let code = hexadecimal(text, from: index + 1, count: 2) {
                append(code, to: &value)
                return index + 3
            }
            value.append(contentsOf: [UInt8(ascii: "\\"), byte])
        case UInt8(ascii: "u"):
            if let (code, end) = unicode(text, at: index) {
                append(code, to: &value)
                return end
            }
            value.append(contentsOf: [UInt8(ascii: "\\"), byte])
        case 0xE2 where isLineSeparator(text, at: index):
            return index + 3
        default: value.append(byte)
        }
        return index + 1
    }

    private static func isLineSeparator(_ text: ArraySlice<UInt8>, at index: Int) -> Bool {
        index + 2 < text.endIndex && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
    }

    private static func appendOctal(_ text: ArraySlice<UInt8>, at index: Int, to value: inout [UInt8]) -> Int {
        var code: UInt32 = 0
        var end = index
        let limit = min(text.endIndex, index + (text[index] <= UInt8(ascii: "3") ? 3 : 2))
        while end < limit, text[end] >= UInt8(ascii: "0"), text[end] <= UInt8(ascii: "7") {
            code = code * 8 + UInt32(text[end] - UInt8(ascii: "0"))
            end += 1
        }
        append(code, to: &value)
        return end
    }

    /// `uXXXX`, `u{..}`, or a pair of surrogates; nil for what is none or denotes no character.
    private static func unicode(_ text: ArraySlice<UInt8>, at index: Int) -> (code: UInt32, end: Int)? {
        if index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "{") {
            var end = index + 2
            while end < text.endIndex, HexadecimalDigit.value(of: text[end]) != nil { end += 1 }
            guard end < text.endIndex, text[end] == UInt8(ascii: "}"), end - index <= 8,
                let code = hexadecimal(text, from: index + 2, count: end - index - 2), Unicode.Scalar(code) != nil
            else { return nil }
            return (code, end + 1)
        }
        guard let code = hexadecimal(text, from: index + 1, count: 4) else { return nil }
        let end = index + 5
        if code & 0xFC00 == 0xD800, end + 1 < text.endIndex, text[end] == UInt8(ascii: "\\"),
            text[end + 1] == UInt8(ascii: "u"),
            let low = hexadecimal(text, from: end + 2, count: 4), low & 0xFC00 == 0xDC00
        {
            return (0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF), end + 6)
        }
        return Unicode.Scalar(code) == nil ? nil : (code, end)
    }

    private static func hexadecimal(_ text: ArraySlice<UInt8>, from start: Int, count: Int) -> UInt32? {
        guard count > 0, start + count <= text.endIndex else { return nil }
        var code: UInt32 = 0
        for index in start..<(start + count) {
            guard let digit = HexadecimalDigit.value(of: text[index]) else { return nil }
            code = code << 4 | digit
        }
        return code
    }

    private static func append(_ code: UInt32, to value: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(code) else { return }
        value.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
