import Facts
import Matching
import YAML

/// Reads the operators of taint mode.
enum TaintDecoder {
    static func specification(
        of mapping: YAMLMapping, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification {
        var result = TaintSpecification()
        let syntax = try Syntax(of: mapping)
        result.sources = try entries("source", RuleKeys.sourceFields, of: syntax, &decoder, source)
        result.sinks = try entries("sink", RuleKeys.sinkFields, of: syntax, &decoder, sink)
        let sanitizerFields = syntax.isNewer ? RuleKeys.newerSanitizerFields : RuleKeys.sanitizerFields
        result.sanitizers = try entries("sanitizer", sanitizerFields, of: syntax, &decoder, sanitizer)
        result.propagators = try entries("propagator", RuleKeys.propagatorFields, of: syntax, &decoder, propagator)
        try check(syntax, result)
        if let options = try mapping["options"]?.mapping("'options'", keys: RuleKeys.options) {
            func flag(_ key: String) throws(YAMLError) -> Bool { try options[key]?.boolean("'\(key)'") ?? false }
            result.unifiesMetavariables = try flag("taint_unify_mvars")
            result.assumesSafeFunctions = try flag("taint_assume_safe_functions")
            result.assumesSafeIndexes = try flag("taint_assume_safe_indexes")
            result.assumesSafeComparisons = try flag("taint_assume_safe_comparisons")
            result.assumesSafeBooleans = try flag("taint_assume_safe_booleans")
            result.assumesSafeNumbers = try flag("taint_assume_safe_numbers")
            result.propagatesOnlyThroughAssignments = try flag("taint_only_propagate_through_assignments")
            for key in RuleKeys.taintFocusOptions {
                result.reportsSources =
                    try options[key]?.choice("'\(key)'", of: RuleKeys.taintFocus) ?? result.reportsSources
            }
        }
        return result
    }

    /// Where the entries stand, and how their operators are written.
    private struct Syntax {
        let mapping: YAMLMapping
        /// `taint: {sources: ..}` rather than `pattern-sources:`.
        let isNewer: Bool

        init(of rule: YAMLMapping) throws(YAMLError) {
            isNewer = rule["taint"] != nil
            mapping = try rule["taint"]?.mapping("'taint'", keys: RuleKeys.newerTaint) ?? rule
            for name in ["source", "sink"] {
                _ = try mapping.required(key(of: name), of: isNewer ? "'taint'" : "a taint rule")
            }
        }

        func key(of entry: String) -> String { isNewer ? "\(entry)s" : "pattern-\(entry)s" }
    }

    /// - Throws: what keeps the rule from ever finding anything: no source, no sink, a label that nothing gives.
    private static func check(_ syntax: Syntax, _ specification: TaintSpecification) throws(YAMLError) {
        for name in ["source", "sink"] {
            if let list = syntax.mapping[syntax.key(of: name)], Array(list.elements).isEmpty {
                throw list.error("'\(syntax.key(of: name))' must list at least one \(name)")
            }
        }
        var given = Set(specification.sources.map { $0.label ?? TaintMatches.defaultLabel })
        given.formUnion(specification.propagators.compactMap(\.label))
        for name in ["source", "sink", "propagator"] {
            guard let list = syntax.mapping[syntax.key(of: name)] else { continue }
            for element in list.elements {
                guard let node = element["requires"], let requirement = try requirement(element),
                    let missing = requirement.labelsAskedFor.subtracting(given).min()
                else { continue }
                throw node.error("no source or propagator has the label '\(missing)'")
            }
        }
    }

    /// The entries of `pattern-sources` and its like: operators, and keys of their own.
    private static func entries<Entry>(
        _ name: String, _ fields: [String], of syntax: Syntax, _ decoder: inout FormulaDecoder,
        _ entry: (Formula, YAMLNode, inout FormulaDecoder) throws(YAMLError) -> Entry
    ) throws(YAMLError) -> [Entry] {
        var entries: [Entry] = []
        let key = syntax.key(of: name)
        for element in try syntax.mapping[key]?.list("'\(key)'") ?? [] {
            let formula =
                syntax.isNewer
                ? try newerFormula(of: element, name, fields, &decoder)
                : try olderFormula(of: element, name, fields, &decoder)
            entries.append(try entry(formula, element, &decoder))
        }
        return entries
    }

    private static func olderFormula(
        of element: YAMLNode, _ name: String, _ fields: [String], _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> Formula {
        let mapping = try element.mapping("each \(name)")
        if let error = FormulaDecoder.newerKey(among: mapping.pairs) { throw error }
        if let unknown = mapping.unknownKeys(accepting: RuleKeys.formula + fields + decoder.operations.names).first {
            throw unknown
        }
        return try decoder.formula(of: mapping, owner: "a \(name)")
    }

    private static func newerFormula(
        of element: YAMLNode, _ name: String, _ fields: [String], _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> Formula {
        guard element.isMapping else { return try decoder.formula(ofMatch: element, owner: "each \(name)") }
        let mapping = try element.mapping("each \(name)")
        return try decoder.formula(ofMatch: mapping, owner: "a \(name)", except: fields)
    }

    private static func source(
        _ formula: Formula, _ entry: YAMLNode, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Source {
        var source = TaintSpecification.Source(formula: formula)
        source.exact = try flag("exact", of: entry)
        source.bySideEffect = try sideEffect(entry)
        source.isControl = try flag("control", of: entry)
        source.label = try entry["label"]?.scalarText("'label'")
        source.requires = try requirement(entry)
        return source
    }

    private static func sink(
        _ formula: Formula, _ entry: YAMLNode, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Sink {
        var sink = TaintSpecification.Sink(formula: formula)
        sink.exact = try flag("exact", of: entry, default: true)
        sink.requires = try requirement(entry)
        sink.atExit = try flag("at-exit", of: entry)
        return sink
    }

    private static func sanitizer(
        _ formula: Formula, _ entry: YAMLNode, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Sanitizer {
        var sanitizer = TaintSpecification.Sanitizer(formula: formula)
        sanitizer.exact = try flag("exact", of: entry)
        sanitizer.bySideEffect = try sideEffect(entry)
        let conflictKey = entry["not-conflicting"] == nil ? "not_conflicting" : "not-conflicting"
        sanitizer.notConflicting = try flag(conflictKey, of: entry)
        return sanitizer
    }

    private static func propagator(
        _ formula: Formula, _ entry: YAMLNode, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Propagator {
        let mapping = try entry.mapping("each propagator")
        let from = decoder.use(try mapping.required("from", of: "a propagator"))
        let to = decoder.use(try mapping.required("to", of: "a propagator"))
        var propagator = TaintSpecification.Propagator(formula: formula, from: from, to: to)
        propagator.bySideEffect = try flag("by-side-effect", of: entry, default: true)
        propagator.label = try entry["label"]?.scalarText("'label'")
        propagator.requires = try requirement(entry)
        propagator.replacedLabels = try entry["replace-labels"]?.strings("'replace-labels'")
        return propagator
    }

    private static func flag(
        _ key: String, of entry: YAMLNode, default value: Bool = false
    ) throws(YAMLError) -> Bool {
        try entry[key]?.boolean("'\(key)'") ?? value
    }

    private static func sideEffect(_ entry: YAMLNode) throws(YAMLError) -> TaintSpecification.SideEffect {
        guard let node = entry["by-side-effect"] else { return .no }
        return try node.choice("'by-side-effect'", of: ["true": .yes, "false": .no, "only": .only])
    }

    private static func requirement(_ entry: YAMLNode) throws(YAMLError) -> LabelRequirement? {
        guard let node = entry["requires"] else { return nil }
        guard let requirement = LabelRequirement(try node.scalarText("'requires'")) else {
            throw node.error("'requires' must be labels joined by 'and', 'or' and 'not'")
        }
        return requirement
    }
}
