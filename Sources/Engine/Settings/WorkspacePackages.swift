/// What a package gets from the other packages of its repository: where `@acme/api` depends on `@acme/db`, and that on a
/// database's client, the files of `@acme/api` speak of the database, too.
enum WorkspacePackages {
    /// The packages that the local dependencies of a folder's `package.json` name, and theirs.
    /// - Parameter top: the folder above which nothing belongs to the project.
    static func packages(namedIn folder: AbsolutePath, below top: AbsolutePath) -> Set<String> {
        var found: Set<String> = []
        var seen: Set<AbsolutePath> = [folder]
        var pending = [folder]
        while let next = pending.popLast(), seen.count <= mostPackages {
            for dependency in PackageJSON.localDependencies(manifest(of: next)) {
                guard let place = place(of: dependency, namedIn: next, below: top), seen.insert(place).inserted else {
                    continue
                }
                found.formUnion(PackageJSON.packages(manifest(of: place)))
                pending.append(place)
            }
        }
        return found
    }

    /// More than a package depends on in one repository.
    private static let mostPackages = 64

    /// Beside the package itself, or where repositories keep what several of their applications share: the folder is called as
    /// the package is, and its manifest says so.
    private static func place(of name: String, namedIn folder: AbsolutePath, below top: AbsolutePath) -> AbsolutePath? {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard !last.hasPrefix(".") else { return nil }
        let shelves = [folder.parent, AbsolutePath("packages", in: top), AbsolutePath("libs", in: top)]
        return shelves.compactMap { $0 }.lazy.map { AbsolutePath(last, in: $0) }.first { place in
            PackageJSON.name(manifest(of: place)) == name
        }
    }

    /// Empty where there is none.
    private static func manifest(of folder: AbsolutePath) -> [UInt8] {
        (try? FileReading.read(AbsolutePath("package.json", in: folder), limit: ProjectManifests.sizeLimit)) ?? []
    }
}
