import Findings
import Rules
import YAML

/// What checking a project gave.
public struct CheckResult: Sendable {
    /// With fingerprints; suppressed ones are among them. In no order.
    public var findings: [Finding]
    public var diagnostics: [Diagnostic]
    public var filesChecked: Int
    public var filesSkipped: [SkipReason: Int]

    init(_ files: [CheckedFile], errors: [YAMLError]) {
        findings = files.flatMap { $0.findings.map(\.finding) }
        diagnostics = files.flatMap(\.diagnostics) + errors.map(Diagnostic.init)
        filesChecked = files.count { $0.skipped == nil }
        filesSkipped = [:]
        for case let reason? in files.map(\.skipped) { filesSkipped[reason, default: 0] += 1 }
    }
}

extension Diagnostic {
    /// An error in a rule, model or configuration file: the run cannot be trusted.
    public init(_ error: YAMLError) {
        self.init(
            severity: .error, path: error.path, line: error.line, column: error.column, message: error.message)
    }
}
