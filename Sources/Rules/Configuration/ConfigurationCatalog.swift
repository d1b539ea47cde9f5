import Findings

/// What configuration may speak of, as far as the caller knows it.
public struct ConfigurationCatalog: Sendable {
    /// The options of each rule, by its id.
    public var rules: [String: [RuleOption]]
    /// The frameworks for which there is a model; where empty, any name is accepted.
    public var frameworks: [String]
    /// Whether `rules` is complete, so that other ids are errors.
    private(set) var knowsRules = true

    /// Accepts any rule with any option: for finding out from configuration which rule packs there are.
    public static let unknown = {
        var catalog = ConfigurationCatalog(rules: [:])
        catalog.knowsRules = false
        return catalog
    }()

    public init(rules: [String: [RuleOption]], frameworks: [String] = []) {
        self.rules = rules
        self.frameworks = frameworks
    }

    /// The words for a rule's level.
    static let levels = ["off"] + Severity.allCases.map(\.rawValue)
    static let profiles = Profile.allCases.map(\.rawValue)
    /// The types of a custom envelope's keys.
    static let fieldTypes = FieldType.allCases.map(\.rawValue)

    /// The ids that `text` means: itself, or those that it is a pattern of (`sql/*`).
    func rules(named text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "*")) else { return rules[text] == nil ? [] : [text] }
        let pattern = RuleIdentifierPattern(text)
        return ruleIdentifiers.filter(pattern.matches)
    }

    var ruleIdentifiers: [String] { rules.keys.sorted() }
}
