import Findings

/// What configuration may speak of, as far as the caller knows it.
public struct ConfigurationCatalog: Sendable {
    /// The options of each rule, by its id.
    public var rules: [String: [RuleOption]]
    /// The frameworks for which there is a model; where empty, any name is accepted.
    public var frameworks: [String]

    public init(rules: [String: [RuleOption]], frameworks: [String] = []) {
        self.rules = rules
        self.frameworks = frameworks
    }

    /// The words for a rule's level.
    static let levels = ["off"] + Severity.allCases.map(\.rawValue)
    static let profiles = Profile.allCases.map(\.rawValue)
    /// The types of a custom envelope's keys.
    static let fieldTypes = FieldType.allCases.map(\.rawValue)

    var ruleIdentifiers: [String] { rules.keys.sorted() }
}
