import Facts
import Findings
import Rules
import SourceText
import Syntax

/// The rules that run under a configuration: one value for all files for which it is the same, whatever packages they may use.
final class ActiveRules: Sendable {
    let rules: [FileSettings.ActiveRule]
    /// Whether one of the rules asks for facts, and so may ask what only the whole project knows.
    let usesFacts: Bool
    /// By language: the files that such rules speak of.
    private let factPaths: [String: Set<PathFilter>]
    private let levels: [String: Severity]
    let ids: [String]
    /// The rule under which the engine reports directives that do nothing, and its level, if it runs.
    let suppressionRule: (id: String, level: Severity)?

    init(_ configuration: Configuration, selection: RuleSelection, library: RuleLibrary) {
        var rules: [FileSettings.ActiveRule] = []
        var suppressionRule: (id: String, level: Severity)?
        for (index, rule) in library.rules.enumerated() {
            guard let level = selection.level(of: rule, under: configuration) else { continue }
            if rule.mode == .suppressions {
                suppressionRule = (rule.id, level)
            } else {
                let options = configuration.rules[rule.id]?.options.mapValues(\.value) ?? [:]
                rules.append(FileSettings.ActiveRule(index: index, level: level, options: options))
            }
        }
        self.rules = rules
        var factPaths: [String: Set<PathFilter>] = [:]
        let pathSets = library.pathSets
        for rule in rules where library.rules[rule.index].usesFacts {
            let paths = library.rules[rule.index].paths(options: rule.options, sets: pathSets)
            for language in Languages.all where library.rules[rule.index].applies(to: language) {
                factPaths[language.names[0], default: []].insert(paths)
            }
        }
        self.factPaths = factPaths
        usesFacts = !factPaths.isEmpty
        self.suppressionRule = suppressionRule
        ids = rules.map { library.rules[$0.index].id } + (suppressionRule.map { [$0.id] } ?? [])
        levels = Dictionary(
            rules.map { (library.rules[$0.index].id, $0.level) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a file is of the project as the rules see it: one of those that ask for facts speaks of it. The others are
    /// tests, as a rule, and what those say of routes is no fact about the project. Statements make the schema, wherever they
    /// stand.
    func wantsFacts(of path: String, in language: any Language) -> Bool {
        if language.holdsDatabaseStatements { return usesFacts }
        let segments = PathSegments(path)
        return factPaths[language.names[0]]?.contains { $0.admits(segments) } ?? false
    }

    /// The level of a rule that runs.
    func level(ofRule id: String) -> Severity? { levels[id] }
}
