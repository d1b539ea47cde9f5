/// Shell patterns as git matches them (`wildmatch.c`; gitignore(5)), over bytes.
///
/// The recursion is one level for each star, so `IgnorePattern` bounds their number. The two kinds of abort keep a failing
/// tail from being tried again by every star before it.
struct Wildmatch {
    private enum Outcome {
        case matched
        case unmatched
        /// The text is used up: no star further left can help.
        case textExhausted
        /// A slash stands in the way: only a `**` further left can help.
        case blockedBySlash
    }

    private let pattern: [UInt8]
    private let text: [UInt8]
    private let textEnd: Int
    /// Whether `*`, `?` and brackets stop at slashes.
    private let isPath: Bool

    /// Whether `pattern` from `patternStart` on matches all of `text[range]`.
    static func matches(
        _ pattern: [UInt8], from patternStart: Int, _ text: [UInt8], _ range: Range<Int>, isPath: Bool
    ) -> Bool {
        let matcher = Wildmatch(pattern: pattern, text: text, textEnd: range.upperBound, isPath: isPath)
        return matcher.match(patternStart, range.lowerBound) == .matched
    }

    private init(pattern: [UInt8], text: [UInt8], textEnd: Int, isPath: Bool) {
        self.pattern = pattern
        self.text = text
        self.textEnd = textEnd
        self.isPath = isPath
    }

    /// The byte of the pattern, 0 after its end.
    private func patternByte(_ index: Int) -> UInt8 { index < pattern.count ? pattern[index] : 0 }
    /// The byte of the text, 0 after its end.
    private func textByte(_ index: Int) -> UInt8 { index < textEnd ? text[index] : 0 }

    private func match(_ patternStart: Int, _ textStart: Int) -> Outcome {
        var p = patternStart
        var t = textStart
        while p < pattern.count {
            let byte = textByte(t)
            if byte == 0, pattern[p] != Byte.star { return .textExhausted }
            switch pattern[p] {
            case Byte.question:
                if isPath, byte == Byte.slash { return .unmatched }
            case Byte.star:
                return matchStar(p, t, patternStart: patternStart)
            case Byte.leftBracket:
                guard let set = BracketExpression(pattern, at: p, containing: byte) else { return .textExhausted }
                if !set.contains || (isPath && byte == Byte.slash) { return .unmatched }
                p = set.end
            case Byte.backslash:
                p += 1
                if patternByte(p) != byte { return .unmatched }
            case let literal:
                if literal != byte { return .unmatched }
            }
            p += 1
            t += 1
        }
        return t < textEnd ? .unmatched : .matched
    }

    /// Matches from the star at `star` on.
    private func matchStar(_ star: Int, _ textStart: Int, patternStart: Int) -> Outcome {
        var p = star + 1
        while patternByte(p) == Byte.star { p += 1 }
        var crossesSlashes = !isPath
        if isPath, p - star > 1 {
            let opens = star == patternStart || pattern[star - 1] == Byte.slash
            let closes =
                p == pattern.count || pattern[p] == Byte.slash
                || (pattern[p] == Byte.backslash && patternByte(p + 1) == Byte.slash)
            if opens, closes {
                crossesSlashes = true
                if patternByte(p) == Byte.slash {
                    // `**/` matches no directory at all, too. What ran out of text here does so further right.
                    let outcome = match(p + 1, textStart)
                    if outcome == .matched || outcome == .textExhausted { return outcome }
                }
            }
        }
        if p == pattern.count {
            if !crossesSlashes, nextSlash(textStart) != nil { return .blockedBySlash }
            return .matched
        }
        if !crossesSlashes, pattern[p] == Byte.slash {
            guard let slash = nextSlash(textStart) else { return .textExhausted }
            return match(p, slash)
        }
        return tryEachPlace(p, textStart, crossesSlashes: crossesSlashes)
    }

    /// Lets a star take ever more of the text until the pattern after it matches the rest.
    private func tryEachPlace(_ p: Int, _ textStart: Int, crossesSlashes: Bool) -> Outcome {
        let literal = Byte.isSpecial(pattern[p]) ? nil : pattern[p]
        var t = textStart
        while t < textEnd {
            if let literal {
                while t < textEnd, text[t] != literal, crossesSlashes || text[t] != Byte.slash { t += 1 }
                if textByte(t) != literal { return crossesSlashes ? .textExhausted : .blockedBySlash }
            }
            switch match(p, t) {
            case .unmatched:
                if !crossesSlashes, text[t] == Byte.slash { return .blockedBySlash }
            case .blockedBySlash:
                if !crossesSlashes { return .blockedBySlash }
            case .matched: return .matched
            case .textExhausted: return .textExhausted
            }
            t += 1
        }
        return .textExhausted
    }

    private func nextSlash(_ start: Int) -> Int? {
        start < textEnd ? text[start..<textEnd].firstIndex(of: Byte.slash) : nil
    }

    /// The bytes that mean something in a pattern.
    enum Byte {
        static let star: UInt8 = 0x2A
        static let question: UInt8 = 0x3F
        static let leftBracket: UInt8 = 0x5B
        static let rightBracket: UInt8 = 0x5D
        static let backslash: UInt8 = 0x5C
        static let slash: UInt8 = 0x2F

        static func isSpecial(_ byte: UInt8) -> Bool {
            byte == star || byte == question || byte == leftBracket || byte == backslash
        }
    }
}
