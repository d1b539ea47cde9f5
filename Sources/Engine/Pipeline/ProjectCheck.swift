import Facts
import Findings
import Rules
import SourceText
import Syntax

/// Checks files as one project: each alone and in parallel, then what depends on all of them together.
public struct ProjectCheck: Sendable {
    public struct Options: Sendable {
        /// The folder that paths in facts and in rules are relative to.
        public var top: AbsolutePath
        public var jobs: Int
        /// In bytes; larger files are skipped.
        public var sizeLimit: Int
        /// Whether files that a program wrote are skipped.
        public var skipsGenerated: Bool
        /// The day on which suppressions expire or not.
        public var today: CalendarDate

        public init(
            top: AbsolutePath, jobs: Int = ProcessorCount.available(),
            sizeLimit: Int = ContentClassifier.defaultSizeLimit, skipsGenerated: Bool = true, today: CalendarDate
        ) {
            self.top = top
            self.jobs = jobs
            self.sizeLimit = sizeLimit
            self.skipsGenerated = skipsGenerated
            self.today = today
        }
    }

    private let library: RuleLibrary
    private let compiler: RuleCompiler
    private let settings: RunSettings
    private let options: Options
    private let fileCheck: FileCheck

    public init(library: RuleLibrary, settings: RunSettings, options: Options) {
        self.library = library
        self.settings = settings
        self.options = options
        compiler = RuleCompiler(library: library)
        fileCheck = FileCheck(compiler: compiler, options: options, knownRules: library.rules.map(\.id))
    }

    /// Checks files.
    /// - Parameter others: the other files of the project, asked for only where some finding depends on them.
    public func check(_ files: [InputFile], others: () async -> [InputFile]) async -> CheckResult {
        // What is in force is found out here, so that the threads share nothing but the compiled rules.
        let work = files.map { (input: $0, settings: settings.settings(for: $0.path)) }
        var checked = ParallelMap.map(work, jobs: options.jobs) { [fileCheck] file in
            fileCheck.check(file.input, settings: file.settings, purpose: .findings)
        }
        var summaries = checked.compactMap(\.summary)
        if checked.contains(where: \.isWaiting) {
            summaries += await summariesOfOthers(of: files, waiting: checked.filter(\.isWaiting), others)
            finish(&checked, summaries)
        }
        return CheckResult(
            checked, summaries: summaries, errors: library.errors + compiler.errors + settings.errors)
    }

    /// What the routes of some files are, with everything that is known of the project around them.
    public func summaries(of files: [InputFile]) -> (project: ProjectFacts, result: CheckResult) {
        let work = files.map { (input: $0, settings: settings.settings(for: $0.path)) }
        let checked = ParallelMap.map(work, jobs: options.jobs) { [fileCheck] file in
            fileCheck.check(file.input, settings: file.settings, purpose: .summary)
        }
        let summaries = checked.compactMap(\.summary)
        let project = ProjectFacts(
            summaries, settings: work.first?.settings.project ?? ProjectSettings(), names: names)
        return (
            project,
            CheckResult(checked, summaries: summaries, errors: library.errors + compiler.errors + settings.errors)
        )
    }

    /// The names that mean something whatever the language.
    private var names: NameVocabulary {
        var names = NameVocabulary()
        for model in library.models { names.merge(model.names) }
        return names
    }

    private func summariesOfOthers(
        of files: [InputFile], waiting: [CheckedFile], _ others: () async -> [InputFile]
    ) async -> [FileSummary] {
        let known = Set(files.map(\.path))
        let extensions = ProjectCheck.extensionsThatMatter(to: waiting)
        let work = await others().filter { file in
            let name = String(decoding: file.path.name, as: UTF8.self)
            return !known.contains(file.path) && extensions.contains(AnalyzedFile.fileExtension(of: name))
        }.map { (input: $0, settings: settings.settings(for: $0.path)) }
        return ParallelMap.map(work, jobs: options.jobs) { [fileCheck] file in
            fileCheck.check(file.input, settings: file.settings, purpose: .summary).summary
        }.compactMap { $0 }
    }

    /// Routers are mounted by files of their own language; only callers speak to servers in another.
    private static func extensionsThatMatter(to waiting: [CheckedFile]) -> Set<String> {
        let asksForCallers = waiting.contains { file in
            file.summary?.questions.contains { if case .callLacksAuthentication = $0 { true } else { false } } ?? false
        }
        let languages =
            asksForCallers
            ? Languages.all : waiting.compactMap { Languages.forExtension(AnalyzedFile.fileExtension(of: $0.display)) }
        return Set(languages.flatMap(\.fileExtensions))
    }

    private func finish(_ checked: inout [CheckedFile], _ summaries: [FileSummary]) {
        let names = names
        var projects: [ObjectIdentifier: ProjectFacts] = [:]
        for index in checked.indices where checked[index].isWaiting {
            guard let source = checked[index].source, let summary = checked[index].summary else { continue }
            let key = ObjectIdentifier(source.settings)
            let project =
                projects[key] ?? ProjectFacts(summaries, settings: source.settings.project, names: names)
            projects[key] = project
            checked[index].finish(knownRules: fileCheck.knownRules, today: options.today) { condition in
                let number = Int(condition >= 0 ? condition : ~condition)
                // What the project does not let one know is not fulfilled.
                guard let answer = project.answer(summary.questions[number], of: summary.path) else { return false }
                return answer == (condition >= 0)
            }
        }
    }
}
