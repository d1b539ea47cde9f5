import Facts
import Rules
import Synchronization
import Syntax

/// Compiles models for a language when a file of it comes, once for all threads and runs.
public final class ModelCompiler: Sendable {
    private let models: [ModelFile]
    private let state = Mutex(State())

    private struct State {
        var sets: [String: ModelSet] = [:]
        var errors: [YAMLError] = []
    }

    public init(_ models: [ModelFile]) {
        self.models = models
    }

    /// What was wrong in the models that were compiled.
    var errors: [YAMLError] { state.withLock(\.errors) }

    /// The names that mean something whatever the language.
    var names: NameVocabulary {
        var names = NameVocabulary()
        for model in models { names.merge(model.names) }
        return names
    }

    /// The models for a language; those with errors are left out.
    func models(for language: any Language) -> ModelSet {
        state.withLock { state in
            if let known = state.sets[language.names[0]] { return known }
            var set = ModelSet()
            for file in models {
                do throws(YAMLError) {
                    guard let model = try file.model(for: language) else { continue }
                    set.models.append(model)
                    set.names.merge(file.names)
                } catch {
                    if !state.errors.contains(error) { state.errors.append(error) }
                }
            }
            state.sets[language.names[0]] = set
            return set
        }
    }
}
