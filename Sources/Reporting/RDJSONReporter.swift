import Findings
import SourceText

/// The Reviewdog Diagnostic Format, `proto/rdf/reviewdog.proto` of reviewdog/reviewdog. Columns are in UTF-8 bytes.
struct RDJSONReporter: Reporter {
    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        let rules = report.rulesByID
        var cache = SourceCache(options.sources)
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.object("source") { json in
                json.member("name", options.toolName)
                if let address = options.toolAddress { json.member("url", address) }
            }
            json.array("diagnostics") { json in
                for diagnostic in report.diagnostics { RDJSONReporter.diagnostic(diagnostic, &json) }
                for finding in report.active {
                    RDJSONReporter.finding(finding, rules[finding.rule], cache.file(finding.path), &json)
                }
            }
        }
        sink += json.output
        sink.append(0x0A)
    }

    private static func finding(
        _ finding: Finding, _ rule: RuleDescription?, _ file: SourceFile?, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.member("message", finding.message)
            location(finding.path, finding.range, &json)
            json.member("severity", severity(finding.severity))
            json.object("code") { json in
                json.member("value", finding.rule)
                if let address = rule?.helpAddress { json.member("url", address) }
            }
            if let fix = finding.fix { suggestion(fix, file, &json) }
            if finding.related.isEmpty { return }
            json.array("related_locations") { json in
                for related in finding.related {
                    json.object { json in
                        json.member("message", related.message)
                        location(related.path, related.range, &json)
                    }
                }
            }
        }
    }

    /// How many bytes a suggestion may replace where it is made of several edits.
    private static let suggestionLimit = 4000

    /// Suggestions are alternatives, each applied alone, so a fix of several edits is one suggestion.
    private static func suggestion(_ fix: Fix, _ file: SourceFile?, _ json: inout JSONWriter) {
        let suggestion: (range: SourceRange, text: String)
        if fix.edits.count == 1 {
            suggestion = (fix.edits[0].range, fix.edits[0].replacement)
        } else if let file, let merged = MergedEdit(fix, in: file, limit: suggestionLimit) {
            let text = merged.replacement
            suggestion = (merged.range, UTF8Text.string(ByteRange(0, text.count), of: text))
        } else {
            return
        }
        json.array("suggestions") { json in
            json.object { json in
                range(suggestion.range, &json)
                json.member("text", suggestion.text)
            }
        }
    }

    private static func diagnostic(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
        json.object { json in
            json.member("message", diagnostic.message)
            json.object("location") { json in
                json.member("path", diagnostic.path ?? "")
                guard let line = diagnostic.line else { return }
                // The column is left out: a diagnostic knows it in characters only.
                json.object("range") { json in
                    json.object("start") { json in json.member("line", line) }
                }
            }
            json.member("severity", severity(diagnostic.severity))
        }
    }

    private static func location(_ path: String, _ places: SourceRange, _ json: inout JSONWriter) {
        json.object("location") { json in
            json.member("path", path)
            range(places, &json)
        }
    }

    private static func range(_ range: SourceRange, _ json: inout JSONWriter) {
        json.object("range") { json in
            position("start", range.start, &json)
            position("end", range.end, &json)
        }
    }

    private static func position(_ name: String, _ position: SourcePosition, _ json: inout JSONWriter) {
        json.object(name) { json in
            json.member("line", position.line)
            json.member("column", position.byteColumn)
        }
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .note: "INFO"
        }
    }
}
