/// One line of a gitignore file.
struct IgnorePattern {
    /// The pattern without `!`, without the slash that anchors it and without the one that asks for a directory.
    private let text: [UInt8]
    /// The number of bytes before the first wildcard.
    private let literalCount: Int
    /// Whether the pattern is `*` and then no wildcard, so that comparing ends is enough.
    private let isSuffix: Bool
    /// Whether only the last component is compared: there was no slash but the last.
    private let matchesNames: Bool
    private let matchesDirectoriesOnly: Bool
    /// Whether a match takes the path back in.
    let isNegated: Bool

    /// More stars than any pattern needs and few enough for the matcher to recurse over; a pattern with more is void.
    private static let maximumStars = 512

    /// Reads a line without its end; nil for a comment and where nothing is left to match.
    init?(line: ArraySlice<UInt8>) {
        var rest = IgnorePattern.trimmingSpaces(line)
        guard let first = rest.first, first != 0x23 else { return nil }
        isNegated = first == 0x21
        if isNegated { rest.removeFirst() }
        matchesDirectoriesOnly = rest.last == Wildmatch.Byte.slash
        if matchesDirectoriesOnly { rest.removeLast() }
        matchesNames = !rest.contains(Wildmatch.Byte.slash)
        if rest.first == Wildmatch.Byte.slash { rest.removeFirst() }
        text = IgnorePattern.simplified(rest)
        guard !text.isEmpty, text.count(where: { $0 == Wildmatch.Byte.star }) <= IgnorePattern.maximumStars else {
            return nil
        }
        literalCount = text.firstIndex(where: Wildmatch.Byte.isSpecial) ?? text.count
        isSuffix = text[0] == Wildmatch.Byte.star && !text.dropFirst().contains(where: Wildmatch.Byte.isSpecial)
    }

    /// Whether the pattern means a path.
    /// - Parameters:
    ///   - relative: the part of `path` below the directory of the gitignore file.
    ///   - name: the last component of it.
    func matches(_ path: [UInt8], relative: Range<Int>, name: Range<Int>, isDirectory: Bool) -> Bool {
        if matchesDirectoriesOnly, !isDirectory { return false }
        if matchesNames {
            if literalCount == text.count { return path[name].elementsEqual(text) }
            if isSuffix {
                let count = text.count - 1
                return count <= name.count
                    && path[(name.upperBound - count)..<name.upperBound].elementsEqual(text[1...])
            }
            return literalPrefixMatches(path, name)
                && Wildmatch.matches(text, from: 0, path, name, isPath: false)
        }
        guard literalPrefixMatches(path, relative) else { return false }
        if literalCount == text.count { return relative.count == literalCount }
        return Wildmatch.matches(
            text, from: literalCount, path, (relative.lowerBound + literalCount)..<relative.upperBound, isPath: true)
    }

    private func literalPrefixMatches(_ path: [UInt8], _ range: Range<Int>) -> Bool {
        guard literalCount <= range.count else { return false }
        var index = 0
        while index < literalCount {
            if path[range.lowerBound + index] != text[index] { return false }
            index += 1
        }
        return true
    }

    /// Leaves out each `**/` that follows another as a whole component: it says nothing new and makes matching slow.
    private static func simplified(_ pattern: ArraySlice<UInt8>) -> [UInt8] {
        let anything: [UInt8] = [Wildmatch.Byte.star, Wildmatch.Byte.star, Wildmatch.Byte.slash]
        var result: [UInt8] = []
        var isAfterAnything = false
        var rest = pattern
        while let slash = rest.firstIndex(of: Wildmatch.Byte.slash) {
            let component = rest[...slash]
            let isAnything = component.elementsEqual(anything)
            if !isAnything || !isAfterAnything { result += component }
            isAfterAnything = isAnything
            rest = rest[(slash + 1)...]
        }
        return result + rest
    }

    /// Drops the spaces at the end that no backslash protects.
    private static func trimmingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = line.startIndex
        var index = line.startIndex
        while index < line.endIndex {
            let isProtecting = line[index] == Wildmatch.Byte.backslash
            // A backslash at the very end stays, and with it what is before it.
            if isProtecting { index = min(index + 1, line.endIndex - 1) }
            if isProtecting || line[index] != 0x20 { end = index + 1 }
            index += 1
        }
        return line[..<end]
    }
}
