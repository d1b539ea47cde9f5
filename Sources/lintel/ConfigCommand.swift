import ArgumentParser
import Engine
import Findings

/// `lintel config`: the effective configuration.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show or check the configuration.",
        subcommands: [ConfigShowCommand.self, ConfigCheckCommand.self])
}

struct ConfigShowCommand: WaitingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print every setting that is in force, and where it was set.")

    @Argument(help: ArgumentHelp("The file or folder for which it holds.", valueName: "path"))
    var path = "."

    @OptionGroup var ruleOptions: RuleOptions

    func run() async throws {
        let directory = AbsolutePath.workingDirectory()
        let target = AbsolutePath(path, in: directory)
        if !FileStatus.exists(target) { throw RunFailure("\(path): no such file or directory") }
        let isFolder = FileStatus.isDirectory(target)
        let folder = isFolder ? target : target.parent ?? .root
        let (setup, _) = try await RunSetup.read(ruleOptions, directory: directory, start: folder) { _ in }
        let configuration =
            isFolder ? setup.settings.configuration(for: folder) : setup.settings.settings(for: target).configuration
        for diagnostic in setup.problems { StandardError.write(diagnostic.placedMessage) }
        if !setup.problems.isEmpty { throw ExitStatus.untrusted }
        let entries = configuration.entries
        let width = entries.map { $0.key.count + $0.value.count + 2 }.max() ?? 0
        let lines = entries.map { entry in
            let setting = "\(entry.key): \(entry.value)"
            let origin = entry.origin.map { "\(AbsolutePath($0.path, in: .root).display(from: directory)):\($0.line)" }
            return setting + String(repeating: " ", count: max(0, width - setting.count)) + "  # \(origin ?? "default")"
        }
        StandardOutput.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}

struct ConfigCheckCommand: WaitingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check configuration files, rules and models, and find all errors in them.")

    @Argument(help: ArgumentHelp("The folders for which configuration is looked for.", valueName: "path"))
    var paths: [String] = ["."]

    @OptionGroup var ruleOptions: RuleOptions

    func run() async throws {
        let directory = AbsolutePath.workingDirectory()
        let targets = paths.map { AbsolutePath($0, in: directory) }
        for (name, target) in zip(paths, targets) where !FileStatus.exists(target) {
            throw RunFailure("\(name): no such file or directory")
        }
        let folders = targets.map { FileStatus.isDirectory($0) ? $0 : $0.parent ?? .root }
        let (setup, _) = try await RunSetup.read(ruleOptions, directory: directory, start: folders[0]) { settings in
            for folder in folders { _ = settings.configuration(for: folder) }
        }
        let compiler = RuleCompiler(library: setup.library, models: ModelCompiler(setup.library.models))
        compiler.compileAll()
        let problems = Set(setup.problems + compiler.errors.map(Diagnostic.init)).sorted()
        for diagnostic in problems { StandardError.write(diagnostic.placedMessage) }
        if !problems.isEmpty { throw ExitStatus.untrusted }
        let files = Set(folders.flatMap { setup.settings.configurationPaths(for: $0) }).sorted()
        let names = files.map { AbsolutePath($0, in: .root).display(from: directory) }
        StandardError.write(
            names.isEmpty
                ? "lintel: no configuration file; the defaults are in force"
                : "lintel: no errors in \(names.joined(separator: ", ")) and \(setup.library.rules.count) rules")
    }
}
