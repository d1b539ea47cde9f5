import Glibc

/// The gitignore files in force for a tree, each with the directory it speaks of, linked from the innermost outwards.
///
/// Within a repository the order is git's: the `.gitignore` of the nearest directory, those above it up to the root of the
/// repository, `.git/info/exclude`, then the user's own file (`core.excludesFile`). A repository inside another starts
/// anew. Outside of any repository `.gitignore` files count all the same: an unpacked archive has them too.
struct IgnoreRules {
    /// What directories call their own file.
    static let fileName = ".gitignore"

    /// The innermost file in force at a directory; -1 where there is none.
    typealias Scope = Int

    private struct Layer {
        let file: IgnoreFile
        /// The length in bytes of the directory's path; 0 for the root.
        let baseLength: Int
        let outer: Scope
    }

    private var layers: [Layer] = []
    private let userFile: IgnoreFile?

    /// - Parameter userFile: what `core.excludesFile` names.
    init(userFile: AbsolutePath?) {
        self.userFile = userFile.flatMap { IgnoreRules.file(at: $0, followsLink: true) }
    }

    /// The scope in force for the entries of `directory`, from the files above and in it.
    /// - Parameter top: where the search upwards ends outside of a repository.
    mutating func scope(ofRoot directory: AbsolutePath, top: AbsolutePath) -> Scope {
        var ancestors: [AbsolutePath] = []
        var current: AbsolutePath? = directory
        var repository: AbsolutePath?
        while let path = current {
            ancestors.append(path)
            if IgnoreRules.isRepository(path) {
                repository = path
                break
            }
            current = path.parent
        }
        if repository == nil {
            let isBelowTop = directory.relativeBytes(to: top) != nil
            ancestors = isBelowTop ? ancestors.filter { $0.relativeBytes(to: top) != nil } : [directory]
        }
        var scope = repository.map { repositoryScope($0) } ?? -1
        for path in ancestors.reversed() { scope = self.scope(of: path, inside: scope) }
        return scope
    }

    /// The scope for the entries of a directory that a walk comes to: the one outside, with the directory's own file.
    mutating func scope(of directory: AbsolutePath, inside outer: Scope) -> Scope {
        push(
            IgnoreRules.file(at: AbsolutePath(IgnoreRules.fileName, in: directory), followsLink: false), directory,
            outer)
    }

    /// The scope at the root of a repository, without its `.gitignore`.
    mutating func repositoryScope(_ root: AbsolutePath) -> Scope {
        let scope = push(userFile, root, -1)
        let exclude = AbsolutePath("info/exclude", in: IgnoreRules.commonDirectory(ofRepository: root))
        return push(IgnoreRules.file(at: exclude, followsLink: true), root, scope)
    }

    /// Whether the path, an entry of the directory that `scope` is of, is ignored.
    func isIgnored(_ path: AbsolutePath, isDirectory: Bool, scope: Scope) -> Bool {
        let bytes = path.bytes
        let name = path.name.startIndex..<bytes.count
        var scope = scope
        while scope >= 0 {
            let layer = layers[scope]
            let relative = (layer.baseLength + 1)..<bytes.count
            if let verdict = layer.file.verdict(bytes, relative: relative, name: name, isDirectory: isDirectory) {
                return verdict
            }
            scope = layer.outer
        }
        return false
    }

    private mutating func push(_ file: IgnoreFile?, _ directory: AbsolutePath, _ outer: Scope) -> Scope {
        guard let file, !file.patterns.isEmpty else { return outer }
        let length = directory == .root ? 0 : directory.bytes.count
        layers.append(Layer(file: file, baseLength: length, outer: outer))
        return layers.count - 1
    }

    /// The file's patterns; nil where there is no file to read. git does not follow a `.gitignore` that is a link.
    private static func file(at path: AbsolutePath, followsLink: Bool) -> IgnoreFile? {
        let limit = 16 * 1024 * 1024
        let bytes = try? FileReading.read(path, limit: limit, flags: followsLink ? 0 : O_NOFOLLOW)
        return bytes.map { IgnoreFile($0) }
    }

    /// Whether a repository starts here: a `.git` directory with a `HEAD`, or the `.git` file of a linked worktree or
    /// submodule.
    static func isRepository(_ directory: AbsolutePath) -> Bool {
        var status = stat()
        let git = AbsolutePath(".git", in: directory)
        guard stat(git.terminated, &status) == 0 else { return false }
        if status.st_mode & S_IFMT == S_IFREG { return true }
        return lstat(AbsolutePath("HEAD", in: git).terminated, &status) == 0
    }

    /// Where the repository keeps what its worktrees share (gitrepository-layout(5)).
    private static func commonDirectory(ofRepository root: AbsolutePath) -> AbsolutePath {
        var directory = AbsolutePath(".git", in: root)
        if let target = line(of: directory), target.starts(with: "gitdir: ".utf8) {
            directory = AbsolutePath(bytes: Array(target.dropFirst(8)), in: root)
        }
        guard let common = line(of: AbsolutePath("commondir", in: directory)) else { return directory }
        return AbsolutePath(bytes: Array(common), in: directory)
    }

    /// The first line of a small file.
    private static func line(of path: AbsolutePath) -> ArraySlice<UInt8>? {
        guard let bytes = try? FileReading.read(path, limit: 64 * 1024) else { return nil }
        return bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    }
}
