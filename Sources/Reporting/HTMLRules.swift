import Findings

/// What the rules with findings say, so that the page explains itself.
struct HTMLRules {
    /// Ordered by id.
    let rules: [RuleDescription]
    /// The ids of rules with findings; the others are not shown.
    let used: Set<String>

    /// The ids of the elements of `rules` on the page.
    static func anchors(_ rules: [RuleDescription]) -> [String: String] {
        Dictionary(
            rules.enumerated().map { ($0.element.id, "rule-\($0.offset + 1)") }, uniquingKeysWith: { first, _ in first }
        )
    }

    func write(_ html: inout HTMLWriter) {
        let anchors = HTMLRules.anchors(rules)
        html.raw("<section id=\"rules\">\n<h2>Rules</h2>\n")
        if used.isEmpty {
            html.raw("<p class=\"empty\">\(SeverityCounts.count(rules.count, "rule")) run, none broken.</p>\n")
        }
        for rule in rules where used.contains(rule.id) {
            guard let anchor = anchors[rule.id] else { continue }
            html.raw("<details id=\"\(anchor)\">\n<summary>")
            html.element("code", "", rule.id)
            if rule.summary != rule.id {
                html.raw(" ")
                html.prose(rule.summary)
            }
            html.raw("</summary>\n")
            HTMLRules.facts(rule, &html)
            for text in [rule.description, rule.rationale] where !text.isEmpty && text != rule.summary {
                html.raw("<p class=\"message\">")
                html.prose(text)
                html.raw("</p>\n")
            }
            HTMLRules.examples("Bad", rule.badExamples, &html)
            HTMLRules.examples("Good", rule.goodExamples, &html)
            html.raw("</details>\n")
        }
        html.raw("</section>\n")
    }

    private static func facts(_ rule: RuleDescription, _ html: inout HTMLWriter) {
        var facts = [rule.defaultLevel.rawValue]
        if let convention = rule.convention { facts.append("convention: \(convention.rawValue)") }
        if let strength = rule.strength { facts.append("strength: \(strength)") }
        facts += rule.weaknesses.map { "CWE-\($0)" }
        facts += rule.tags
        html.element("p", "class=\"meta\"", facts.joined(separator: " · "))
        html.raw("\n")
    }

    private static func examples(_ title: String, _ examples: [CodeExample], _ html: inout HTMLWriter) {
        for example in examples {
            html.raw("<h5>")
            html.text("\(title) (\(example.language))")
            html.raw("</h5>\n")
            html.element("pre", "class=\"code\"", example.code)
            html.raw("\n")
        }
    }
}
