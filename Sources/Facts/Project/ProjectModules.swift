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
        let slash = UInt8(ascii: "/")
        var lastFolder: Substring?
        for path in paths {
            let start = path.utf8.lastIndex(of: slash).map(path.utf8.index(after:)) ?? path.startIndex
            let name = String(Substring(path.utf8[start...].prefix { $0 != UInt8(ascii: ".") }))
            names.insert(name)
            let folder = path[..<start]
            if folder.isEmpty { topNames.insert(name) }
            // Files come folder by folder.
            if folder == lastFolder { continue }
            lastFolder = folder
            let parts = folder.utf8.split(separator: slash).map { String(Substring($0)) }
            names.formUnion(parts)
            if let first = parts.first { topNames.insert(first) }
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
