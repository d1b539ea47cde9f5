import Facts
import Rules
import Synchronization
import Syntax
import YAML

/// Compiles models for a language when a file of it comes, once for all threads and runs.
public final class ModelCompiler: Sendable {
    private let models: [ModelFile]
    private let sets = Mutex<[String: ModelSet]>([:])
    private let problems = ErrorList()

    public init(_ models: [ModelFile]) {
        self.models = models
    }

    /// What was wrong in the models that were compiled.
    var errors: [YAMLError] { problems.errors }

    /// The names that mean something whatever the language.
    var names: NameVocabulary {
        var names = NameVocabulary()
        for model in models { names.merge(model.names) }
        return names
    }

    /// The models for a language; what has errors in them is left out.
    func models(for language: any Language) -> ModelSet {
        sets.withLock { sets in
            if let known = sets[language.names[0]] { return known }
            var models: [FrameworkModel] = []
            var names = NameVocabulary()
            for file in self.models {
                do throws(YAMLError) {
                    guard let model = try file.model(for: language, report: { [problems] in problems.add($0) }) else {
                        continue
                    }
                    models.append(model)
                    names.merge(file.names)
                } catch {
                    problems.add(error)
                }
            }
            let set = ModelSet(models: models, names: names)
            sets[language.names[0]] = set
            return set
        }
    }

    /// Compiles all entries of the models for a language.
    func compileAll(for language: any Language) {
        for model in models(for: language).models { model.compileAll() }
    }
}

/// Errors from any thread, each once.
final class ErrorList: Sendable {
    private let list = Mutex<[YAMLError]>([])

    var errors: [YAMLError] { list.withLock { $0 } }

    func add(_ error: YAMLError) {
        list.withLock { if !$0.contains(error) { $0.append(error) } }
    }
}
