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
    /// Likewise.
    var bases: FileBases?
    /// Likewise.
    var calls: FileCalls?
    var skipped: SkipReason?
    var diagnostics: [Diagnostic] = []
    /// What finishing takes; nil once the file is finished.
    var source: Source?

    /// The parts of a file that its findings are finished with.
    struct Source: Sendable {
        let settings: FileSettings
        /// Nil where no comment holds a directive.
        let directives: Directives?
    }

    /// A file in whose comments directives may stand.
    struct Directives: Sendable {
        let bytes: [UInt8]
        let comments: [ByteRange]
    }

    /// Whether some finding waits for what only the project knows.
    var isWaiting: Bool { findings.contains { !$0.conditions.isEmpty } }
}

/// A finding with the questions of its file that the project has to answer before it counts.
struct PendingFinding: Sendable {
    var finding: Finding
    let stem: Fingerprint.Stem
    /// As in `Match.conditions`.
    var conditions: [Int32] = []

    /// What a rule says at a place.
    struct Place: Hashable {
        let rule: String
        let range: SourceRange
        let message: String
    }

    var place: Place { Place(rule: finding.rule, range: finding.range, message: finding.message) }
}

extension CheckedFile {
    /// Drops the findings whose conditions do not hold, adds to the others what the project remarks on them, gives them
    /// their fingerprints, and applies the directives in the file's comments.
    mutating func finish(
        knownRules: [String], today: CalendarDate, answers: ((Int32) -> Bool)?, remarks: ((Int32) -> String?)? = nil
    ) {
        guard let source else { return }
        self.source = nil
        // A rule that looks for one thing in several ways says it once.
        var known: Set<PendingFinding.Place> = []
        let counting = findings.filter { pending in
            pending.conditions.allSatisfy { answers?($0) ?? false }
                && (pending.conditions.isEmpty || known.insert(pending.place).inserted)
        }
        var stems = counting.map(\.stem)
        var finished = counting.map { pending in
            var finding = pending.finding
            let added = pending.conditions.compactMap { remarks?($0) }
            if !added.isEmpty { finding.message = ([finding.message] + added).joined(separator: " ") }
            return finding
        }
        if let directives = source.directives {
            let bytes = directives.bytes
            let lines = LineIndex(bytes)
            let rule = source.settings.active.suppressionRule
            let context = Suppressions.Context(
                activeRules: source.settings.active.ids, knownRules: knownRules,
                problemRule: rule?.id ?? "", problemSeverity: rule?.level,
                requiresReason: source.settings.requiresSuppressionReason, today: today)
            Suppressions.apply(
                to: &finished, comments: directives.comments, path: display, bytes: bytes, lines: lines,
                context: context)
            var more = Fingerprint.Stems(bytes: bytes, lines: lines)
            stems += finished[stems.count...].map { more.stem(of: $0) }
        }
        Fingerprint.assign(to: &finished, stems: stems)
        findings = zip(finished, stems).map { PendingFinding(finding: $0, stem: $1) }
    }
}
