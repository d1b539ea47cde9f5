import Matching
import SourceText
import Syntax

/// The models that a run uses for one language, with the names that mean something everywhere.
public struct ModelSet: Sendable {
    public var models: [FrameworkModel]
    public var names: NameVocabulary

    public init(models: [FrameworkModel] = [], names: NameVocabulary = NameVocabulary()) {
        self.models = models
        self.names = names
    }

    /// The models whose entries of a section may speak of a file: those it imports, those its project's manifest names
    /// (`packages`), those that need neither, and, where no framework that serves requests is among them, all frameworks.
    /// Judged by section, because a file that imports a web framework says nothing by that about its database.
    func applicable(_ section: ModelSection, imports: Set<String>, packages: Set<String>) -> [FrameworkModel] {
        let models = models.filter { $0.has(section) }
        let isNamed = models.map { model in
            model.isImported(by: imports)
                || model.packages.contains { packages.contains($0) }
        }
        let servesRequests = zip(models, isNamed).contains { $1 && $0.servesRequests }
        let isLibraryNamed = zip(models, isNamed).contains { $1 && !$0.servesRequests }
        return zip(models, isNamed).compactMap { model, isNamed in
            if isNamed || model.imports.isEmpty && model.packages.isEmpty { return model }
            guard packages.isEmpty else { return nil }
            return model.servesRequests
                ? (servesRequests ? nil : model) : (isLibraryNamed || servesRequests ? nil : model)
        }
    }
}
