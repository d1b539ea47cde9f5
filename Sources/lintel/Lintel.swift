import ArgumentParser
import Engine

/// The command line: its subcommands, and what their failures are to the shell.
struct Lintel: ParsableCommand {
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

    /// Does what the arguments of the command line ask for.
    static func run(_ arguments: [String]) async -> ExitStatus {
        do {
            var command = try parsed(arguments)
            if let waiting = command as? any WaitingCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
            return .clean
        } catch let error as ExitStatus {
            return error
        } catch let error as RunFailure {
            for message in error.messages { StandardError.write("lintel: error: \(message)") }
            return .untrusted
        } catch {
            return report(error)
        }
    }

    /// The command that the arguments mean. One that they name first and that understands the others is all there is to it;
    /// going through the tree of commands takes twice the time, and is for what only the tree knows: help, the version, the
    /// default command, what to say of mistakes.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        if let named = configuration.subcommands.first(where: { $0.configuration.commandName == arguments.first }),
            let command = try? named.parse(Array(arguments.dropFirst()))
        {
            return command
        }
        return try parseAsRoot(arguments)
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
