import Matching
import Synchronization

/// The entries of a model for one language, read when a section is first asked for, and each compiled when a file comes that may
/// have a match of it.
public final class ModelEntries: Sendable {
    /// An entry before it is compiled.
    public struct Source: Sendable {
        let prerequisite: WordPrerequisite
        /// nil where the entry has an error, which the caller has reported.
        let compile: @Sendable () -> ModelEntry?

        public init(prerequisite: WordPrerequisite, compile: @escaping @Sendable () -> ModelEntry?) {
            self.prerequisite = prerequisite
            self.compile = compile
        }
    }

    /// By the numbers of the sections; nil where the model does not speak of one.
    private let sections: [Section?]

    /// - Parameter sources: by section, where it has entries, what gives them.
    public init(_ sources: [ModelSection: @Sendable () -> [Source]]) {
        sections = ModelSection.allCases.map { sources[$0].map(Section.init) }
    }

    /// Whether there are entries in a section.
    func has(_ section: ModelSection) -> Bool { sections[section.number] != nil }

    /// The entries of a section that may match in a file with these words, or all of them, in the order of the model.
    func entries(_ section: ModelSection, words: WordSet?) -> [ModelEntry] {
        sections[section.number]?.entries(words) ?? []
    }

    /// Compiles everything, so that all errors come to light.
    public func compileAll() {
        for section in sections { _ = section?.entries(nil) }
    }
}

/// The entries of one section.
private final class Section: Sendable {
    private let read: @Sendable () -> [ModelEntries.Source]
    private let list = AtomicLazyReference<EntryList>()

    init(_ read: @escaping @Sendable () -> [ModelEntries.Source]) {
        self.read = read
    }

    func entries(_ words: WordSet?) -> [ModelEntry] {
        (list.load() ?? list.storeIfNil(EntryList(read()))).entries(words)
    }
}

/// Entries, some of them compiled.
private final class EntryList: Sendable {
    private enum State {
        case pending
        case compiled(ModelEntry?)
    }

    private let sources: [ModelEntries.Source]
    private let states: Mutex<[State]>

    init(_ sources: [ModelEntries.Source]) {
        self.sources = sources
        states = Mutex(sources.map { _ in .pending })
    }

    func entries(_ words: WordSet?) -> [ModelEntry] {
        var wanted: [Int] = []
        for index in sources.indices {
            if let words, !sources[index].prerequisite.isFulfilled(by: words) { continue }
            wanted.append(index)
        }
        if wanted.isEmpty { return [] }
        return states.withLock { states in
            wanted.compactMap { index in
                if case .compiled(let entry) = states[index] { return entry }
                let entry = sources[index].compile()
                states[index] = .compiled(entry)
                return entry
            }
        }
    }
}
