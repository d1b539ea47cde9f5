/// Everything that a run has to say, in the order of every report.
public struct Report: Sendable {
    /// Ordered by path, place and rule; suppressed findings are among them.
    public let findings: [Finding]
    /// The rules that were run, ordered by id.
    public let rules: [RuleDescription]
    /// Ordered by path and place.
    public let diagnostics: [Diagnostic]
    public let summary: RunSummary

    /// Orders what it is given, so that the report does not depend on the order in which files were finished.
    public init(
        findings: [Finding], rules: [RuleDescription] = [], diagnostics: [Diagnostic] = [],
        summary: RunSummary = RunSummary()
    ) {
        self.findings = findings.sorted()
        self.rules = rules.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        self.diagnostics = diagnostics.sorted()
        self.summary = summary
    }
}
