/// Joins patterns to one that matches where any of them does, so that a text that none of them matches is searched once.
enum JoinedAlternatives {
    /// nil where one of the patterns may mean something else beside others, or what is joined would be too long: those that
    /// count groups, name them or begin with a verb, and those that change how the rest is read.
    static func of(_ patterns: [[UInt8]]) -> [UInt8]? {
        guard patterns.allSatisfy(standsAlone) else { return nil }
        let joined = [UInt8](patterns.map { Array("(?:".utf8) + $0 + Array(")".utf8) }.joined(separator: "|".utf8))
        return joined.count > longest ? nil : joined
    }

    /// PCRE2 refuses patterns whose compiled form is longer than 64 KiB; that of a pattern is about as long as its text, or
    /// twice as long where capitals do not count.
    private static let longest = 24 * 1024

    private static func standsAlone(_ pattern: [UInt8]) -> Bool {
        for index in pattern.indices {
            let rest = pattern[(index + 1)...]
            switch pattern[index] {
            case UInt8(ascii: "("):
                if rest.first == UInt8(ascii: "*") { return false }
                guard rest.first == UInt8(ascii: "?") else { continue }
                if !groups.contains(where: { rest.starts(with: $0.utf8) }) { return false }
            case UInt8(ascii: "\\"):
                // What takes arguments, refers to groups or quotes: `\1`, `\g{1}`, `\k<name>`, `\Q..\E`, `\K`.
                guard let next = rest.first else { return false }
                if (0x30...0x39).contains(next) || "gkQEKcNopPxC".utf8.contains(next) { return false }
            default: continue
            }
        }
        return true
    }

    /// What may follow a parenthesis without changing anything behind the group that it stands in.
    private static let groups = ["?:", "?=", "?!", "?<=", "?<!", "?i)", "?i:"]
}

extension RegularExpression {
    /// An expression that has a match wherever one of several has that no option changes; nil where they cannot be joined.
    public init?(joining expressions: [RegularExpression]) {
        guard expressions.allSatisfy(\.isPlain), let pattern = JoinedAlternatives.of(expressions.map(\.pattern)),
            let joined = try? RegularExpression(ofManyTexts: pattern, options: .withoutPlainGroups)
        else { return nil }
        self = joined
    }
}
