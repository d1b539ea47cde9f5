import Facts
import Matching
import Rules
import Syntax

/// Runs compiled rules on analysed files.
public struct RuleRunner: Sendable {
    public let rules: [Rule]

    public init(rules: [Rule]) {
        self.rules = rules
    }

    /// The matches of every rule that can match the file, in the order of the rules.
    public func matches(in file: AnalyzedFile) -> [(rule: Rule, matches: [Match])] {
        var results: [(Rule, [Match])] = []
        for rule in rules where RuleRunner.mayMatch(rule, file) {
            let found = RuleRunner.matches(of: rule, in: file)
            if !found.isEmpty { results.append((rule, found)) }
        }
        return results
    }

    private static func mayMatch(_ rule: Rule, _ file: AnalyzedFile) -> Bool {
        rule.requiredWords.allSatisfy { clause in clause.contains { file.words.mayContain($0) } }
    }

    /// The matches of one rule, whatever its required words.
    public static func matches(of rule: Rule, in file: AnalyzedFile) -> [Match] {
        let evaluator = FormulaEvaluator(
            target: file.target, options: rule.options, slotCount: rule.metavariables.count)
        switch rule.query {
        case .search(let formula): return evaluator.matches(formula)
        case .taint: return []
        }
    }
}
