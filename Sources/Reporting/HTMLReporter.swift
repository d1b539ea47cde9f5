import Findings

/// One self-contained page for a reviewer: totals by rule, pack and folder, findings with their code, the route
/// inventory.
///
/// It loads nothing and sends nothing: style and script stand in it, and its policy forbids the browser any request.
struct HTMLReporter: Reporter {
    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        let findings = report.shown(options)
        let rules = report.rules.described(withRulesOf: findings)
        var html = HTMLWriter()
        HTMLReporter.head(options, &html)
        html.raw("<body>\n<main>\n")
        HTMLReporter.overview(report, options, &html)
        HTMLTotals(findings: findings).write(&html)
        HTMLReporter.findings(findings, rules, options, &html)
        if let routes = options.routes { HTMLRoutes(routes: routes).write(&html) }
        HTMLRules(rules: rules, used: Set(findings.map(\.rule))).write(&html)
        HTMLReporter.diagnostics(report.diagnostics, &html)
        html.raw("</main>\n<script>\n\(HTMLAssets.script)</script>\n</body>\n</html>\n")
        sink += html.output
    }

    private static func head(_ options: ReportOptions, _ html: inout HTMLWriter) {
        html.raw(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            script-src 'unsafe-inline'">

            """)
        html.element("title", "", "\(options.toolName) report")
        html.raw("\n<style>\n\(HTMLAssets.style)</style>\n</head>\n")
    }

    private static func overview(_ report: Report, _ options: ReportOptions, _ html: inout HTMLWriter) {
        let counts = SeverityCounts(report.active)
        html.raw("<header>\n")
        html.element("h1", "", "\(options.toolName) report")
        html.raw("\n<p class=\"counts\">")
        for severity in Severity.allCases.reversed() {
            html.raw("<span class=\"count \(severity.rawValue)\"><b>\(counts[severity])</b> ")
            html.raw("\(severity.rawValue)\(counts[severity] == 1 ? "" : "s")</span> ")
        }
        html.raw("</p>\n")
        html.element("p", "class=\"run\"", runWords(report, options))
        html.raw("\n<nav><a href=\"#findings\">Findings</a>")
        if let routes = options.routes { html.raw(" <a href=\"#routes\">Routes (\(routes.count))</a>") }
        html.raw(" <a href=\"#rules\">Rules</a>")
        if !report.diagnostics.isEmpty {
            html.raw(" <a href=\"#diagnostics\">Problems of the run (\(report.diagnostics.count))</a>")
        }
        html.raw("</nav>\n</header>\n")
    }

    private static func runWords(_ report: Report, _ options: ReportOptions) -> String {
        let summary = report.summary
        var parts = [
            "\(options.toolName) \(options.toolVersion)",
            "\(SeverityCounts.count(summary.filesChecked, "file")) checked",
        ]
        for reason in SkipReason.allCases {
            if let count = summary.filesSkipped[reason], count > 0 {
                parts.append("\(count) skipped as \(reason.rawValue)")
            }
        }
        if summary.suppressedCount > 0 {
            parts.append("\(SeverityCounts.count(summary.suppressedCount, "finding")) suppressed")
        }
        return parts.joined(separator: " · ")
    }

    private static func findings(
        _ findings: [Finding], _ rules: [RuleDescription], _ options: ReportOptions, _ html: inout HTMLWriter
    ) {
        html.raw("<section id=\"findings\">\n<h2>Findings</h2>\n")
        html.raw(HTMLAssets.filterBar)
        if findings.isEmpty { html.raw("<p class=\"empty\">Nothing to report.</p>\n") }
        let anchors = HTMLRules.anchors(rules)
        for group in FileGroup.groups(of: findings) {
            let file = options.sources.bytes(ofFile: group.path).map(SourceFile.init)
            html.raw("<section class=\"file\">\n")
            html.raw("<h3>")
            html.element("span", "class=\"path\"", group.path)
            html.raw(" <span class=\"number\">\(group.findings.count)</span></h3>\n")
            for finding in group.findings {
                HTMLFinding(finding: finding, file: file, anchor: anchors[finding.rule]).write(&html)
            }
            html.raw("</section>\n")
        }
        html.raw("</section>\n")
    }

    private static func diagnostics(_ diagnostics: [Diagnostic], _ html: inout HTMLWriter) {
        if diagnostics.isEmpty { return }
        html.raw("<section id=\"diagnostics\">\n<h2>Problems of the run</h2>\n<ul>\n")
        for diagnostic in diagnostics {
            html.element("li", "class=\"\(diagnostic.severity.rawValue)\"", diagnostic.placedMessage)
            html.raw("\n")
        }
        html.raw("</ul>\n</section>\n")
    }
}
