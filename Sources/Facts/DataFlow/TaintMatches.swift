import SourceText

/// What a taint specification found in one file: the ranges that its patterns matched there, by what they are. Several
/// matches may be of one specified source or sink; whoever makes the list keeps their order in mind.
public struct TaintMatches: Sendable {
    public struct Source: Sendable {
        public var range: ByteRange
        public var label: String
        /// The taint that must reach the match for it to be a source.
        public var requires: LabelRequirement?
        public var sideEffect: TaintSpecification.SideEffect
        /// Only the match itself is tainted, not every expression inside it.
        public var isExact: Bool
        /// Whatever runs after the match is tainted.
        public var isControl: Bool

        public init(
            _ range: ByteRange, label: String = TaintMatches.defaultLabel, requires: LabelRequirement? = nil,
            sideEffect: TaintSpecification.SideEffect = .no, isExact: Bool = false, isControl: Bool = false
        ) {
            self.isControl = isControl
            self.range = range
            self.label = label
            self.requires = requires
            self.sideEffect = sideEffect
            self.isExact = isExact
        }
    }

    public struct Sink: Sendable {
        public var range: ByteRange
        /// nil: any taint.
        public var requires: LabelRequirement?
        /// Only taint of the match itself counts (of a call, also that of its arguments), not of any expression inside it.
        public var isExact: Bool
        /// The match is a part of what the pattern describes, which a metavariable singles out.
        public var isFocused: Bool

        public init(
            _ range: ByteRange, requires: LabelRequirement? = nil, isExact: Bool = true, isFocused: Bool = false
        ) {
            self.range = range
            self.requires = requires
            self.isExact = isExact
            self.isFocused = isFocused
        }
    }

    public struct Sanitizer: Sendable {
        public var range: ByteRange
        public var sideEffect: TaintSpecification.SideEffect
        /// Only the match itself is clean, not every expression inside it.
        public var isExact: Bool

        public init(
            _ range: ByteRange, sideEffect: TaintSpecification.SideEffect = .no, isExact: Bool = false
        ) {
            self.range = range
            self.sideEffect = sideEffect
            self.isExact = isExact
        }
    }

    public struct Propagator: Sendable {
        public var from: ByteRange
        public var to: ByteRange
        /// The variable or field at `to` stays tainted.
        public var hasSideEffect: Bool
        /// The label of the taint that arrives; nil keeps the labels it had.
        public var label: String?
        /// The labels that `label` replaces, the others staying; nil for all.
        public var replacedLabels: [String]?
        public var requires: LabelRequirement?

        public init(
            from: ByteRange, to: ByteRange, hasSideEffect: Bool = true, label: String? = nil,
            replacedLabels: [String]? = nil, requires: LabelRequirement? = nil
        ) {
            self.from = from
            self.to = to
            self.hasSideEffect = hasSideEffect
            self.label = label
            self.replacedLabels = replacedLabels
            self.requires = requires
        }
    }

    /// The label of sources that name none.
    public static let defaultLabel = "__SOURCE__"

    public var sources: [Source] = []
    public var sinks: [Sink] = []
    public var sanitizers: [Sanitizer] = []
    public var propagators: [Propagator] = []
    /// A call's result is clean whatever its arguments are.
    public var assumesSafeFunctions = false
    /// `a[i]` is clean where only `i` is tainted.
    public var assumesSafeIndexes = false
    /// Comparisons are clean.
    public var assumesSafeComparisons = false
    /// What can only be true or false is clean.
    public var assumesSafeBooleans = false
    /// What can only be a number is clean.
    public var assumesSafeNumbers = false
    /// Only assignments hand taint on.
    public var propagatesOnlyThroughAssignments = false

    public init() {}
}
