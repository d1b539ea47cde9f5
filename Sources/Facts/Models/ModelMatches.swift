import Matching
import SourceText
import Syntax

/// What the models that speak of a file find in it, section by section, each looked for once and on first use.
final class ModelMatches {
    let target: MatchTarget
    let words: WordSet
    private let models: ModelSet
    /// Of each model: whether the file imports it, and whether the file or its project names it.
    private let isImported: [Bool]
    private let isNamed: [Bool]
    private let hasPackages: Bool
    /// By the number of the section; nil where nobody asked.
    private var found = [[ModelMatch]?](repeating: nil, count: ModelSection.allCases.count)

    /// `imports` are the modules of the file, `packages` those of its project's manifests.
    init(target: MatchTarget, words: WordSet, models: ModelSet, imports: Set<String>, packages: Set<String>) {
        self.target = target
        self.words = words
        self.models = models
        isImported = models.imported(by: imports)
        var isNamed = isImported
        for index in models.asked(by: packages) { isNamed[index] = true }
        self.isNamed = isNamed
        hasPackages = !packages.isEmpty
    }

    /// The matches of a section in all models, in source order.
    func of(_ section: ModelSection) -> [ModelMatch] {
        if let known = found[section.number] { return known }
        var matches: [ModelMatch] = []
        for index in models.applicable(section, isNamed: isNamed, hasPackages: hasPackages) {
            let model = models.models[index]
            for entry in model.entries(section, words: words) where mayMatch(entry) {
                // What many libraries might mean says something only where this one is known to be there.
                if !isNamed[index], entry.fields["named"]?.boolean == true { continue }
                let evaluator = FormulaEvaluator(
                    target: target, options: MatchOptions(), slotCount: entry.metavariables.count)
                for match in evaluator.matches(entry.formula) {
                    matches.append(
                        ModelMatch(
                            model: model.name, isImported: isImported[index], entry: entry, match: match,
                            tree: target.tree))
                }
            }
        }
        // Of two models that see the same thing, the one that the file imports comes first.
        matches.sort { left, right in
            left.match.range == right.match.range
                ? left.isImported && !right.isImported : left.match.range < right.match.range
        }
        found[section.number] = matches
        return matches
    }

    /// Those of the matches of a section that lie in a range, in source order.
    func of(_ section: ModelSection, within range: ByteRange) -> [ModelMatch] {
        let all = of(section)
        return all.isEmpty ? [] : all.lying(within: range, by: \.match.range)
    }

    /// Whether a model that speaks of the file has entries in a section.
    func has(_ section: ModelSection) -> Bool {
        !models.applicable(section, isNamed: isNamed, hasPackages: hasPackages).isEmpty
    }

    private func mayMatch(_ entry: ModelEntry) -> Bool {
        words.mayFulfill(entry.requiredWords)
            && (entry.needs.isEmpty || entry.needs.contains { !of($0).isEmpty })
    }
}
