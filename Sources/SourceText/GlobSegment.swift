/// A glob for one segment of a path.
struct GlobSegment: Hashable, Sendable {
    private enum Part: Hashable, Sendable {
        case byte(UInt8)
        /// `?`
        case anyCharacter
        /// `*`
        case anyText
        case characters([ClosedRange<UInt32>], isNegated: Bool)
    }

    private var parts: [Part] = []
    /// What it spells, where it has no wildcards.
    private var plain: [UInt8]?
    /// The pairs of bytes that whatever it matches has.
    private(set) var pairs = BytePairs()

    init(_ pattern: ArraySlice<UInt8>) {
        var index = pattern.startIndex
        while index < pattern.endIndex {
            let byte = pattern[index]
            index += 1
            switch byte {
            case UInt8(ascii: "*"): if parts.last != .anyText { parts.append(.anyText) }
            case UInt8(ascii: "?"): parts.append(.anyCharacter)
            case UInt8(ascii: "\\") where index < pattern.endIndex:
                parts.append(.byte(pattern[index]))
                index += 1
            case UInt8(ascii: "["):
                if let (part, end) = Self.characters(pattern[index...]) {
                    parts.append(part)
                    index = end
                } else {
                    parts.append(.byte(byte))
                }
            default: parts.append(.byte(byte))
            }
        }
        var spelled: [UInt8] = []
        for case .byte(let byte) in parts { spelled.append(byte) }
        plain = spelled.count == parts.count ? spelled : nil
        for (part, next) in zip(parts, parts.dropFirst()) {
            if case .byte(let first) = part, case .byte(let second) = next { pairs.insert(first, second) }
        }
    }

    /// Whether the pattern matches the bytes in a range. Those are looked at in place: a run asks this of every file for every
    /// pattern of every rule.
    func matches(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
        if let plain {
            return plain.count == range.count && plain.indices.allSatisfy { plain[$0] == bytes[range.lowerBound + $0] }
        }
        guard let start = range.first, let end = range.last else { return matches(wildcardsIn: bytes, range) }
        if case .byte(let first)? = parts.first, bytes[start] != first { return false }
        if case .byte(let last)? = parts.last, bytes[end] != last { return false }
        return matches(wildcardsIn: bytes, range)
    }

    private func matches(wildcardsIn bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var part = 0
        var index = range.lowerBound
        let end = range.upperBound
        // The last `*` and the byte up to which it reaches.
        var retry: (part: Int, index: Int)?
        while part < parts.count || index < end {
            if part < parts.count, parts[part] == .anyText {
                part += 1
                retry = (part, index)
            } else if part < parts.count, index < end,
                let width = width(of: parts[part], at: index, in: bytes, end: end)
            {
                part += 1
                index += width
            } else if let last = retry, last.index < end {
                part = last.part
                index = min(last.index + UTF8Width.ofSequence(at: last.index, in: bytes), end)
                retry = (part, index)
            } else {
                return false
            }
        }
        return true
    }

    /// How many bytes `part` matches at `index`; nil where it does not match.
    private func width(of part: Part, at index: Int, in bytes: [UInt8], end: Int) -> Int? {
        switch part {
        case .byte(let byte): return bytes[index] == byte ? 1 : nil
        case .anyCharacter: return min(UTF8Width.ofSequence(at: index, in: bytes), end - index)
        case .characters(let ranges, let isNegated):
            let (scalar, width) = Self.scalar(at: index, in: bytes[..<end])
            return ranges.contains { $0.contains(scalar) } != isNegated ? width : nil
        case .anyText: return nil
        }
    }

    /// What follows a `[`; nil where no `]` closes it.
    private static func characters(_ pattern: ArraySlice<UInt8>) -> (Part, end: Int)? {
        var index = pattern.startIndex
        let isNegated = pattern.first == UInt8(ascii: "!") || pattern.first == UInt8(ascii: "^")
        if isNegated { index += 1 }
        let first = index
        var ranges: [ClosedRange<UInt32>] = []
        while index < pattern.endIndex {
            // A `]` in first place is one of the characters.
            if pattern[index] == UInt8(ascii: "]"), index > first {
                return (.characters(ranges, isNegated: isNegated), index + 1)
            }
            let low = character(&index, in: pattern)
            var high = low
            if index + 1 < pattern.endIndex, pattern[index] == UInt8(ascii: "-"),
                pattern[index + 1] != UInt8(ascii: "]")
            {
                index += 1
                high = character(&index, in: pattern)
            }
            if low <= high { ranges.append(low...high) }
        }
        return nil
    }

    private static func character(_ index: inout Int, in pattern: ArraySlice<UInt8>) -> UInt32 {
        if pattern[index] == UInt8(ascii: "\\"), index + 1 < pattern.endIndex { index += 1 }
        let (scalar, width) = scalar(at: index, in: pattern)
        index += width
        return scalar
    }

    /// The character at `index`; a byte that is not UTF-8 stands for itself.
    private static func scalar(at index: Int, in bytes: ArraySlice<UInt8>) -> (UInt32, width: Int) {
        var decoder = UTF8()
        var iterator = bytes[index...].prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (UInt32(bytes[index]), 1) }
        return (scalar.value, UTF8.width(scalar))
    }
}
