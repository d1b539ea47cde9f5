import ArgumentParser
import Engine

/// The program: its subcommands, and what their failures are to the shell.
@main
struct Lintel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lintel",
        abstract: "Reviews backend code in Swift, TypeScript, JavaScript and Python.",
        discussion: """
            `lintel` alone checks the current directory. Exit status: 0 nothing found at or above --fail-on, 1 findings, \
            2 the run cannot be trusted (bad usage, configuration or rule, missing or unreadable file).
            """,
        version: ProgramVersion.text,
        subcommands: [
            CheckCommand.self, RoutesCommand.self, RulesCommand.self, ExplainCommand.self, TestCommand.self,
            ConfigCommand.self, SchemaCommand.self,
        ],
        defaultSubcommand: CheckCommand.self)

    static func main() async {
        let status: ExitStatus
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            status = .clean
        } catch let error as ExitStatus {
            status = error
        } catch let error as RunFailure {
            for message in error.messages { StandardError.write("lintel: error: \(message)") }
            status = .untrusted
        } catch {
            status = report(error)
        }
        status.leave()
    }

    /// Help and the version are what was asked for; everything else that the parser says is about bad usage.
    private static func report(_ error: any Error) -> ExitStatus {
        if exitCode(for: error).isSuccess {
            StandardOutput.write(Array((message(for: error) + "\n").utf8))
            return .clean
        }
        StandardError.write(fullMessage(for: error))
        return .untrusted
    }
}

/// The version, as `--version` and reports give it.
enum ProgramVersion {
    static let text = "0.1.0"
}
