import SourceText

/// A pattern for text of no particular language (Semgrep's `generic`): words and punctuation compared one by one, white
/// space ignored; `...` passes over anything within ten lines; a metavariable stands for one word.
public struct GenericPattern: Sendable {
    enum Element: Hashable, Sendable {
        case word([UInt8])
        case punctuation(UInt8)
        case metavariable(Int)
        case ellipsis
        case ellipsisMetavariable(Int)
    }

    let elements: [Element]
    /// How many lines `...` may pass over.
    static let ellipsisSpan = 10

    public init(_ text: [UInt8], metavariables: inout MetavariableTable) {
        var elements: [Element] = []
        var index = 0
        while index < text.count {
            if text[index] <= 0x20 {
                index += 1
                continue
            }
            if text[index...].starts(with: "...".utf8) {
                elements.append(.ellipsis)
                index += 3
                continue
            }
            guard let token = GenericToken.next(in: text, at: index) else { break }
            let bytes = text[token.start..<token.end]
            if bytes.first == UInt8(ascii: "$"), token.end - token.start == 1,
                let name = GenericPattern.metavariable(in: text, at: token.start)
            {
                let slot = metavariables.slot(of: text[name.start..<name.end])
                let dots = text[(name.start + 1)...].starts(with: "...".utf8)
                elements.append(dots ? .ellipsisMetavariable(slot) : .metavariable(slot))
                index = name.end
                continue
            }
            elements.append(token.isWord ? .word(Array(bytes)) : .punctuation(text[token.start]))
            index = token.end
        }
        self.elements = elements
    }

    /// The numbers of the metavariables in the pattern.
    var boundSlots: [Int] {
        elements.compactMap {
            switch $0 {
            case .metavariable(let slot), .ellipsisMetavariable(let slot): slot
            default: nil
            }
        }
    }

    private static func metavariable(in text: [UInt8], at start: Int) -> ByteRange? {
        var end = start + 1
        if text[end...].starts(with: "...".utf8) { end += 3 }
        while end < text.count, WordSet.isWordByte(text[end]), text[end] != UInt8(ascii: "$"), text[end] < 0x80 { end += 1 }
        return MetavariableName.isMetavariable(text[start..<end]) ? ByteRange(start, end) : nil
    }

    /// All matches, in order; after one, the search goes on behind its start.
    func matches(in bytes: [UInt8], bindings: Bindings) -> [Match] {
        let tokens = GenericToken.all(in: bytes)
        var found: [Match] = []
        var budget = 2_000_000
        for start in tokens.indices {
            var bindings = bindings
            if let end = match(0, start, tokens, bytes, &bindings, &budget), end > start {
                let range = ByteRange(tokens[start].start, tokens[end - 1].end)
                found.append(Match(range: range, bindings: bindings, node: -1))
            }
            if budget <= 0 { break }
        }
        return found
    }

    /// The token after the match of the elements from `element` on at the tokens from `position` on.
    private func match(
        _ element: Int, _ position: Int, _ tokens: [GenericToken], _ bytes: [UInt8], _ bindings: inout Bindings,
        _ budget: inout Int
    ) -> Int? {
        budget -= 1
        guard budget > 0 else { return nil }
        guard element < elements.count else { return position }
        switch elements[element] {
        case .ellipsis:
            return skip(element, position, tokens, bytes, &bindings, &budget, binding: nil)
        case .ellipsisMetavariable(let slot):
            return skip(element, position, tokens, bytes, &bindings, &budget, binding: slot)
        case .word(let word):
            guard position < tokens.count, bytes[tokens[position].start..<tokens[position].end].elementsEqual(word)
            else { return nil }
            return match(element + 1, position + 1, tokens, bytes, &bindings, &budget)
        case .punctuation(let byte):
            guard position < tokens.count, !tokens[position].isWord, bytes[tokens[position].start] == byte else {
                return nil
            }
            return match(element + 1, position + 1, tokens, bytes, &bindings, &budget)
        case .metavariable(let slot):
            guard position < tokens.count, tokens[position].isWord else { return nil }
            let range = ByteRange(tokens[position].start, tokens[position].end)
            if let known = bindings[slot] {
                guard bytes[known.range.start..<known.range.end].elementsEqual(bytes[range.start..<range.end]) else {
                    return nil
                }
                return match(element + 1, position + 1, tokens, bytes, &bindings, &budget)
            }
            bindings[slot] = Binding(content: .text, range: range)
            if let end = match(element + 1, position + 1, tokens, bytes, &bindings, &budget) { return end }
            bindings[slot] = nil
            return nil
        }
    }

    private func skip(
        _ element: Int, _ position: Int, _ tokens: [GenericToken], _ bytes: [UInt8], _ bindings: inout Bindings,
        _ budget: inout Int, binding slot: Int?
    ) -> Int? {
        let lastLine = position < tokens.count ? tokens[position].line + Self.ellipsisSpan : Int.max
        var end = position
        while end <= tokens.count {
            if end < tokens.count, tokens[end].line > lastLine { return nil }
            if let slot, end > position {
                let range = ByteRange(tokens[position].start, tokens[end - 1].end)
                bindings[slot] = Binding(content: .text, range: range)
            }
            if let found = match(element + 1, end, tokens, bytes, &bindings, &budget) { return found }
            end += 1
        }
        return nil
    }
}

/// A word or one byte of punctuation.
struct GenericToken {
    var start: Int
    var end: Int
    var isWord: Bool
    /// 0-based.
    var line: Int

    /// The token at or after `index`; nil at the end.
    static func next(in bytes: [UInt8], at index: Int) -> (start: Int, end: Int, isWord: Bool)? {
        var start = index
        while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
        guard start < bytes.count else { return nil }
        let isWord = { (byte: UInt8) in WordSet.isWordByte(byte) && byte != UInt8(ascii: "$") }
        guard isWord(bytes[start]) else { return (start, start + 1, false) }
        var end = start
        while end < bytes.count, isWord(bytes[end]) { end += 1 }
        return (start, end, true)
    }

    static func all(in bytes: [UInt8]) -> [GenericToken] {
        var tokens: [GenericToken] = []
        var line = 0
        var scanned = 0
        var index = 0
        while let token = next(in: bytes, at: index) {
            while scanned < token.start {
                if bytes[scanned] == 0x0A { line += 1 }
                scanned += 1
            }
            tokens.append(GenericToken(start: token.start, end: token.end, isWord: token.isWord, line: line))
            index = token.end
        }
        return tokens
    }
}
