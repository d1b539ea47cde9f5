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
    /// Whether some module in `byImport` has a hash with these lowest bits, as `WordSet.hash(_:after:)` makes it.
    private let importHashes: [Bool]
    /// By byte: whether some module in `byImport` begins with it.
    private let importStarts: [Bool]
    private static let importHashMask: UInt32 = 1 << 12 - 1
    /// By the packages of manifests: what they make of the models. Those of one project are the same set in memory, which is
    /// equal without a look at its elements.
    private let projects = Mutex<[(packages: Set<String>, models: ProjectModels)]>([])

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
        var importStarts = [Bool](repeating: false, count: 256)
        for byte in byImport.keys.compactMap(\.utf8.first) { importStarts[Int(byte)] = true }
        self.importStarts = importStarts
        importHashes = byImport.keys.reduce(into: [Bool](repeating: false, count: Int(Self.importHashMask) + 1)) {
            let hash = $1.utf8.reduce(WordSet.emptyHash) { WordSet.hash($1, after: $0) }
            $0[Int(hash & Self.importHashMask)] = true
        }
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

    /// The indices of the models that have one of the modules, or of those that they lie in, among their imports.
    func imported(by modules: some Sequence<String>) -> [Int] {
        var imported: [Int] = []
        for module in modules {
            // `a` and `a.b` for `a.b.c`, and all of it. Most of these parts no model names, which their hashes tell.
            let text = module.utf8
            // Those of the project's files begin with a dot in many projects.
            guard let first = text.first, importStarts[Int(first)] else { continue }
            var hash = WordSet.emptyHash
            for place in text.indices {
                let byte = text[place]
                if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/"), mayBeImport(hash) {
                    imported += byImport[String(module[..<place])] ?? []
                }
                hash = WordSet.hash(byte, after: hash)
            }
            if mayBeImport(hash) { imported += byImport[module] ?? [] }
        }
        return imported
    }

    /// Whether some model has a module with this hash among its imports.
    private func mayBeImport(_ hash: UInt32) -> Bool { importHashes[Int(hash & Self.importHashMask)] }

    /// What the packages of a project's manifests make of the models.
    func models(ofProjectWith packages: Set<String>) -> ProjectModels {
        projects.withLock { projects in
            if let known = projects.firstIndex(where: { $0.packages == packages }) {
                // Files come folder by folder: the next is most likely of the same project.
                projects.swapAt(0, known)
                return projects[0].models
            }
            var isNamed = [Bool](repeating: false, count: models.count)
            for package in packages {
                for index in byPackage[package] ?? [] { isNamed[index] = true }
            }
            // Most packages say nothing to any model, so that those of many manifests come to the same.
            let same = projects.first {
                $0.models.isNamed == isNamed && $0.models.hasPackages == !packages.isEmpty
            }
            let found = same?.models ?? ProjectModels(of: self, isNamed: isNamed, hasPackages: !packages.isEmpty)
            projects.append((packages, found))
            return found
        }
    }
}
