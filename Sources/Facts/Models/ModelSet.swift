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
    /// `isNamed` says of each model whether the file or its project names it.
    func applicable(_ section: ModelSection, isNamed: [Bool], packages: Set<String>) -> [FrameworkModel] {
        let models = zip(models, isNamed).filter { $0.0.has(section) }
        let servesRequests = models.contains { $1 && $0.servesRequests }
        let isLibraryNamed = models.contains { $1 && !$0.servesRequests }
        return models.compactMap { model, isNamed in
            if isNamed || model.imports.isEmpty && model.packages.isEmpty { return model }
            guard packages.isEmpty else { return nil }
            return model.servesRequests
                ? (servesRequests ? nil : model) : (isLibraryNamed || servesRequests ? nil : model)
        }
    }

    /// Of each model: whether the file imports it or a module below it, or the project's manifests ask for it.
    func named(imports: Set<String>, packages: Set<String>) -> [Bool] {
        let imported = imported(by: imports)
        return models.map { model in
            imported.contains(model.name) || model.packages.contains { packages.contains($0) }
        }
    }

    /// The names of the models of which a file imports a module or one below it.
    func imported(by imports: Set<String>) -> Set<String> {
        var modules = imports
        for name in imports { modules.formUnion(Self.modules(around: name)) }
        return Set(models.lazy.filter { $0.imports.contains { modules.contains($0) } }.map(\.name))
    }

    /// The modules that one lies in: `a` and `a.b` for `a.b.c`.
    private static func modules(around name: String) -> [String] {
        name.utf8.indices.lazy.filter {
            name.utf8[$0] == UInt8(ascii: ".") || name.utf8[$0] == UInt8(ascii: "/")
        }.map { String(name[..<$0]) }
    }
}
