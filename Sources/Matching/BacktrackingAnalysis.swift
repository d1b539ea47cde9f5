/// Finds regular expressions that can backtrack exponentially, by the criterion of Semgrep's `redos` analyzer: a group
/// repeated at least four times whose body holds something that repeats itself, and behind it something that can fail.
/// Possessive repeats do not backtrack. One pass over the pattern, which need not be well formed.
struct BacktrackingAnalysis {
    /// What is known of an element of a sequence, deep.
    private struct Element {
        /// Something in it repeats, in at least two ways.
        var repeats = false
        /// Something in it repeats what repeats.
        var repeatsRepeats = false
        /// It can fail to match.
        var canFail = false
    }

    /// A group that is open.
    private struct Group {
        /// All of its alternatives together.
        var whole = Element()
        /// The last element of the alternative, which a quantifier may follow.
        var last: Element?
        /// Whether an element of the alternative repeats what repeats.
        var mayExplode = false
    }

    private let pattern: [UInt8]
    private var index = 0
    private var open: [Group] = []
    private var group = Group()
    private var isCatastrophic = false

    static func isCatastrophic(_ pattern: [UInt8]) -> Bool {
        var analysis = BacktrackingAnalysis(pattern)
        analysis.run()
        return analysis.isCatastrophic
    }

    private init(_ pattern: [UInt8]) { self.pattern = pattern }

    private mutating func run() {
        while index < pattern.count, !isCatastrophic {
            switch pattern[index] {
            case UInt8(ascii: "\\"):
                index += 2
                begin(Element(canFail: true))
            case UInt8(ascii: "["):
                skipClass()
                begin(Element(canFail: true))
            case UInt8(ascii: "("):
                finishLast()
                open.append(group)
                group = Group()
                index += 1
                skipGroupPrefix()
            case UInt8(ascii: ")"):
                index += 1
                finishLast()
                guard let outer = open.popLast() else { return }
                let closed = group.whole
                group = outer
                begin(closed)
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
                quantify()
            case UInt8(ascii: "{") where counts() != nil:
                quantify()
            case UInt8(ascii: "|"):
                finishLast()
                group.mayExplode = false
                index += 1
            default:
                index += 1
                begin(Element(canFail: true))
            }
        }
        finishLast()
    }

    // MARK: Elements

    private mutating func begin(_ element: Element) {
        finishLast()
        group.last = element
    }

    /// No quantifier followed the last element: it is what it is.
    private mutating func finishLast() {
        guard let last = group.last else { return }
        group.last = nil
        if group.mayExplode, last.canFail { isCatastrophic = true }
        group.mayExplode = group.mayExplode || last.repeatsRepeats
        group.whole.repeats = group.whole.repeats || last.repeats
        group.whole.repeatsRepeats = group.whole.repeatsRepeats || last.repeatsRepeats
        group.whole.canFail = group.whole.canFail || last.canFail
    }

    private mutating func quantify() {
        guard let (least, most, length) = counts() else { return }
        index += length
        if index < pattern.count, pattern[index] == UInt8(ascii: "+") {
            // Possessive.
            index += 1
            return
        }
        if index < pattern.count, pattern[index] == UInt8(ascii: "?") { index += 1 }
        guard var last = group.last else { return }
        last.repeatsRepeats = last.repeatsRepeats || last.repeats && most ?? 4 >= 4
        last.repeats = last.repeats || most.map { $0 > max(least, 1) } ?? true
        group.last = last
    }

    /// The least and greatest number of times that the quantifier here allows (nil: any), and its length in bytes; nil where
    /// a brace is none.
    private func counts() -> (least: Int, most: Int?, length: Int)? {
        switch pattern[index] {
        case UInt8(ascii: "*"): return (0, nil, 1)
        case UInt8(ascii: "+"): return (1, nil, 1)
        case UInt8(ascii: "?"): return (0, 1, 1)
        default: break
        }
        let body = pattern[(index + 1)...].prefix { $0 != UInt8(ascii: "}") }
        guard index + 1 + body.count < pattern.count else { return nil }
        let parts = body.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let number = { (part: ArraySlice<UInt8>) in Int(String(decoding: part, as: UTF8.self)) }
        guard let first = parts.first, let least = number(first), parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return (least, least, body.count + 2) }
        if parts[1].isEmpty { return (least, nil, body.count + 2) }
        return number(parts[1]).map { (least, $0, body.count + 2) }
    }

    // MARK: Spelling

    private mutating func skipClass() {
        index += 1
        if index < pattern.count, pattern[index] == UInt8(ascii: "^") { index += 1 }
        if index < pattern.count, pattern[index] == UInt8(ascii: "]") { index += 1 }
        while index < pattern.count, pattern[index] != UInt8(ascii: "]") {
            index += pattern[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
    }

    /// `?:`, `?<name>`, `?=` and the like.
    private mutating func skipGroupPrefix() {
        guard index < pattern.count, pattern[index] == UInt8(ascii: "?") else { return }
        while index < pattern.count {
            switch pattern[index] {
            case UInt8(ascii: ")"): return
            case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: ">"):
                index += 1
                return
            default: index += 1
            }
        }
    }
}
