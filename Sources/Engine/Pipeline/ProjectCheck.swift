import Facts
import Findings
import Rules
import SourceText
import Syntax
import YAML

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
        /// Whether `paths:` of a rule counts.
        public var respectsRulePaths = true
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
    private let models: ModelCompiler
    private let settings: RunSettings
    private let options: Options
    private let fileCheck: FileCheck

    /// - Parameter models: those of the library, where other runs share them.
    public init(library: RuleLibrary, settings: RunSettings, options: Options, models: ModelCompiler? = nil) {
        self.library = library
        self.settings = settings
        self.options = options
        self.models = models ?? ModelCompiler(library.models)
        compiler = RuleCompiler(library: library, models: self.models)
        compiler.compile(library.checkedPaths, jobs: options.jobs)
        fileCheck = FileCheck(
            compiler: compiler, models: self.models, options: options, knownRules: library.rules.map(\.id))
    }

    /// Checks files.
    /// - Parameter others: the other files of the project, asked for only where some finding depends on them.
    public func check(_ files: [InputFile], others: () async -> [InputFile]) async -> CheckResult {
        var checked = checkAlone(files, projectModules: nil)
        let isWaiting = checked.contains(where: \.isWaiting)
        return join(&checked, of: files, with: isWaiting ? await others() : [])
    }

    /// Checks files that are the whole project.
    public func check(_ files: [InputFile]) -> CheckResult {
        let modules = ProjectModules(paths: files.lazy.map { [options] in $0.pathInProject(from: options.top) })
        var checked = checkAlone(files, projectModules: modules)
        return join(&checked, of: files, with: [])
    }

    /// What is wrong in the rules, models and configuration that were needed so far.
    public var errors: [YAMLError] { library.errors + compiler.errors + settings.errors }

    private func checkAlone(_ files: [InputFile], projectModules: ProjectModules?) -> [CheckedFile] {
        // What is in force is found out here, so that the threads share nothing but the compiled rules.
        let work = files.map { (input: $0, settings: settings.settings(for: $0.path)) }
        let usesFacts = work.contains { $0.settings.active.usesFacts }
        let detail: SummaryDetail = files.count > Self.mostFilesToldWhole ? .outline : .findings
        return ParallelMap.map(work, jobs: options.jobs) { [fileCheck] file in
            fileCheck.check(
                file.input, settings: file.settings, purpose: usesFacts ? .findings : .findingsWithoutFacts,
                detail: detail, projectModules: projectModules)
        }
    }

    /// Of so few files, most of which the project may ask about, it takes less time to tell at once what their functions do than
    /// to read them again.
    private static let mostFilesToldWhole = 8

    private func join(
        _ checked: inout [CheckedFile], of files: [InputFile], with others: [InputFile]
    ) -> CheckResult {
        guard checked.contains(where: \.isWaiting) else { return CheckResult(checked, errors: errors) }
        let understood = checked.indices.filter { checked[$0].summary != nil }
        let known = Set(checked.map(\.display))
        let more = summaries(
            of: others.filter { !known.contains($0.display) }, waiting: checked.filter(\.isWaiting))
        finish(
            &checked, FileSummaries(understood.compactMap { checked[$0].summary } + more.map(\.summary)),
            of: understood.map { files[$0] } + more.map(\.file))
        return CheckResult(checked, errors: errors)
    }

    /// The routes of files that are the whole project.
    public func routes(of files: [InputFile]) -> (routes: [RouteEntry], result: CheckResult) {
        let work = files.map { (input: $0, settings: settings.settings(for: $0.path)) }
        let checked = ParallelMap.map(work, jobs: options.jobs) { [fileCheck] file in
            fileCheck.check(file.input, settings: file.settings, purpose: .inventory, detail: .inventory)
        }
        let understood = checked.filter { $0.summary != nil }
        let project = ProjectFacts(
            FileSummaries(understood.compactMap(\.summary)),
            publicRoutes: work.first?.settings.project.publicRoutes ?? [], names: models.names)
        return (
            RouteInventory(project, displays: understood.map(\.display)).entries(),
            CheckResult(checked, errors: errors)
        )
    }

    private func summaries(of others: [InputFile], waiting: [CheckedFile]) -> [(
        file: InputFile, summary: SharedSummary
    )] {
        let extensions = ProjectCheck.extensionsThatMatter(to: waiting)
        let work = others.filter { file in
            extensions.contains(Languages.fileExtension(of: String(decoding: file.path.name, as: UTF8.self)))
        }.map { (input: $0, settings: settings.settings(for: $0.path)) }
        let summaries = ParallelMap.map(work, jobs: options.jobs) { [fileCheck] file in
            fileCheck.check(file.input, settings: file.settings, purpose: .summary, detail: .outline).summary
        }
        return zip(work, summaries).compactMap { file, summary in summary.map { (file.input, $0) } }
    }

    /// What the functions and classes of files do that have told their names.
    private func details(of files: [InputFile]) -> [FileDetails] {
        let work = files.map { (input: $0, settings: settings.settings(for: $0.path)) }
        return ParallelMap.map(work, jobs: options.jobs) { [fileCheck] file in
            fileCheck.check(file.input, settings: file.settings, purpose: .details).details ?? FileDetails()
        }
    }

    /// What the classes of files inherit from that have told their names.
    private func bases(of files: [InputFile]) -> [FileBases] {
        let work = files.map { (input: $0, settings: settings.settings(for: $0.path)) }
        return ParallelMap.map(work, jobs: options.jobs) { [fileCheck] file in
            fileCheck.check(file.input, settings: file.settings, purpose: .bases).bases ?? FileBases()
        }
    }

    /// The calls that files have of functions which are asked about.
    private func calls(
        _ searches: CallSearches, in files: [InputFile], _ summaries: FileSummaries
    ) -> FoundCalls {
        let work = files.indices.map { (index: $0, input: files[$0], mayCall: summaries[$0].mayCall) }
        let concerned = ParallelMap.map(work, jobs: options.jobs) { [fileCheck] file in
            file.mayCall ? fileCheck.concerned(file.input, at: file.index, by: searches) : []
        }
        var counts: [CallSearch: Int] = [:]
        for search in concerned.joined() { counts[search, default: 0] += 1 }
        var found = FoundCalls()
        found.common = Set(counts.lazy.filter { $0.value > Self.mostFilesWithName }.map(\.key))
        let again = concerned.indices.map { (file: $0, searches: Set(concerned[$0]).subtracting(found.common)) }
            .filter { !$0.searches.isEmpty }
            .map { (file: $0.file, searches: $0.searches, settings: settings.settings(for: files[$0.file].path)) }
        let calls = ParallelMap.map(again, jobs: options.jobs) { [fileCheck] place in
            fileCheck.check(files[place.file], settings: place.settings, purpose: .calls(place.searches)).calls
        }
        found.files = zip(again, calls).compactMap { place, calls in calls.map { (place.file, $0) } }
        return found
    }

    /// Where more files hold the name of a function, most of them mean another: `save`.
    private static let mostFilesWithName = 32

    /// Routers are mounted by files of their own language; only callers speak to servers in another.
    private static func extensionsThatMatter(to waiting: [CheckedFile]) -> Set<String> {
        let asksForCallers = waiting.contains { file in
            file.summary?.value.questions.contains { if case .outgoing = $0 { true } else { false } } ?? false
        }
        let languages =
            asksForCallers
            ? Languages.all : waiting.compactMap { Languages.forFile($0.display) }
        let asksForSchema = waiting.contains { file in
            file.summary?.value.questions.contains { if case .schemaLacks = $0 { true } else { false } } ?? false
        }
        let databases = asksForSchema ? Languages.all.filter(\.holdsDatabaseStatements) : []
        return Set((languages + databases).flatMap(\.fileExtensions))
    }

    /// - Parameter files: those that the summaries are of.
    private func finish(_ checked: inout [CheckedFile], _ summaries: FileSummaries, of files: [InputFile]) {
        let names = models.names
        var projects: [[String]: ProjectFacts] = [:]
        for index in checked.indices where checked[index].isWaiting {
            guard let source = checked[index].source, let summary = checked[index].summary?.value else { continue }
            let publicRoutes = source.settings.project.publicRoutes
            let project =
                projects[publicRoutes]
                ?? ProjectFacts(
                    summaries, publicRoutes: publicRoutes, names: names,
                    details: { indexes in self.details(of: indexes.map { files[$0] }) },
                    bases: { indexes in self.bases(of: indexes.map { files[$0] }) },
                    calls: { searches in self.calls(searches, in: files, summaries) })
            projects[publicRoutes] = project
            let question = { (condition: Int32) in summary.questions[Int(condition >= 0 ? condition : ~condition)] }
            checked[index].finish(
                knownRules: fileCheck.knownRules, today: options.today,
                answers: { condition in
                    // What the project does not let one know is not fulfilled.
                    guard let answer = project.answer(question(condition), of: summary.path) else { return false }
                    return answer == (condition >= 0)
                },
                remarks: { $0 >= 0 ? project.remark(on: question($0), of: summary.path) : nil })
        }
    }
}
