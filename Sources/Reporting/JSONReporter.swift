import Findings
import SourceText

/// The report as one JSON document, by `docs/report.schema.json`.
///
/// Every key is always there; what is absent is `null` or empty. New keys may be added; a change of meaning raises
/// `version`.
struct JSONReporter: Reporter {
    static let version = 1

    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        let findings = report.shown(options)
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.member("version", JSONReporter.version)
            json.object("tool") { json in
                json.member("name", options.toolName)
                json.member("version", options.toolVersion)
            }
            json.object("summary") { json in JSONReporter.summary(report, &json) }
            json.array("findings") { json in
                for finding in findings { JSONReporter.finding(finding, &json) }
            }
            json.array("rules") { json in JSONReporter.rules(report, of: findings, &json) }
            json.array("diagnostics") { json in
                for diagnostic in report.diagnostics { JSONReporter.diagnostic(diagnostic, &json) }
            }
        }
        sink += json.output
        sink.append(0x0A)
    }

    /// One finding with every position in every unit.
    static func finding(_ finding: Finding, _ json: inout JSONWriter) {
        json.object { json in
            json.member("rule", finding.rule)
            json.member("severity", finding.severity.rawValue)
            json.member("file", finding.path)
            json.member("line", finding.range.start.line)
            json.member("column", finding.range.start.characterColumn)
            json.member("message", finding.message)
            range(finding.range, &json)
            json.member("fingerprint", finding.fingerprint)
            fix(finding.fix, &json)
            json.array("related") { json in
                for related in finding.related { place(related.path, related.range, related.message, &json) }
            }
            json.array("flow") { json in
                for step in finding.flow { place(step.path, step.range, step.message, &json) }
            }
            json.object("metavariables") { json in
                for metavariable in finding.metavariables { json.member(metavariable.name, metavariable.text) }
            }
            json.key("suppression")
            guard let suppression = finding.suppression else { return json.null() }
            json.object { json in
                json.member("kind", suppression.kind.rawValue)
                json.member("reason", orNull: suppression.reason)
            }
        }
    }

    private static func summary(_ report: Report, _ json: inout JSONWriter) {
        let counts = SeverityCounts(report.active)
        json.member("errors", counts[.error])
        json.member("warnings", counts[.warning])
        json.member("notes", counts[.note])
        json.member("files_checked", report.summary.filesChecked)
        json.object("files_skipped") { json in
            for reason in SkipReason.allCases {
                json.member(reason.rawValue, report.summary.filesSkipped[reason, default: 0])
            }
        }
        json.object("suppressed") { json in
            for kind in Suppression.Kind.allCases {
                json.member(kind.rawValue, report.summary.suppressed[kind, default: 0])
            }
        }
    }

    private static func fix(_ fix: Fix?, _ json: inout JSONWriter) {
        json.key("fix")
        guard let fix else { return json.null() }
        json.object { json in
            json.member("description", fix.description)
            json.member("safe", fix.isSafe)
            json.array("edits") { json in
                for edit in fix.edits {
                    json.object { json in
                        range(edit.range, &json)
                        json.member("replacement", edit.replacement)
                    }
                }
            }
        }
    }

    private static func place(_ path: String, _ places: SourceRange, _ message: String, _ json: inout JSONWriter) {
        json.object { json in
            json.member("file", path)
            json.member("message", message)
            range(places, &json)
        }
    }

    private static func range(_ range: SourceRange, _ json: inout JSONWriter) {
        position("start", range.start, &json)
        position("end", range.end, &json)
    }

    private static func position(_ name: String, _ position: SourcePosition, _ json: inout JSONWriter) {
        json.object(name) { json in
            json.member("line", position.line)
            json.member("column", position.characterColumn)
            json.member("utf16_column", position.utf16Column)
            json.member("byte_column", position.byteColumn)
            json.member("offset", position.offset)
        }
    }

    /// The rules that have a finding, so that a reader of the document can tell what they are.
    private static func rules(_ report: Report, of findings: [Finding], _ json: inout JSONWriter) {
        let used = Set(findings.map(\.rule))
        for rule in report.rules where used.contains(rule.id) {
            json.object { json in
                json.member("id", rule.id)
                json.member("summary", rule.summary)
                json.member("level", rule.defaultLevel.rawValue)
                json.member("convention", orNull: rule.convention?.rawValue)
                json.key("strength")
                if let strength = rule.strength { json.number(strength) } else { json.null() }
                json.array("cwe") { json in
                    for weakness in rule.weaknesses { json.integer(weakness) }
                }
                json.array("tags") { json in
                    for tag in rule.tags { json.string(tag) }
                }
            }
        }
    }

    private static func diagnostic(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
        json.object { json in
            json.member("severity", diagnostic.severity.rawValue)
            json.member("file", orNull: diagnostic.path)
            json.member("line", orNull: diagnostic.line)
            json.member("column", orNull: diagnostic.column)
            json.member("message", diagnostic.message)
        }
    }
}
