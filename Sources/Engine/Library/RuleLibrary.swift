import Findings
import Rules
import YAML

/// The rule and model files of a run, read; compiled for a language when a file of it comes.
public struct RuleLibrary: Sendable {
    public private(set) var rules: [RuleDefinition] = []
    public private(set) var models: [ModelFile] = []
    public private(set) var errors: [YAMLError] = []
    /// Those of them that keep a model from being read.
    public private(set) var modelErrors: [YAMLError] = []
    /// The files whose rules are compiled whether or not a file comes that they may match in.
    public private(set) var checkedPaths: Set<String> = []
    /// The ids of the rules, and of some that were replaced.
    private var identifiers: Set<String> = []

    public init() {}

    /// Adds a file: a model where it says `model:`, else rules. Files of one model add up; one of the same file name takes the
    /// place of the earlier. A rule takes the place of an earlier one with its id, so that
    /// a project can word a built-in rule anew; within one file that is an error.
    /// - Parameter isChecked: whether all errors in it must come to light, in documentation and in patterns that no file of
    ///   the run asks for.
    public mutating func add(_ bytes: [UInt8], path: String, isChecked: Bool = false) {
        add(LibraryFile(bytes, path: path, isChecked: isChecked))
    }

    /// Adds a file of ours.
    public mutating func add(_ document: YAMLDocument) { add(LibraryFile(document)) }

    mutating func add(_ file: LibraryFile) {
        errors += file.errors
        if file.isModel { modelErrors += file.errors }
        switch file.content {
        case .model(let model):
            models.removeAll { $0.name == model.name && Self.fileName($0.path) == Self.fileName(file.path) }
            models.append(model)
        case .rules(let added):
            let replaced = Set(added.map(\.id))
            if !replaced.isDisjoint(with: identifiers) {
                rules.removeAll { $0.path != file.path && replaced.contains($0.id) }
            }
            rules += added
            identifiers.formUnion(replaced)
            if file.isChecked { checkedPaths.insert(file.path) }
        case nil:
            break
        }
    }

    /// The rules of one file with the models of this library; `rules` are those of its own.
    func replacingRules(with file: RuleFile, keepsOwn: Bool) -> RuleLibrary {
        var library = self
        if !keepsOwn { library.rules = [] }
        let replaced = Set(file.rules.map(\.id))
        library.rules.removeAll { replaced.contains($0.id) }
        library.rules += file.rules
        library.identifiers.formUnion(replaced)
        library.errors = []
        library.checkedPaths = []
        return library
    }

    /// The globs that rules may name, of all models.
    var pathSets: PathSets { models.reduce(into: PathSets()) { $0.add($1.pathSets) } }

    /// What configuration may speak of.
    public var catalog: ConfigurationCatalog {
        ConfigurationCatalog(
            rules: Dictionary(
                rules.map { ($0.id, $0.parameters.map(\.option)) }, uniquingKeysWith: { first, _ in first }),
            frameworks: models.map(\.name).sorted())
    }

    /// Whether a file's first key is `model`, or one of its keys is `rules`: others are not for the library.
    public static func isRuleOrModelFile(_ bytes: [UInt8]) -> Bool {
        isModel(bytes) || lineStarts(bytes).contains { bytes[$0...].starts(with: "rules:".utf8) }
    }

    /// Whether a file's first key is `model`: all that stands before it are comments and marks, which are less than letters.
    private static func fileName(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }

    static func isModel(_ bytes: [UInt8]) -> Bool {
        guard let key = lineStarts(bytes).first(where: { bytes[$0] > 0x2D }) else { return false }
        return bytes[key...].starts(with: "model:".utf8)
    }

    /// Where lines with something on them start.
    private static func lineStarts(_ bytes: [UInt8]) -> some Sequence<Int> {
        bytes.indices.lazy.filter { (($0 == 0) || bytes[$0 - 1] == 0x0A) && bytes[$0] != 0x0A }
    }
}
