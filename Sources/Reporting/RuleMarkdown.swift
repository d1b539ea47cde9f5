import Findings

/// The documentation of a rule in Markdown: what code scanning shows beside its findings, and its page under `docs/rules`.
public struct RuleMarkdown {
    private let rule: RuleDescription

    public init(_ rule: RuleDescription) {
        self.rule = rule
    }

    /// The page, which begins with a heading of the first level and ends with a line break.
    public var text: String {
        var parts = ["# \(Self.prose(rule.id))", facts, Self.prose(rule.description)]
        if !rule.rationale.isEmpty { parts.append("## Why\n\n" + Self.prose(rule.rationale)) }
        parts += examples("Bad", rule.badExamples) + examples("Good", rule.goodExamples)
        if !rule.options.isEmpty { parts.append("## Options\n\n" + options) }
        if !rule.weaknesses.isEmpty { parts.append("## Weaknesses\n\n" + weaknesses) }
        parts.append(
            "## Configuration\n\n" + Self.fenced("rules:\n  \(rule.id): \(rule.defaultLevel.rawValue)", "yaml"))
        parts.append(
            "One finding is silenced by a comment on its line or the line before: `lintel-ignore: \(rule.id) -- the reason`."
        )
        return parts.joined(separator: "\n\n") + "\n"
    }

    private var facts: String {
        var facts = ["**\(rule.defaultLevel.rawValue)**"]
        if let convention = rule.convention { facts.append(convention.rawValue) }
        if let strength = rule.strength { facts.append("strength \(strength)") }
        facts.append(rule.isEnabledByDefault ? "recommended" : "strict only")
        if !rule.languages.isEmpty { facts.append(rule.languages.joined(separator: ", ")) }
        return facts.joined(separator: " · ")
    }

    private func examples(_ title: String, _ examples: [CodeExample]) -> [String] {
        guard !examples.isEmpty else { return [] }
        return ["## \(title)"] + examples.map { Self.fenced($0.code, $0.language) }
    }

    private var options: String {
        let rows = rule.options.map { option in
            let values = option.accepted.map { " `\($0)`" }.joined(separator: ",")
            let accepted = values.isEmpty ? "" : " One of" + values + "."
            return "| `\(option.name)` | `\(option.defaultValue)` | \(Self.prose(option.description))\(accepted) |"
        }
        return (["| option | default | |", "|---|---|---|"] + rows).joined(separator: "\n")
    }

    private var weaknesses: String {
        rule.weaknesses.map { "- [CWE-\($0)](https://cwe.mitre.org/data/definitions/\($0).html)" }.joined(
            separator: "\n")
    }

    /// Text of any origin, of which only the code between backticks is markup.
    private static func prose(_ text: String) -> String {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            index % 2 == 1 && index < parts.count - 1 ? String(part) : escaped(part)
        }.joined(separator: "`")
    }

    private static func escaped(_ text: Substring) -> String {
        text.map { "\\*_[]<>|&".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    /// Code of any origin: its fence is longer than any row of backticks in it.
    private static func fenced(_ code: String, _ language: String) -> String {
        var longest = 2
        var row = 0
        for byte in code.utf8 {
            row = byte == UInt8(ascii: "`") ? row + 1 : 0
            longest = max(longest, row)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return fence + language + "\n" + code + (code.hasSuffix("\n") ? "" : "\n") + fence
    }
}
