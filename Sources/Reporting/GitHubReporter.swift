import Findings

/// Workflow commands, which GitHub Actions turns into annotations of the changed lines.
///
/// Form and escapes: actions/toolkit, `packages/core/src/command.ts`.
struct GitHubReporter: Reporter {
    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        for diagnostic in report.diagnostics {
            var properties: [(String, String)] = []
            if let path = diagnostic.path { properties.append(("file", path)) }
            if let line = diagnostic.line { properties.append(("line", String(line))) }
            if diagnostic.line != nil, let column = diagnostic.column { properties.append(("col", String(column))) }
            properties.append(("title", options.toolName))
            GitHubReporter.command(diagnostic.severity, properties, diagnostic.message, to: &sink)
        }
        for finding in report.active {
            let start = finding.range.start
            let end = finding.range.end
            var properties = [("file", finding.path), ("line", String(start.line)), ("endLine", String(end.line))]
            // An annotation of several lines cannot have columns.
            if start.line == end.line {
                properties.append(("col", String(start.characterColumn)))
                properties.append(("endColumn", String(end.characterColumn)))
            }
            properties.append(("title", finding.rule))
            GitHubReporter.command(finding.severity, properties, finding.message, to: &sink)
        }
    }

    private static func command(
        _ severity: Severity, _ properties: [(String, String)], _ message: String, to sink: inout [UInt8]
    ) {
        sink += severity == .error ? "::error ".utf8 : severity == .warning ? "::warning ".utf8 : "::notice ".utf8
        var isFirst = true
        for (name, value) in properties {
            if !isFirst { sink.append(0x2C) }
            isFirst = false
            sink += name.utf8
            sink.append(0x3D)
            escape(value, isProperty: true, to: &sink)
        }
        sink += "::".utf8
        escape(message, isProperty: false, to: &sink)
        sink.append(0x0A)
    }

    private static func escape(_ text: String, isProperty: Bool, to sink: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 0x25: sink += "%25".utf8
            case 0x0D: sink += "%0D".utf8
            case 0x0A: sink += "%0A".utf8
            case 0x3A where isProperty: sink += "%3A".utf8
            case 0x2C where isProperty: sink += "%2C".utf8
            default: sink.append(byte)
            }
        }
    }
}
