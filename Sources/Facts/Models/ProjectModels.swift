import Matching

/// What the packages that a project's manifests name make of the models: which of them speak of its files, with the entries of
/// those by the words that they need. Of most sections a file has no word at all, which is found out for all models at once
/// (asking one model after the other took a third of the time of a small file).
final class ProjectModels: Sendable {
    /// Of each model: whether the project names it.
    let isNamed: [Bool]
    /// Whether the project names any packages.
    let hasPackages: Bool
    /// By the numbers of the sections.
    private let sections: [Section]

    init(of set: ModelSet, isNamed: [Bool], hasPackages: Bool) {
        self.isNamed = isNamed
        self.hasPackages = hasPackages
        sections = ModelSection.allCases.map { section in
            let models = set.applicable(section, isNamed: isNamed, hasPackages: hasPackages)
            return Section(models.compactMap { model in set.models[model].section(section).map { (model, $0) } })
        }
    }

    /// Whether a model that speaks of the project's files has entries in a section.
    func has(_ section: ModelSection) -> Bool { !sections[section.number].lists.isEmpty }

    /// The entries of a section that may match in a file with these words, in the order of the models.
    func entries(_ section: ModelSection, words: WordSet) -> [(model: Int, entry: ModelEntry)] {
        sections[section.number].entries(words)
    }

    /// The entries of a section in several models; their words are put together when they are first asked for.
    private final class Section: Sendable {
        /// With the indices of their models.
        let lists: [(model: Int, entries: ModelEntries.Section)]
        private let index = LazyReference<Index>()

        init(_ lists: [(model: Int, entries: ModelEntries.Section)]) { self.lists = lists }

        func entries(_ words: WordSet) -> [(model: Int, entry: ModelEntry)] {
            if lists.isEmpty { return [] }
            let index = index.value { Index(lists) }
            return index.prerequisites.fulfilled(by: words).compactMap { number in
                let (list, entry) = index.places[number]
                return lists[list].entries.entry(entry).map { (lists[list].model, $0) }
            }
        }
    }

    private final class Index: Sendable {
        let prerequisites: PrerequisiteIndex
        /// Of each prerequisite: whose it is.
        let places: [(list: Int, entry: Int)]

        init(_ lists: [(model: Int, entries: ModelEntries.Section)]) {
            let all = lists.map(\.entries.prerequisites)
            prerequisites = PrerequisiteIndex(all.flatMap { $0 })
            places = all.enumerated().flatMap { list, entries in entries.indices.map { (list, $0) } }
        }
    }
}
