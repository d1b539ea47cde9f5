/// Writes a glob with braces out as globs without.
enum GlobBraces {
    /// Beyond this many a pattern's braces are taken as characters, so that a hostile pattern costs no memory.
    private static let most = 256
    private static let deepest = 8

    static func expand(_ pattern: [UInt8]) -> [[UInt8]] {
        expand(pattern[...], depth: 0) ?? [pattern]
    }

    private static func expand(_ pattern: ArraySlice<UInt8>, depth: Int) -> [[UInt8]]? {
        guard depth <= deepest else { return nil }
        guard let group = firstGroup(in: pattern) else { return [Array(pattern)] }
        guard let rests = expand(pattern[(group.end + 1)...], depth: depth + 1) else { return nil }
        var all: [[UInt8]] = []
        for choice in group.choices {
            guard let inners = expand(choice, depth: depth + 1) else { return nil }
            guard all.count + inners.count * rests.count <= most else { return nil }
            for inner in inners {
                for rest in rests { all.append(pattern[..<group.start] + inner + rest) }
            }
        }
        return all
    }

    private struct Group {
        var start: Int
        /// The closing brace.
        var end: Int
        var choices: [ArraySlice<UInt8>]
    }

    /// The first `{..}` that holds a comma of its own.
    private static func firstGroup(in pattern: ArraySlice<UInt8>) -> Group? {
        var open: [Group] = []
        var first: Group?
        var index = pattern.startIndex
        while index < pattern.endIndex {
            switch pattern[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): open.append(Group(start: index, end: index, choices: []))
            case UInt8(ascii: ","):
                if let group = open.indices.last {
                    let start = open[group].choices.last.map { $0.endIndex + 1 } ?? open[group].start + 1
                    open[group].choices.append(pattern[start..<index])
                }
            case UInt8(ascii: "}"):
                if var group = open.popLast(), let last = group.choices.last {
                    group.choices.append(pattern[(last.endIndex + 1)..<index])
                    group.end = index
                    // An outer group closes after its inner ones and starts before them.
                    if first.map({ group.start < $0.start }) ?? true { first = group }
                }
            default: break
            }
            index += 1
        }
        return first
    }
}
