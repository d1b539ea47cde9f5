import Matching

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
        let parts = node.pairs.compactMap { pair -> WordPrerequisite? in
            switch pair.key.text {
            case "pattern": pattern(pair.value)
            case "pattern-inside": pair.value.isMapping ? prerequisite(of: pair.value) : pattern(pair.value)
            case "patterns": .all(pair.value.elements.map(prerequisite))
            case "pattern-either": alternatives(pair.value)
            default: nil
            }
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .nothing : .all(parts)
    }

    private func alternatives(_ node: YAMLNode?) -> WordPrerequisite {
        guard let node, !node.elements.isEmpty else { return .nothing }
        return .any(node.elements.map(prerequisite))
    }

    private func pattern(_ node: YAMLNode) -> WordPrerequisite {
        isGeneric ? .nothing : WordPrerequisite(pattern: node.bytes)
    }
}
