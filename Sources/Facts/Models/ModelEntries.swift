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

    /// The entries of a section; nil where there are none.
    func section(_ section: ModelSection) -> Section? { sections[section.number] }

    /// Compiles everything, so that all errors come to light.
    public func compileAll() {
        for section in sections { section?.compileAll() }
    }

    /// The entries of one section.
    final class Section: Sendable {
        private let read: @Sendable () -> [Source]
        private let known = LazyReference<EntryList>()

        init(_ read: @escaping @Sendable () -> [Source]) {
            self.read = read
        }

        private var list: EntryList { known.value { EntryList(read()) } }

        /// What a file must hold for the entries to match, in the order of the model.
        var prerequisites: [WordPrerequisite] { list.sources.map(\.prerequisite) }

        /// The entry with a number, compiled; nil where it has an error.
        func entry(_ number: Int) -> ModelEntry? { list.entry(number) }

        /// The entries that may match in a file with these words, in the order of the model.
        func entries(_ words: WordSet) -> [ModelEntry] {
            let list = list
            return list.sources.indices.compactMap { number in
                list.sources[number].prerequisite.isFulfilled(by: words) ? list.entry(number) : nil
            }
        }

        func compileAll() {
            for number in list.sources.indices { _ = list.entry(number) }
        }
    }
}

/// Entries, some of them compiled.
private final class EntryList: Sendable {
    private enum State {
        case pending
        case compiled(ModelEntry?)
    }

    let sources: [ModelEntries.Source]
    private let states: Mutex<[State]>

    init(_ sources: [ModelEntries.Source]) {
        self.sources = sources
        states = Mutex(sources.map { _ in .pending })
    }

    func entry(_ number: Int) -> ModelEntry? {
        states.withLock { states in
            if case .compiled(let entry) = states[number] { return entry }
            let entry = sources[number].compile()
            states[number] = .compiled(entry)
            return entry
        }
    }
}
