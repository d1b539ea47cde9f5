import Findings
import SourceText

/// Applies the directives in the comments of one file to its findings.
public struct Suppressions {
    /// What the run knows that the file does not.
    public struct Context: Sendable {
        /// The rules that were run on this file; only for these can a directive be unused.
        public var activeRules: [String]
        /// Every rule there is, run or not.
        public var knownRules: [String]
        /// The rule under which problems with directives are reported.
        public var problemRule: String
        /// The level of those findings; nil where they are not reported.
        public var problemSeverity: Severity?
        public var requiresReason: Bool
        public var today: CalendarDate

        public init(
            activeRules: [String], knownRules: [String], problemRule: String, problemSeverity: Severity?,
            requiresReason: Bool, today: CalendarDate
        ) {
            self.activeRules = activeRules
            self.knownRules = knownRules
            self.problemRule = problemRule
            self.problemSeverity = problemSeverity
            self.requiresReason = requiresReason
            self.today = today
        }
    }

    /// A directive at its place, with what became of it.
    private struct Placed {
        let directive: SuppressionDirective
        let range: ByteRange
        /// The 1-based lines that it speaks of; nil for the whole file.
        let lines: ClosedRange<Int>?
        /// Of each rule that it names: whether a finding was suppressed by that name.
        var isUsed: [Bool]
    }

    private let bytes: [UInt8]
    private let lines: LineIndex
    private let context: Context
    private var placed: [Placed] = []
    private var problems: [SuppressionProblem] = []

    /// Marks the findings of one file that its comments suppress, and appends a finding for each problem with a directive.
    ///
    /// A directive behind code speaks of its own line; one on a line of its own speaks of the next line that is more than
    /// a comment, so that several can stand above one another. A finding is on the line where it starts. Directives can
    /// suppress the findings about directives, too.
    /// - Parameters:
    ///   - comments: in source order, with their delimiters.
    ///   - path: as findings name the file.
    public static func apply(
        to findings: inout [Finding], comments: [ByteRange], path: String, bytes: [UInt8], lines: LineIndex,
        context: Context
    ) {
        var suppressions = Suppressions(bytes: bytes, lines: lines, context: context)
        suppressions.readDirectives(comments)
        if suppressions.placed.isEmpty, suppressions.problems.isEmpty { return }
        for index in findings.indices { suppressions.suppress(&findings[index]) }
        guard let severity = context.problemSeverity else { return }
        suppressions.collectUnknownRules()
        suppressions.collectUnused { $0 != context.problemRule }
        var reported = suppressions.takeProblemFindings(path: path, severity: severity)
        for index in reported.indices { suppressions.suppress(&reported[index]) }
        // Only now is it known whether a directive about directives did anything.
        suppressions.collectUnused { $0 == context.problemRule }
        findings += reported + suppressions.takeProblemFindings(path: path, severity: severity)
    }

    private init(bytes: [UInt8], lines: LineIndex, context: Context) {
        self.bytes = bytes
        self.lines = lines
        self.context = context
    }

    // MARK: - Directives

    private mutating func readDirectives(_ comments: [ByteRange]) {
        let commentLines = CommentLines(comments, bytes: bytes, lines: lines)
        for (index, range) in comments.enumerated() {
            guard let read = SuppressionDirective.read(bytes[range.start..<range.end]) else { continue }
            switch read {
            case .failure(.malformed(let why)):
                problems.append(SuppressionProblem(kind: .malformed(why), range: range))
            case .success(let directive):
                if let until = directive.until, until < context.today {
                    problems.append(SuppressionProblem(kind: .expired(until), range: range))
                } else if context.requiresReason, directive.reason == nil {
                    problems.append(SuppressionProblem(kind: .missingReason, range: range))
                } else {
                    let target = directive.isForFile ? nil : commentLines.target(ofComment: index)
                    placed.append(
                        Placed(
                            directive: directive, range: range, lines: target,
                            isUsed: directive.rules.map { _ in false }))
                }
            }
        }
    }

    private mutating func suppress(_ finding: inout Finding) {
        for index in placed.indices {
            if let lines = placed[index].lines, !lines.contains(finding.range.start.line) { continue }
            for (number, rule) in placed[index].directive.rules.enumerated() where rule.matches(finding.rule) {
                placed[index].isUsed[number] = true
                if finding.suppression == nil {
                    finding.suppression = Suppression(kind: .comment, reason: placed[index].directive.reason)
                }
            }
        }
    }

    // MARK: - Problems

    private mutating func collectUnknownRules() {
        for entry in placed {
            let unknown = entry.directive.rules.filter { rule in
                !context.knownRules.contains(where: rule.matches) && !rule.matches(context.problemRule)
            }
            if !unknown.isEmpty {
                problems.append(SuppressionProblem(kind: .unknownRules(unknown.map(\.text)), range: entry.range))
            }
        }
    }

    /// Collects the names that suppressed nothing, of those that could have: some active rule in `group` answers to them,
    /// and none outside of it.
    private mutating func collectUnused(_ isInGroup: (String) -> Bool) {
        let rules = context.activeRules.filter { $0 != context.problemRule } + [context.problemRule]
        for entry in placed {
            var unused: [String] = []
            for (rule, isUsed) in zip(entry.directive.rules, entry.isUsed) where !isUsed {
                // A pattern that means other rules, too, is judged with them.
                guard let first = rules.first(where: rule.matches), isInGroup(first) else { continue }
                unused.append(rule.text)
            }
            if !unused.isEmpty { problems.append(SuppressionProblem(kind: .unused(rules: unused), range: entry.range)) }
        }
    }

    private mutating func takeProblemFindings(path: String, severity: Severity) -> [Finding] {
        defer { problems = [] }
        return problems.sorted { $0.range < $1.range }.map { problem in
            Finding(
                rule: context.problemRule, severity: severity, path: path,
                range: SourceRange(problem.range, lines: lines, in: bytes), message: problem.message)
        }
    }
}
