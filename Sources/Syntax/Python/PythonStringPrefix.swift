/// The letters before a string's quote.
struct PythonStringPrefix: OptionSet {
    let rawValue: UInt8

    static let raw = PythonStringPrefix(rawValue: 1)
    static let bytes = PythonStringPrefix(rawValue: 2)
    static let unicode = PythonStringPrefix(rawValue: 4)
    static let formatted = PythonStringPrefix(rawValue: 8)
    static let template = PythonStringPrefix(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The prefix that `letters` spell, in either case and any order; nil where they are none. Python 2's `ur` is one.
    init?(_ letters: ArraySlice<UInt8>) {
        var prefix: PythonStringPrefix = []
        for letter in letters {
            let flag: PythonStringPrefix
            switch letter | 0x20 {
            case UInt8(ascii: "r"): flag = .raw
            case UInt8(ascii: "b"): flag = .bytes
            case UInt8(ascii: "u"): flag = .unicode
            case UInt8(ascii: "f"): flag = .formatted
            case UInt8(ascii: "t"): flag = .template
            default: return nil
            }
            guard !prefix.contains(flag) else { return nil }
            prefix.insert(flag)
        }
        guard letters.count < 2 || prefix.contains(.raw) else { return nil }
        self = prefix
    }

    /// Whether braces in the string hold expressions.
    var isInterpolated: Bool { !isDisjoint(with: [.formatted, .template]) }
}
