import ArgumentParser
import Engine
import Findings

/// `lintel routes`: the route inventory.
struct RoutesCommand: WaitingCommand {
    static let configuration = CommandConfiguration(commandName: "routes", abstract: "List the routes of the project.")

    @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"))
    var paths: [String] = ["."]

    @OptionGroup var ruleOptions: RuleOptions
    @OptionGroup var fileOptions: FileOptions

    @Option(help: ArgumentHelp("table, json or markdown.", valueName: "format"))
    var format: RouteFormat = .table

    func validate() throws {
        if fileOptions.stdinFilename != nil { throw ValidationError("routes are read from files") }
    }

    func run() async throws {
        let directory = AbsolutePath.workingDirectory()
        let (setup, inputs) = try await RunSetup.read(ruleOptions, directory: directory, start: directory) { settings in
            await InputFiles.onDisk(paths, in: directory, ignores: !fileOptions.noIgnore, settings: settings)
        }
        let check = try ProjectCheck(setup, fileOptions)
        let (routes, result) = check.routes(of: inputs.files)
        let diagnostics = Set(setup.diagnostics + inputs.diagnostics + result.diagnostics).sorted()
        for diagnostic in diagnostics { StandardError.write(diagnostic.placedMessage) }
        if inputs.files.isEmpty, diagnostics.isEmpty { StandardError.write("lintel: no files to look for routes in") }
        StandardOutput.write(Array(format.text(of: routes).utf8))
        let status: ExitStatus = diagnostics.contains { $0.severity == .error } ? .untrusted : .clean
        withExtendedLifetime((check, setup, inputs, routes, result)) { status.leave() }
    }
}

enum RouteFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, markdown

    func text(of routes: [RouteEntry]) -> String {
        switch self {
        case .table: RouteTable.plain(routes)
        case .markdown: RouteTable.markdown(routes)
        case .json: RouteJSON.text(routes)
        }
    }
}
