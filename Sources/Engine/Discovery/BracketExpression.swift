import SourceText

/// A set of bytes in a shell pattern, `[a-z]`, `[!x]`, `[[:alpha:]_]`, asked about one byte.
struct BracketExpression {
    /// The index of the closing bracket.
    let end: Int
    /// Whether the byte asked about is in the set.
    let contains: Bool

    /// Reads the set that opens at `start`; nil where it does not close or names a class that is not there.
    init?(_ pattern: [UInt8], at start: Int, containing byte: UInt8) {
        var index = start + 1
        guard index < pattern.count else { return nil }
        let isNegated = pattern[index] == 0x21 || pattern[index] == 0x5E
        if isNegated { index += 1 }
        var isFound = false
        // What a following `-` makes a range from; nil after a range or a class.
        var previous: UInt8?
        var isFirst = true
        while true {
            guard index < pattern.count else { return nil }
            let current = pattern[index]
            // A bracket that comes first stands for itself.
            if current == Wildmatch.Byte.rightBracket, !isFirst { break }
            isFirst = false
            if current == 0x2D, let low = previous, index + 1 < pattern.count,
                pattern[index + 1] != Wildmatch.Byte.rightBracket
            {
                index += 1
                guard let high = BracketExpression.literal(pattern, &index) else { return nil }
                isFound = isFound || (low <= byte && byte <= high)
                previous = nil
            } else if current == Wildmatch.Byte.leftBracket, index + 1 < pattern.count, pattern[index + 1] == 0x3A,
                let close = pattern[(index + 2)...].firstIndex(of: Wildmatch.Byte.rightBracket)
            {
                if close > index + 2, pattern[close - 1] == 0x3A {
                    guard let contains = BracketExpression.contains(byte, inClass: pattern[(index + 2)..<(close - 1)])
                    else { return nil }
                    isFound = isFound || contains
                    previous = nil
                    index = close
                } else {
                    isFound = isFound || byte == current
                    previous = current
                }
            } else {
                guard let literal = BracketExpression.literal(pattern, &index) else { return nil }
                isFound = isFound || byte == literal
                previous = literal
            }
            index += 1
        }
        end = index
        contains = isFound != isNegated
    }

    /// The byte at `index`, or the one that a backslash there protects, with `index` moved onto it.
    private static func literal(_ pattern: [UInt8], _ index: inout Int) -> UInt8? {
        if pattern[index] == Wildmatch.Byte.backslash { index += 1 }
        return index < pattern.count ? pattern[index] : nil
    }

    /// Whether `byte` is in the POSIX class of that name, in ASCII; nil where there is no such class.
    private static func contains(_ byte: UInt8, inClass name: ArraySlice<UInt8>) -> Bool? {
        let isDigit = (0x30...0x39).contains(byte)
        let isUpper = (0x41...0x5A).contains(byte)
        let isLower = (0x61...0x7A).contains(byte)
        let isVisible = (0x21...0x7E).contains(byte)
        switch String(decoding: name, as: UTF8.self) {
        case "alnum": return isDigit || isUpper || isLower
        case "alpha": return isUpper || isLower
        case "blank": return byte == 0x20 || byte == 0x09
        case "cntrl": return byte < 0x20 || byte == 0x7F
        case "digit": return isDigit
        case "graph": return isVisible
        case "lower": return isLower
        case "print": return isVisible || byte == 0x20
        case "punct": return isVisible && !isDigit && !isUpper && !isLower
        case "space": return byte.isSpace
        case "upper": return isUpper
        case "xdigit": return isDigit || (0x41...0x46).contains(byte & 0xDF)
        default: return nil
        }
    }
}
