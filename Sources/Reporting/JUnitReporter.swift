import Findings

/// JUnit XML: a suite a file, a failed test a finding; problems of the run are tests in error.
///
/// A run that found nothing has one passed test, because build servers take a report without tests for a broken one.
/// Form: the `jenkins-junit.xsd` of the Jenkins xUnit plugin.
struct JUnitReporter: Reporter {
    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        let findings = report.active
        let problems = report.diagnostics.filter { $0.severity == .error }
        let isEmpty = findings.isEmpty && problems.isEmpty
        var xml = XMLWriter()
        xml.element(
            "testsuites",
            [
                ("name", options.toolName), ("tests", String(isEmpty ? 1 : findings.count + problems.count)),
                ("failures", String(findings.count)), ("errors", String(problems.count)),
            ]
        ) { xml in
            if isEmpty || !problems.isEmpty {
                JUnitReporter.suite(ofRun: options.toolName, problems, &xml)
            }
            for group in FileGroup.groups(of: findings) { JUnitReporter.suite(of: group, &xml) }
        }
        sink += xml.output
    }

    private static func suite(ofRun name: String, _ problems: [Diagnostic], _ xml: inout XMLWriter) {
        let attributes = [
            ("name", name), ("tests", String(max(problems.count, 1))), ("failures", "0"),
            ("errors", String(problems.count)),
        ]
        xml.element("testsuite", attributes) { xml in
            if problems.isEmpty { xml.element("testcase", [("classname", name), ("name", "no findings")]) }
            for problem in problems {
                xml.element("testcase", [("classname", name), ("name", problem.path ?? "run")]) { xml in
                    xml.element(
                        "error", [("message", problem.message), ("type", "error")], text: problem.placedMessage)
                }
            }
        }
    }

    private static func suite(of group: FileGroup, _ xml: inout XMLWriter) {
        let count = String(group.findings.count)
        let attributes = [("name", group.path), ("tests", count), ("failures", count), ("errors", "0")]
        xml.element("testsuite", attributes) { xml in
            for finding in group.findings {
                let start = finding.range.start
                let place = "\(start.line):\(start.characterColumn)"
                // Servers tell tests apart by class and name.
                let name = "\(finding.rule) (\(place))"
                let attributes = [
                    ("classname", group.path), ("name", name), ("file", group.path), ("line", String(start.line)),
                ]
                xml.element("testcase", attributes) { xml in
                    xml.element(
                        "failure", [("message", finding.message), ("type", finding.severity.rawValue)],
                        text:
                            "\(group.path):\(place): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
                    )
                }
            }
        }
    }
}
