/// Counts the groups of a pattern that have no names, so that one without any others need not be compiled to know them.
enum PlainGroups {
    /// nil where a group has a name, or where something in the pattern changes how the rest is read.
    static func count(in pattern: [UInt8]) -> Int? {
        var count = 0
        var index = 0
        var isInClass = false
        while index < pattern.count {
            let rest = pattern[(index + 1)...]
            switch pattern[index] {
            case UInt8(ascii: "\\"):
                // `\Q` quotes what follows.
                if rest.first == UInt8(ascii: "Q") { return nil }
                index += 1
            case UInt8(ascii: "["):
                // A bracket that comes first is a member, as in `[]a]`; classes in classes are left to PCRE2.
                if isInClass || rest.first == UInt8(ascii: "]") || rest.starts(with: "^]".utf8) { return nil }
                isInClass = true
            case UInt8(ascii: "]"):
                isInClass = false
            case UInt8(ascii: "(") where !isInClass:
                if rest.first == UInt8(ascii: "*") { return nil }
                if rest.first != UInt8(ascii: "?") {
                    count += 1
                } else if !uncounted.contains(where: { rest.starts(with: $0.utf8) }) {
                    return nil
                }
            default: break
            }
            index += 1
        }
        return count
    }

    /// What may follow the parenthesis of a group that does not count and changes nothing behind it but what capitals mean.
    private static let uncounted = ["?:", "?=", "?!", "?<=", "?<!", "?i)", "?i:"]
}
