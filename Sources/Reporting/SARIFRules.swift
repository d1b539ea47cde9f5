import Findings

/// The rule metadata of a SARIF run.
struct SARIFRules {
    private let rules: [RuleDescription]
    private let indices: [String: Int]

    init(_ rules: [RuleDescription], findings: [Finding]) {
        let described = rules.described(withRulesOf: findings)
        self.rules = described
        indices = Dictionary(
            described.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    func index(of rule: String) -> Int? { indices[rule] }

    func write(_ json: inout JSONWriter) {
        for rule in rules { SARIFRules.write(rule, &json) }
    }

    /// GitHub cuts descriptions off at this many characters.
    private static let descriptionLimit = 1024
    /// GitHub refuses a rule with more tags than this.
    private static let tagLimit = 20

    private static func write(_ rule: RuleDescription, _ json: inout JSONWriter) {
        json.object { json in
            json.member("id", rule.id)
            json.object("shortDescription") { json in json.member("text", limited(rule.summary)) }
            json.object("fullDescription") { json in json.member("text", limited(rule.description)) }
            json.object("help") { json in
                json.member("text", helpText(rule))
                json.member("markdown", RuleMarkdown(rule).text)
            }
            if let address = rule.helpAddress { json.member("helpUri", address) }
            json.object("defaultConfiguration") { json in
                json.member("level", rule.defaultLevel.rawValue)
                if !rule.isEnabledByDefault { json.member("enabled", false) }
            }
            json.object("properties") { json in properties(rule, &json) }
        }
    }

    private static func properties(_ rule: RuleDescription, _ json: inout JSONWriter) {
        json.array("tags") { json in
            for tag in tags(rule) { json.string(tag) }
        }
        if let precision = rule.precision { json.member("precision", precision.rawValue) }
        if let severity = rule.securitySeverity, severity.isFinite {
            // A number within a string is what GitHub reads.
            json.member("security-severity", "\(min(max(severity, 0), 10))")
        }
        json.member("problem.severity", problemSeverity(rule.defaultLevel))
        if let convention = rule.convention { json.member("convention", convention.rawValue) }
        if let strength = rule.strength {
            json.key("strength")
            json.number(strength)
        }
    }

    /// The tags that services act upon come first, because they are the last that may be cut off.
    private static func tags(_ rule: RuleDescription) -> [String] {
        var tags: [String] = rule.securitySeverity == nil ? [] : ["security"]
        for weakness in rule.weaknesses {
            let digits = String(weakness)
            tags.append("external/cwe/cwe-" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits)
        }
        for tag in rule.tags where !tags.contains(tag) { tags.append(tag) }
        return Array(tags.prefix(tagLimit))
    }

    private static func problemSeverity(_ level: Severity) -> String {
        switch level {
        case .error: "error"
        case .warning: "warning"
        case .note: "recommendation"
        }
    }

    private static func helpText(_ rule: RuleDescription) -> String {
        rule.rationale.isEmpty ? rule.description : rule.description + "\n\n" + rule.rationale
    }

    private static func limited(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: descriptionLimit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        return String(scalars[..<scalars.index(before: end)]) + "…"
    }
}
