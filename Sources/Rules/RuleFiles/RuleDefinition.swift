import Facts
import Findings
import Matching
import Synchronization
import Syntax
import YAML

/// A rule as its file states it, for all its languages; `compiled` makes what runs. A class, because it is handed around by
/// the hundred.
public final class RuleDefinition: Sendable {
    public let id: String
    public let severity: Severity
    /// The languages that the rule names, by their canonical names, with `generic` and `regex` for text of any language.
    public let languages: [String]
    public let mode: Mode
    public let parameters: [RuleParameter]
    /// The smallest profile that the rule belongs to.
    public let profile: Profile
    let mapping: YAMLMapping

    /// Who finds what the rule is about.
    public enum Mode: Sendable {
        case search, taint
        /// The engine itself: comments that suppress nothing.
        case suppressions
    }

    /// What `description()` gave when it was first asked for.
    private let knownDescription = Mutex<RuleDescription?>(nil)

    init(
        id: String, severity: Severity, languages: [String], mode: Mode, parameters: [RuleParameter], profile: Profile,
        mapping: YAMLMapping
    ) {
        self.id = id
        self.severity = severity
        self.languages = languages
        self.mode = mode
        self.parameters = parameters
        self.profile = profile
        self.mapping = mapping
    }

    /// The file that the rule stands in.
    public var path: String { mapping.node.document.path }
    /// The 1-based line of its id.
    public var line: Int { (mapping["id"] ?? mapping.node).line }

    /// Whether the rule speaks of files of `language`.
    public func applies(to language: any Language) -> Bool {
        languages.contains(language.names[0]) || languages.contains("generic") || languages.contains("regex")
    }

    /// Whether the rule's patterns are of no particular language.
    public var isGeneric: Bool { PatternSyntax(ofLanguages: languages) != .code }

    /// Compiles the rule for files of one language.
    ///
    /// - Parameter options: values for the rule's parameters, by name; the defaults for the others.
    /// - Throws: the first pattern that does not parse, key that is unknown, metavariable that nothing binds.
    public func compiled(
        for language: any Language, options: [String: OptionValue] = [:], pathSets: PathSets = PathSets()
    ) throws(YAMLError) -> Rule {
        let mapping = try parameterized(options)
        let aliengrep = try OptionsDecoder.aliengrep(of: mapping)
        let otherPatterns = PatternSyntax(ofLanguages: languages, aliengrep: aliengrep)
        var decoder = FormulaDecoder(
            language: language, patterns: languages.contains(language.names[0]) ? .code : otherPatterns,
            operations: OperationDecoder())
        let query: Rule.Query
        let prerequisite: WordPrerequisite
        if mode == .taint {
            let specification = try TaintDecoder.specification(of: mapping, &decoder)
            let decisive = zip(specification.sources, specification.areSourcesDecisive).filter(\.1)
            prerequisite = .all(of: [
                .any(of: decisive.map(\.0.formula.prerequisite)),
                .any(of: specification.sinks.map(\.formula.prerequisite)),
            ])
            query = .taint(specification)
        } else {
            let formula: Formula
            if let match = mapping["match"] {
                formula = try decoder.formula(ofMatch: match, owner: "'match'")
            } else {
                formula = try decoder.formula(of: mapping, owner: "a rule")
            }
            prerequisite = formula.prerequisite
            query = .search(formula)
        }
        if let error = decoder.unboundUse(in: query.formulas) { throw error }
        let fix = try FixDecoder.fix(of: mapping, decoder.metavariables)
        var formulaFixes: [FixTemplate] = []
        for (template, node) in decoder.fixes {
            try FixDecoder.check(node, decoder.metavariables)
            formulaFixes.append(template)
        }
        let paths = try PathsDecoder(sets: pathSets).paths(of: mapping)
        let isFixSafe = try RuleMetadata.isFixSafe(mapping["metadata"])
        return Rule(
            id: id, message: try mapping.required("message", of: "a rule").scalarText("'message'"),
            severity: severity, query: query, metavariables: decoder.metavariables,
            options: try OptionsDecoder.options(of: mapping), paths: paths, fix: fix,
            formulaFixes: formulaFixes, isFixSafe: isFixSafe, prerequisite: prerequisite)
    }

    /// What a file must hold for the rule to match in it, as far as that is to be seen without compiling the rule.
    public var prerequisite: WordPrerequisite {
        PrerequisiteReader(isGeneric: isGeneric).prerequisite(ofRule: mapping, mode: mode)
    }

    /// What a file must have some of for the rule to match in it; empty where nothing is known.
    public var subjects: [FactSubject] {
        guard mode == .search, mapping.node.holdsAny(of: OperationDecoder.names) else { return [] }
        return PrerequisiteReader(isGeneric: isGeneric).subjects(of: mapping["match"] ?? mapping.node)
    }

    /// Whether an operator of the rule asks for facts.
    public var usesFacts: Bool {
        mapping.node.holdsAny(of: OperationDecoder.names)
            && mapping.pairs.contains { pair in
                !pair.key.spells("metadata") && (OperationDecoder.isOperator(pair.key) || Self.usesFacts(pair.value))
            }
    }

    private static func usesFacts(_ node: YAMLNode) -> Bool {
        if node.isSequence { return node.elements.contains(where: usesFacts) }
        return node.pairs.contains { OperationDecoder.isOperator($0.key) || usesFacts($0.value) }
    }

    /// Whether the rule says of which files it speaks, and not only of which it does not.
    public var includesPaths: Bool { mapping["paths"]?["include"] != nil }

    /// The files that the rule speaks of; all where its `paths:` cannot be read, which compiling it reports.
    public func paths(options: [String: OptionValue], sets: PathSets) -> PathFilter {
        guard let paths = mapping["paths"],
            let mapping = paths.mayBeReplaced ? try? parameterized(options) : mapping
        else { return PathFilter() }
        return (try? PathsDecoder(sets: sets).paths(of: mapping)) ?? PathFilter()
    }

    /// What reports and documentation say of the rule.
    ///
    /// - Throws: the first key of `metadata:` that Lintel knows and whose value it cannot be.
    public func description() throws(YAMLError) -> RuleDescription {
        if let known = knownDescription.withLock({ $0 }) { return known }
        let description = try RuleMetadata.description(of: self, mapping: parameterized([:]))
        knownDescription.withLock { $0 = description }
        return description
    }

    /// The rule with its parameters replaced.
    private func parameterized(_ options: [String: OptionValue]) throws(YAMLError) -> YAMLMapping {
        if parameters.isEmpty { return mapping }
        var values: [String: YAMLReplacement] = [:]
        for parameter in parameters {
            values[parameter.name] = options[parameter.name]?.replacement ?? parameter.defaultReplacement
        }
        return try mapping.node.counterpart(in: mapping.node.document.replacing(values)).mapping("a rule")
    }
}
