/// Tells patterns that, matched from the start of a text, match names to their end and nothing else: `(add|mount)\w*$`. What is
/// no name need not be given to them. It understands the plain part of the syntax and says no to all else.
struct WholeNames {
    /// Whether all that the pattern matches at the start of a text is the whole of a text of the bytes of names, but for a line
    /// feed at its end.
    static func areMatched(by pattern: [UInt8]) -> Bool {
        var parser = WholeNames(rest: pattern[...])
        return parser.alternatives(areToEnd: true, depth: 0) && parser.rest.isEmpty
    }

    /// Whether a text may be matched by such a pattern.
    static func mayBe(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        let name = text.last == 0x0A ? text.dropLast() : text[...]
        return name.allSatisfy(WordSet.isWordByte)
    }

    private var rest: ArraySlice<UInt8>
    private static let deepest = 32

    /// Up to a closing parenthesis or the end.
    /// - Parameter areToEnd: whether each of them has to end the text.
    private mutating func alternatives(areToEnd: Bool, depth: Int) -> Bool {
        guard depth < Self.deepest else { return false }
        while true {
            guard sequence(isToEnd: areToEnd, depth: depth) else { return false }
            guard rest.first == UInt8(ascii: "|") else { return true }
            rest.removeFirst()
        }
    }

    private mutating func sequence(isToEnd: Bool, depth: Int) -> Bool {
        while let byte = rest.first, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            rest.removeFirst()
            switch byte {
            case UInt8(ascii: "^"): continue
            case UInt8(ascii: "$"):
                let next = rest.first
                return isToEnd && (next == nil || next == UInt8(ascii: "|"))
            case UInt8(ascii: "\\"):
                guard let letter = rest.popFirst(), Self.classes.contains(letter) else { return false }
            case UInt8(ascii: "["):
                guard characterClass() else { return false }
            case UInt8(ascii: "("):
                guard group(depth: depth) else { return false }
            default:
                guard WordSet.isWordByte(byte) else { return false }
            }
            guard skipQuantifier() else { return false }
        }
        return !isToEnd
    }

    /// The classes of one letter that hold bytes of names alone.
    private static let classes = Set("wd".utf8)

    private mutating func characterClass() -> Bool {
        guard rest.first != UInt8(ascii: "]") else { return false }
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "]"): return true
            case UInt8(ascii: "\\"):
                guard let letter = rest.popFirst(), Self.classes.contains(letter) else { return false }
            case UInt8(ascii: "-"):
                // Not as the member that it is at the end, nor from a byte of names to one that is none.
                guard let end = rest.first, Self.isLetterOrDigit(end) else { return false }
            default:
                guard Self.isLetterOrDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") else {
                    return false
                }
                // Between letters of two cases, and between digits and letters, lie bytes of other kinds.
                if rest.first == UInt8(ascii: "-"), let end = rest.dropFirst().first,
                    !Self.isLetterOrDigit(byte) || byte & 0x60 != end & 0x60
                {
                    return false
                }
            }
        }
        return false
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private mutating func group(depth: Int) -> Bool {
        if rest.first == UInt8(ascii: "?") {
            rest.removeFirst()
            if ["=", "!", "<=", "<!"].contains(where: { rest.starts(with: $0.utf8) }) { return skipAssertion() }
            if rest.first == UInt8(ascii: "i") { rest.removeFirst() }
            // From here on, and to the end of the group around.
            if rest.first == UInt8(ascii: ")") {
                rest.removeFirst()
                return true
            }
            guard rest.popFirst() == UInt8(ascii: ":") else { return false }
        }
        return alternatives(areToEnd: false, depth: depth + 1) && rest.popFirst() == UInt8(ascii: ")")
    }

    /// Up to the parenthesis that closes it: what it looks for takes up no text.
    private mutating func skipAssertion() -> Bool {
        var depth = 1
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst(), escaped != UInt8(ascii: "Q") else { return false }
            case UInt8(ascii: "["): return false
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return true }
            default: break
            }
        }
        return false
    }

    private mutating func skipQuantifier() -> Bool {
        guard let byte = rest.first else { return true }
        if byte == UInt8(ascii: "{") { return false }
        if Self.quantifiers.contains(byte) { rest = rest.dropFirst().drop(while: Self.quantifiers.contains) }
        return true
    }

    private static let quantifiers = Set("?*+".utf8)
}
