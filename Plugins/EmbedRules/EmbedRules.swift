import Foundation
import PackagePlugin

/// Makes the source file that holds the built-in rules and models, so that every way of building the package gives a binary
/// that needs nothing beside itself.
@main
struct EmbedRules: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "rules")
        let output = context.pluginWorkDirectoryURL.appending(path: "BuiltinRules+Files.swift")
        return [
            .buildCommand(
                displayName: "Embedding the built-in rules",
                executable: try context.tool(named: "embed-rules").url,
                arguments: [folder.path(), output.path()],
                inputFiles: try Self.inputs(in: folder),
                outputFiles: [output])
        ]
    }

    /// The folders, which change when a file comes or goes, and all YAML files in them; those among the fixtures are too, so
    /// that the tool alone decides what is a rule.
    private static func inputs(in folder: URL) throws -> [URL] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted()
        let inputs = paths.filter { path in
            var isDirectory: ObjCBool = false
            let file = folder.appending(path: path).path()
            return path.hasSuffix(".yaml")
                || FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory) && isDirectory.boolValue
        }
        return [folder] + inputs.map { folder.appending(path: $0) }
    }
}
