import Findings
import Rules

/// What the command line says of which rules run; configuration is heard after it.
public struct RuleSelection: Sendable {
    /// In place of the configuration's.
    public var profile: Profile?
    /// If there are any, no other rules run; these do whatever the profile, unless configuration switches them off.
    public var selected: [RuleIdentifierPattern] = []
    public var ignored: [RuleIdentifierPattern] = []

    public init() {}

    /// The level at which a rule runs under a configuration; nil where it does not run.
    func level(of rule: RuleDefinition, under configuration: Configuration) -> Severity? {
        if ignored.contains(where: { $0.matches(rule.id) }) { return nil }
        if !selected.isEmpty, !selected.contains(where: { $0.matches(rule.id) }) { return nil }
        if let level = configuration.rules[rule.id]?.level { return level.value }
        let profile = profile ?? configuration.profile.value
        return !selected.isEmpty || profile.includes(rule.profile) ? rule.severity : nil
    }
}

extension Profile {
    /// Each profile has the rules of the one before it.
    func includes(_ other: Profile) -> Bool {
        guard let own = Profile.allCases.firstIndex(of: self), let wanted = Profile.allCases.firstIndex(of: other)
        else {
            return false
        }
        return wanted <= own
    }
}
