import Findings
import Matching

/// The keys of rule files, in one place: the loader refuses others, and the JSON Schema is made from them.
enum RuleKeys {
    /// Of a rule.
    static let rule =
        formula + [
            "id", "languages", "message", "severity", "metadata", "paths", "options", "parameters", "fix", "fix-regex",
            "mode", "min-version", "max-version",
        ] + taint + newerRule

    /// Of `paths`, and of an element of its lists that names a set.
    static let paths = ["include", "exclude"]
    static let pathSet = ["set"]

    /// Of a rule of taint mode.
    static let taint = ["pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators"]

    static let severities: KeyValuePairs<String, Severity> = [
        "ERROR": .error, "WARNING": .warning, "INFO": .note, "error": .error, "warning": .warning, "note": .note,
        "CRITICAL": .error, "HIGH": .error, "MEDIUM": .warning, "LOW": .note, "INVENTORY": .note, "EXPERIMENT": .note,
    ]
    static let modes: KeyValuePairs<String, RuleDefinition.Mode> = [
        "search": .search, "taint": .taint, "suppressions": .suppressions,
    ]
    /// Whether the analyzer is that of entropy.
    static let analyzers: KeyValuePairs = ["entropy": true, "redos": false]

    /// Operators that give ranges.
    static let positive = [
        "pattern", "patterns", "pattern-either", "pattern-inside", "pattern-anywhere", "pattern-regex",
    ]
    /// Operators that take ranges away.
    static let negative = ["pattern-not", "pattern-not-inside", "pattern-not-regex"]
    /// Conditions on metavariables, and what to report.
    static let condition = [
        "metavariable-regex", "metavariable-pattern", "metavariable-comparison", "metavariable-analysis",
        "metavariable-type", "focus-metavariable",
    ]
    /// All that may stand in a list of `patterns`.
    static let formula = positive + negative + condition

    /// Of the entries of taint mode, beside their operators.
    static let sourceFields = ["exact", "by-side-effect", "control", "label", "requires"]
    static let sinkFields = ["exact", "requires", "at-exit"]
    static let sanitizerFields = ["exact", "by-side-effect", "not_conflicting"]
    static let propagatorFields = ["from", "to", "by-side-effect", "label", "replace-labels", "requires"]

    // MARK: Semgrep's newer syntax

    /// Of a rule: its one formula, or what a taint rule is about.
    static let newerRule = ["match", "taint"]
    /// Of which a formula has one.
    static let match = ["pattern", "regex", "all", "any", "not", "inside", "anywhere"]
    /// What a formula may have beside it.
    static let matchFields = ["where", "as", "fix"]
    static let newerTaint = ["sources", "sinks", "sanitizers", "propagators"]
    static let newerSanitizerFields = ["exact", "by-side-effect", "not-conflicting"]
    /// What tells the conditions of `where` apart.
    static let whereConditions = ["metavariable", "comparison", "focus", "analyzer", "type", "types"]
    /// How the older syntax says what a key of the newer one says.
    static let olderNames: KeyValuePairs = [
        "all": "patterns", "any": "pattern-either", "not": "pattern-not", "inside": "pattern-inside",
        "anywhere": "pattern-anywhere", "regex": "pattern-regex", "where": "metavariable-regex",
    ]
    /// How the newer syntax says what a key of the older one says.
    static let newerNames: KeyValuePairs = [
        "patterns": "all", "pattern-either": "any", "pattern-not": "not", "pattern-inside": "inside",
        "pattern-not-inside": "not: {inside: ..}", "pattern-anywhere": "anywhere", "pattern-regex": "regex",
        "pattern-not-regex": "not: {regex: ..}",
        "metavariable-regex": "where", "metavariable-pattern": "where", "metavariable-comparison": "where",
        "metavariable-analysis": "where", "metavariable-type": "where", "focus-metavariable": "where",
    ]

    static let metavariableRegex = ["metavariable", "regex", "constant-propagation"]
    static let metavariablePattern = formula + ["metavariable", "language"]
    static let metavariableComparison = ["metavariable", "comparison", "base", "strip"]
    static let metavariableAnalysis = ["metavariable", "analyzer"]
    static let metavariableType = ["metavariable", "type", "types"]

    /// Semgrep's engine options that change what a rule finds.
    static let booleanOptions = [
        "constant_propagation", "symbolic_propagation", "vardef_assign", "ac_matching", "commutative_boolop",
        "commutative_compop",
        "symmetric_eq", "arrow_is_function", "go_deeper_stmt", "let_is_var", "attr_expr", "implicit_deep_exprstmt",
        "implicit_ellipsis", "xml_singleton_loose_matching", "xml_attrs_implicit_ellipsis", "xml_children_ordered",
        "decorators_order_matters", "flddef_assign", "generic_caseless", "taint_unify_mvars",
        "taint_assume_safe_functions",
        "taint_assume_safe_indexes", "taint_assume_safe_comparisons", "taint_assume_safe_booleans",
        "taint_assume_safe_numbers", "taint_only_propagate_through_assignments",
    ]
    /// Where findings of taint rules are reported.
    static let taintFocusOptions = ["taint_match_on", "taint_focus_on"]
    /// Whether at the source.
    static let taintFocus: KeyValuePairs = ["source": true, "sink": false]
    static let integerOptions = ["generic_ellipsis_max_span"]
    static let commentOption = "generic_comment_style"
    static let commentStyles: KeyValuePairs<String, GenericComments> = [
        "c": .blocks, "cpp": .blocksAndLines, "shell": .numberSigns,
    ]
    /// Options that speak of how Semgrep works, not of what a rule finds.
    static let ignoredOptions = [
        "interfile", "taint_intrafile", "implicit_return", "cpp_parsing_pref", "timeout", "taint_fixpoint_timeout",
        "dynamic_timeout", "dynamic_timeout_unit_kb", "dynamic_timeout_max_multiplier",
    ]
    /// Options that Lintel knows as true only.
    static let fixedOptions = ["go_deeper_expr", "unify_ids_strictly"]
    /// The engine for text of no particular language, and whether it is `AliengrepPattern`.
    static let engineOption = "generic_engine"
    static let engines: KeyValuePairs = ["spacegrep": false, "aliengrep": true]
    static let multilineOption = "generic_multiline"
    /// Whether they stand for the brackets that there are, rather than beside them.
    static let bracketOptions: KeyValuePairs = ["generic_braces": true, "generic_extra_braces": false]
    static let wordOption = "generic_extra_word_characters"
    static let options =
        booleanOptions + integerOptions + [commentOption, engineOption, multilineOption, wordOption]
        + bracketOptions.map(\.key) + taintFocusOptions + ignoredOptions + fixedOptions
}
