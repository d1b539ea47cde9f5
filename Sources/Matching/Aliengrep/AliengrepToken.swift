import SourceText

/// What a pattern of `aliengrep` is made of.
enum AliengrepToken: Hashable {
    case word(ArraySlice<UInt8>)
    /// One character that is neither white space nor part of a word.
    case other(ArraySlice<UInt8>)
    /// `$X`: one word. The name is without its dollar sign.
    case metavariable(ArraySlice<UInt8>)
    /// `...`, or `$...X` with its name. A long one, with four dots, passes over line ends, too, where they count.
    case ellipsis(isLong: Bool, name: ArraySlice<UInt8>?)
    /// A bracket that is closed later, with what closes it.
    case opening(UInt8, closing: UInt8)
    case closing(UInt8)
    /// Only where line ends are no white space.
    case lineEnd

    /// The tokens of a pattern; brackets without a counterpart are characters like others.
    static func tokens(of pattern: [UInt8], _ syntax: AliengrepSyntax) -> [AliengrepToken] {
        var tokens: [AliengrepToken] = []
        var index = 0
        while index < pattern.count {
            let rest = pattern[index...]
            let (token, length) = next(in: rest, syntax)
            if let token { tokens.append(token) }
            index += length
        }
        return paired(tokens, syntax)
    }

    /// The token at the start of `text`, nil where that is white space, and its bytes.
    private static func next(
        in text: ArraySlice<UInt8>, _ syntax: AliengrepSyntax
    ) -> (token: AliengrepToken?, length: Int) {
        let byte = text[text.startIndex]
        let dots = text.prefix(4).prefix { $0 == UInt8(ascii: ".") }.count
        if dots >= 3 { return (.ellipsis(isLong: dots == 4, name: nil), dots) }
        if byte == UInt8(ascii: "$"), let found = metavariable(at: text) { return found }
        if byte == UInt8(ascii: "\n") { return (syntax.isMultiline ? nil : .lineEnd, 1) }
        if byte == UInt8(ascii: "\r"), text.dropFirst().first == UInt8(ascii: "\n") {
            return (syntax.isMultiline ? nil : .lineEnd, 2)
        }
        if byte.isSpace { return (nil, 1) }
        let word = text.prefix(while: syntax.isWordByte)
        if !word.isEmpty { return (.word(word), word.count) }
        // A character of several bytes is one.
        let character = text.prefix(1) + text.dropFirst().prefix { $0 & 0xC0 == 0x80 }
        return (.other(character), character.count)
    }

    private static func metavariable(at text: ArraySlice<UInt8>) -> (token: AliengrepToken?, length: Int)? {
        let dots = text.dropFirst().prefix { $0 == UInt8(ascii: ".") }.count
        let name = text.dropFirst(1 + dots).prefix { $0.isCapital || $0 == UInt8(ascii: "_") || 0x30...0x39 ~= $0 }
        guard let first = name.first, first.isCapital, dots == 0 || dots == 3 || dots == 4 else { return nil }
        let token: AliengrepToken = dots == 0 ? .metavariable(name) : .ellipsis(isLong: dots == 4, name: name)
        return (token, 1 + dots + name.count)
    }

    /// Brackets that close what is open, by the nearest that does: between them others may stand alone. From the end of the
    /// pattern to its start, each bracket is looked at once for each kind that may be open before it.
    private static func paired(_ tokens: [AliengrepToken], _ syntax: AliengrepSyntax) -> [AliengrepToken] {
        /// For each kind, by its index, what closes one that is open here.
        var closers = [Int?](repeating: nil, count: syntax.brackets.count)
        /// The same behind each bracket.
        var behind: [Int: [Int?]] = [:]
        var partners: [Int: Int] = [:]
        for index in tokens.indices.reversed() {
            guard case .other(let character) = tokens[index], character.count == 1, let byte = character.first else {
                continue
            }
            let opened = syntax.brackets.firstIndex { $0.opening == byte }
            let isClosing = syntax.brackets.contains { $0.closing == byte }
            guard opened != nil || isClosing else { continue }
            behind[index] = closers
            let partner = opened.flatMap { closers[$0] }
            if let partner { partners[index] = partner }
            for kind in syntax.brackets.indices {
                if syntax.brackets[kind].closing == byte {
                    closers[kind] = index
                } else if let partner {
                    closers[kind] = behind[partner]?[kind] ?? nil
                }
            }
        }
        var result = tokens
        var open: [Int] = []
        for index in tokens.indices {
            if open.last == index {
                open.removeLast()
                if case .other(let character) = tokens[index] {
                    result[index] = .closing(character[character.startIndex])
                }
            } else if let partner = partners[index], case .other(let character) = tokens[index],
                let kind = syntax.brackets.first(where: { $0.opening == character.first })
            {
                open.append(partner)
                result[index] = .opening(kind.opening, closing: kind.closing)
            }
        }
        return result
    }
}
