import ArgumentParser
import Engine
import Findings

/// `lintel rules`: searches the conventions.
struct RulesCommand: WaitingCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Search the rules, the best match first; without words, list them.")

    @Argument(help: ArgumentHelp("What to look for: 'api error handling'.", valueName: "words"))
    var words: [String] = []

    @OptionGroup var ruleOptions: RuleOptions

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format: TestFormat = .text

    func run() async throws {
        let directory = AbsolutePath.workingDirectory()
        let (setup, _) = try await RunSetup.read(ruleOptions, directory: directory, start: directory) { _ in }
        let found = RuleSearch(setup.library.descriptions()).ranked(words)
        switch format {
        case .text: StandardOutput.write(Array(RuleList.text(found).utf8))
        case .json: StandardOutput.write(Array(RuleList.json(found).utf8))
        }
        let problems = setup.problems
        for diagnostic in problems { StandardError.write(diagnostic.placedMessage) }
        if found.isEmpty, !words.isEmpty {
            StandardError.write("lintel: no rule is about \(words.joined(separator: " "))")
        }
        if !problems.isEmpty { throw ExitStatus.untrusted }
    }
}

/// The rules that a search found, one line each.
enum RuleList {
    static func text(_ rules: [RuleDescription]) -> String {
        let width = rules.map(\.id.count).max() ?? 0
        return rules.map { rule in
            let id = rule.id + String(repeating: " ", count: width - rule.id.count)
            let convention = padded(rule.convention?.rawValue ?? "", 12)
            let profile = rule.isEnabledByDefault ? "" : " (strict)"
            return
                "\(id)  \(padded(rule.defaultLevel.rawValue, 7))  \(convention)  \(strength(rule))  \(rule.summary)\(profile)\n"
        }.joined()
    }

    static func json(_ rules: [RuleDescription]) -> String {
        let objects = rules.map { rule in
            "\n  "
                + JSONText.object([
                    ("id", JSONText.string(rule.id)), ("level", JSONText.string(rule.defaultLevel.rawValue)),
                    ("convention", rule.convention.map { JSONText.string($0.rawValue) } ?? "null"),
                    ("strength", rule.strength.map { "\($0)" } ?? "null"),
                    ("recommended", JSONText.boolean(rule.isEnabledByDefault)),
                    ("languages", JSONText.list(rule.languages.map(JSONText.string))),
                    ("summary", JSONText.string(rule.summary)),
                    ("tags", JSONText.list(rule.tags.map(JSONText.string))),
                ])
        }
        return "{\"rules\": [" + objects.joined(separator: ",") + "\n]}\n"
    }

    private static func strength(_ rule: RuleDescription) -> String {
        guard let strength = rule.strength else { return "   " }
        let tenths = Int((strength * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
