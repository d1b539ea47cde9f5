import BuiltinRules
import Engine
import Findings
import Rules
import SourceText

extension FuzzTarget {
    static let checkTypeScript = check("check-typescript", fileExtension: "ts")
    static let checkPython = check("check-python", fileExtension: "py")
    static let checkSwift = check("check-swift", fileExtension: "swift")

    /// A whole run over one file: all built-in rules and models, with the facts and what the project answers.
    private static func check(_ name: String, fileExtension: String) -> FuzzTarget {
        FuzzTarget(name: name) { bytes in
            let result = CheckRun.everything.check([CheckRun.file(bytes, fileExtension: fileExtension)])
            require(!result.diagnostics.contains { $0.severity == .error }, "a run that cannot be trusted")
            let lines = LineIndex(bytes).lineCount
            for finding in result.findings {
                let range = finding.range
                require(
                    1 <= range.start.line && range.start.line <= range.end.line && range.end.line <= lines,
                    "a finding outside the file")
            }
        }
    }
}

/// The run that the targets share: its rules are compiled when the first file needs them.
private enum CheckRun {
    private static let folder = AbsolutePath("/project", in: .root)

    static let everything: ProjectCheck = {
        var library = RuleLibrary()
        for file in BuiltinRules.files { library.add(file.document) }
        var selection = RuleSelection()
        selection.profile = .all
        let settings = RunSettings(
            source: .none, selection: selection, library: library, top: folder, directory: folder)
        guard let today = CalendarDate(year: 2026, month: 1, day: 1) else { fatalError("no such day") }
        let options = ProjectCheck.Options(top: folder, jobs: 1, skipsGenerated: false, today: today)
        return ProjectCheck(library: library, settings: settings, options: options)
    }()

    static func file(_ bytes: [UInt8], fileExtension: String) -> InputFile {
        InputFile(
            path: AbsolutePath("routes/users." + fileExtension, in: folder), display: "routes/users." + fileExtension,
            content: .bytes(bytes))
    }
}
