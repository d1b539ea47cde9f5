import Findings
import YAML

/// A value in a rule that configuration may change: an entry of `parameters:`, used in operators as `${name}`.
///
/// ```yaml
/// parameters:
///   max-lines: { default: 200, description: Lines that a handler may have. }
/// ```
public struct RuleParameter: Sendable {
    public let name: String
    public let description: String
    /// The values that are accepted, where they are a closed list; empty otherwise.
    public let accepted: [String]
    let defaultValue: YAMLNode

    /// Reads `parameters:` of a rule.
    static func parameters(of rule: YAMLMapping) throws(YAMLError) -> [RuleParameter] {
        guard let node = rule["parameters"] else { return [] }
        var parameters: [RuleParameter] = []
        for pair in try node.mapping("'parameters'").pairs {
            let name = pair.key.text
            guard !name.isEmpty, name != "level", name.utf8.allSatisfy(YAMLReplacement.isNameByte) else {
                throw pair.key.error(
                    "a parameter's name must be of small letters, digits and hyphens, and not 'level'; found '\(name)'")
            }
            let given = try pair.value.mapping("'\(name)'", keys: ["default", "description", "accepted"])
            let value = try given.required("default", of: "a parameter")
            guard OptionValue(value) != nil else {
                throw value.mismatch("'default'", expected: "a string, a number, a boolean or a list of those")
            }
            parameters.append(
                RuleParameter(
                    name: name, description: try given["description"]?.scalarText("'description'") ?? "",
                    accepted: try given["accepted"]?.list("'accepted'").map(\.text) ?? [], defaultValue: value))
        }
        return parameters
    }

    /// The parameter as configuration and documentation know it.
    public var option: RuleOption {
        RuleOption(
            name: name, description: description, defaultValue: OptionValue(defaultValue)?.yaml ?? "",
            accepted: accepted)
    }

    /// What takes the place of the parameter's name where configuration says nothing.
    var defaultReplacement: YAMLReplacement {
        let isScalar = defaultValue.isScalar
        return YAMLReplacement(
            .node(defaultValue),
            text: isScalar ? Array(defaultValue.bytes) : Array((OptionValue(defaultValue)?.yaml ?? "").utf8))
    }
}

extension OptionValue {
    /// What takes the place of a parameter's name.
    var replacement: YAMLReplacement {
        if case .string(let string) = self {
            return YAMLReplacement(.string(Array(string.utf8)), text: Array(string.utf8))
        }
        return YAMLReplacement(replacementValue, text: Array(yaml.utf8))
    }

    private var replacementValue: YAMLReplacement.Value {
        switch self {
        case .string(let string): .string(Array(string.utf8))
        case .list(let elements): .list(elements.map(\.replacementValue))
        default: .plain(Array(yaml.utf8))
        }
    }
}
