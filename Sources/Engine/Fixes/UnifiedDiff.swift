/// A change to a file in the format that `patch` and `git apply` read (GNU diffutils manual, "Unified Format").
public enum UnifiedDiff {
    private static let context = 3

    /// The difference; empty where there is none.
    /// - Parameter path: relative; it gets git's `a/` and `b/`, and its quotes where it needs them.
    public static func bytes(from old: [UInt8], to new: [UInt8], path: String) -> [UInt8] {
        let oldLines = lines(of: old)
        let newLines = lines(of: new)
        let changes = LineDifference(oldLines, newLines).changes
        if changes.isEmpty { return [] }
        var output = Array("--- \(name("a/" + path))\n+++ \(name("b/" + path))\n".utf8)
        for hunk in hunks(changes) { append(hunk, oldLines, newLines, to: &output) }
        return output
    }

    /// Changes whose context meets stand in one hunk.
    private static func hunks(_ changes: [LineDifference.Change]) -> [[LineDifference.Change]] {
        var hunks: [[LineDifference.Change]] = []
        for change in changes {
            if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
                hunks[hunks.count - 1].append(change)
            } else {
                hunks.append([change])
            }
        }
        return hunks
    }

    private static func append(
        _ hunk: [LineDifference.Change], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>],
        to output: inout [UInt8]
    ) {
        guard let first = hunk.first, let last = hunk.last else { return }
        let before = min(context, first.old.lowerBound)
        let after = min(context, old.count - last.old.upperBound)
        let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
        let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
        output += "@@ -\(place(oldRange)) +\(place(newRange)) @@\n".utf8
        var position = oldRange.lowerBound
        for change in hunk {
            for line in old[position..<change.old.lowerBound] { append(line, UInt8(ascii: " "), to: &output) }
            for line in old[change.old] { append(line, UInt8(ascii: "-"), to: &output) }
            for line in new[change.new] { append(line, UInt8(ascii: "+"), to: &output) }
            position = change.old.upperBound
        }
        for line in old[position..<oldRange.upperBound] { append(line, UInt8(ascii: " "), to: &output) }
    }

    /// A line with its mark. Only the last line of a file can be without an end.
    private static func append(_ line: ArraySlice<UInt8>, _ mark: UInt8, to output: inout [UInt8]) {
        output.append(mark)
        output += line
        if line.last != 0x0A { output += "\n\\ No newline at end of file\n".utf8 }
    }

    /// Start and count; the count is left out where it is 1, and an empty range is said to start at the line before it.
    private static func place(_ range: Range<Int>) -> String {
        switch range.count {
        case 0: "\(range.lowerBound),0"
        case 1: "\(range.lowerBound + 1)"
        default: "\(range.lowerBound + 1),\(range.count)"
        }
    }

    /// The lines with their ends.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    /// As git writes it: in quotes with C's escapes where a byte asks for it, with a tab behind where there is a space.
    private static func name(_ path: String) -> String {
        let needsQuotes = path.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }
        guard needsQuotes else { return path.utf8.contains(0x20) ? path + "\t" : path }
        var quoted: [UInt8] = [0x22]
        for byte in path.utf8 {
            switch byte {
            case 0x22, 0x5C: quoted += [0x5C, byte]
            case 0x20..<0x7F, 0x80...: quoted.append(byte)
            default: quoted += [0x5C, 0x30 + byte >> 6, 0x30 + byte >> 3 & 7, 0x30 + byte & 7]
            }
        }
        return String(decoding: quoted + [0x22], as: UTF8.self)
    }
}
