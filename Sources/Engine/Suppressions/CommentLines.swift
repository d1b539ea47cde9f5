import Algorithms
import SourceText

/// Which lines of a file hold comments and nothing else.
struct CommentLines {
    private let comments: [ByteRange]
    private let bytes: [UInt8]
    private let lines: LineIndex
    /// Of each comment: whether nothing but white space, other comments and the braces of a JSX expression share its lines.
    private let standsAlone: [Bool]
    /// The first lines of comments that stand alone, with their last lines.
    private let lastLines: [Int: Int]

    /// - Parameter comments: in source order.
    init(_ comments: [ByteRange], bytes: [UInt8], lines: LineIndex) {
        self.comments = comments
        self.bytes = bytes
        self.lines = lines
        var alone: [Bool] = []
        var last: [Int: Int] = [:]
        for comment in comments {
            let first = lines.line(at: comment.start)
            let end = lines.line(at: max(comment.start, comment.end - 1))
            let lineEnd = max(comment.end, lines.range(ofLine: end, in: bytes).end)
            let before = bytes[lines.range(ofLine: first, in: bytes).start..<comment.start].trimming(while: \.isSpace)
            let after = bytes[comment.end..<lineEnd].trimming(while: \.isSpace)
            let isBraced = before.elementsEqual([0x7B]) && after.elementsEqual([0x7D])
            alone.append(isBraced || (before.isEmpty && after.isEmpty))
            if alone.last == true { last[first] = end }
        }
        standsAlone = alone
        lastLines = last
    }

    /// The 1-based lines that a directive in the comment speaks of: its own, and where it stands alone all up to the next
    /// line that is more than a comment.
    func target(ofComment index: Int) -> ClosedRange<Int> {
        let comment = comments[index]
        let first = lines.line(at: comment.start)
        guard standsAlone[index] else { return first...first }
        var next = lines.line(at: max(comment.start, comment.end - 1)) + 1
        while let last = lastLines[next] { next = last + 1 }
        return first...next
    }
}
