/// A setting of a rule that configuration may change.
public struct RuleOption: Hashable, Sendable {
    /// The key in the configuration: `max-lines`.
    public var name: String
    /// What it does; plain text.
    public var description: String
    /// The value where none is set, as it is written in YAML: `200`, `[GET, HEAD]`.
    public var defaultValue: String
    /// The values that are accepted, where they are a closed list; empty otherwise.
    public var accepted: [String]

    public init(name: String, description: String, defaultValue: String, accepted: [String] = []) {
        self.name = name
        self.description = description
        self.defaultValue = defaultValue
        self.accepted = accepted
    }
}
