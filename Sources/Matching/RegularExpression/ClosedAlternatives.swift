/// Reads the words off a pattern that, matched from the start of a text, matches these words and nothing else:
/// `^(get|post)$`. Rule files list names in this way.
enum ClosedAlternatives {
    /// nil where the pattern is anything more than a list of words.
    static func of(_ pattern: [UInt8]) -> [[UInt8]]? {
        var rest = pattern[...]
        if rest.first == UInt8(ascii: "^") { rest = rest.dropFirst() }
        guard rest.last == UInt8(ascii: "$") else { return nil }
        rest = rest.dropLast()
        if rest.first == UInt8(ascii: "(") {
            guard rest.last == UInt8(ascii: ")") else { return nil }
            rest = rest.dropFirst(rest.starts(with: "(?:".utf8) ? 3 : 1).dropLast()
        } else if rest.contains(UInt8(ascii: "|")) {
            // The ends of the pattern belong to its outer alternatives alone.
            return nil
        }
        var words: [[UInt8]] = []
        for part in rest.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
            guard let word = word(part) else { return nil }
            words.append(word)
        }
        return words
    }

    private static func word(_ part: ArraySlice<UInt8>) -> [UInt8]? {
        var word: [UInt8] = []
        var rest = part
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\") {
                guard rest.popFirst() == UInt8(ascii: "$") else { return nil }
                word.append(UInt8(ascii: "$"))
            } else {
                guard byte != UInt8(ascii: "$"), byte < 0x80, WordSet.isWordByte(byte) else { return nil }
                word.append(byte)
            }
        }
        return word.isEmpty ? nil : word
    }
}
