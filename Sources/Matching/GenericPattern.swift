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
        while end < text.count, WordSet.isWordByte(text[end]), text[end] != UInt8(ascii: "$"), text[end] < 0x80 {
            end += 1
        }
        return MetavariableName.isMetavariable(text[start..<end]) ? ByteRange(start, end) : nil
    }

    /// All matches, in order, and whether the search gave up before it saw all of the text. After a match, it goes on behind
    /// the match's start.
    func search(
        in bytes: [UInt8], options: MatchOptions, bindings: Bindings
    ) -> (matches: [Match], hasReachedLimit: Bool) {
        var search = GenericSearch(pattern: self, bytes: bytes, options: options)
        let matches = search.matches(bindings: bindings)
        return (matches, search.budget <= 0)
    }
}

/// The search of one pattern in one text.
private struct GenericSearch {
    let elements: [GenericPattern.Element]
    let bytes: [UInt8]
    let tokens: [GenericToken]
    let span: Int
    let ignoresCase: Bool
    /// What is left of the comparisons that a search may make; what was found when they run out stands.
    var budget = 2_000_000

    init(pattern: GenericPattern, bytes: [UInt8], options: MatchOptions) {
        elements = pattern.elements
        self.bytes = bytes
        tokens = GenericToken.all(in: bytes)
        span = options.genericEllipsisSpan
        ignoresCase = options.genericIgnoresCase
    }

    mutating func matches(bindings: Bindings) -> [Match] {
        var found: [Match] = []
        for start in tokens.indices where budget > 0 {
            var bindings = bindings
            if let end = match(0, start, &bindings), end > start {
                let range = ByteRange(tokens[start].start, tokens[end - 1].end)
                found.append(Match(range: range, bindings: bindings, node: -1))
            }
        }
        return found
    }

    /// The token after the match of the elements from `element` on at the tokens from `position` on. Recursion is as deep
    /// as the pattern is long.
    private mutating func match(_ element: Int, _ position: Int, _ bindings: inout Bindings) -> Int? {
        budget -= 1
        guard budget > 0 else { return nil }
        guard element < elements.count else { return position }
        switch elements[element] {
        case .ellipsis:
            return skip(element, position, &bindings, binding: nil)
        case .ellipsisMetavariable(let slot):
            return skip(element, position, &bindings, binding: slot)
        case .word(let word):
            guard position < tokens.count, isEqual(text(position), word) else { return nil }
            return match(element + 1, position + 1, &bindings)
        case .punctuation(let byte):
            guard position < tokens.count, !tokens[position].isWord, bytes[tokens[position].start] == byte else {
                return nil
            }
            return match(element + 1, position + 1, &bindings)
        case .metavariable(let slot):
            return bind(slot, element, position, &bindings)
        }
    }

    private mutating func bind(_ slot: Int, _ element: Int, _ position: Int, _ bindings: inout Bindings) -> Int? {
        guard position < tokens.count, tokens[position].isWord else { return nil }
        let range = ByteRange(tokens[position].start, tokens[position].end)
        if let known = bindings[slot] {
            guard isEqual(bytes[known.range.start..<known.range.end], bytes[range.start..<range.end]) else {
                return nil
            }
            return match(element + 1, position + 1, &bindings)
        }
        bindings[slot] = Binding(content: .text, range: range)
        if let end = match(element + 1, position + 1, &bindings) { return end }
        bindings[slot] = nil
        return nil
    }

    private mutating func skip(
        _ element: Int, _ position: Int, _ bindings: inout Bindings, binding slot: Int?
    ) -> Int? {
        let lastLine = position < tokens.count ? tokens[position].line + span : Int.max
        var end = position
        if element == elements.count - 1 {
            // Nothing follows: it reaches as far as it may.
            while end < tokens.count, tokens[end].line <= lastLine { end += 1 }
        }
        while end <= tokens.count {
            if end < tokens.count, tokens[end].line > lastLine { return nil }
            if let slot, end > position {
                let range = ByteRange(tokens[position].start, tokens[end - 1].end)
                bindings[slot] = Binding(content: .text, range: range)
            }
            if let found = match(element + 1, end, &bindings) { return found }
            end += 1
        }
        return nil
    }

    private func text(_ position: Int) -> ArraySlice<UInt8> { bytes[tokens[position].start..<tokens[position].end] }

    private func isEqual(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        left.elementsEqual(right) { $0 == $1 || ignoresCase && GenericSearch.lower($0) == GenericSearch.lower($1) }
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
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
