import SourceText

/// The names by which files of a project are imported where modules are dotted names, of a project all of whose files are known.
/// What begins with none of them is a package's: nothing that is done to it can concern another file.
public struct ProjectModules: Sendable {
    /// Of all folders and files, these without their extensions.
    private let names: Set<String>
    /// Of those at the top alone: a run may start in the very package that its files import by name.
    private let topNames: Set<String>

    /// - Parameter paths: of all files, relative to the top of the project, with `/`.
    public init(paths: some Sequence<String>) {
        var names: Set<String> = []
        var topNames: Set<String> = []
        var lastFolder: Substring?
        for path in paths {
            let parts = path.utf8.split(separator: UInt8(ascii: "/"))
            guard let file = parts.last else { continue }
            let folder = path[..<file.startIndex]
            let name = String(Substring(file.prefix { $0 != UInt8(ascii: ".") }))
            names.insert(name)
            if parts.count == 1 { topNames.insert(name) }
            if folder == lastFolder { continue }
            lastFolder = folder
            for part in parts.dropLast() { names.insert(String(Substring(part))) }
            if parts.count > 1 { topNames.insert(String(Substring(parts[0]))) }
        }
        self.names = names
        self.topNames = topNames
    }

    /// Whether a module may be a file of the project, or a name that one has. Paths and names relative to a file always may.
    func mayHold(_ module: String) -> Bool {
        if module.isEmpty || module.utf8.first == UInt8(ascii: ".") || module.utf8.contains(UInt8(ascii: "/")) {
            return true
        }
        let parts = module.utf8.split(separator: UInt8(ascii: "."), maxSplits: 2)
        guard let first = parts.first else { return true }
        return names.contains(String(Substring(first)))
            || parts.count > 1 && topNames.contains(String(Substring(parts[1])))
    }
}
