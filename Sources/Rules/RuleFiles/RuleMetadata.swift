import Findings
import YAML

/// Reads `metadata:`, which says what a rule is for and nothing of what it matches.
///
/// | key | value |
/// |---|---|
/// | `convention` | `critical`, `pattern` or `anti-pattern` |
/// | `strength` | how firmly the convention is held, 0 to 1 |
/// | `profile` | the smallest profile with the rule: `recommended` (default), `strict` or `all` |
/// | `rationale` | why the convention exists |
/// | `good`, `bad` | code by language: `{python: ..}`, or one text in the rule's first language |
/// | `shortlink`, `source` | where the rule is documented on the web |
/// | `cwe` | `CWE-89: ..` or a list of those, the most specific first |
/// | `tags` | words to find the rule by |
/// | `precision` | `low`, `medium`, `high` or `very-high` |
/// | `security-severity` | 0.0 to 10.0 as in CVSS, or `low`, `medium`, `high`, `critical`, `info` |
/// | `fix` | `safe` (default) or `unsafe`: whether `fix:` may change what the program means |
///
/// Other keys are accepted and left alone: third-party rules keep much else here.
enum RuleMetadata {
    static func profile(of metadata: YAMLNode?) throws(YAMLError) -> Profile {
        guard let node = metadata?["profile"] else { return .recommended }
        return try node.choice(
            "'profile'", of: ["recommended": Profile.recommended, "strict": .strict, "all": .all])
    }

    static func isFixSafe(_ metadata: YAMLNode?) throws(YAMLError) -> Bool {
        // Semgrep's registry has other things under this key.
        guard let node = metadata?["fix"], node.isScalar else { return true }
        return node.text != "unsafe"
    }

    /// What reports and `explain` say of a rule.
    static func description(of rule: RuleDefinition, mapping: YAMLMapping) throws(YAMLError) -> RuleDescription {
        let message = flattened(try mapping.required("message", of: "a rule").scalarText("'message'"))
        var description = RuleDescription(
            id: rule.id, languages: rule.languages, summary: firstSentence(of: message), description: message,
            defaultLevel: rule.severity, isEnabledByDefault: rule.profile == .recommended,
            options: rule.parameters.map(\.option))
        guard let metadata = mapping["metadata"], metadata.isMapping else { return description }
        description.convention = try metadata["convention"]?.choice(
            "'convention'",
            of: ["critical": Convention.critical, "pattern": .pattern, "anti-pattern": .antiPattern])
        if let node = metadata["strength"] {
            let strength = try node.number("'strength'")
            guard (0...1).contains(strength) else {
                throw node.error("'strength' must be a number from 0 to 1, found \(node.text)")
            }
            description.strength = strength
        }
        description.rationale =
            try metadata["rationale"].map { node throws(YAMLError) in
                flattened(try node.scalarText("'rationale'"))
            } ?? ""
        description.goodExamples = try examples(metadata["good"], "'good'", of: rule)
        description.badExamples = try examples(metadata["bad"], "'bad'", of: rule)
        description.weaknesses = weaknesses(metadata["cwe"])
        description.helpAddress = (texts(metadata["shortlink"]) + texts(metadata["source"])).first {
            $0.hasPrefix("https://") || $0.hasPrefix("http://")
        }
        description.tags = texts(metadata["tags"]).sorted()
        if let node = metadata["precision"] {
            guard let precision = Precision(rawValue: node.text) else {
                throw node.unknown("value of 'precision':", accepting: Precision.allCases.map(\.rawValue))
            }
            description.precision = precision
        }
        if let node = metadata["security-severity"] {
            description.securitySeverity = try securitySeverity(node)
        }
        return description
    }

    /// What GitLab's rules say in words, as a number in the middle of what CVSS calls so.
    static let securitySeverities: KeyValuePairs = [
        "info": 0.0, "low": 2.0, "medium": 5.5, "high": 8.0, "critical": 9.5,
    ]

    /// A number, in quotes or not, or a word in any case.
    private static func securitySeverity(_ node: YAMLNode) throws(YAMLError) -> Double {
        let text = node.isScalar ? node.text.lowercased() : ""
        if let known = securitySeverities.first(where: { $0.key == text }) { return known.value }
        guard let severity = Double(text), (0...10).contains(severity) else {
            let words = securitySeverities.map(\.key).joined(separator: ", ")
            throw node.error(
                "'security-severity' must be a number from 0.0 to 10.0 or one of \(words), found '\(text)'")
        }
        return severity
    }

    private static func examples(
        _ node: YAMLNode?, _ name: String, of rule: RuleDefinition
    ) throws(YAMLError) -> [CodeExample] {
        guard let node else { return [] }
        if node.isScalar {
            return [CodeExample(language: rule.languages.first ?? "", code: try node.scalarText(name))]
        }
        var examples: [CodeExample] = []
        for pair in try node.mapping(name).pairs {
            examples.append(
                CodeExample(language: pair.key.text, code: try pair.value.scalarText("'\(pair.key.text)'")))
        }
        return examples
    }

    /// The numbers in `CWE-89: Improper Neutralization of ..`.
    private static func weaknesses(_ node: YAMLNode?) -> [Int] {
        texts(node).compactMap { text in
            guard text.hasPrefix("CWE-") else { return nil }
            return Int(text.dropFirst(4).prefix { $0.isNumber })
        }
    }

    private static func texts(_ node: YAMLNode?) -> [String] {
        guard let node else { return [] }
        return (node.isSequence ? Array(node.elements) : [node]).filter(\.isScalar).map(\.text)
    }

    /// Lines that YAML keeps apart are one paragraph to a reader.
    private static func flattened(_ text: String) -> String {
        var paragraph: [UInt8] = []
        paragraph.reserveCapacity(text.utf8.count)
        var isApart = false
        for byte in text.utf8 {
            switch byte {
            case 0x20, 0x0A, 0x09, 0x0D: isApart = !paragraph.isEmpty
            default:
                if isApart { paragraph.append(0x20) }
                isApart = false
                paragraph.append(byte)
            }
        }
        return String(decoding: paragraph, as: UTF8.self)
    }

    /// Of a paragraph.
    private static func firstSentence(of text: String) -> String {
        let bytes = text.utf8
        var index = bytes.startIndex
        while let end = bytes[index...].firstIndex(of: 0x20) {
            index = bytes.index(after: end)
            guard end > bytes.startIndex, index < bytes.endIndex else { continue }
            let last = bytes[bytes.index(before: end)]
            guard last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") else { continue }
            // An abbreviation (`e.g. `) is followed by a small letter.
            if !(0x61...0x7A).contains(bytes[index]) { return String(text[..<end]) }
        }
        return text
    }
}
