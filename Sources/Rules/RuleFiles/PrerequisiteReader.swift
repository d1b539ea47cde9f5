import Facts
import Matching
import YAML

/// Reads from the operators of a rule, before they are compiled, what a file must hold for the rule to match in it.
struct PrerequisiteReader {
    /// Whether patterns are words of no particular language, which match parts of words, too.
    let isGeneric: Bool

    /// The prerequisite of a whole rule.
    func prerequisite(ofRule mapping: YAMLMapping, mode: RuleDefinition.Mode) -> WordPrerequisite {
        guard mode == .taint else { return prerequisite(of: mapping["match"] ?? mapping.node) }
        if let taint = mapping["taint"] {
            return .all(of: [
                decisiveSources(taint["sources"], taint["sinks"], taint["propagators"]), alternatives(taint["sinks"]),
            ])
        }
        let sinks = mapping["pattern-sinks"]
        return .all(of: [
            decisiveSources(mapping["pattern-sources"], sinks, mapping["pattern-propagators"]), alternatives(sinks),
        ])
    }

    /// See `TaintSpecification.areSourcesDecisive`. What is wrong in the rule comes to light when it is compiled.
    private func decisiveSources(
        _ sources: YAMLNode?, _ sinks: YAMLNode?, _ propagators: YAMLNode?
    ) -> WordPrerequisite {
        guard let sources, let sinks else { return .nothing }
        let propagators = propagators?.elements
        let labels = LabelRequirement.decisiveLabels(
            ofSinks: sinks.elements.map { $0["requires"].flatMap { LabelRequirement($0.text) } },
            areRelabelled: propagators?.contains { $0["label"] != nil } ?? false)
        guard let labels else { return alternatives(sources) }
        let decisive = sources.elements.filter { labels.contains($0["label"]?.text ?? TaintMatches.defaultLabel) }
        return .any(of: decisive.map(prerequisite))
    }

    /// The prerequisite of a pattern, or of the operators among the pairs of a mapping, which hold together.
    func prerequisite(of node: YAMLNode) -> WordPrerequisite {
        guard node.isMapping else { return pattern(node) }
        var parts: [WordPrerequisite] = []
        for pair in node.pairs {
            if pair.key.spells("pattern") {
                parts.append(pattern(pair.value))
            } else if Self.holders.contains(where: pair.key.spells) {
                parts.append(prerequisite(of: pair.value))
            } else if Self.conjunctions.contains(where: pair.key.spells) {
                parts.append(conjunction(pair.value.elements))
            } else if Self.disjunctions.contains(where: pair.key.spells) {
                parts.append(alternatives(pair.value))
            } else if pair.key.spells("pattern-regex") {
                parts.append(WordPrerequisite(regularExpression: pair.value.bytes))
            } else if pair.key.spells("metavariable-regex") {
                parts.append(regularExpression(pair.value))
            }
        }
        return .all(of: parts)
    }

    /// What a file must have some of for the operators among the pairs of a mapping to match together; empty where nothing is
    /// known.
    func subjects(of node: YAMLNode) -> [FactSubject] {
        for pair in node.pairs {
            let found: [FactSubject]
            if Self.conjunctions.contains(where: pair.key.spells) {
                found = pair.value.elements.lazy.map(subjects).first { !$0.isEmpty } ?? []
            } else if Self.disjunctions.contains(where: pair.key.spells) {
                let alternatives = pair.value.elements.map(subjects)
                found = alternatives.contains(where: \.isEmpty) ? [] : alternatives.flatMap { $0 }
            } else if Self.holders.contains(where: pair.key.spells) {
                found = subjects(of: pair.value)
            } else {
                found = OperationDecoder.subject(pair.key).map { [$0] } ?? []
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    // What both syntaxes call the operators that say what must be there.
    private static let conjunctions = ["patterns", "all"]
    private static let disjunctions = ["pattern-either", "any"]
    private static let holders = ["pattern-inside", "inside", "pattern-anywhere", "anywhere"]

    private func alternatives(_ node: YAMLNode?) -> WordPrerequisite {
        .any(of: node?.elements.map(prerequisite) ?? [])
    }

    /// Regular expressions for metavariables, which take longer to read than patterns, are read where those say nothing.
    private func conjunction(_ elements: YAMLElements) -> WordPrerequisite {
        let stated = WordPrerequisite.all(of: elements.map(prerequisite))
        guard case .nothing = stated else { return stated }
        return .all(
            of: elements.compactMap { $0["metavariable-regex"].flatMap(expression) }
                .map { WordPrerequisite(metavariableExpression: $0.bytes) })
    }

    private func regularExpression(_ node: YAMLNode) -> WordPrerequisite {
        expression(node).map { WordPrerequisite(metavariableRegex: $0.bytes) } ?? .nothing
    }

    /// The expression of a `metavariable-regex`, whose matches stand in the file: a constant that an expression folds to may be
    /// spelled otherwise.
    private func expression(_ node: YAMLNode) -> YAMLNode? {
        isGeneric || node["constant-propagation"] != nil ? nil : node["regex"]
    }

    private func pattern(_ node: YAMLNode) -> WordPrerequisite {
        isGeneric ? .nothing : WordPrerequisite(pattern: node.bytes)
    }
}
