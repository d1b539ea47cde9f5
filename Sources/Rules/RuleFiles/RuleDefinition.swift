import Facts
import Findings
import Matching
import Syntax

/// A rule as its file states it, for all its languages; `compiled` makes what runs.
public struct RuleDefinition: Sendable {
    public let id: String
    public let severity: Severity
    /// The languages that the rule names, by their canonical names, with `generic` and `regex` for text of any language.
    public let languages: [String]
    public let isTaint: Bool
    public let parameters: [RuleParameter]
    let mapping: YAMLMapping

    /// The file that the rule stands in, and the 1-based line of its id.
    public var path: String { mapping.node.document.path }
    public let line: Int

    /// Whether the rule speaks of files of `language`.
    public func applies(to language: any Language) -> Bool {
        languages.contains(language.names[0]) || languages.contains("generic") || languages.contains("regex")
    }

    /// Whether the rule's patterns are words of no particular language.
    var isGeneric: Bool { languages.contains("generic") || languages.contains("regex") }

    /// Compiles the rule for files of one language.
    ///
    /// - Throws: the first pattern that does not parse, key that is unknown, metavariable that nothing binds.
    public func compiled(for language: any Language) throws(YAMLError) -> Rule {
        var decoder = FormulaDecoder(
            language: language, isGeneric: isGeneric && !languages.contains(language.names[0]),
            operations: OperationDecoder())
        let query: Rule.Query
        let words: [[UInt32]]
        if isTaint {
            let specification = try TaintDecoder.specification(of: mapping, &decoder)
            let sources = Formula.any(specification.sources.map(\.formula)).requiredWords
            words = sources + Formula.any(specification.sinks.map(\.formula)).requiredWords
            query = .taint(specification)
        } else {
            let formula = try decoder.formula(of: mapping, owner: "a rule")
            if let error = decoder.unboundUse(in: [formula]) { throw error }
            words = formula.requiredWords
            query = .search(formula)
        }
        let fix = try FixDecoder.fix(of: mapping)
        return Rule(
            id: id, message: try mapping.required("message", of: "a rule").scalarText("'message'"),
            severity: severity, query: query, metavariables: decoder.metavariables,
            options: try OptionsDecoder.options(of: mapping), paths: try PathsDecoder.paths(of: mapping), fix: fix,
            requiredWords: words)
    }
}

/// A value in a rule that configuration may change.
public struct RuleParameter: Sendable {
    public let name: String
    public let node: YAMLNode
}
