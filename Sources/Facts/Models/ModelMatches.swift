import Matching
import Syntax

/// What the models that speak of a file find in it, section by section, each looked for once and on first use.
final class ModelMatches {
    let target: MatchTarget
    let words: WordSet
    private let models: ModelSet
    private let imports: Set<String>
    private let packages: Set<String>
    private var found: [ModelSection: [ModelMatch]] = [:]

    /// `imports` are the modules of the file, `packages` those of its project's manifests.
    init(target: MatchTarget, words: WordSet, models: ModelSet, imports: Set<String>, packages: Set<String>) {
        self.target = target
        self.words = words
        self.models = models
        self.imports = imports
        self.packages = packages
    }

    /// The matches of a section in all models, in source order.
    func of(_ section: ModelSection) -> [ModelMatch] {
        if let known = found[section] { return known }
        var matches: [ModelMatch] = []
        for model in models.applicable(section, imports: imports, packages: packages) {
            for entry in model.entries(section, words: words) where mayMatch(entry) {
                let evaluator = FormulaEvaluator(
                    target: target, options: MatchOptions(), slotCount: entry.metavariables.count)
                for match in evaluator.matches(entry.formula) {
                    matches.append(ModelMatch(model: model.name, entry: entry, match: match, tree: target.tree))
                }
            }
        }
        matches.sort { $0.match.range < $1.match.range }
        found[section] = matches
        return matches
    }

    /// Whether a model that speaks of the file has entries in a section.
    func has(_ section: ModelSection) -> Bool {
        !models.applicable(section, imports: imports, packages: packages).isEmpty
    }

    private func mayMatch(_ entry: ModelEntry) -> Bool {
        entry.requiredWords.allSatisfy { clause in clause.contains { words.mayContain($0) } }
    }
}
