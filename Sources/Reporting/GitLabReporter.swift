import Findings

/// The Code Quality report of GitLab, which merge requests show beside the changed lines.
///
/// Form: docs.gitlab.com, "Code Quality report format".
struct GitLabReporter: Reporter {
    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        let rules = report.rulesByID
        var json = JSONWriter(isIndented: true)
        json.array { json in
            for finding in report.active {
                json.object { json in
                    json.member("description", finding.message)
                    json.member("check_name", finding.rule)
                    json.member("fingerprint", finding.fingerprint)
                    json.member("severity", GitLabReporter.severity(finding, rules[finding.rule]))
                    json.object("location") { json in
                        json.member("path", finding.path)
                        json.object("lines") { json in
                            json.member("begin", finding.range.start.line)
                            json.member("end", finding.range.end.line)
                        }
                    }
                }
            }
        }
        sink += json.output
        sink.append(0x0A)
    }

    /// One of GitLab's five words; `blocker` is never said, because a linter cannot know that.
    private static func severity(_ finding: Finding, _ rule: RuleDescription?) -> String {
        switch finding.severity {
        case .error: rule?.convention == .critical ? "critical" : "major"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
