import Engine
import Findings
import Glibc
import Syntax

/// The files that a command line means, with what had to be said on the way to them.
struct InputFiles {
    var files: [InputFile] = []
    var diagnostics: [Diagnostic] = []
    var exclusions: [PathExclusion: Int] = [:]
    var refused: [(display: String, exclusion: PathExclusion)] = []
    /// The versions that files are compared with, by the path of the file.
    var bases: [AbsolutePath: InputFile] = [:]
    /// The folders that were walked, whose files are all among `files` but for those that every walk passes over.
    var walked: [AbsolutePath] = []
    /// What standard input held, whether it is checked or not.
    var standardInput: [UInt8]?

    /// The names of files that Lintel reads.
    static let selection = FileSelection(extensions: Languages.all.flatMap(\.fileExtensions))

    /// Standard input under a name.
    static func standardInput(
        _ name: String, in directory: AbsolutePath, settings: RunSettings
    ) throws -> InputFiles {
        var result = InputFiles()
        let path = AbsolutePath(name, in: directory)
        let bytes: [UInt8]
        do throws(FileReadingError) {
            bytes = try FileReading.readToEnd(STDIN_FILENO)
        } catch {
            throw RunFailure("standard input cannot be read: \(error.explanation)")
        }
        result.standardInput = bytes
        if settings.excludes(path) {
            result.refuse(name, .excluded)
        } else if !selection.contains(path.name) {
            result.refuse(name, .unrecognized)
        } else {
            result.files = [
                InputFile(path: path, display: path.display(from: directory), content: .bytes(bytes), isExplicit: true)
            ]
        }
        return result
    }

    private mutating func refuse(_ name: String, _ exclusion: PathExclusion) {
        refused = [(name, exclusion)]
        exclusions[exclusion] = 1
    }

    /// Files and what is in folders.
    static func onDisk(
        _ paths: [String], in directory: AbsolutePath, ignores: Bool, settings: RunSettings
    ) async -> InputFiles {
        // Asking git for the user's ignore file costs as much as reading a hundred files; only a walk needs it.
        let walked = paths.map { AbsolutePath($0, in: directory) }.filter(FileStatus.isDirectory)
        let userFile =
            ignores && !walked.isEmpty ? await GitRepository.userIgnoreFile(for: directory) : nil
        let options = DiscoveryOptions(
            selection: selection, honorsIgnores: ignores, userIgnoreFile: userFile, knownFolders: settings.knownFolders,
            isExcluded: { path, _ in settings.excludes(path) })
        var result = InputFiles(FileDiscovery.files(at: paths, in: directory, options: options))
        result.walked = walked
        return result
    }

    private init(_ discovery: DiscoveryResult) {
        files = discovery.files.map(InputFile.init)
        diagnostics = discovery.problems.map(\.diagnostic)
        exclusions = discovery.exclusions
        refused = discovery.refused
    }

    init() {}

    /// What git says has changed, with the contents of the index where those are meant, and of the base.
    static func changed(
        _ changes: GitChanges, at paths: [String], in directory: AbsolutePath, repository: GitRepository, limit: Int,
        ignores: Bool, settings: RunSettings
    ) async throws -> InputFiles {
        let options = DiscoveryOptions(
            selection: selection, honorsIgnores: ignores, isExcluded: { path, _ in settings.excludes(path) })
        var result = InputFiles(
            FileDiscovery.files(among: changes.files.map(\.path), at: paths, in: directory, options: options))
        let byPath = Dictionary(changes.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let meant = result.files.compactMap { byPath[$0.path] }
        result.files = try await contents(of: meant.map { ($0.path, $0.object) }, repository, directory, limit)
        let bases = try await contents(of: meant.map { ($0.path, $0.base?.object) }, repository, directory, limit)
        for (change, base) in zip(meant, bases) where change.base != nil { result.bases[change.path] = base }
        result.diagnostics += changes.unmerged.filter { selection.contains($0.name) }.map { path in
            Diagnostic(
                severity: .error, path: path.display(from: directory), message: "has conflicts that are not resolved")
        }
        return result
    }

    /// Files with the content of git's objects; without an object, with the disk's.
    static func contents(
        of files: [(path: AbsolutePath, object: GitObject?)], _ repository: GitRepository, _ directory: AbsolutePath,
        _ limit: Int
    ) async throws -> [InputFile] {
        var contents = try await repository.contents(of: files.compactMap(\.object), limit: limit)[...]
        return files.map { file in
            var content = InputFile.Content.disk
            if file.object != nil, let next = contents.popFirst() {
                switch next {
                case .success(let bytes): content = .bytes(bytes)
                case .failure(let error): content = .failure(error)
                }
            }
            return InputFile(path: file.path, display: file.path.display(from: directory), content: content)
        }
    }
}
