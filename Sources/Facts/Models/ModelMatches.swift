import Matching
import SourceText
import Syntax

/// What the models that speak of a file find in it, section by section, each looked for once and on first use.
final class ModelMatches {
    let target: MatchTarget
    let words: WordSet
    private let models: ModelSet
    private let project: ProjectModels
    /// The indices of the models that the file imports.
    private let imported: [Int]
    /// Of each model whether the file or its project names it, where the file names more of them than its project.
    private let isNamed: [Bool]?
    /// By the number of the section; nil where nobody asked.
    private var found = [[ModelMatch]?](repeating: nil, count: ModelSection.allCases.count)

    /// `imports` are the modules of the file, `packages` those of its project's manifests.
    init(
        target: MatchTarget, words: WordSet, models: ModelSet, imports: some Sequence<String>, packages: Set<String>
    ) {
        self.target = target
        self.words = words
        self.models = models
        let project = models.models(ofProjectWith: packages)
        self.project = project
        imported = models.imported(by: imports)
        if imported.allSatisfy({ project.isNamed[$0] }) {
            isNamed = nil
        } else {
            var isNamed = project.isNamed
            for index in imported { isNamed[index] = true }
            self.isNamed = isNamed
        }
    }

    /// The matches of a section in all models, in source order.
    func of(_ section: ModelSection) -> [ModelMatch] {
        if let known = found[section.number] { return known }
        var matches: [ModelMatch] = []
        for (index, entry) in entries(section) where mayMatch(entry) {
            // What many libraries might mean says something only where this one is known to be there.
            if !(isNamed ?? project.isNamed)[index], entry.fields["named"]?.boolean == true { continue }
            let evaluator = FormulaEvaluator(
                target: target, options: MatchOptions(), slotCount: entry.metavariables.count)
            for match in evaluator.matches(entry.formula) {
                matches.append(
                    ModelMatch(
                        model: models.models[index].name, isImported: imported.contains(index), entry: entry,
                        match: match, tree: target.tree))
            }
        }
        // Of two models that see the same thing, the one that the file imports comes first.
        if matches.count > 1 {
            matches.sort { left, right in
                left.match.range == right.match.range
                    ? left.isImported && !right.isImported : left.match.range < right.match.range
            }
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
        guard let isNamed else { return project.has(section) }
        return !models.applicable(section, isNamed: isNamed, hasPackages: project.hasPackages).isEmpty
    }

    /// Whether a model that speaks of the file has an entry in a section with a field that is true.
    func has(_ section: ModelSection, saying field: String) -> Bool {
        models.applicable(section, isNamed: isNamed ?? project.isNamed, hasPackages: project.hasPackages).contains {
            guard let entries = models.models[$0].section(section) else { return false }
            return entries.prerequisites.indices.contains { entries.entry($0)?.fields[field]?.boolean == true }
        }
    }

    /// The entries of a section that may match by the file's words, with the indices of their models.
    private func entries(_ section: ModelSection) -> [(model: Int, entry: ModelEntry)] {
        guard let isNamed else { return project.entries(section, words: words) }
        return models.applicable(section, isNamed: isNamed, hasPackages: project.hasPackages).flatMap { model in
            models.models[model].section(section)?.entries(words).map { (model, $0) } ?? []
        }
    }

    private func mayMatch(_ entry: ModelEntry) -> Bool {
        entry.prerequisite.isFulfilled(by: words)
            && (entry.needs.isEmpty || entry.needs.contains { !of($0).isEmpty })
    }
}
