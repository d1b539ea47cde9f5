/// One thing that a rule says about one place in one file.
///
/// A plain value: it knows its rule by id only, and nothing of trees, facts or configuration.
public struct Finding: Hashable, Sendable {
    /// The id of the rule, `<pack>/<name>`, or whatever a third-party rule calls itself.
    public var rule: String
    /// The level in force for this file, after configuration and overrides.
    public var severity: Severity
    /// The file, relative to the root of the run, with `/` between the components.
    public var path: String
    /// What is reported; the first line of it is the line that the finding is said to be on.
    public var range: SourceRange
    /// One or more sentences for the reader; metavariables are already replaced.
    public var message: String
    /// How to make the finding go away, where the rule knows.
    public var fix: Fix?
    /// Other places that explain the finding, in the order in which they are worth reading.
    public var related: [RelatedPlace]
    /// The path of a value from its source to its sink, in the order of execution; empty where there is none.
    public var flow: [FlowStep]
    /// Identifies the finding from run to run (see `Fingerprint`); empty until it is assigned.
    public var fingerprint: String
    /// Why the finding does not count, where it does not.
    public var suppression: Suppression?
    /// What the pattern's metavariables stood for, ordered by name.
    public var metavariables: [MetavariableText]

    public init(
        rule: String, severity: Severity, path: String, range: SourceRange, message: String, fix: Fix? = nil,
        related: [RelatedPlace] = [], flow: [FlowStep] = [], fingerprint: String = "", suppression: Suppression? = nil,
        metavariables: [MetavariableText] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.path = path
        self.range = range
        self.message = message
        self.fix = fix
        self.related = related
        self.flow = flow
        self.fingerprint = fingerprint
        self.suppression = suppression
        self.metavariables = metavariables
    }

    /// Whether the finding counts: it is neither ignored by a comment nor known from before.
    public var isActive: Bool { suppression == nil }
}

extension Finding: Comparable {
    /// The order of every report: path, place, rule, message. Paths compare by their bytes, so that the order is the
    /// same on every machine.
    public static func < (left: Finding, right: Finding) -> Bool {
        if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
        if left.range.bytes != right.range.bytes { return left.range < right.range }
        if left.rule != right.rule { return left.rule.utf8.lexicographicallyPrecedes(right.rule.utf8) }
        return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
    }
}
