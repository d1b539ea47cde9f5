/// Decodes the values of string literals, as of the language reference's "String and Bytes literals". A value is UTF-8; a
/// byte of a bytes literal counts as the character of its number.
struct PythonStringValue {
    let tree: SyntaxTree

    /// The value of a `string`, `stringText` or `concatenatedString`; nil for anything else and where an interpolation is
    /// in it.
    func value(of node: NodeIndex) -> [UInt8]? {
        switch tree.kind(node) {
        case .string: literalValue(of: node)
        case .stringText: textValue(of: node)
        case .concatenatedString: concatenatedValue(of: node)
        default: nil
        }
    }

    private func concatenatedValue(of node: NodeIndex) -> [UInt8]? {
        var value: [UInt8] = []
        for part in tree.children(node) {
            guard let partValue = self.value(of: part) else { return nil }
            value += partValue
        }
        return value
    }

    private func literalValue(of node: NodeIndex) -> [UInt8]? {
        let range = tree.range(node)
        guard let opening = opening(at: range.start) else { return nil }
        let start = range.start + opening.length
        let lastToken = tree.endTokens[Int(node)] - 1
        let isUnterminated = tree.tokens.flags[Int(lastToken)].contains(.unterminated)
        let end = isUnterminated ? range.end : range.end - opening.quoteLength
        return decode(start, max(start, end), opening.prefix)
    }

    private func textValue(of node: NodeIndex) -> [UInt8]? {
        var ancestor = tree.parent(node)
        while ancestor >= 0 {
            let first = tree.firstTokens[Int(ancestor)]
            if tree.kind(ancestor) == .interpolatedString, tree.tokens.kinds[Int(first)] == .stringStart,
                let opening = opening(at: Int(tree.tokens.starts[Int(first)]))
            {
                let range = tree.range(node)
                return decode(range.start, range.end, opening.prefix)
            }
            ancestor = tree.parent(ancestor)
        }
        return nil
    }

    private struct Opening {
        var prefix: PythonStringPrefix
        var quoteLength: Int
        /// Of prefix and quotes together.
        var length: Int
    }

    private func opening(at start: Int) -> Opening? {
        var position = start
        while position < tree.bytes.count, !isQuote(tree.bytes[position]) { position += 1 }
        guard position < tree.bytes.count, let prefix = PythonStringPrefix(tree.bytes[start..<position]) else {
            return nil
        }
        let quote = tree.bytes[position]
        let isTriple = byte(position + 1) == quote && byte(position + 2) == quote
        return Opening(prefix: prefix, quoteLength: isTriple ? 3 : 1, length: position - start + (isTriple ? 3 : 1))
    }

    private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private func byte(_ position: Int) -> UInt8 { position < tree.bytes.count ? tree.bytes[position] : 0 }

    // MARK: Decoding

    private func decode(_ start: Int, _ end: Int, _ prefix: PythonStringPrefix) -> [UInt8] {
        var value: [UInt8] = []
        value.reserveCapacity(end - start)
        var position = start
        while position < end {
            let byte = tree.bytes[position]
            switch byte {
            case 0x0D:
                // Python reads every line ending as a line feed.
                position += self.byte(position + 1) == 0x0A && position + 1 < end ? 2 : 1
                value.append(0x0A)
            case UInt8(ascii: "\\") where !prefix.contains(.raw) && position + 1 < end:
                position = decodeEscape(at: position, end: end, prefix, into: &value)
            case UInt8(ascii: "{"), UInt8(ascii: "}"):
                value.append(byte)
                position += prefix.isInterpolated && position + 1 < end && tree.bytes[position + 1] == byte ? 2 : 1
            default:
                value.append(byte)
                position += 1
            }
        }
        return value
    }

    /// Decodes the escape at a backslash and returns the place after it; an invalid one stays as written.
    private func decodeEscape(at start: Int, end: Int, _ prefix: PythonStringPrefix, into value: inout [UInt8]) -> Int {
        let letter = tree.bytes[start + 1]
        switch letter {
        case 0x0A: return start + 2
        case 0x0D: return start + (start + 2 < end && tree.bytes[start + 2] == 0x0A ? 3 : 2)
        case UInt8(ascii: "0")...UInt8(ascii: "7"): return decodeOctal(at: start + 1, end: end, into: &value)
        case UInt8(ascii: "x"): return decodeHexadecimal(at: start, digits: 2, end: end, into: &value)
        case UInt8(ascii: "u") where !prefix.contains(.bytes):
            return decodeHexadecimal(at: start, digits: 4, end: end, into: &value)
        case UInt8(ascii: "U") where !prefix.contains(.bytes):
            return decodeHexadecimal(at: start, digits: 8, end: end, into: &value)
        default:
            guard let character = Self.simpleEscape(letter) else {
                value.append(UInt8(ascii: "\\"))
                return start + 1
            }
            value.append(character)
            return start + 2
        }
    }

    /// The character that a backslash and one letter stand for.
    private static func simpleEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): letter
        case UInt8(ascii: "a"): 0x07
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "v"): 0x0B
        default: nil
        }
    }

    private func decodeOctal(at start: Int, end: Int, into value: inout [UInt8]) -> Int {
        var position = start
        var number: UInt32 = 0
        while position < min(end, start + 3), (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(tree.bytes[position]) {
            number = number * 8 + UInt32(tree.bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        append(number, to: &value)
        return position
    }

    private func decodeHexadecimal(at start: Int, digits: Int, end: Int, into value: inout [UInt8]) -> Int {
        let digitsEnd = start + 2 + digits
        var number: UInt32 = 0
        guard digitsEnd <= end else {
            value.append(UInt8(ascii: "\\"))
            return start + 1
        }
        for position in start + 2..<digitsEnd {
            guard let digit = HexadecimalDigit.value(of: tree.bytes[position]) else {
                value.append(UInt8(ascii: "\\"))
                return start + 1
            }
            number = number << 4 | digit
        }
        guard number <= 0x10FFFF else {
            value.append(UInt8(ascii: "\\"))
            return start + 1
        }
        append(number, to: &value)
        return digitsEnd
    }

    /// Appends a code point as UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
    private func append(_ number: UInt32, to value: inout [UInt8]) {
        let scalar = Unicode.Scalar(number) ?? "\u{FFFD}"
        value.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
