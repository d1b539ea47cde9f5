import Findings
import Rules

extension RuleLibrary {
    /// What readers are told of the rules, ordered as the rules are. Entries that share an id, for different languages, are one
    /// rule to a reader; entries whose documentation is broken are left out (see `errors`).
    public func descriptions(where isWanted: (String) -> Bool = { _ in true }) -> [RuleDescription] {
        var descriptions: [RuleDescription] = []
        var places: [String: Int] = [:]
        for rule in rules where isWanted(rule.id) {
            guard let description = try? rule.description() else { continue }
            if let place = places[rule.id] {
                descriptions[place].add(description)
            } else {
                places[rule.id] = descriptions.count
                descriptions.append(description)
            }
        }
        return descriptions
    }
}

extension RuleDescription {
    /// Adds what another entry of the same rule says more than this one.
    fileprivate mutating func add(_ other: RuleDescription) {
        languages += other.languages.filter { !languages.contains($0) }
        goodExamples += other.goodExamples.filter { !goodExamples.contains($0) }
        badExamples += other.badExamples.filter { !badExamples.contains($0) }
        options += other.options.filter { option in !options.contains { $0.name == option.name } }
        tags = Set(tags + other.tags).sorted()
    }
}
