import Findings
import SourceText

/// SARIF 2.1.0 (OASIS), within what GitHub code scanning accepts. Columns are in UTF-16 units.
struct SARIFReporter: Reporter {
    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        let findings = report.shown(options)
        let rules = SARIFRules(report.rules, findings: findings)
        var json = JSONWriter(isIndented: true)
        json.object { json in
            json.member(
                "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
            json.member("version", "2.1.0")
            json.array("runs") { json in
                json.object { json in
                    json.object("tool") { json in
                        json.object("driver") { json in SARIFReporter.driver(options, rules, &json) }
                    }
                    json.object("automationDetails") { json in json.member("id", SARIFReporter.automationID(options)) }
                    json.array("invocations") { json in SARIFReporter.invocation(report.diagnostics, &json) }
                    json.object("originalUriBaseIds") { json in
                        json.object(SARIFReporter.root) { json in
                            json.object("description") { json in
                                json.member("text", "The root of the repository that was checked.")
                            }
                        }
                    }
                    json.member("columnKind", "utf16CodeUnits")
                    json.array("results") { json in
                        SARIFReporter.results(findings, rules, options, &json)
                    }
                }
            }
        }
        sink += json.output
        sink.append(0x0A)
    }

    private static let root = "%SRCROOT%"

    /// GitHub takes what stands before the last `/` for the category, and the rest for the name of one run.
    private static func automationID(_ options: ReportOptions) -> String {
        options.category.utf8.last == UInt8(ascii: "/") ? options.category : options.category + "/"
    }

    private static func driver(_ options: ReportOptions, _ rules: SARIFRules, _ json: inout JSONWriter) {
        json.member("name", options.toolName)
        json.member("version", options.toolVersion)
        if let address = options.toolAddress { json.member("informationUri", address) }
        json.array("rules") { json in rules.write(&json) }
    }

    private static func invocation(_ diagnostics: [Diagnostic], _ json: inout JSONWriter) {
        json.object { json in
            json.member("executionSuccessful", !diagnostics.contains { $0.severity == .error })
            json.array("toolExecutionNotifications") { json in
                for diagnostic in diagnostics {
                    json.object { json in
                        json.member("level", diagnostic.severity.rawValue)
                        json.object("message") { json in
                            json.member("text", SARIFMessage.escaped(diagnostic.message))
                        }
                        if let path = diagnostic.path { notificationPlace(path, diagnostic.line, &json) }
                    }
                }
            }
        }
    }

    /// A diagnostic knows its column in characters only, which SARIF has no word for here; the line is enough.
    private static func notificationPlace(_ path: String, _ line: Int?, _ json: inout JSONWriter) {
        json.array("locations") { json in
            json.object { json in
                json.object("physicalLocation") { json in
                    artifact(path, &json)
                    if let line { json.object("region") { json in json.member("startLine", line) } }
                }
            }
        }
    }

    private static func results(
        _ findings: [Finding], _ rules: SARIFRules, _ options: ReportOptions, _ json: inout JSONWriter
    ) {
        for group in FileGroup.groups(of: findings) {
            let hashes = options.sources.bytes(ofFile: group.path).map(LineHashes.init)
            for finding in group.findings {
                result(finding, rules, hashes?[finding.range.start.line], &json)
            }
        }
    }

    private static func result(
        _ finding: Finding, _ rules: SARIFRules, _ lineHash: String?, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.member("ruleId", finding.rule)
            if let index = rules.index(of: finding.rule) { json.member("ruleIndex", index) }
            json.member("level", finding.severity.rawValue)
            json.object("message") { json in json.member("text", SARIFMessage.escaped(finding.message)) }
            json.array("locations") { json in
                json.object { json in physicalLocation(finding.path, finding.range, &json) }
            }
            json.object("partialFingerprints") { json in
                if let lineHash { json.member("primaryLocationLineHash", lineHash) }
                if !finding.fingerprint.isEmpty { json.member("lintelFingerprint/v1", finding.fingerprint) }
            }
            if !finding.related.isEmpty { related(finding.related, &json) }
            if !finding.flow.isEmpty { codeFlow(finding.flow, &json) }
            if let fix = finding.fix { self.fix(fix, path: finding.path, &json) }
            if let suppression = finding.suppression { self.suppression(suppression, &json) }
        }
    }

    private static func related(_ places: [RelatedPlace], _ json: inout JSONWriter) {
        json.array("relatedLocations") { json in
            for (index, place) in places.enumerated() {
                json.object { json in
                    json.member("id", index + 1)
                    location(place.path, place.range, place.message, &json)
                }
            }
        }
    }

    private static func codeFlow(_ steps: [FlowStep], _ json: inout JSONWriter) {
        json.array("codeFlows") { json in
            json.object { json in
                json.array("threadFlows") { json in
                    json.object { json in
                        json.array("locations") { json in
                            for step in steps {
                                json.object { json in
                                    json.object("location") { json in
                                        location(step.path, step.range, step.message, &json)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func fix(_ fix: Fix, path: String, _ json: inout JSONWriter) {
        // The schema asks for at least one replacement.
        if fix.edits.isEmpty { return }
        json.array("fixes") { json in
            json.object { json in
                json.object("description") { json in json.member("text", SARIFMessage.escaped(fix.description)) }
                json.array("artifactChanges") { json in
                    json.object { json in
                        artifact(path, &json)
                        json.array("replacements") { json in
                            for edit in fix.edits {
                                json.object { json in
                                    json.object("deletedRegion") { json in region(edit.range, &json) }
                                    json.object("insertedContent") { json in json.member("text", edit.replacement) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func suppression(_ suppression: Suppression, _ json: inout JSONWriter) {
        json.array("suppressions") { json in
            json.object { json in
                json.member("kind", suppression.kind == .comment ? "inSource" : "external")
                json.member("status", "accepted")
                if let reason = suppression.reason { json.member("justification", reason) }
            }
        }
    }

    private static func location(
        _ path: String, _ range: SourceRange, _ message: String, _ json: inout JSONWriter
    ) {
        physicalLocation(path, range, &json)
        json.object("message") { json in json.member("text", SARIFMessage.escaped(message)) }
    }

    private static func physicalLocation(_ path: String, _ range: SourceRange, _ json: inout JSONWriter) {
        json.object("physicalLocation") { json in
            artifact(path, &json)
            json.object("region") { json in region(range, &json) }
        }
    }

    private static func artifact(_ path: String, _ json: inout JSONWriter) {
        json.object("artifactLocation") { json in
            if path.utf8.first == 0x2F {
                json.member("uri", "file://" + PercentEncoding.ofPath(path))
            } else {
                json.member("uri", PercentEncoding.ofPath(path))
                json.member("uriBaseId", root)
            }
        }
    }

    private static func region(_ range: SourceRange, _ json: inout JSONWriter) {
        json.member("startLine", range.start.line)
        json.member("startColumn", range.start.utf16Column)
        json.member("endLine", range.end.line)
        json.member("endColumn", range.end.utf16Column)
    }
}
