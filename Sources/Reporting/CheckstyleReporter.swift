import Findings

/// Checkstyle XML. Columns are in characters. Problems of the run stand under their file, or under none.
struct CheckstyleReporter: Reporter {
    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        var xml = XMLWriter()
        // The version is that of the form, which most readers know.
        xml.element("checkstyle", [("version", "4.3")]) { xml in
            for diagnostic in report.diagnostics {
                xml.element("file", [("name", diagnostic.path ?? "")]) { xml in
                    CheckstyleReporter.error(
                        (diagnostic.line, diagnostic.column), diagnostic.severity, diagnostic.message,
                        source: options.toolName, &xml)
                }
            }
            for group in FileGroup.groups(of: report.active) {
                xml.element("file", [("name", group.path)]) { xml in
                    for finding in group.findings {
                        let start = finding.range.start
                        CheckstyleReporter.error(
                            (start.line, start.characterColumn), finding.severity, finding.message,
                            source: finding.rule, &xml)
                    }
                }
            }
        }
        sink += xml.output
    }

    private static func error(
        _ place: (line: Int?, column: Int?), _ severity: Severity, _ message: String, source: String,
        _ xml: inout XMLWriter
    ) {
        var attributes = [("line", String(place.line ?? 1))]
        if let column = place.column { attributes.append(("column", String(column))) }
        attributes.append(("severity", severity == .note ? "info" : severity.rawValue))
        attributes.append(("message", message))
        attributes.append(("source", source))
        xml.element("error", attributes)
    }
}
