/// What a report or an editor tells its reader about a rule; everything but how the rule is matched.
public struct RuleDescription: Hashable, Sendable {
    /// `<pack>/<name>`, or whatever a third-party rule calls itself.
    public var id: String
    /// The languages that it reads, in the words of rule files; empty where that is not known.
    public var languages: [String]
    /// One sentence; plain text.
    public var summary: String
    /// What the rule reports and what it leaves alone; plain text, at least as long as `summary`.
    public var description: String
    /// Where the rule is documented on the web, if anywhere.
    public var helpAddress: String?
    /// The level where no configuration says otherwise.
    public var defaultLevel: Severity
    /// Whether the rule is on where no configuration says otherwise.
    public var isEnabledByDefault: Bool
    public var convention: Convention?
    /// How firmly the convention is held, from 0 to 1.
    public var strength: Double?
    /// Why the convention exists; plain text.
    public var rationale: String
    /// Code that the rule is silent about.
    public var goodExamples: [CodeExample]
    /// Code that the rule reports.
    public var badExamples: [CodeExample]
    /// Numbers in the Common Weakness Enumeration: 89 for CWE-89.
    public var weaknesses: [Int]
    /// Words to find the rule by, ordered.
    public var tags: [String]
    public var precision: Precision?
    /// From 0.0 to 10.0 as in CVSS; only rules about security have one.
    public var securitySeverity: Double?
    public var options: [RuleOption]

    public init(
        id: String, languages: [String] = [], summary: String, description: String = "", helpAddress: String? = nil,
        defaultLevel: Severity, isEnabledByDefault: Bool = true, convention: Convention? = nil, strength: Double? = nil,
        rationale: String = "", goodExamples: [CodeExample] = [], badExamples: [CodeExample] = [],
        weaknesses: [Int] = [], tags: [String] = [], precision: Precision? = nil, securitySeverity: Double? = nil,
        options: [RuleOption] = []
    ) {
        self.id = id
        self.languages = languages
        self.summary = summary
        self.description = description.isEmpty ? summary : description
        self.helpAddress = helpAddress
        self.defaultLevel = defaultLevel
        self.isEnabledByDefault = isEnabledByDefault
        self.convention = convention
        self.strength = strength
        self.rationale = rationale
        self.goodExamples = goodExamples
        self.badExamples = badExamples
        self.weaknesses = weaknesses
        self.tags = tags
        self.precision = precision
        self.securitySeverity = securitySeverity
        self.options = options
    }

    /// The part of the id before the first `/`; empty where there is none.
    public var pack: String { RuleDescription.pack(ofRule: id) }

    /// The part of a rule id before the first `/`; empty where there is none.
    public static func pack(ofRule id: String) -> String {
        guard let slash = id.utf8.firstIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(id[..<slash])
    }
}
