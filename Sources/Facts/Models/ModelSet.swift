import Matching
import SourceText
import Synchronization
import Syntax

/// The models that a run uses for one language, with the names that mean something everywhere.
public final class ModelSet: Sendable {
    public let models: [FrameworkModel]
    public let names: NameVocabulary
    /// By the number of a section: the indices of the models that speak of it.
    private let bySection: [[Int]]
    /// By module and by package: the indices of the models that it brings in.
    private let byImport: [String: [Int]]
    private let byPackage: [String: [Int]]
    /// What was asked last, mostly for the same packages: those of a project.
    private let lastAsked = Mutex<(packages: Set<String>, models: [Int])>(([], []))

    public init(models: [FrameworkModel] = [], names: NameVocabulary = NameVocabulary()) {
        self.models = models
        self.names = names
        bySection = ModelSection.allCases.map { section in models.indices.filter { models[$0].has(section) } }
        // Files of one model add up.
        let byName = Dictionary(grouping: models.indices) { models[$0].name }
        var byImport: [String: [Int]] = [:]
        var byPackage: [String: [Int]] = [:]
        for (index, model) in models.enumerated() {
            for module in model.imports { byImport[module, default: []] += byName[model.name] ?? [] }
            for package in model.packages { byPackage[package, default: []].append(index) }
        }
        self.byImport = byImport
        self.byPackage = byPackage
    }

    /// The indices of the models whose entries of a section may speak of a file: those it imports, those its project's
    /// manifest names, those that need neither, and, where the project says nothing of its packages and no framework that
    /// serves requests is among them, all frameworks. Judged by section, because a file that imports a web framework says
    /// nothing by that about its database. `isNamed` says of each model whether the file or its project names it.
    func applicable(_ section: ModelSection, isNamed: [Bool], hasPackages: Bool) -> [Int] {
        let candidates = bySection[section.number]
        let servesRequests = candidates.contains { isNamed[$0] && models[$0].servesRequests }
        let isLibraryNamed = candidates.contains { isNamed[$0] && !models[$0].servesRequests }
        return candidates.filter { index in
            let model = models[index]
            if isNamed[index] || model.imports.isEmpty && model.packages.isEmpty { return true }
            return !hasPackages && !servesRequests && (model.servesRequests || !isLibraryNamed)
        }
    }

    /// Of each model: whether the modules, or those that they lie in, are among its imports.
    func imported(by modules: some Sequence<String>) -> [Bool] {
        var isImported = [Bool](repeating: false, count: models.count)
        for module in modules {
            for index in byImport[module] ?? [] { isImported[index] = true }
            // `a` and `a.b` for `a.b.c`.
            for end in module.utf8.indices where [UInt8(ascii: "."), UInt8(ascii: "/")].contains(module.utf8[end]) {
                for index in byImport[String(module[..<end])] ?? [] { isImported[index] = true }
            }
        }
        return isImported
    }

    /// The indices of the models that one of the packages of a project's manifests brings in.
    func asked(by packages: Set<String>) -> [Int] {
        let last = lastAsked.withLock { $0 }
        // The same set in memory is equal without a look at its elements.
        if last.packages == packages { return last.models }
        let models = byPackage.filter { packages.contains($0.key) }.flatMap(\.value)
        lastAsked.withLock { $0 = (packages, models) }
        return models
    }
}
