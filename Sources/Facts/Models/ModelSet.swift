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

    /// The models that may speak of a file: those it imports, those its project's manifest names (`packages`), and, where
    /// neither names any, all.
    ///
    /// Frameworks and libraries are chosen apart: a file that imports only a data layer may well register routes on a router
    /// that it is given.
    func applicable(imports: Set<String>, packages: Set<String>) -> [FrameworkModel] {
        let frameworks = models.filter { !$0.entries(.routes).isEmpty }
        let libraries = models.filter { $0.entries(.routes).isEmpty }
        return Self.applicable(frameworks, imports, packages) + Self.applicable(libraries, imports, packages)
    }

    private static func applicable(
        _ models: [FrameworkModel], _ imports: Set<String>, _ packages: Set<String>
    ) -> [FrameworkModel] {
        let imported = models.filter { model in
            model.imports.contains { module in imports.contains { Self.isModule($0, within: module) } }
                || model.packages.contains { packages.contains($0) } || model.imports.isEmpty && model.packages.isEmpty
        }
        let specific = imported.contains { !$0.imports.isEmpty || !$0.packages.isEmpty }
        return specific || !packages.isEmpty ? imported : models
    }

    private static func isModule(_ name: String, within module: String) -> Bool {
        guard name.hasPrefix(module) else { return false }
        let rest = name.utf8.dropFirst(module.utf8.count)
        return rest.isEmpty || rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: "/")
    }
}
