import Facts
import Matching

/// Reads the operators of taint mode.
enum TaintDecoder {
    static func specification(
        of mapping: YAMLMapping, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification {
        var result = TaintSpecification()
        for element in try mapping.required("pattern-sources", of: "a taint rule").list("'pattern-sources'") {
            result.sources.append(try source(element, &decoder))
        }
        for element in try mapping.required("pattern-sinks", of: "a taint rule").list("'pattern-sinks'") {
            result.sinks.append(try sink(element, &decoder))
        }
        for element in try mapping["pattern-sanitizers"]?.list("'pattern-sanitizers'") ?? [] {
            result.sanitizers.append(try sanitizer(element, &decoder))
        }
        for element in try mapping["pattern-propagators"]?.list("'pattern-propagators'") ?? [] {
            result.propagators.append(try propagator(element, &decoder))
        }
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

    private static func source(
        _ node: YAMLNode, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Source {
        let mapping = try node.mapping("each source", keys: RuleKeys.source + decoder.operations.names)
        var source = TaintSpecification.Source(formula: try decoder.formula(of: mapping, owner: "a source"))
        source.exact = try mapping["exact"]?.boolean("'exact'") ?? false
        source.bySideEffect = try sideEffect(mapping)
        source.isControl = try mapping["control"]?.boolean("'control'") ?? false
        source.label = try mapping["label"]?.scalarText("'label'")
        source.requires = try requirement(mapping)
        return source
    }

    private static func sink(
        _ node: YAMLNode, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Sink {
        let mapping = try node.mapping("each sink", keys: RuleKeys.sink + decoder.operations.names)
        var sink = TaintSpecification.Sink(formula: try decoder.formula(of: mapping, owner: "a sink"))
        sink.exact = try mapping["exact"]?.boolean("'exact'") ?? true
        sink.requires = try requirement(mapping)
        sink.atExit = try mapping["at-exit"]?.boolean("'at-exit'") ?? false
        return sink
    }

    private static func sanitizer(
        _ node: YAMLNode, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Sanitizer {
        let mapping = try node.mapping("each sanitizer", keys: RuleKeys.sanitizer + decoder.operations.names)
        var sanitizer = TaintSpecification.Sanitizer(formula: try decoder.formula(of: mapping, owner: "a sanitizer"))
        sanitizer.exact = try mapping["exact"]?.boolean("'exact'") ?? false
        sanitizer.bySideEffect = try sideEffect(mapping)
        sanitizer.notConflicting = try mapping["not_conflicting"]?.boolean("'not_conflicting'") ?? false
        return sanitizer
    }

    private static func propagator(
        _ node: YAMLNode, _ decoder: inout FormulaDecoder
    ) throws(YAMLError) -> TaintSpecification.Propagator {
        let mapping = try node.mapping("each propagator", keys: RuleKeys.propagator + decoder.operations.names)
        let formula = try decoder.formula(of: mapping, owner: "a propagator")
        let from = decoder.use(try mapping.required("from", of: "a propagator"))
        let to = decoder.use(try mapping.required("to", of: "a propagator"))
        var propagator = TaintSpecification.Propagator(formula: formula, from: from, to: to)
        propagator.bySideEffect = try mapping["by-side-effect"]?.boolean("'by-side-effect'") ?? true
        propagator.label = try mapping["label"]?.scalarText("'label'")
        propagator.requires = try requirement(mapping)
        propagator.replacedLabels = try mapping["replace-labels"]?.strings("'replace-labels'")
        return propagator
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
