import Findings
import SourceText

/// The report for people at a terminal: grouped by file; message, code with the place marked, fix; a summary at the
/// end.
struct TextReporter: Reporter {
    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        let style = TerminalStyle(usesColor: options.usesColor)
        for group in FileGroup.groups(of: report.shown(options)) {
            style.begin(.path, in: &sink)
            VisibleText.append(group.path, to: &sink)
            style.end(in: &sink)
            sink.append(0x0A)
            let file = options.sources.bytes(ofFile: group.path).map(SourceFile.init)
            for finding in group.findings {
                TextFinding(finding: finding, file: file, style: style).write(to: &sink)
            }
            sink.append(0x0A)
        }
        TextReporter.summary(report, style, to: &sink)
    }

    private static func summary(_ report: Report, _ style: TerminalStyle, to sink: inout [UInt8]) {
        let active = report.active
        let counts = SeverityCounts(active)
        let summary = report.summary
        let files = SeverityCounts.count(summary.filesChecked, "file")
        if let heaviest = active.map(\.severity).max() {
            let paths = FileGroup.groups(of: active).count
            style.append(counts.words, TerminalStyle.role(of: heaviest), to: &sink)
            sink += " in \(paths) of \(files)".utf8
        } else {
            style.append("No findings", .good, to: &sink)
            sink += " in \(files)".utf8
        }
        let fixable = active.count { $0.fix?.isSafe == true }
        let unsafe = active.count { $0.fix?.isSafe == false }
        var remarks: [String] = []
        if fixable > 0 { remarks.append("\(fixable) fixable with --fix") }
        if unsafe > 0 { remarks.append("\(unsafe) with --unsafe-fixes") }
        if summary.suppressedCount > 0 { remarks.append("\(summary.suppressedCount) suppressed") }
        if summary.filesSkippedCount > 0 {
            remarks.append("\(SeverityCounts.count(summary.filesSkippedCount, "file")) skipped")
        }
        if !remarks.isEmpty { sink += " (\(remarks.joined(separator: ", ")))".utf8 }
        if let duration = summary.duration { sink += " in \(TextReporter.seconds(duration))".utf8 }
        sink += ".\n".utf8
    }

    /// Seconds with two decimals: `1.07 s`.
    private static func seconds(_ duration: Duration) -> String {
        let parts = duration.components
        let hundredths = Int(parts.attoseconds / 10_000_000_000_000_000)
        return "\(parts.seconds).\(hundredths < 10 ? "0" : "")\(hundredths) s"
    }
}
