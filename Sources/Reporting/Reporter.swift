import Findings

/// Writes a report in one format.
protocol Reporter {
    /// Appends the whole document. Findings are already in the order of the report.
    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8])
}

extension Report {
    /// The findings that count.
    var active: [Finding] { findings.filter(\.isActive) }

    /// The findings that a format shows that can say of a finding that it does not count.
    func shown(_ options: ReportOptions) -> [Finding] { options.showsSuppressed ? findings : active }

    /// The rules by id.
    var rulesByID: [String: RuleDescription] {
        Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension [RuleDescription] {
    /// These rules and whatever else the findings name, ordered by id, so that no finding is without its rule.
    func described(withRulesOf findings: [Finding]) -> [RuleDescription] {
        var rules = self
        var known = Set(map(\.id))
        for finding in findings where known.insert(finding.rule).inserted {
            rules.append(RuleDescription(id: finding.rule, summary: finding.rule, defaultLevel: finding.severity))
        }
        return rules.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }
}
