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
                } else if !isUncounted(rest.dropFirst()) {
                    return nil
                }
            default: break
            }
            index += 1
        }
        return count
    }

    /// Whether a group, of which the text behind `(?` is given, does not count and changes nothing behind it but what letters, dots
    /// and the ends of lines mean.
    private static func isUncounted(_ group: ArraySlice<UInt8>) -> Bool {
        switch group.first {
        case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: ">"): return true
        case UInt8(ascii: "<"):
            let assertion = group.dropFirst().first
            return assertion == UInt8(ascii: "=") || assertion == UInt8(ascii: "!")
        default: break
        }
        // Digits call a group by its number; among letters `x` and `n`, say, have the rest read otherwise.
        let called = group.drop { (0x30...0x39).contains($0) }
        if called.startIndex > group.startIndex { return called.first == UInt8(ascii: ")") }
        let options = group.prefix { harmlessOptions.contains($0) }
        let end = group[options.endIndex...].first
        return !options.isEmpty && (end == UInt8(ascii: ")") || end == UInt8(ascii: ":"))
    }

    /// Without regard to case, `^` and `$` at lines, `.` for line feeds; the hyphen takes back.
    private static let harmlessOptions = Set("ims-".utf8)
}
