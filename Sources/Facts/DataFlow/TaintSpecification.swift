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

    public init() {}
}

/// A boolean expression over labels: `A and not B`.
public indirect enum LabelRequirement: Hashable, Sendable {
    case label(String)
    case not(LabelRequirement)
    case and(LabelRequirement, LabelRequirement)
    case or(LabelRequirement, LabelRequirement)

    public func holds(for labels: Set<String>) -> Bool {
        switch self {
        case .label(let label): return labels.contains(label)
        case .not(let inner): return !inner.holds(for: labels)
        case .and(let left, let right): return left.holds(for: labels) && right.holds(for: labels)
        case .or(let left, let right): return left.holds(for: labels) || right.holds(for: labels)
        }
    }

    /// Parses Python's boolean syntax over names; nil where the text is none.
    public init?(_ text: String) {
        var words: [String] = []
        var word = ""
        for character in text.unicodeScalars {
            if character == "(" || character == ")" || character == " " || character == "\n" {
                if !word.isEmpty { words.append(word) }
                word = ""
                if character == "(" || character == ")" { words.append(String(character)) }
            } else {
                word.unicodeScalars.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        var rest = words[...]
        guard let parsed = LabelRequirement.disjunction(&rest, depth: 0), rest.isEmpty else { return nil }
        self = parsed
    }

    private static func disjunction(_ words: inout ArraySlice<String>, depth: Int) -> LabelRequirement? {
        guard depth < 32, var left = conjunction(&words, depth: depth) else { return nil }
        while words.first == "or" {
            words.removeFirst()
            guard let right = conjunction(&words, depth: depth) else { return nil }
            left = .or(left, right)
        }
        return left
    }

    private static func conjunction(_ words: inout ArraySlice<String>, depth: Int) -> LabelRequirement? {
        guard var left = operand(&words, depth: depth) else { return nil }
        while words.first == "and" {
            words.removeFirst()
            guard let right = operand(&words, depth: depth) else { return nil }
            left = .and(left, right)
        }
        return left
    }

    private static func operand(_ words: inout ArraySlice<String>, depth: Int) -> LabelRequirement? {
        guard depth < 32, let first = words.popFirst() else { return nil }
        switch first {
        case "not":
            return operand(&words, depth: depth + 1).map(LabelRequirement.not)
        case "(":
            let inner = disjunction(&words, depth: depth + 1)
            return words.popFirst() == ")" ? inner : nil
        case "and", "or", ")":
            return nil
        default:
            return .label(first)
        }
    }
}
