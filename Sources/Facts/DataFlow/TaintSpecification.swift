import Matching

/// What a taint rule calls sources, sinks, sanitizers and propagators (Semgrep's taint mode).
public struct TaintSpecification: Sendable {
    /// Whether a call taints or cleans its argument, not only its value.
    public enum SideEffect: Sendable {
        case no, yes
        /// The argument and not the value.
        case only
    }

    public struct Source: Sendable {
        public var formula: Formula
        /// Only the match itself is tainted, not what stands in it.
        public var exact = true
        public var bySideEffect = SideEffect.no
        /// What runs after the match is tainted, not its value.
        public var isControl = false
        public var label: String?
        public var requires: LabelRequirement?
        public init(formula: Formula) { self.formula = formula }
    }

    public struct Sink: Sendable {
        public var formula: Formula
        /// Only the match as a whole is the sink, not what stands in it.
        public var exact = false
        /// Counts only where a function ends with it.
        public var atExit = false
        public var requires: LabelRequirement?
        public init(formula: Formula) { self.formula = formula }
    }

    public struct Sanitizer: Sendable {
        public var formula: Formula
        public var exact = false
        public var bySideEffect = SideEffect.no
        /// Does not count where it matches the same code as a source or sink.
        public var notConflicting = false
        public init(formula: Formula) { self.formula = formula }
    }

    public struct Propagator: Sendable {
        public var formula: Formula
        /// The metavariables' numbers.
        public var from: Int
        public var to: Int
        public var bySideEffect = true
        public var label: String?
        public var requires: LabelRequirement?
        public var replacedLabels: [String]?
        public init(formula: Formula, from: Int, to: Int) {
            self.formula = formula
            self.from = from
            self.to = to
        }
    }

    public var sources: [Source] = []
    public var sinks: [Sink] = []
    public var sanitizers: [Sanitizer] = []
    public var propagators: [Propagator] = []
    /// A metavariable bound by a source and by a sink must be bound alike.
    public var unifiesMetavariables = false
    /// A call's result is clean whatever its arguments are.
    public var assumesSafeFunctions = false
    /// `a[i]` is clean where only `i` is tainted.
    public var assumesSafeIndexes = false
    /// Comparisons are clean.
    public var assumesSafeComparisons = false
    /// Variables declared as booleans, and comparisons, are clean.
    public var assumesSafeBooleans = false
    /// Variables declared as numbers, and arithmetic with numbers, are clean.
    public var assumesSafeNumbers = false
    /// Only assignments hand taint on: not calls, operators, fields or elements.
    public var propagatesOnlyThroughAssignments = false
    /// Findings are reported at their sources.
    public var reportsSources = false

    /// Of each source: whether it decides, so that without a match of one that does there is nothing to find. Others give labels
    /// that no sink asks for, but only rules out.
    public var areSourcesDecisive: [Bool] {
        let labels = LabelRequirement.decisiveLabels(
            ofSinks: sinks.map(\.requires), areRelabelled: propagators.contains { $0.label != nil })
        return sources.map { source in labels?.contains(source.label ?? TaintMatches.defaultLabel) ?? true }
    }

    public init() {}
}
