import Facts
import Matching
import Rules
import SourceText
import Syntax

/// A match of a rule that waits for what the project answers to its conditions.
public struct PendingMatch: Sendable {
    public let rule: Rule
    public let match: Match
}

/// What checking one file gives: values only, so that the file's tree can go.
public struct FileOutcome: Sendable {
    public var path: String
    public var matches: [PendingMatch]
    /// The rules that gave up in the file before they had seen all of it.
    public var exhaustedRules: [String] = []
    /// nil where nobody wants one.
    public var summary: FileSummary?
}

/// Runs rules on analysed files.
public struct RuleRunner: Sendable {
    private let candidates: [RuleCandidate]
    /// Whether `paths:` of a rule counts; files that test a rule lie where they lie.
    private let respectsPaths: Bool
    /// Whether the facts of files are wanted: the rules ask for them, or other files do.
    private let usesFacts: Bool

    public init(rules: [Rule]) {
        self.init(candidates: rules.map { rule in RuleCandidate(id: rule.id, subjects: []) { rule } })
    }

    init(candidates: [RuleCandidate], respectsPaths: Bool = true, usesFacts: Bool = true) {
        self.candidates = candidates
        self.respectsPaths = respectsPaths
        self.usesFacts = usesFacts
    }

    /// Checks a file with every rule that can match it. The summary is made last: it holds the questions the rules asked.
    public func check(_ file: AnalyzedFile, detail: SummaryDetail = .findings) -> FileOutcome {
        var pending: [PendingMatch] = []
        if usesFacts { _ = file.facts }
        var exhausted: [String] = []
        for candidate in candidates where candidate.subjects.isEmpty || usesFacts {
            // Asked first, since all that follows may have the file parsed.
            guard !respectsPaths || candidate.mayAdmit(file.filtered) else { continue }
            // A rule is compiled when there is something that it may speak of, which most files of a project have not.
            if candidate.subjects.isEmpty || candidate.subjects.contains(where: file.facts.has) {
                guard let rule = candidate.rule(), RuleRunner.mayMatch(rule, file),
                    !respectsPaths || file.filtered.isAdmitted(by: rule.paths)
                else { continue }
                pending += RuleRunner.matches(of: rule, in: file).map { PendingMatch(rule: rule, match: $0) }
            }
            if file.target.takeLimit() { exhausted.append(candidate.id) }
        }
        return FileOutcome(
            path: file.path, matches: pending, exhaustedRules: exhausted,
            summary: usesFacts ? file.facts.summary(detail) : nil)
    }

    private static func mayMatch(_ rule: Rule, _ file: AnalyzedFile) -> Bool {
        rule.prerequisite.isFulfilled(by: file.words)
    }

    /// The matches of one rule, whatever its required words.
    public static func matches(of rule: Rule, in file: AnalyzedFile) -> [Match] {
        let evaluator = FormulaEvaluator(
            target: file.target, options: rule.options, slotCount: rule.metavariables.count)
        switch rule.query {
        case .search(let formula): return evaluator.matches(formula)
        case .taint(let specification):
            return TaintQuery(specification, evaluator: evaluator).matches()
        }
    }
}

extension ProjectFacts {
    /// Whether the project fulfils all conditions of a match. What it does not let one know is not fulfilled.
    public func fulfills(_ match: Match, questions: [ProjectQuestion], of path: String) -> Bool {
        match.conditions.allSatisfy { condition in
            let index = Int(condition >= 0 ? condition : ~condition)
            guard let answer = answer(questions[index], of: path) else { return false }
            return answer == (condition >= 0)
        }
    }
}
