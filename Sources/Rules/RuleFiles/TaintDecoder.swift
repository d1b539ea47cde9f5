import Facts
import Matching
import YAML

/// Reads the operators of taint mode.
enum TaintDecoder {
    static func specification(
        of mapping: YAMLMapping, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification {
        var result = TaintSpecification()
        _ = try mapping.required("pattern-sources", of: "a taint rule")
        _ = try mapping.required("pattern-sinks", of: "a taint rule")
        result.sources = try entries("source", RuleKeys.source, of: mapping, &decoder, source)
        result.sinks = try entries("sink", RuleKeys.sink, of: mapping, &decoder, sink)
        result.sanitizers = try entries("sanitizer", RuleKeys.sanitizer, of: mapping, &decoder, sanitizer)
        result.propagators = try entries("propagator", RuleKeys.propagator, of: mapping, &decoder, propagator)
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

    /// The entries of `pattern-sources` and its like: operators, and keys of their own.
    private static func entries<Entry>(
        _ name: String, _ keys: [String], of mapping: YAMLMapping, _ decoder: inout FormulaDecoder,
        _ entry: (Formula, YAMLMapping, inout FormulaDecoder) throws(YAMLError) -> Entry
    ) throws(YAMLError) -> [Entry] {
        var entries: [Entry] = []
        for element in try mapping["pattern-\(name)s"]?.list("'pattern-\(name)s'") ?? [] {
            let given = try element.mapping("each \(name)", keys: keys + decoder.operations.names)
            let formula = try decoder.formula(of: given, owner: "a \(name)")
            entries.append(try entry(formula, given, &decoder))
        }
        return entries
    }

    private static func source(
        _ formula: Formula, _ mapping: YAMLMapping, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Source {
        var source = TaintSpecification.Source(formula: formula)
        source.exact = try flag("exact", of: mapping)
        source.bySideEffect = try sideEffect(mapping)
        source.isControl = try flag("control", of: mapping)
        source.label = try mapping["label"]?.scalarText("'label'")
        source.requires = try requirement(mapping)
        return source
    }

    private static func sink(
        _ formula: Formula, _ mapping: YAMLMapping, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Sink {
        var sink = TaintSpecification.Sink(formula: formula)
        sink.exact = try flag("exact", of: mapping, default: true)
        sink.requires = try requirement(mapping)
        sink.atExit = try flag("at-exit", of: mapping)
        return sink
    }

    private static func sanitizer(
        _ formula: Formula, _ mapping: YAMLMapping, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Sanitizer {
        var sanitizer = TaintSpecification.Sanitizer(formula: formula)
        sanitizer.exact = try flag("exact", of: mapping)
        sanitizer.bySideEffect = try sideEffect(mapping)
        sanitizer.notConflicting = try flag("not_conflicting", of: mapping)
        return sanitizer
    }

    private static func propagator(
        _ formula: Formula, _ mapping: YAMLMapping, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Propagator {
        let from = decoder.use(try mapping.required("from", of: "a propagator"))
        let to = decoder.use(try mapping.required("to", of: "a propagator"))
        var propagator = TaintSpecification.Propagator(formula: formula, from: from, to: to)
        propagator.bySideEffect = try flag("by-side-effect", of: mapping, default: true)
        propagator.label = try mapping["label"]?.scalarText("'label'")
        propagator.requires = try requirement(mapping)
        propagator.replacedLabels = try mapping["replace-labels"]?.strings("'replace-labels'")
        return propagator
    }

    private static func flag(
        _ key: String, of mapping: YAMLMapping, default value: Bool = false
    ) throws(YAMLError) -> Bool {
        try mapping[key]?.boolean("'\(key)'") ?? value
    }

    private static func sideEffect(_ mapping: YAMLMapping) throws(YAMLError) -> TaintSpecification.SideEffect {
        guard let node = mapping["by-side-effect"] else { return .no }
        return try node.choice("'by-side-effect'", of: ["true": .yes, "false": .no, "only": .only])
    }

    private static func requirement(_ mapping: YAMLMapping) throws(YAMLError) -> LabelRequirement? {
        guard let node = mapping["requires"] else { return nil }
        guard let requirement = LabelRequirement(try node.scalarText("'requires'")) else {
            throw node.error("'requires' must be labels joined by 'and', 'or' and 'not'")
        }
        return requirement
    }
}
