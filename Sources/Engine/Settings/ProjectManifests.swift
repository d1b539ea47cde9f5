import Syntax

/// The packages that a project's manifests ask for. Manifests are read, never run.
struct ProjectManifests {
    private struct Key: Hashable {
        let folder: AbsolutePath
        let language: String
    }

    private var known: [Key: Set<String>] = [:]
    /// The folder above which nothing belongs to the project.
    private let top: AbsolutePath
    private let knownFolders: KnownFolders
    private var workspace: WorkspacePackages

    init(top: AbsolutePath, knownFolders: KnownFolders) {
        self.top = top
        workspace = WorkspacePackages(top: top)
        self.knownFolders = knownFolders
    }

    /// The packages named in a language's manifests in a folder and those above it, up to the top of the project.
    mutating func packages(for folder: AbsolutePath, _ language: any Language) -> Set<String> {
        var pending: [Key] = []
        var packages: Set<String> = []
        var current: AbsolutePath? = folder
        while let next = current {
            let key = Key(folder: next, language: language.names[0])
            if let found = known[key] {
                packages = found
                break
            }
            pending.append(key)
            if next == top { break }
            current = next.parent
        }
        for key in pending.reversed() {
            let own = self.packages(in: key.folder, language.manifestNames)
            packages.formUnion(own)
            if !own.isEmpty, language.manifestNames.contains(PackageJSON.fileName) {
                packages.formUnion(workspace.packages(namedIn: key.folder))
            }
            known[key] = packages
        }
        return packages
    }

    private static let readers: [String: @Sendable ([UInt8]) -> [String]] = [
        PackageJSON.fileName: { PackageJSON($0).packages },
        "Package.swift": SwiftManifest.packages,
        "pyproject.toml": PythonManifests.pyproject,
        "Pipfile": PythonManifests.pipfile,
        "setup.cfg": PythonManifests.setupConfiguration,
    ]

    static let sizeLimit = 1 << 20

    private func packages(in folder: AbsolutePath, _ names: [String]) -> Set<String> {
        var packages: Set<String> = []
        for name in names where !knownFolders.lacks(name, in: folder) {
            // A manifest that is not there, or is no file one can read, names nothing.
            guard let read = ProjectManifests.reader(of: name),
                let bytes = try? FileReading.read(AbsolutePath(name, in: folder), limit: ProjectManifests.sizeLimit)
            else { continue }
            packages.formUnion(read(bytes))
        }
        return packages
    }

    /// Python's requirements are divided among several files, or compiled from others, by what they are for.
    private static func reader(of name: String) -> (@Sendable ([UInt8]) -> [String])? {
        readers[name] ?? (name.hasPrefix("requirements") ? PythonManifests.requirements : nil)
    }
}

/// `Package.swift`.
enum SwiftManifest {
    /// The last components of the addresses in `.package(url: "..")`, by which Swift calls packages.
    @Sendable
    static func packages(_ bytes: [UInt8]) -> [String] {
        var packages: [String] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index...].starts(with: "url:".utf8) else {
                index += 1
                continue
            }
            index += 4
            guard let quote = bytes[index...].firstIndex(where: { $0 > 0x20 }), bytes[quote] == UInt8(ascii: "\""),
                let end = bytes[(quote + 1)...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == 0x0A })
            else { continue }
            let address = bytes[(quote + 1)..<end]
            let name = String(decoding: address.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
            packages.append(name.hasSuffix(".git") ? String(name.dropLast(4)) : name)
            index = end
        }
        return packages
    }
}
