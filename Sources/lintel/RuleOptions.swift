import ArgumentParser
import Rules

/// Where rules and configuration come from.
struct RuleOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Use this configuration file and no other.", valueName: "file"))
    var config: String?

    @Flag(help: "Use no configuration file.")
    var noConfig = false

    @Option(help: ArgumentHelp("Add the rules and models of a file or folder; can be repeated.", valueName: "path"))
    var rules: [String] = []

    @Flag(help: "Leave out the built-in rules; the models of frameworks stay.")
    var noBuiltin = false

    func validate() throws {
        if noConfig, config != nil { throw ValidationError("--config and --no-config exclude each other") }
    }
}

/// Which of the rules run.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Which rules run: recommended, strict or all.", valueName: "profile"))
    var profile: Profile?

    @Option(
        help: ArgumentHelp(
            "Run only these rules: ids or patterns such as 'sql/*', with commas or repeated.", valueName: "rule"))
    var select: [String] = []

    @Option(help: ArgumentHelp("Leave out these rules; as --select.", valueName: "rule"))
    var ignore: [String] = []
}

extension Profile: ExpressibleByArgument {}
