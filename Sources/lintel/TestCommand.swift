import ArgumentParser
import Engine
import Findings

/// `lintel test`: runs rules against the annotated files beside them.
struct TestCommand: WaitingCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Test rules against the annotated files beside them.",
        discussion: """
            A comment 'ruleid: ID' says that the rule must report the next line, 'ok: ID' that it must not. `name.yaml` is \
            tested by `name.ts`, `name.py`, .. and by the project in the folder `name/`; `name.fixed.ts` is what its fixes \
            make of `name.ts`. Models beside the rules, and in a folder 'models' beside theirs, take the place of the built-in \
            ones.
            """)

    @Argument(help: ArgumentHelp("Rule files and folders with them.", valueName: "path"))
    var paths: [String] = ["."]

    @Option(help: ArgumentHelp("Add the models of a file or folder; can be repeated.", valueName: "path"))
    var rules: [String] = []

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format: TestFormat = .text

    @Option(name: [.long, .short], help: ArgumentHelp("How many rules are tested at once.", valueName: "number"))
    var jobs: Int?

    func run() async throws {
        let directory = AbsolutePath.workingDirectory()
        var diagnostics: [Diagnostic] = []
        var tests: [RuleTest] = []
        var library = RuleLibrary.builtIn(withRules: true)
        for path in rules + paths {
            RulePackReader.addForTests(AbsolutePath(path, in: directory), to: &library, from: directory)
        }
        for name in paths {
            do throws(FileReadingError) {
                let found = try RuleTest.all(at: AbsolutePath(name, in: directory))
                tests += found
            } catch {
                diagnostics.append(Diagnostic(severity: .error, path: name, message: error.explanation))
            }
        }
        if tests.isEmpty, diagnostics.isEmpty {
            throw RunFailure("no rule file with an annotated file beside it in \(paths.joined(separator: ", "))")
        }
        let tester = RuleTester(library: library, directory: directory)
        let outcome = tester.run(tests, jobs: jobs ?? ProcessorCount.available())
        diagnostics += (outcome.errors + library.modelErrors).map(Diagnostic.init)
        for diagnostic in (diagnostics + outcome.notes).sorted() { StandardError.write(diagnostic.placedMessage) }
        if outcome.results.isEmpty, diagnostics.isEmpty {
            throw RunFailure(
                "nothing was tested: no rule speaks of a file beside it in \(paths.joined(separator: ", "))")
        }
        switch format {
        case .text: StandardOutput.write(TestReport.text(outcome, directory: directory))
        case .json: StandardOutput.write(TestReport.json(outcome))
        }
        if !diagnostics.isEmpty { throw ExitStatus.untrusted }
        let failed = outcome.results.contains { !$0.passed || $0.isFixedAsExpected == false }
        throw failed ? ExitStatus.findings : ExitStatus.clean
    }
}

enum TestFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
