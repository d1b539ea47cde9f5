import Facts
import Matching
import Rules
import Synchronization
import Syntax
import YAML

/// Compiles rules when a file comes that they may match in, once each, for all threads.
public final class RuleCompiler: Sendable {
    private let library: RuleLibrary
    private let models: ModelCompiler
    private let pathSets: PathSets
    private let state = Mutex(State())
    private let problems = ErrorList()

    private struct Key: Hashable {
        let rule: Int
        let language: String
        let options: [String: OptionValue]
    }

    private struct State {
        var rules: [Key: Rule?] = [:]
        var plans: [PlanKey: RulePlan] = [:]
    }

    private struct PlanKey: Hashable {
        let settings: ObjectIdentifier
        let language: String
    }

    public init(library: RuleLibrary, models: ModelCompiler) {
        self.library = library
        self.models = models
        pathSets = library.pathSets
    }

    /// What was wrong in the rules and models that were compiled, and which rules could not look at all of some text.
    public var errors: [YAMLError] {
        models.errors
            + state.withLock { state in
                let used = state.plans.values.flatMap(\.usedRules).sorted { $0.index < $1.index }
                let exhausted = used.flatMap { index, rule in
                    rule.exhaustedExpressions.map { exhaustion(of: $0, in: library.rules[index]) }
                }
                return problems.errors + exhausted.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            }
    }

    private func exhaustion(of expression: String, in rule: RuleDefinition) -> YAMLError {
        YAMLError(
            path: rule.path, line: rule.line, column: 1,
            message:
                "the regular expression '\(expression)' of rule '\(rule.id)' took too long on some text; findings may be missing"
        )
    }

    /// The rules that may match in a file, of those in force, which have to live as long as the compiler.
    func candidates(for file: AnalyzedFile, _ settings: ActiveRules) -> [RuleCandidate] {
        plan(for: settings, file.language).candidates(for: file.words)
    }

    private func plan(for settings: ActiveRules, _ language: any Language) -> RulePlan {
        let key = PlanKey(settings: ObjectIdentifier(settings), language: language.names[0])
        return state.withLock { state in
            if let known = state.plans[key] { return known }
            let rules = settings.rules.filter { library.rules[$0.index].applies(to: language) }
            // What is compiled already, to find its errors, tells more than its texts do.
            let known = rules.map { rule in
                state.rules[Key(rule: rule.index, language: language.names[0], options: rule.options)]
            }
            let candidates = zip(rules, known).map { candidate($0, compiled: $1, language) }
            let prerequisites = zip(rules, known).map { active, known in
                known??.prerequisite ?? library.rules[active.index].prerequisite
            }
            let plan = RulePlan(rules.map(\.index), candidates, prerequisites)
            state.plans[key] = plan
            return plan
        }
    }

    private func candidate(
        _ active: FileSettings.ActiveRule, compiled: Rule??, _ language: any Language
    ) -> RuleCandidate {
        let definition = library.rules[active.index]
        var paths: (@Sendable () -> PathFilter)?
        if definition.includesPaths {
            paths = { [pathSets] in definition.paths(options: active.options, sets: pathSets) }
        }
        return RuleCandidate(id: definition.id, subjects: definition.subjects, paths: paths, compiled: compiled) {
            [unowned self] in rule(active.index, for: language, options: active.options)
        }
    }

    /// The rule with an index in the library, for a language and options; nil where it has an error.
    private func rule(_ index: Int, for language: any Language, options: [String: OptionValue]) -> Rule? {
        let key = Key(rule: index, language: language.names[0], options: options)
        return state.withLock { state in
            if let known = state.rules[key] { return known }
            let compiled = compiled(index, for: language, options: options)
            state.rules[key] = .some(compiled)
            return compiled
        }
    }

    private func compiled(_ index: Int, for language: any Language, options: [String: OptionValue]) -> Rule? {
        do throws(YAMLError) {
            return try library.rules[index].compiled(
                for: language, options: options, pathSets: pathSets)
        } catch {
            problems.add(error)
            return nil
        }
    }

    /// Compiles the rules of some files for each of their languages, to find all errors there are.
    /// - Parameter jobs: the number of threads.
    func compile(_ paths: Set<String>, jobs: Int) { compile(jobs: jobs) { paths.contains($0.path) } }

    /// Compiles every rule and model for each of its languages, to find all errors there are.
    public func compileAll() {
        for language in Languages.all { models.compileAll(for: language) }
        compile(jobs: 1) { _ in true }
    }

    private func compile(jobs: Int, where isWanted: (RuleDefinition) -> Bool) {
        var work: [(index: Int, language: any Language)] = []
        for (index, rule) in library.rules.enumerated() where rule.mode != .suppressions && isWanted(rule) {
            // What is of no language is the same in all.
            for language in rule.isGeneric ? Array(Languages.all.prefix(1)) : Languages.all
            where rule.applies(to: language) {
                work.append((index, language))
            }
        }
        let compiled = ParallelMap.map(work, jobs: jobs) { self.compiled($0.index, for: $0.language, options: [:]) }
        state.withLock { state in
            for (item, rule) in zip(work, compiled) {
                state.rules[Key(rule: item.index, language: item.language.names[0], options: [:])] = .some(rule)
            }
        }
    }
}

/// The rules that run on the files of one language under the same settings.
private final class RulePlan: Sendable {
    /// By rule: its index in the library.
    private let rules: [Int]
    private let candidates: [RuleCandidate]
    private let index: PrerequisiteIndex

    init(_ rules: [Int], _ candidates: [RuleCandidate], _ prerequisites: [WordPrerequisite]) {
        self.rules = rules
        self.candidates = candidates
        index = PrerequisiteIndex(prerequisites)
    }

    /// The rules that ran on some file, by their index in the library.
    var usedRules: [(index: Int, rule: Rule)] {
        zip(rules, candidates).compactMap { index, candidate in candidate.usedRule.map { (index, $0) } }
    }

    /// The rules that may match in a file with these words.
    func candidates(for words: WordSet) -> [RuleCandidate] { index.fulfilled(by: words).map { candidates[$0] } }
}
