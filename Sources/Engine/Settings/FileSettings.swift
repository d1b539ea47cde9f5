import Facts
import Findings
import Rules

/// What is in force for a file: one value for all files for which the same is.
public final class FileSettings: Sendable {
    /// A rule that runs, as an index in the library, with its level and the values of its parameters.
    struct ActiveRule: Sendable {
        let index: Int
        let level: Severity
        let options: [String: OptionValue]
    }

    let active: ActiveRules
    let requiresSuppressionReason: Bool
    public let project: ProjectSettings
    public let configuration: Configuration

    init(
        configuration: Configuration, active: ActiveRules, library: RuleLibrary, packages: Set<String>
    ) {
        self.configuration = configuration
        self.active = active
        requiresSuppressionReason = configuration.requiresSuppressionReason.value
        project = ProjectSettings(configuration, packages: packages, models: library.models)
    }
}
