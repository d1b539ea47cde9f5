import Findings
import SourceText

/// One finding on the page: message, place, code around it, flow, related places, fix.
struct HTMLFinding {
    let finding: Finding
    /// The finding's file, where it is to be had.
    let file: SourceFile?
    /// The id of the rule's element on the page.
    let anchor: String?

    func write(_ html: inout HTMLWriter) {
        let severity = finding.severity.rawValue
        html.raw("<article class=\"\(severity)\(finding.isActive ? "" : " suppressed")\" data-severity=\"\(severity)\"")
        attribute("rule", finding.rule, &html)
        attribute("pack", finding.pack, &html)
        attribute("folder", finding.folder, &html)
        html.raw(">\n<h4><span class=\"severity\">\(severity)</span> ")
        html.raw("<span class=\"message\">")
        html.prose(finding.message)
        html.raw("</span></h4>\n<p class=\"meta\">")
        let start = finding.range.start
        html.element("span", "class=\"place\"", "\(finding.path):\(start.line):\(start.characterColumn)")
        html.raw(" · ")
        html.element("a", anchor.map { "href=\"#\($0)\"" } ?? "", finding.rule)
        if let suppression = finding.suppression {
            html.element("span", "class=\"remark\"", " · suppressed \(TextFinding.words(suppression))")
        }
        html.raw("</p>\n")
        if let file { code(file, &html) }
        places("ol", "Flow", finding.flow.map { ($0.path, $0.range, $0.message) }, &html)
        places("ul", "See also", finding.related.map { ($0.path, $0.range, $0.message) }, &html)
        if let fix = finding.fix { self.fix(fix, &html) }
        html.raw("</article>\n")
    }

    private func attribute(_ name: String, _ value: String, _ html: inout HTMLWriter) {
        html.raw(" data-\(name)=\"")
        html.text(value)
        html.raw("\"")
    }

    /// How many lines are shown before and after the finding.
    private static let context = 2
    /// How many lines of the finding itself are shown.
    private static let lineLimit = 12

    private func code(_ file: SourceFile, _ html: inout HTMLWriter) {
        let first = finding.range.start.line
        let last = min(finding.range.end.line, file.lines.lineCount)
        guard first <= last else { return }
        let isCut = last - first >= HTMLFinding.lineLimit
        let end = isCut ? first + HTMLFinding.lineLimit - 1 : last + HTMLFinding.context
        html.raw("<pre class=\"code\">")
        for number in max(1, first - HTMLFinding.context)...end {
            guard let range = file.range(ofLine: number) else { break }
            let isMarked = first <= number && number <= last
            // A line ending at the end of the file starts a line that nobody wrote.
            if !isMarked, number == file.lines.lineCount, range.count == 0 { break }
            let mark = isMarked ? self.mark(in: range, of: file) : ByteRange(range.start, range.start)
            let line = DisplayLine(range, of: file.bytes, mark: mark)
            html.raw("<span class=\"line\(isMarked ? " marked" : "")\"><span class=\"gutter\">\(number)</span>")
            if isMarked { marked(line, &html) } else { html.text(String(decoding: line.text, as: UTF8.self)) }
            html.raw("\n</span>")
        }
        if isCut { html.raw("<span class=\"line\"><span class=\"gutter\">⋮</span>\n</span>") }
        html.raw("</pre>\n")
    }

    /// What to mark of a line; the indentation of lines after the first is not part of it.
    private func mark(in line: ByteRange, of file: SourceFile) -> ByteRange {
        var start = max(line.start, finding.range.start.offset)
        let end = min(line.end, finding.range.end.offset)
        guard start == line.start else { return ByteRange(start, max(start, end)) }
        while start < end, file.bytes[start] == 0x20 || file.bytes[start] == 0x09 { start += 1 }
        return ByteRange(start, max(start, end))
    }

    private func marked(_ line: DisplayLine, _ html: inout HTMLWriter) {
        let mark = line.markedBytes
        html.text(String(decoding: line.text[..<mark.start], as: UTF8.self))
        html.element("mark", "", String(decoding: line.text[mark.start..<mark.end], as: UTF8.self))
        html.text(String(decoding: line.text[mark.end...], as: UTF8.self))
    }

    private func places(
        _ list: String, _ title: String, _ places: [(path: String, range: SourceRange, message: String)],
        _ html: inout HTMLWriter
    ) {
        if places.isEmpty { return }
        html.raw("<div class=\"places\"><h5>\(title)</h5><\(list)>\n")
        for place in places {
            let start = place.range.start
            html.raw("<li>")
            html.element("span", "class=\"place\"", "\(place.path):\(start.line):\(start.characterColumn)")
            html.raw(" ")
            html.prose(place.message)
            html.raw("</li>\n")
        }
        html.raw("</\(list)></div>\n")
    }

    /// How many bytes of changed lines are shown.
    private static let fixLimit = 4000

    private func fix(_ fix: Fix, _ html: inout HTMLWriter) {
        html.raw("<div class=\"fix\"><h5>\(fix.isSafe ? "Fix" : "Unsafe fix")</h5><p>")
        html.prose(fix.description)
        html.raw("</p>\n")
        let limit = HTMLFinding.fixLimit
        if let file, let lines = MergedEdit(fix, in: file, limit: limit)?.lines(in: file, limit: limit) {
            html.raw("<pre class=\"code\">")
            for line in lines.old { changed(line, "del", "-", &html) }
            for line in lines.new { changed(line, "ins", "+", &html) }
            html.raw("</pre>\n")
        }
        html.raw("</div>\n")
    }

    private func changed(_ bytes: [UInt8], _ element: String, _ sign: String, _ html: inout HTMLWriter) {
        let line = DisplayLine(ByteRange(0, bytes.count), of: bytes)
        html.raw("<\(element) class=\"line\"><span class=\"gutter\">\(sign)</span>")
        html.text(String(decoding: line.text, as: UTF8.self))
        html.raw("\n</\(element)>")
    }
}
