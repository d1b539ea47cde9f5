import Findings
import SourceText

/// One finding in the text report.
struct TextFinding {
    let finding: Finding
    /// The finding's file, where it is to be had.
    let file: SourceFile?
    let style: TerminalStyle

    func write(to sink: inout [UInt8]) {
        head(to: &sink)
        let preview = finding.fix.flatMap(preview)
        let lastNumber = max(finding.range.start.line, preview.map { $0.first + $0.new.count - 1 } ?? 0)
        let gutter = max(String(lastNumber).utf8.count, 3) + 1
        frame(gutter, to: &sink)
        if let fix = finding.fix { self.fix(fix, preview, gutter, to: &sink) }
        for (index, step) in finding.flow.enumerated() {
            remark("flow \(index + 1)", "\(place(step.path, step.range)): \(step.message)", gutter, to: &sink)
        }
        for related in finding.related {
            remark("see", "\(place(related.path, related.range)): \(related.message)", gutter, to: &sink)
        }
        if let suppression = finding.suppression {
            remark("suppressed", TextFinding.words(suppression), gutter, to: &sink)
        }
    }

    /// `  12:5 error: message [rule]`
    private func head(to sink: inout [UInt8]) {
        let start = finding.range.start
        sink += "  \(start.line):\(start.characterColumn) ".utf8
        style.append(finding.severity.rawValue, TerminalStyle.role(of: finding.severity), to: &sink)
        sink += ": ".utf8
        VisibleText.append(finding.message, indent: 4, to: &sink)
        sink.append(0x20)
        style.begin(.rule, in: &sink)
        sink.append(0x5B)
        VisibleText.append(finding.rule, to: &sink)
        sink.append(0x5D)
        style.end(in: &sink)
        sink.append(0x0A)
    }

    /// The finding's first line with carets under what is reported; to the end of the line where that goes on below.
    private func frame(_ gutter: Int, to sink: inout [UInt8]) {
        let start = finding.range.start
        guard let file, let range = file.range(ofLine: start.line), start.offset <= file.bytes.count else { return }
        let line = DisplayLine(range, of: file.bytes, mark: finding.range.bytes)
        numbered(start.line, sign: 0x7C, gutter, to: &sink)
        codeText(line.text, to: &sink)
        sink.append(0x0A)
        pad(gutter, to: &sink)
        style.append("|", .gutter, to: &sink)
        for _ in 0...line.markedColumns.lowerBound { sink.append(0x20) }
        style.begin(TerminalStyle.role(of: finding.severity), in: &sink)
        for _ in line.markedColumns { sink.append(0x5E) }
        style.end(in: &sink)
        sink.append(0x0A)
    }

    /// What the fix does, and the lines as they would be where those are few.
    private func fix(_ fix: Fix, _ preview: (first: Int, new: [[UInt8]])?, _ gutter: Int, to sink: inout [UInt8]) {
        remark("fix", fix.description + (fix.isSafe ? " (--fix)" : " (--unsafe-fixes)"), gutter, to: &sink)
        guard let preview else { return }
        for (index, text) in preview.new.enumerated() {
            let line = DisplayLine(ByteRange(0, text.count), of: text)
            style.begin(.fix, in: &sink)
            numbered(preview.first + index, sign: 0x2B, gutter, isPlain: true, to: &sink)
            codeText(line.text, to: &sink)
            style.end(in: &sink)
            sink.append(0x0A)
        }
    }

    private static let previewLines = 6
    private static let previewBytes = 1000

    private func preview(_ fix: Fix) -> (first: Int, new: [[UInt8]])? {
        guard let file, let merged = MergedEdit(fix, in: file, limit: TextFinding.previewBytes),
            let lines = merged.lines(in: file, limit: TextFinding.previewBytes),
            lines.new.count <= TextFinding.previewLines, lines.new != lines.old
        else { return nil }
        return (lines.first, lines.new)
    }

    private func remark(_ name: String, _ text: String, _ gutter: Int, to sink: inout [UInt8]) {
        pad(gutter, to: &sink)
        style.append("=", .gutter, to: &sink)
        sink += " \(name): ".utf8
        VisibleText.append(text, indent: gutter + 4, to: &sink)
        sink.append(0x0A)
    }

    /// A line number, right-aligned, and the sign that parts it from the code.
    private func numbered(_ number: Int, sign: UInt8, _ gutter: Int, isPlain: Bool = false, to sink: inout [UInt8]) {
        let digits = String(number)
        if !isPlain { style.begin(.gutter, in: &sink) }
        pad(gutter - 1 - digits.utf8.count, to: &sink)
        sink += digits.utf8
        sink.append(0x20)
        sink.append(sign)
        if !isPlain { style.end(in: &sink) }
    }

    /// Code after its sign; an empty line gets no trailing space.
    private func codeText(_ text: [UInt8], to sink: inout [UInt8]) {
        if text.isEmpty { return }
        sink.append(0x20)
        sink += text
    }

    private func pad(_ count: Int, to sink: inout [UInt8]) {
        for _ in 0..<max(count, 0) { sink.append(0x20) }
    }

    private func place(_ path: String, _ range: SourceRange) -> String {
        "\(path):\(range.start.line):\(range.start.characterColumn)"
    }

    /// What suppressed the finding, and why.
    static func words(_ suppression: Suppression) -> String {
        let kind =
            switch suppression.kind {
            case .comment: "by a comment"
            case .baseline: "by the baseline"
            case .unchanged: "as in the version compared with"
            }
        guard let reason = suppression.reason, !reason.isEmpty else { return kind }
        return "\(kind): \(reason)"
    }
}
