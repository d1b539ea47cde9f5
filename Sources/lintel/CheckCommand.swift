import ArgumentParser
import Engine
import Findings
import Rules
import SourceText

/// `lintel check`: finds what the rules report.
struct CheckCommand: WaitingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        // Parsed alone, it is no program of its own, which would be asked for completion scripts first.
        _superCommandName: "lintel", abstract: "Check files (the default command).")

    @Argument(help: ArgumentHelp("Files and folders; '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup(title: "Rules") var ruleOptions: RuleOptions
    @OptionGroup(title: "Rules") var selectionOptions: SelectionOptions
    @OptionGroup(title: "Report") var outputOptions: OutputOptions
    @OptionGroup(title: "Comparison") var comparisonOptions: ComparisonOptions
    @OptionGroup(title: "Fixes") var fixOptions: FixOptions
    @OptionGroup(title: "Files") var fileOptions: FileOptions

    @Option(help: ArgumentHelp("Exit with 1 from this level on: error, warning, note or never.", valueName: "level"))
    var failOn: FailureLevel = .error

    func validate() throws {
        if fileOptions.stdinFilename != nil, !paths.isEmpty, paths != ["-"] {
            throw ValidationError("--stdin-filename goes with the one path '-'")
        }
        if fileOptions.stdinFilename == nil, paths.contains("-") {
            throw ValidationError("'-' needs --stdin-filename NAME, which says what language it is")
        }
        if fileOptions.stdinFilename != nil, comparisonOptions.staged || comparisonOptions.diffBase != nil {
            throw ValidationError("standard input cannot be compared with what git has")
        }
        if comparisonOptions.staged, fixOptions.isAsked {
            throw ValidationError("--staged reads the index, which fixes do not reach; fix the files, then add them")
        }
    }

    func run() async throws {
        let run = CheckRun(command: self, directory: AbsolutePath.workingDirectory())
        try await run.run()
    }
}

/// The lowest level of findings that makes a run fail.
enum FailureLevel: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    func isReached(by finding: Finding) -> Bool {
        switch self {
        case .error: finding.severity >= .error
        case .warning: finding.severity >= .warning
        case .note: true
        case .never: false
        }
    }
}

/// What findings are compared with, and which files that leaves.
struct ComparisonOptions: ParsableArguments {
    @Flag(help: "Check what is staged in git, as it is in the index.")
    var staged = false

    @Option(
        help: ArgumentHelp("Check changed files, and report what this revision does not have.", valueName: "revision"))
    var diffBase: String?

    @Option(help: ArgumentHelp("Leave out findings that this file knows.", valueName: "file"))
    var baseline: String?

    @Option(help: ArgumentHelp("Write all findings to this file, as known from now on.", valueName: "file"))
    var writeBaseline: String?
}

/// What is done about findings.
struct FixOptions: ParsableArguments {
    @Flag(help: "Apply fixes that cannot change what the code means.")
    var fix = false

    @Flag(help: "Apply the other fixes, too.")
    var unsafeFixes = false

    @Flag(help: "Print what the fixes would change, and change nothing.")
    var diff = false

    var isAsked: Bool { fix || unsafeFixes || diff }
}

/// Which files are read, and how.
struct FileOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read standard input as the file of this name.", valueName: "name"))
    var stdinFilename: String?

    @Flag(help: "Read files that gitignore files, hidden folders or generated code would leave out.")
    var noIgnore = false

    @Option(help: ArgumentHelp("Skip larger files.", valueName: "bytes"))
    var maxFileSize = ContentClassifier.defaultSizeLimit

    @Option(name: [.long, .short], help: ArgumentHelp("How many files are read at once.", valueName: "number"))
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
        if maxFileSize < 1 { throw ValidationError("--max-file-size must be at least 1") }
    }
}
