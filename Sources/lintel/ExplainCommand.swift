import ArgumentParser
import Engine
import Findings
import Reporting
import SourceText

/// `lintel explain`: all there is to say about one rule.
struct ExplainCommand: WaitingCommand {
    static let configuration = CommandConfiguration(commandName: "explain", abstract: "Explain a rule.")

    @Argument(help: ArgumentHelp("The rule's id.", valueName: "id"))
    var id: String

    @OptionGroup var ruleOptions: RuleOptions

    @Option(help: ArgumentHelp("text or markdown.", valueName: "format"))
    var format: ExplanationFormat = .text

    func run() async throws {
        let directory = AbsolutePath.workingDirectory()
        let (setup, _) = try await RunSetup.read(ruleOptions, directory: directory, start: directory) { _ in }
        guard let first = setup.library.rules.first(where: { $0.id == id }) else {
            let nearest = NearestName.of(id, in: setup.library.rules.map(\.id))
            throw RunFailure("no rule is called '\(id)'" + (nearest.map { ", did you mean '\($0)'?" } ?? ""))
        }
        // Where its documentation is broken, that is what there is to say.
        _ = try first.description()
        for rule in setup.library.descriptions(where: { $0 == id }) {
            let page =
                switch format {
                case .text: RuleExplanation(rule: rule).text
                case .markdown: RuleMarkdown(rule).text
                }
            StandardOutput.write(Array(page.utf8))
        }
        for diagnostic in setup.problems { StandardError.write(diagnostic.placedMessage) }
        if !setup.problems.isEmpty { throw ExitStatus.untrusted }
    }
}

/// The formats of `explain`.
enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
}

/// The page of `explain`.
struct RuleExplanation {
    let rule: RuleDescription

    var text: String {
        var parts = [heading, rule.description]
        if !rule.rationale.isEmpty { parts.append("Why\n" + indented(wrapped(rule.rationale))) }
        parts += rule.badExamples.map { "Bad (\($0.language))\n" + indented($0.code) }
        parts += rule.goodExamples.map { "Good (\($0.language))\n" + indented($0.code) }
        if !rule.options.isEmpty { parts.append("Options\n" + rule.options.map(option).joined(separator: "\n")) }
        if !rule.weaknesses.isEmpty {
            parts.append("Weaknesses: " + rule.weaknesses.map { "CWE-\($0)" }.joined(separator: ", "))
        }
        parts.append(
            "Set it in .lintrc.yaml:\n  rules:\n    \(rule.id): \(rule.defaultLevel.rawValue)    # off, note, warning, error"
        )
        parts.append("Silence one finding:  lintel-ignore: \(rule.id) -- the reason")
        return parts.joined(separator: "\n\n") + "\n"
    }

    private var heading: String {
        var facts = [rule.defaultLevel.rawValue]
        if let convention = rule.convention { facts.append(convention.rawValue) }
        if let strength = rule.strength { facts.append("strength \(strength)") }
        facts.append(rule.isEnabledByDefault ? "recommended" : "strict only")
        facts.append(rule.languages.joined(separator: ", "))
        return "\(rule.id)\n\(facts.joined(separator: " · "))"
    }

    private func option(_ option: RuleOption) -> String {
        var text = "  \(option.name): \(option.defaultValue)"
        if !option.description.isEmpty { text += "    # \(option.description)" }
        if !option.accepted.isEmpty { text += " (\(option.accepted.joined(separator: ", ")))" }
        return text
    }

    private func indented(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    }

    private func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if line.count + word.count + 1 > 96, !line.isEmpty {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
