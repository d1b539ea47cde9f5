import SourceText

/// A line of source made fit to be shown: tabs expanded, control characters visible, over-long lines cut, with the
/// columns that a marked range takes.
struct DisplayLine {
    /// The text, valid UTF-8, without control characters.
    private(set) var text: [UInt8] = []
    /// Where the mark starts, in bytes of `text`.
    private(set) var markedBytes = ByteRange(0, 0)
    /// Which columns the mark takes, 0-based; at least one.
    private(set) var markedColumns = 0..<1

    /// The distance of tab stops, in columns.
    static let tabWidth = 4

    /// - Parameters:
    ///   - line: the bytes of the line in the file, without its line ending.
    ///   - mark: what to mark, in bytes of the file; parts outside the line do not count.
    init(_ line: ByteRange, of bytes: [UInt8], mark: ByteRange) {
        let start = min(max(mark.start, line.start), line.end)
        let end = min(max(mark.end, start), line.end)
        let shown = DisplayLine.window(line, around: start, in: bytes)
        var width = DisplayWidth()
        var column = 0
        if shown.start > line.start { appendEllipsis(&column) }
        var marked = (start: column, end: column)
        markedBytes = ByteRange(text.count, text.count)
        var index = shown.start
        while index < shown.end {
            if index <= start {
                marked.start = column
                markedBytes.start = text.count
            }
            let (scalar, length) = UTF8Text.scalar(at: index, in: bytes)
            append(scalar, &column, &width)
            if index < end {
                marked.end = column
                markedBytes.end = text.count
            }
            index += length
        }
        if start >= shown.end {
            marked.start = column
            markedBytes.start = text.count
        }
        markedBytes.end = max(markedBytes.end, markedBytes.start)
        markedColumns = marked.start..<max(marked.end, marked.start + 1)
        if shown.end < line.end { appendEllipsis(&column) }
    }

    /// A line without a mark.
    init(_ line: ByteRange, of bytes: [UInt8]) { self.init(line, of: bytes, mark: ByteRange(line.start, line.start)) }

    /// Lines longer than this many bytes are cut, so that a report of a generated file stays readable and cheap.
    private static let limit = 400
    /// How much of a cut line is shown before the mark.
    private static let before = 100

    private static func window(_ line: ByteRange, around mark: Int, in bytes: [UInt8]) -> ByteRange {
        if line.count <= limit { return line }
        let start = max(line.start, min(mark - before, line.end - limit))
        let end = min(line.end, start + limit)
        return ByteRange(
            start == line.start ? start : UTF8Text.boundary(atOrAfter: start, in: bytes),
            end == line.end ? end : UTF8Text.boundary(atOrAfter: end, in: bytes))
    }

    private mutating func appendEllipsis(_ column: inout Int) {
        text += "…".utf8
        column += 1
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ column: inout Int, _ width: inout DisplayWidth) {
        if scalar == "\t" {
            let columns = DisplayLine.tabWidth - column % DisplayLine.tabWidth
            for _ in 0..<columns { text.append(0x20) }
            column += columns
            return
        }
        let shown = VisibleText.scalar(scalar)
        column += width.advance(shown)
        text += UTF8.encode(shown) ?? UTF8.encodedReplacementCharacter
    }
}
