import Findings
import SourceText

/// The edits of a fix as one replacement of everything from the first to the last.
struct MergedEdit {
    let range: SourceRange
    /// The text that stands there afterwards, in UTF-8.
    let replacement: [UInt8]

    /// Nil where there is nothing to merge, the edits do not fit the file, or they are more than `limit` bytes apart: a
    /// fix that adds an import at the top of a file for its end would repeat the whole file.
    init?(_ fix: Fix, in file: SourceFile, limit: Int) {
        let edits = fix.edits.sorted { $0.range < $1.range }
        guard let first = edits.first, let last = edits.last,
            last.range.end.offset - first.range.start.offset <= limit
        else { return nil }
        var text: [UInt8] = []
        var offset = first.range.start.offset
        for edit in edits {
            guard edit.range.start.offset >= offset, file.holds(edit.range.bytes) else { return nil }
            text += file.bytes[offset..<edit.range.start.offset]
            text += edit.replacement.utf8
            offset = edit.range.end.offset
        }
        range = SourceRange(start: first.range.start, end: last.range.end)
        replacement = text
    }

    /// The lines that the fix touches, as they are and as they would be; nil where there are more than `limit` bytes of
    /// them.
    func lines(in file: SourceFile, limit: Int) -> (first: Int, old: [[UInt8]], new: [[UInt8]])? {
        guard let first = file.range(ofLine: range.start.line), let last = file.range(ofLine: range.end.line),
            first.start <= range.start.offset, range.end.offset <= last.end,
            last.end - first.start <= limit, replacement.count <= limit
        else { return nil }
        let old = Array(file.bytes[first.start..<last.end])
        let new = file.bytes[first.start..<range.start.offset] + replacement + file.bytes[range.end.offset..<last.end]
        return (range.start.line, MergedEdit.split(old), MergedEdit.split(Array(new)))
    }

    private static func split(_ text: [UInt8]) -> [[UInt8]] {
        let lines = LineIndex(text)
        return (1...lines.lineCount).map { line in
            let range = lines.range(ofLine: line, in: text)
            return Array(text[range.start..<range.end])
        }
    }
}
