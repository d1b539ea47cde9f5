import Facts
import Matching
import Rules
import Syntax

/// Runs rules against the annotated files beside them.
public struct RuleTester {
    /// What one rule reported on one of its files.
    public struct Result: Sendable {
        public var ruleFile: String
        public var rule: String
        public var target: String
        /// 1-based lines, ascending. `todo` annotations are among neither.
        public var expected: [Int]
        public var reported: [Int]
        public var passed: Bool { expected == reported }
    }

    /// All that a run of the tests found.
    public struct Outcome: Sendable {
        public var results: [Result] = []
        /// Rules that could not be read.
        public var errors: [YAMLError] = []
        public init() {}
    }

    private let library: RuleLibrary

    /// `library` gives the models that facts rest on.
    public init(library: RuleLibrary = RuleLibrary()) {
        self.library = library
    }

    /// Runs the rules of one file. `targets` are the files beside it that carry its name.
    public func run(ruleFile path: String, bytes: [UInt8], targets: [(path: String, bytes: [UInt8])]) -> Outcome {
        var outcome = Outcome()
        let file = RuleFile(bytes, path: path)
        outcome.errors = file.errors
        let annotations = targets.map { RuleAnnotation.all(in: $0.bytes) }
        for definition in file.rules {
            for (index, target) in targets.enumerated() {
                guard let language = language(of: target.path, for: definition) else { continue }
                do throws(YAMLError) {
                    let rule = try definition.compiled(for: language)
                    let models = try library.modelSet(for: language)
                    let reported = lines(
                        of: rule, in: AnalyzedFile(
                            path: target.path, bytes: target.bytes, language: language, models: models))
                    outcome.results.append(
                        result(
                            ruleFile: path, rule: rule.id, target: target.path, annotations: annotations[index],
                            reported: reported))
                } catch {
                    if !outcome.errors.contains(error) { outcome.errors.append(error) }
                }
            }
        }
        return outcome
    }

    /// The language of a test file: by its name, or, for text of no language of ours, the rule's own.
    private func language(of path: String, for definition: RuleDefinition) -> (any Language)? {
        if let language = Languages.forExtension(AnalyzedFile.fileExtension(of: path)) {
            return definition.applies(to: language) ? language : nil
        }
        return definition.languages.contains("generic") || definition.languages.contains("regex")
            ? Languages.all.first : nil
    }

    private func lines(of rule: Rule, in file: AnalyzedFile) -> Set<Int> {
        let outcome = RuleRunner(rules: [rule]).check(file)
        let project = ProjectFacts(
            [outcome.summary], settings: file.facts.settings, names: file.facts.names)
        let fulfilled = outcome.matches.map(\.match).filter {
            project.fulfills($0, questions: outcome.summary.questions, of: file.path)
        }
        return Set(fulfilled.map { file.lines.line(at: $0.range.start) })
    }

    private func result(
        ruleFile: String, rule: String, target: String, annotations: [RuleAnnotation], reported: Set<Int>
    ) -> Result {
        // `rules/pack/name` is called by its last part in some annotations, by its path in others.
        let own = annotations.filter { $0.rule == rule }
        let lines = { (kinds: [RuleAnnotation.Kind]) in Set(own.filter { kinds.contains($0.kind) }.map(\.line)) }
        let uncounted = lines([.todook, .todoruleid])
        return Result(
            ruleFile: ruleFile, rule: rule, target: target,
            expected: lines([.ruleid]).subtracting(uncounted).sorted(),
            reported: reported.subtracting(uncounted).sorted())
    }

    /// Whether a file is a test of the rule file: `name.yaml` is tested by `name.py`, `name.test.ts`, not by `name.fixed.py`.
    public static func isTarget(_ name: String, ofRuleFile ruleFile: String) -> Bool {
        let stem = ruleFile.split(separator: ".").dropLast().joined(separator: ".")
        let parts = name.split(separator: ".")
        guard name != ruleFile, parts.count > 1, let last = parts.last, last != "yaml", last != "yml",
            !parts.dropFirst().contains("fixed")
        else { return false }
        return stem.contains(".") ? name.hasPrefix(stem + ".") : parts[0] == stem
    }
}
