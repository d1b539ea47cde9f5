import Facts
import Findings
import SourceText

/// What checking one file gives: values only, so that its tree dies with it.
struct CheckedFile: Sendable {
    var display: String
    /// In no order; without fingerprints and suppressions until the file is finished.
    var findings: [PendingFinding] = []
    var summary: SharedSummary?
    /// Where a file is read for nothing else.
    var details: FileDetails?
    var skipped: SkipReason?
    var diagnostics: [Diagnostic] = []
    /// What finishing takes; nil once the file is finished.
    var source: Source?

    /// The parts of a file that its findings are finished with.
    struct Source: Sendable {
        let bytes: [UInt8]
        let comments: [ByteRange]
        let settings: FileSettings
    }

    /// Whether some finding waits for what only the project knows.
    var isWaiting: Bool { findings.contains { !$0.conditions.isEmpty } }
}

/// A finding with the questions of its file that the project has to answer before it counts.
struct PendingFinding: Sendable {
    var finding: Finding
    /// As in `Match.conditions`.
    var conditions: [Int32] = []
}

extension CheckedFile {
    /// Drops the findings whose conditions do not hold, adds to the others what the project remarks on them, gives them
    /// their fingerprints, and applies the directives in the file's comments.
    mutating func finish(
        knownRules: [String], today: CalendarDate, answers: ((Int32) -> Bool)?, remarks: ((Int32) -> String?)? = nil
    ) {
        guard let source else { return }
        self.source = nil
        var finished = findings.filter { pending in
            pending.conditions.allSatisfy { answers?($0) ?? false }
        }.map { pending in
            var finding = pending.finding
            let added = pending.conditions.compactMap { remarks?($0) }
            if !added.isEmpty { finding.message = ([finding.message] + added).joined(separator: " ") }
            return finding
        }
        if !finished.isEmpty || source.hasDirectives {
            let lines = LineIndex(source.bytes)
            if source.hasDirectives {
                let rule = source.settings.active.suppressionRule
                let context = Suppressions.Context(
                    activeRules: source.settings.active.ids, knownRules: knownRules,
                    problemRule: rule?.id ?? "", problemSeverity: rule?.level,
                    requiresReason: source.settings.requiresSuppressionReason, today: today)
                Suppressions.apply(
                    to: &finished, comments: source.comments, path: display, bytes: source.bytes, lines: lines,
                    context: context)
            }
            Fingerprint.assign(to: &finished, bytes: source.bytes, lines: lines)
        }
        findings = finished.map { PendingFinding(finding: $0) }
    }
}

extension CheckedFile.Source {
    /// Comments are kept only where one holds a directive.
    var hasDirectives: Bool { !comments.isEmpty }
}
