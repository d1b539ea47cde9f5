import Matching
import YAML

/// Reads from the operators of a rule, before they are compiled, what a file must hold for the rule to match in it.
struct PrerequisiteReader {
    /// Whether patterns are words of no particular language, which match parts of words, too.
    let isGeneric: Bool

    /// The prerequisite of a whole rule.
    func prerequisite(ofRule mapping: YAMLMapping, mode: RuleDefinition.Mode) -> WordPrerequisite {
        guard mode == .taint else { return prerequisite(of: mapping.node) }
        return .all(["pattern-sources", "pattern-sinks"].map { key in alternatives(mapping[key]) })
    }

    /// The prerequisite of the operators among the pairs of a mapping, which hold together.
    func prerequisite(of node: YAMLNode) -> WordPrerequisite {
        var parts: [WordPrerequisite] = []
        for pair in node.pairs {
            if pair.key.spells("pattern") {
                parts.append(pattern(pair.value))
            } else if pair.key.spells("pattern-inside") {
                parts.append(pair.value.isMapping ? prerequisite(of: pair.value) : pattern(pair.value))
            } else if pair.key.spells("patterns") {
                parts.append(.all(pair.value.elements.map(prerequisite)))
            } else if pair.key.spells("pattern-either") {
                parts.append(alternatives(pair.value))
            }
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .nothing : .all(parts)
    }

    private func alternatives(_ node: YAMLNode?) -> WordPrerequisite {
        let alternatives = node?.elements.map(prerequisite) ?? []
        return alternatives.isEmpty ? .nothing : .any(alternatives)
    }

    private func pattern(_ node: YAMLNode) -> WordPrerequisite {
        isGeneric ? .nothing : WordPrerequisite(pattern: node.bytes)
    }
}
