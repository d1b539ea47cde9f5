/// What a package gets from the other packages of its repository: where `@acme/api` depends on `@acme/db`, and that on a
/// database's client, the files of `@acme/api` speak of the database, too.
struct WorkspacePackages {
    /// The folder above which nothing belongs to the project.
    private let top: AbsolutePath
    /// By folder; each is read once, since many packages depend on the same.
    private var manifests: [AbsolutePath: PackageJSON] = [:]

    init(top: AbsolutePath) {
        self.top = top
    }

    /// The packages that the local dependencies of a folder's `package.json` name, and theirs.
    mutating func packages(namedIn folder: AbsolutePath) -> Set<String> {
        var found: Set<String> = []
        var seen: Set<AbsolutePath> = [folder]
        var pending = [folder]
        while let next = pending.popLast(), seen.count <= Self.mostPackages {
            for dependency in manifest(of: next).localDependencies {
                guard let place = place(of: dependency, namedIn: next), seen.insert(place).inserted else { continue }
                found.formUnion(manifest(of: place).packages)
                pending.append(place)
            }
        }
        return found
    }

    /// More than a package depends on in one repository.
    private static let mostPackages = 64

    /// Beside the package itself, or where repositories keep what several of their applications share: the folder is called as
    /// the package is, and its manifest says so.
    private mutating func place(of name: String, namedIn folder: AbsolutePath) -> AbsolutePath? {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard !last.hasPrefix(".") else { return nil }
        let shelves = [folder.parent, AbsolutePath("packages", in: top), AbsolutePath("libs", in: top)]
        for shelf in shelves.compactMap({ $0 }) {
            let place = AbsolutePath(last, in: shelf)
            if manifest(of: place).name == name { return place }
        }
        return nil
    }

    private mutating func manifest(of folder: AbsolutePath) -> PackageJSON {
        if let known = manifests[folder] { return known }
        let path = AbsolutePath(PackageJSON.fileName, in: folder)
        let manifest = PackageJSON((try? FileReading.read(path, limit: ProjectManifests.sizeLimit)) ?? [])
        manifests[folder] = manifest
        return manifest
    }
}
