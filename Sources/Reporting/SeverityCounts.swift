import Findings

/// How many findings there are of each severity.
struct SeverityCounts {
    private var counts: [Severity: Int] = [:]

    init(_ findings: [Finding]) {
        for finding in findings { counts[finding.severity, default: 0] += 1 }
    }

    subscript(severity: Severity) -> Int { counts[severity, default: 0] }

    /// "3 errors, 1 warning", heaviest first; empty where there is nothing to count.
    var words: String {
        [(Severity.error, "error"), (.warning, "warning"), (.note, "note")]
            .filter { self[$0.0] > 0 }
            .map { SeverityCounts.count(self[$0.0], $0.1) }
            .joined(separator: ", ")
    }

    /// "1 file", "2 files".
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
