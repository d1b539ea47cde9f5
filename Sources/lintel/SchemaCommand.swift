import ArgumentParser
import Engine
import Rules

/// `lintel schema`: the JSON Schemas by which editors check what users write.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of .lintrc.yaml or of rule files.")

    @Argument(help: ArgumentHelp("config or rules.", valueName: "kind"))
    var kind: SchemaKind

    func run() {
        let text =
            switch kind {
            case .config: ConfigurationSchema.json(RuleLibrary.builtIn(withRules: true).catalog)
            case .rules: RuleFileSchema.json()
            }
        StandardOutput.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }
}

enum SchemaKind: String, ExpressibleByArgument, CaseIterable {
    case config, rules
}
