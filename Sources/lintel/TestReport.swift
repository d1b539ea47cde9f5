import Engine
import SourceText

/// What `test` prints.
enum TestReport {
    // MARK: Text

    /// One block for each failure, with what was expected and what was reported side by side, and a line of totals.
    static func text(_ outcome: RuleTester.Outcome, directory: AbsolutePath) -> [UInt8] {
        var text = ""
        for result in outcome.results where !result.passed || result.isFixedAsExpected == false {
            text += "\(result.target): \(result.rule)\n"
            if !result.passed { text += comparison(of: result, directory) }
            if case .different(let file, let line, let expected, let found)? = result.fixes {
                text += "  the fixes make of it another text than \(file), first on line \(line):\n"
                text += "  expected  | \(expected ?? "(the end)")\n     fixed  | \(found ?? "(the end)")\n"
            }
            text += "\n"
        }
        let passed = outcome.results.count { $0.passed && $0.isFixedAsExpected != false }
        text += "\(passed) of \(outcome.results.count) tests passed"
        if !outcome.errors.isEmpty { text += ", \(outcome.errors.count) errors in rules" }
        return Array((text + ".\n").utf8)
    }

    private static func comparison(of result: RuleTester.Result, _ directory: AbsolutePath) -> String {
        let bytes = (try? FileReading.read(AbsolutePath(result.target, in: directory))) ?? []
        let source = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        var text = "  expected  reported\n"
        for line in Set(result.expected + result.reported).sorted() {
            let isExpected = result.expected.contains(line)
            let isReported = result.reported.contains(line)
            let code = line <= source.count ? String(decoding: source[line - 1], as: UTF8.self) : ""
            let verdict = isExpected == isReported ? "" : isExpected ? "   <- not reported" : "   <- not expected"
            text += "  " + column(isExpected ? "\(line)" : "-") + "  " + column(isReported ? "\(line)" : "-")
            text += "  | \(code.prefix(80))\(verdict)\n"
        }
        return text
    }

    private static func column(_ text: String) -> String {
        String(repeating: " ", count: max(0, 8 - text.utf8.count)) + text
    }

    // MARK: JSON

    static func json(_ outcome: RuleTester.Outcome) -> [UInt8] {
        let results = outcome.results.map { result in
            var members = [
                ("rule_file", JSONText.string(result.ruleFile)), ("rule", JSONText.string(result.rule)),
                ("target", JSONText.string(result.target)),
                ("expected", JSONText.list(result.expected.map(String.init))),
                ("reported", JSONText.list(result.reported.map(String.init))),
                ("passed", result.passed ? "true" : "false"),
            ]
            if let isFixed = result.isFixedAsExpected { members.append(("fixed", isFixed ? "true" : "false")) }
            return JSONText.object(members)
        }
        return Array(("{\"results\": [\n" + results.joined(separator: ",\n") + "\n]}\n").utf8)
    }
}

/// JSON in one line (RFC 8259).
enum JSONText {
    static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\(string($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
    }

    static func list(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }

    static func string(_ text: String) -> String { JSONQuotes.quoted(text) }

    static func boolean(_ truth: Bool?) -> String { truth.map { $0 ? "true" : "false" } ?? "null" }
}
