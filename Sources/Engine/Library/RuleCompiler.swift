import Facts
import Rules
import Synchronization
import Syntax

/// Compiles rules when a file needs them, once each, for all threads.
public final class RuleCompiler: Sendable {
    private let library: RuleLibrary
    private let models: ModelCompiler
    private let state = Mutex(State())

    private struct RuleKey: Hashable {
        let rule: Int
        let language: String
        let options: [String: OptionValue]
    }

    private struct RunnerKey: Hashable {
        let settings: ObjectIdentifier
        let language: String
    }

    private struct State {
        var rules: [RuleKey: Rule?] = [:]
        var runners: [RunnerKey: RuleRunner] = [:]
        var errors: [YAMLError] = []
    }

    public init(library: RuleLibrary, models: ModelCompiler) {
        self.library = library
        self.models = models
    }

    /// What was wrong in the rules and models that were compiled.
    public var errors: [YAMLError] { models.errors + state.withLock(\.errors) }

    /// What runs on the files of a language under some settings, which have to live as long as the compiler.
    func runner(
        for settings: FileSettings, _ language: any Language, respectsPaths: Bool
    ) -> RuleRunner {
        let key = RunnerKey(settings: ObjectIdentifier(settings), language: language.names[0])
        return state.withLock { state in
            if let known = state.runners[key] { return known }
            let rules = settings.rules.compactMap { active in
                rule(active.index, for: language, options: active.options, &state)
            }
            let runner = RuleRunner(rules: rules, respectsPaths: respectsPaths)
            state.runners[key] = runner
            return runner
        }
    }

    /// The rule with an index in the library; nil where it has an error, or does not speak of the language.
    private func rule(
        _ index: Int, for language: any Language, options: [String: OptionValue], _ state: inout State
    ) -> Rule? {
        guard library.rules[index].applies(to: language) else { return nil }
        let key = RuleKey(rule: index, language: language.names[0], options: options)
        if let known = state.rules[key] { return known }
        let compiled = RuleCompiler.compile(library.rules[index], language, options, &state.errors)
        state.rules[key] = .some(compiled)
        return compiled
    }

    private static func compile(
        _ definition: RuleDefinition, _ language: any Language, _ options: [String: OptionValue],
        _ errors: inout [YAMLError]
    ) -> Rule? {
        do throws(YAMLError) {
            return try definition.compiled(for: language, options: options)
        } catch {
            if !errors.contains(error) { errors.append(error) }
            return nil
        }
    }

    /// Compiles every rule and model for each of its languages, to find all errors there are.
    public func compileAll() {
        for language in Languages.all {
            _ = models.models(for: language)
            for (index, rule) in library.rules.enumerated() where rule.mode != .suppressions {
                state.withLock { _ = self.rule(index, for: language, options: [:], &$0) }
            }
        }
    }
}
