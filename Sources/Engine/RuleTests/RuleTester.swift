import Findings
import Rules
import SourceText
import Syntax
import YAML

/// Runs rules against the annotated files beside them.
public struct RuleTester: Sendable {
    /// What one rule reported on one of its files.
    public struct Result: Sendable {
        public var ruleFile: String
        public var rule: String
        public var target: String
        /// 1-based lines, ascending. Lines of `todo` annotations are among neither.
        public var expected: [Int]
        public var reported: [Int]
        /// What the fixes make of the target beside what stands beside it; nil where nothing does.
        public var fixes: FixComparison?
        /// Whether the fixes do what they are expected to do; nil where nothing is expected.
        public var isFixedAsExpected: Bool? { fixes.map { $0 == .same } }
        public var passed: Bool { expected == reported }
    }

    /// All that a run of the tests found.
    public struct Outcome: Sendable {
        public var results: [Result] = []
        /// Rules that could not be read.
        public var errors: [YAMLError] = []
        /// What a reader of the results may not know: rules that nothing tests, annotations of no rule.
        public var notes: [Diagnostic] = []
    }

    private let library: RuleLibrary
    private let models: ModelCompiler
    private let directory: AbsolutePath

    /// - Parameters:
    ///   - library: gives the models that facts rest on.
    ///   - directory: what the names of files are relative to.
    public init(library: RuleLibrary, directory: AbsolutePath) {
        self.library = library
        self.directory = directory
        models = ModelCompiler(library.models)
    }

    /// Runs the rules of some files, in their order.
    public func run(_ tests: [RuleTest], jobs: Int) -> Outcome {
        let outcomes = ParallelMap.map(tests, jobs: jobs) { run($0) }
        return Outcome(
            results: outcomes.flatMap(\.results), errors: outcomes.flatMap(\.errors), notes: outcomes.flatMap(\.notes))
    }

    private func run(_ test: RuleTest) -> Outcome {
        var outcome = Outcome()
        let name = test.ruleFile.display(from: directory)
        let file: RuleFile
        do throws(FileReadingError) {
            let bytes = try FileReading.read(test.ruleFile)
            // What stands beside a model shows its facts, not what a rule reports.
            if RuleLibrary.isModel(bytes) { return outcome }
            file = RuleFile(bytes, path: name)
        } catch {
            outcome.errors = [
                YAMLError(path: name, line: 1, column: 1, message: "cannot be read: \(error.explanation)")
            ]
            return outcome
        }
        outcome.errors = file.errors
        for project in test.projects {
            let found = findings(of: file, in: project)
            outcome.errors += found.errors
            for target in project.files {
                outcome.results += results(of: file, name, target, in: project, found.findings)
            }
        }
        outcome.errors = outcome.errors.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        // What a broken rule is called is not known.
        if outcome.errors.isEmpty { outcome.notes = notes(on: file, test, outcome.results) }
        return outcome
    }

    private func notes(on file: RuleFile, _ test: RuleTest, _ results: [Result]) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        var annotated = Set<String>()
        let known = file.rules.map(\.id)
        for target in test.projects.flatMap(\.files) {
            guard let bytes = try? FileReading.read(target) else { continue }
            for annotation in RuleAnnotation.all(in: bytes) {
                annotated.insert(annotation.rule)
                if known.contains(annotation.rule) || file.passedOver.contains(annotation.rule) { continue }
                let suggestion = NearestName.of(annotation.rule, in: known).map { ", did you mean '\($0)'?" } ?? ""
                notes.append(
                    Diagnostic(
                        severity: .note, path: target.display(from: directory), line: annotation.line - 1,
                        message: "\(file.path) has no rule '\(annotation.rule)'\(suggestion)"))
            }
        }
        for rule in file.rules {
            let message: String
            if !annotated.contains(rule.id) {
                message = "no annotation names the rule '\(rule.id)'"
            } else if !results.contains(where: { $0.rule == rule.id }) {
                message = "no annotated file beside it is in a language of the rule '\(rule.id)'"
            } else {
                continue
            }
            notes.append(Diagnostic(severity: .note, path: file.path, line: rule.line, message: message))
        }
        return notes
    }

    private func findings(
        of file: RuleFile, in project: RuleTest.Project
    ) -> (findings: [Finding], errors: [YAMLError]) {
        // Directives are unused or not in the light of other rules.
        let isAboutDirectives = file.rules.contains { $0.mode == .suppressions }
        let library = library.replacingRules(with: file, keepsOwn: isAboutDirectives)
        var selection = RuleSelection()
        selection.profile = .all
        let settings = RunSettings(
            source: project.isFolder ? .discovered : .none, selection: selection, library: library, top: project.top,
            directory: directory)
        guard let today = CalendarDate(year: 2026, month: 1, day: 1) else { return ([], []) }
        var options = ProjectCheck.Options(
            top: project.top, jobs: 1, sizeLimit: .max, skipsGenerated: false, today: today)
        // In a folder, files can be where the rule wants them.
        options.respectsRulePaths = project.isFolder
        let check = ProjectCheck(library: library, settings: settings, options: options, models: models)
        let isGeneric = file.rules.contains { $0.languages.contains("generic") || $0.languages.contains("regex") }
        let inputs = project.files.map { path in
            InputFile(
                path: path, display: path.display(from: directory), isExplicit: true,
                assumedLanguage: isGeneric ? Languages.all.first : nil)
        }
        let result = check.check(inputs)
        return (result.findings, check.errors)
    }

    // MARK: Comparing

    private func results(
        of file: RuleFile, _ ruleFile: String, _ target: AbsolutePath, in project: RuleTest.Project,
        _ findings: [Finding]
    ) -> [Result] {
        guard let bytes = try? FileReading.read(target) else { return [] }
        let name = target.display(from: directory)
        let annotations = RuleAnnotation.all(in: bytes)
        let fileExtension = Languages.fileExtension(of: name)
        var results: [Result] = []
        for rule in file.rules {
            if let language = Languages.forExtension(fileExtension), !rule.applies(to: language) { continue }
            let own = annotations.filter { $0.rule == rule.id }
            let found = findings.filter { $0.rule == rule.id && $0.path == name }
            // A file of a project speaks of the rules that it names, and of those that speak of it.
            if project.isFolder, own.isEmpty, found.isEmpty { continue }
            let uncounted = RuleTester.lines(own, [.todook, .todoruleid])
            results.append(
                Result(
                    ruleFile: ruleFile, rule: rule.id, target: name,
                    expected: RuleTester.lines(own, [.ruleid]).subtracting(uncounted).sorted(),
                    reported: Set(found.filter(\.isActive).map(\.range.start.line)).subtracting(uncounted).sorted(),
                    fixes: fixes(of: found, target, bytes)))
        }
        return results
    }

    private static func lines(_ annotations: [RuleAnnotation], _ kinds: [RuleAnnotation.Kind]) -> Set<Int> {
        Set(annotations.filter { kinds.contains($0.kind) }.map(\.line))
    }

    /// Compares the target after all fixes, unsafe ones too, with `name.fixed.ts` beside `name.ts`.
    private func fixes(of findings: [Finding], _ target: AbsolutePath, _ bytes: [UInt8]) -> FixComparison? {
        let file = RuleTest.fixedFile(of: target)
        guard let expected = try? FileReading.read(file) else { return nil }
        let fixed = FixApplication(findings.sorted().compactMap(\.fix), to: bytes).bytes
        return FixComparison(of: fixed, with: expected, in: file.display(from: directory))
    }
}
