import Facts
import Matching
import SourceText
import Syntax
import YAML

/// A file of `rules/models/`: what code of one framework or library means.
///
/// ```yaml
/// model: express
/// languages: [typescript]
/// imports: [express]
/// packages: [express]
/// routes:
///   - pattern: $APP.get($PATH, ...$CHAIN, $HANDLER)
///     router: $APP
///     method: GET
/// names:
///   authenticates: ["^requireAuth$"]
/// ```
public struct ModelFile: Sendable {
    public let path: String
    /// The model's name.
    public let name: String
    /// Canonical names of the languages it is for; empty for all.
    public let languages: [String]
    public let names: NameVocabulary
    /// Modules by whose import a file is seen to use it.
    public let imports: [String]
    /// Packages by which a project's manifest asks for it.
    public let packages: [String]
    /// Globs that rules may name.
    public let pathSets: PathSets
    private let mapping: YAMLMapping

    static let keys =
        ["model", "languages", "imports", "packages", "names", "path-sets"] + ModelSection.allCases.map(\.rawValue)

    /// Reads a file's text. Patterns are compiled by `model(for:)`.
    public init(_ bytes: [UInt8], path: String) throws(YAMLError) {
        try self.init(YAMLDocument(bytes, path: path), isChecked: true)
    }

    /// Reads a document.
    /// - Parameter isChecked: whether the expressions of names are compiled now, to find the errors in them.
    public init(_ document: YAMLDocument, isChecked: Bool) throws(YAMLError) {
        path = document.path
        mapping = try document.root.mapping("a model file", keys: Self.keys)
        name = try mapping.required("model", of: "a model file").string("'model'")
        var languages: [String] = []
        for node in try mapping["languages"]?.stringNodes("'languages'") ?? [] {
            guard let language = Languages.named(node.text) else {
                throw node.unknown("language", accepting: Languages.all.flatMap(\.names))
            }
            languages.append(language.names[0])
        }
        self.languages = languages
        imports = try mapping["imports"]?.strings("'imports'") ?? []
        packages = try mapping["packages"]?.strings("'packages'") ?? []
        pathSets = try PathSets(mapping["path-sets"])
        names = try ModelFile.vocabulary(mapping["names"], isChecked: isChecked)
    }

    /// Whether a document's first key says that it is a model.
    public static func isModel(_ document: YAMLDocument) -> Bool {
        document.root.pairs.first { _ in true }?.key.spells("model") ?? false
    }

    private static func vocabulary(_ node: YAMLNode?, isChecked: Bool) throws(YAMLError) -> NameVocabulary {
        var vocabulary = NameVocabulary()
        guard let node else { return vocabulary }
        guard node.isMapping else { throw node.mismatch("'names'", expected: "a mapping") }
        var added: [(NameVocabulary.Meaning, [NameExpression])] = []
        for pair in node.pairs {
            guard let meaning = meanings[pair.key.text] else {
                throw pair.key.unknown("key", accepting: NameVocabulary.Meaning.allCases.map(\.rawValue))
            }
            let names = try pair.value.stringNodes("'\(meaning.rawValue)'")
            let expressions = try names.map { name throws(YAMLError) in
                isChecked
                    ? NameExpression(try RegularExpressionDecoder.expression(name))
                    : NameExpression(pattern: Array(name.bytes))
            }
            added.append((meaning, expressions))
        }
        vocabulary.add(added)
        return vocabulary
    }

    /// By their names, of which a file may have hundreds.
    private static let meanings = Dictionary(
        uniqueKeysWithValues: NameVocabulary.Meaning.allCases.map { ($0.rawValue, $0) })

    /// The model for a language; nil where it is not for that language. Its entries are compiled when they are needed.
    /// - Parameter report: takes the errors of entries, as they come to light.
    public func model(
        for language: any Language, report: @escaping @Sendable (YAMLError) -> Void
    ) throws(YAMLError) -> FrameworkModel? {
        if !languages.isEmpty, !languages.contains(language.names[0]) { return nil }
        var entries: [ModelSection: @Sendable () -> [ModelEntries.Source]] = [:]
        for section in ModelSection.allCases {
            guard let list = mapping[section.rawValue] else { continue }
            guard list.isSequence else { throw list.mismatch("'\(section.rawValue)'", expected: "a list") }
            if list.isEmpty { continue }
            entries[section] = {
                list.elements.map { ModelFile.source(of: $0, section, language, report: report) }
            }
        }
        return FrameworkModel(name: name, imports: imports, packages: packages, entries: ModelEntries(entries))
    }

    private static func source(
        of node: YAMLNode, _ section: ModelSection, _ language: any Language,
        report: @escaping @Sendable (YAMLError) -> Void
    ) -> ModelEntries.Source {
        ModelEntries.Source(prerequisite: PrerequisiteReader(isGeneric: false).prerequisite(of: node)) {
            do throws(YAMLError) {
                return try ModelFile.entry(node, section, language)
            } catch {
                report(error)
                return nil
            }
        }
    }

    private static func entry(
        _ node: YAMLNode, _ section: ModelSection, _ language: any Language
    ) throws(YAMLError) -> ModelEntry {
        let owner = "each of '\(section.rawValue)'"
        var decoder = FormulaDecoder(language: language, patterns: .code, operations: OperationDecoder())
        let mapping = try node.mapping(owner, keys: RuleKeys.formula + section.fields + [needs])
        let formula = try decoder.formula(of: mapping, owner: owner, except: section.fields + [needs])
        var fields: [String: ModelValue] = [:]
        for pair in mapping.pairs where section.fields.contains(pair.key.text) {
            fields[pair.key.text] = try value(pair.value, &decoder)
        }
        if let error = decoder.unboundUse(in: [formula]) { throw error }
        var needed: [ModelSection] = []
        if let node = mapping[needs] { needed = try sections(node, before: section) }
        return ModelEntry(formula: formula, metavariables: decoder.metavariables, fields: fields, needs: needed)
    }

    /// The key of any entry that names sections of which a file must have a match.
    private static let needs = "needs"

    /// Sections that come before another, so that no two wait for each other.
    private static func sections(_ node: YAMLNode, before own: ModelSection) throws(YAMLError) -> [ModelSection] {
        let accepted = ModelSection.allCases.prefix { $0 != own }
        var sections: [ModelSection] = []
        for name in try node.stringNodes("'\(needs)'") {
            guard let section = accepted.first(where: { $0.rawValue == name.text }) else {
                throw name.unknown("section", accepting: accepted.map(\.rawValue))
            }
            sections.append(section)
        }
        return sections
    }

    private static func value(_ node: YAMLNode, _ decoder: inout FormulaDecoder) throws(YAMLError) -> ModelValue {
        if node.isSequence {
            var values: [ModelValue] = []
            for element in node.elements { values.append(try value(element, &decoder)) }
            return .list(values)
        }
        if node.isMapping {
            var values: [String: ModelValue] = [:]
            let pairs = Array(node.pairs)
            if pairs.first?.key.text == "keyword", let label = pairs.first?.value {
                let mapping = try node.mapping("an argument", keys: ["keyword", "position", "closure"])
                return .keyword(
                    ArgumentPlace(
                        label: try label.string("'keyword'"), position: try mapping["position"]?.integer("'position'"),
                        orClosure: try mapping["closure"]?.boolean("'closure'") ?? false))
            }
            for pair in pairs { values[pair.key.text] = try value(pair.value, &decoder) }
            return .mapping(values)
        }
        switch node.value {
        case .integer(let number): return .integer(number)
        case .boolean(let truth): return .boolean(truth)
        default:
            return MetavariableName.isMetavariable(node.bytes)
                ? .metavariable(decoder.use(node)) : .text(node.text)
        }
    }
}
