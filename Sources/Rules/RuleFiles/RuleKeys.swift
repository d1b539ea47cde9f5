/// The keys of rule files, in one place: the loader refuses others, and the JSON Schema is made from them.
enum RuleKeys {
    /// Of a rule.
    static let rule =
        formula + [
            "id", "languages", "message", "severity", "metadata", "paths", "options", "parameters", "fix", "fix-regex",
            "mode", "min-version", "max-version", "pattern-sources", "pattern-sinks", "pattern-sanitizers",
            "pattern-propagators",
        ]

    /// Operators that give ranges.
    static let positive = ["pattern", "patterns", "pattern-either", "pattern-inside", "pattern-regex"]
    /// Operators that take ranges away.
    static let negative = ["pattern-not", "pattern-not-inside", "pattern-not-regex"]
    /// Conditions on metavariables, and what to report.
    static let condition = [
        "metavariable-regex", "metavariable-pattern", "metavariable-comparison", "metavariable-analysis",
        "metavariable-type", "focus-metavariable",
    ]
    /// All that may stand in a list of `patterns`.
    static let formula = positive + negative + condition

    static let source = formula + ["exact", "by-side-effect", "control", "label", "requires"]
    static let sink = formula + ["exact", "requires", "at-exit"]
    static let sanitizer = formula + ["exact", "by-side-effect", "not_conflicting"]
    static let propagator =
        formula + ["from", "to", "by-side-effect", "label", "replace-labels", "requires"]

    static let metavariableRegex = ["metavariable", "regex", "constant-propagation"]
    static let metavariablePattern = formula + ["metavariable", "language"]
    static let metavariableComparison = ["metavariable", "comparison", "base", "strip"]
    static let metavariableAnalysis = ["metavariable", "analyzer"]
    static let metavariableType = ["metavariable", "type", "types"]

    /// Semgrep's engine options. Those that Lintel has no use for are accepted: they speak of how, not of what.
    static let options = [
        "symbolic_propagation", "constant_propagation", "interfile", "taint_intrafile", "taint_unify_mvars",
        "taint_assume_safe_functions", "taint_assume_safe_indexes", "taint_assume_safe_comparisons",
        "taint_assume_safe_booleans", "taint_assume_safe_numbers", "taint_only_propagate_through_assignments",
        "taint_focus_on", "ac_matching", "commutative_boolop", "commutative_compop", "vardef_assign", "flddef_assign",
        "arrow_is_function", "let_is_var", "attr_expr", "implicit_return", "implicit_deep_exprstmt", "implicit_ellipsis",
        "decorators_order_matters", "xml_attrs_implicit_ellipsis", "xml_children_ordered", "xml_singleton_loose_matching",
        "cpp_parsing_pref", "generic_engine", "generic_multiline", "generic_braces", "generic_extra_braces",
        "generic_extra_word_characters", "generic_caseless", "generic_ellipsis_max_span", "generic_comment_style",
        "go_deeper_expr", "go_deeper_stmt", "go_really_deeper_stmt", "unify_ids_strictly",
    ]
}
