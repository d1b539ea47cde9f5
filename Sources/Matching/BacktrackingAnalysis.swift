/// Finds regular expressions that can backtrack exponentially: a repeated group whose body can itself repeat over the same
/// text, `(a+)+`, or whose alternatives begin alike, `(a|a)*`.
enum BacktrackingAnalysis {
    static func isCatastrophic(_ pattern: [UInt8]) -> Bool {
        var stack: [Group] = []
        var index = 0
        var group = Group()
        while index < pattern.count {
            let byte = pattern[index]
            switch byte {
            case UInt8(ascii: "\\"):
                group.note(atom: Array(pattern[index..<min(index + 2, pattern.count)]))
                index += 2
            case UInt8(ascii: "["):
                let start = index
                index += 1
                if index < pattern.count, pattern[index] == UInt8(ascii: "^") { index += 1 }
                if index < pattern.count, pattern[index] == UInt8(ascii: "]") { index += 1 }
                while index < pattern.count, pattern[index] != UInt8(ascii: "]") {
                    index += pattern[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                index = min(index + 1, pattern.count)
                group.note(atom: Array(pattern[start..<index]))
            case UInt8(ascii: "("):
                stack.append(group)
                group = Group()
                index += 1
                if index < pattern.count, pattern[index] == UInt8(ascii: "?") {
                    index += 1
                    while index < pattern.count, !Group.endsGroupPrefix(pattern[index]) { index += 1 }
                    index += 1
                }
            case UInt8(ascii: ")"):
                index += 1
                let closed = group
                guard let outer = stack.popLast() else { return false }
                group = outer
                if index < pattern.count, isUnbounded(pattern, at: index), closed.isAmbiguousWhenRepeated {
                    return true
                }
                group.note(nested: closed)
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"):
                if isUnbounded(pattern, at: index) { group.repeatLast() }
                index += 1
                if byte == UInt8(ascii: "{") {
                    while index < pattern.count, pattern[index] != UInt8(ascii: "}") { index += 1 }
                    index += 1
                }
            case UInt8(ascii: "|"):
                group.alternate()
                index += 1
            case UInt8(ascii: "?"):
                group.optionalLast()
                index += 1
            default:
                group.note(atom: [byte])
                index += 1
            }
        }
        return false
    }

    private static func isUnbounded(_ pattern: [UInt8], at index: Int) -> Bool {
        switch pattern[index] {
        case UInt8(ascii: "*"), UInt8(ascii: "+"): return true
        case UInt8(ascii: "{"):
            let body = pattern[(index + 1)...].prefix { $0 != UInt8(ascii: "}") }
            return body.last == UInt8(ascii: ",")
        default: return false
        }
    }

    /// The atoms of one group's alternatives.
    private struct Group {
        private struct Atom {
            var text: [UInt8]
            var repeats = false
            var optional = false
        }
        private var alternatives: [[Atom]] = [[]]

        mutating func note(atom: [UInt8]) { alternatives[alternatives.count - 1].append(Atom(text: atom)) }
        mutating func alternate() { alternatives.append([]) }
        mutating func repeatLast() { change { $0.repeats = true } }
        mutating func optionalLast() { change { $0.optional = true } }

        mutating func note(nested: Group) {
            // A nested group repeats when all it must match repeats.
            let repeats = nested.alternatives.contains {
                $0.contains(where: \.repeats) && $0.allSatisfy { $0.repeats || $0.optional }
            }
            alternatives[alternatives.count - 1].append(Atom(text: [], repeats: repeats))
        }

        private mutating func change(_ body: (inout Atom) -> Void) {
            let last = alternatives.count - 1
            guard !alternatives[last].isEmpty else { return }
            body(&alternatives[last][alternatives[last].count - 1])
        }

        /// Whether the group, repeated, can match one text in exponentially many ways.
        var isAmbiguousWhenRepeated: Bool {
            for alternative in alternatives {
                let needed = alternative.filter { !$0.optional && !$0.repeats }
                if needed.isEmpty, alternative.contains(where: \.repeats) { return true }
            }
            let firsts = alternatives.compactMap { $0.first?.text }.filter { !$0.isEmpty }
            return Set(firsts).count < firsts.count
        }

        static func endsGroupPrefix(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "!")
                || byte == UInt8(ascii: ">")
        }
    }
}
