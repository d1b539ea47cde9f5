import Findings

/// The formats that a report can be written in. A new one is a case here and a `Reporter` in a file of its own.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
    /// For people at a terminal: grouped by file, with the code.
    case text
    /// One document with everything, by the schema in `docs/report.schema.json`.
    case json
    /// The findings alone, one JSON object a line.
    case jsonLines = "jsonl"
    /// SARIF 2.1.0 for code scanning services.
    case sarif
    /// Workflow commands that GitHub Actions turns into annotations.
    case github
    /// The Code Quality report of GitLab.
    case gitlab
    /// JUnit XML for build servers.
    case junit
    /// Checkstyle XML for whatever reads nothing else.
    case checkstyle
    /// The Reviewdog Diagnostic Format.
    case rdjson
    /// One self-contained page for a browser.
    case html

    /// Whether it tells of all rules that ran; the others tell of those alone that found something.
    public var tellsOfAllRules: Bool { self == .sarif || self == .html }

    /// Appends the report in this format to `sink`. The same report and options give the same bytes, always.
    public func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        reporter.write(report, options: options, to: &sink)
    }

    private var reporter: any Reporter {
        switch self {
        case .text: TextReporter()
        case .json: JSONReporter()
        case .jsonLines: JSONLinesReporter()
        case .sarif: SARIFReporter()
        case .github: GitHubReporter()
        case .gitlab: GitLabReporter()
        case .junit: JUnitReporter()
        case .checkstyle: CheckstyleReporter()
        case .rdjson: RDJSONReporter()
        case .html: HTMLReporter()
        }
    }
}
