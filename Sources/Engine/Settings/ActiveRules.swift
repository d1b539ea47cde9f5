import Facts
import Findings
import Rules
import SourceText
import Synchronization
import Syntax

/// The rules that run under a configuration: one value for all files for which it is the same, whatever packages they may use.
final class ActiveRules: Sendable {
    let rules: [FileSettings.ActiveRule]
    /// Whether one of the rules asks for facts, and so may ask what only the whole project knows.
    let usesFacts: Bool
    private let library: RuleLibrary
    /// By language: the files that such rules speak of.
    private let factPaths = Mutex<[String: FactPaths]>([:])
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
        self.library = library
        usesFacts = rules.contains { library.rules[$0.index].usesFacts }
        self.suppressionRule = suppressionRule
        ids = rules.map { library.rules[$0.index].id } + (suppressionRule.map { [$0.id] } ?? [])
        levels = Dictionary(
            rules.map { (library.rules[$0.index].id, $0.level) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a file is of the project as the rules see it: one of those that ask for facts speaks of it. The others are
    /// tests, as a rule, and what those say of routes is no fact about the project. Statements make the schema, wherever they
    /// stand.
    func wantsFacts(of path: FilteredPath, in language: any Language) -> Bool {
        if language.holdsDatabaseStatements { return usesFacts }
        var asked = 0
        while let filter = factFilter(asked, language) {
            if path.isAdmitted(by: filter) { return true }
            asked += 1
        }
        return false
    }

    /// What the rules that ask for facts say by `paths:`, each filter once, as far as somebody asked: most files are of the first.
    private struct FactPaths {
        var filters: [PathFilter] = []
        /// How many of the rules have been looked at.
        var seen = 0
    }

    private func factFilter(_ number: Int, _ language: any Language) -> PathFilter? {
        factPaths.withLock { known in
            if let filters = known[language.names[0]]?.filters, number < filters.count { return filters[number] }
            var paths = known[language.names[0]] ?? FactPaths()
            while paths.filters.count <= number, paths.seen < rules.count {
                let rule = library.rules[rules[paths.seen].index]
                let options = rules[paths.seen].options
                paths.seen += 1
                guard rule.usesFacts, rule.applies(to: language) else { continue }
                let filter = rule.paths(options: options, sets: library.pathSets)
                if !paths.filters.contains(filter) { paths.filters.append(filter) }
            }
            known[language.names[0]] = paths
            return number < paths.filters.count ? paths.filters[number] : nil
        }
    }

    /// The level of a rule that runs.
    func level(ofRule id: String) -> Severity? { levels[id] }
}
