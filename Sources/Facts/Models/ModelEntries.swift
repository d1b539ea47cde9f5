import Matching
import Synchronization

/// The entries of a model for one language, each compiled when a file comes that may have a match of it.
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

    private enum State {
        case pending
        case compiled(ModelEntry?)
    }

    /// By the numbers of the sections.
    private let sources: [[Source]]
    private let states: Mutex<[[State]]>

    public init(_ sources: [ModelSection: [Source]]) {
        let bySection = ModelSection.allCases.map { sources[$0] ?? [] }
        self.sources = bySection
        states = Mutex(bySection.map { $0.map { _ in .pending } })
    }

    /// Whether there are entries in a section.
    func has(_ section: ModelSection) -> Bool { !sources[section.number].isEmpty }

    /// The entries of a section that may match in a file with these words, or all of them, in the order of the model.
    func entries(_ section: ModelSection, words: WordSet?) -> [ModelEntry] {
        let number = section.number
        let wanted = sources[number].indices.filter { index in
            words.map { sources[number][index].prerequisite.isFulfilled(by: $0) } ?? true
        }
        if wanted.isEmpty { return [] }
        return states.withLock { states in
            wanted.compactMap { index in
                if case .compiled(let entry) = states[number][index] { return entry }
                let entry = sources[number][index].compile()
                states[number][index] = .compiled(entry)
                return entry
            }
        }
    }

    /// Compiles everything, so that all errors come to light.
    public func compileAll() {
        for section in ModelSection.allCases { _ = entries(section, words: nil) }
    }
}
