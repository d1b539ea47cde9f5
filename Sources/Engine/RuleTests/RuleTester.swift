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
        /// Whether the fixes make of the target what stands beside it; nil where nothing does.
        public var isFixedAsExpected: Bool?
        public var passed: Bool { expected == reported }
    }

    /// All that a run of the tests found.
    public struct Outcome: Sendable {
        public var results: [Result] = []
        /// Rules that could not be read.
        public var errors: [YAMLError] = []
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
        return Outcome(results: outcomes.flatMap(\.results), errors: outcomes.flatMap(\.errors))
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
        return outcome
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
        let fileExtension = AnalyzedFile.fileExtension(of: name)
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
                    isFixedAsExpected: isFixedAsExpected(target, bytes, found)))
        }
        return results
    }

    private static func lines(_ annotations: [RuleAnnotation], _ kinds: [RuleAnnotation.Kind]) -> Set<Int> {
        Set(annotations.filter { kinds.contains($0.kind) }.map(\.line))
    }

    /// Compares the target after all fixes, unsafe ones too, with `name.fixed.ts` beside `name.ts`.
    private func isFixedAsExpected(_ target: AbsolutePath, _ bytes: [UInt8], _ findings: [Finding]) -> Bool? {
        guard let expected = try? FileReading.read(RuleTest.fixedFile(of: target)) else { return nil }
        return FixApplication(findings.sorted().compactMap(\.fix), to: bytes).bytes == expected
    }
}
