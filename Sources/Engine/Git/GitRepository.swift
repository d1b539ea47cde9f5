/// A repository with a working tree, asked through git itself.
public struct GitRepository: Sendable {
    /// The top of the working tree.
    public let root: AbsolutePath
    let command: GitCommand

    /// The repository that holds `directory`. git runs there from then on, since the variables that hooks set are
    /// relative to it.
    public init(containing directory: AbsolutePath) async throws(GitError) {
        command = GitCommand(workingDirectory: directory)
        let output = try await command.run(["rev-parse", "--show-toplevel"])
        guard output.status == 0 else {
            let isElsewhere =
                output.message.hasPrefix("not a git repository")
                || output.message.hasSuffix("must be run in a work tree")
            throw isElsewhere
                ? .notARepository(directory: directory.string) : .failed(command: "rev-parse", message: output.message)
        }
        root = AbsolutePath(bytes: output.line)
    }

    /// What the commit being prepared changes: the index against `HEAD`, or against nothing before the first commit.
    public func stagedChanges() async throws(GitError) -> GitChanges {
        try await diff(["--cached"], isIndex: true)
    }

    /// What has changed since the common ancestor of `revision` and `HEAD`, committed or not.
    /// - Parameter isStaged: whether the index is the newer state; else it is the working tree, with its untracked files.
    public func changes(since revision: String, isStaged: Bool = false) async throws(GitError) -> GitChanges {
        let base = try await mergeBase(with: revision)
        if isStaged { return try await diff(["--cached", base], isIndex: true) }
        var changes = try await diff([base], isIndex: false)
        let untracked = try await command.output(
            ["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/"])
        for path in untracked.bytes.split(separator: 0) {
            changes.files.append(GitChange(path: AbsolutePath(bytes: Array(path), in: root), object: nil, base: nil))
        }
        changes.files.sort { $0.path < $1.path }
        return changes
    }

    /// Every regular file of the index with its content's name; files with conflicts are left out.
    public func indexedFiles() async throws(GitError) -> [GitChange] {
        let output = try await command.output(["ls-files", "-z", "--stage", "--full-name", "--", ":/"])
        var files: [GitChange] = []
        for entry in output.bytes.split(separator: 0) {
            // 100644 <name> <stage>TAB<path>
            guard let tab = entry.firstIndex(of: 0x09) else { continue }
            let parts = entry[..<tab].split(separator: 0x20)
            guard parts.count == 3, parts[0].starts(with: Array("100".utf8)), parts[2].elementsEqual([0x30]) else {
                continue
            }
            let object = GitObject(name: String(decoding: parts[1], as: UTF8.self))
            files.append(
                GitChange(path: AbsolutePath(bytes: Array(entry[(tab + 1)...]), in: root), object: object, base: nil))
        }
        return files
    }

    /// The file with the user's own ignore patterns: what `core.excludesFile` names, or its default. It may not exist.
    public static func userIgnoreFile(for directory: AbsolutePath) async -> AbsolutePath? {
        let configuration = GitConfiguration(
            systemFile: GitConfiguration.systemFile(of: GitCommand.program), directory: directory,
            environment: GitConfiguration.processEnvironment)
        switch configuration.excludesFile {
        case .path(let path): return path
        case .absent: break
        case .onlyGitKnows:
            let arguments = ["config", "-z", "--type=path", "--get", "core.excludesFile"]
            if let output = try? await GitCommand(workingDirectory: directory).run(arguments), output.status == 0,
                output.bytes.count > 1
            {
                return AbsolutePath(bytes: Array(output.bytes.dropLast()), in: directory)
            }
        }
        return configuration.userFolder.map { AbsolutePath("ignore", in: $0) }
    }

    // MARK: - Differences

    private func mergeBase(with revision: String) async throws(GitError) -> String {
        let commit = try await resolve(revision)
        let head = try await resolve("HEAD")
        let output = try await command.run(["merge-base", commit, head])
        if output.status == 0 { return String(decoding: output.line, as: UTF8.self) }
        guard output.status == 1 else { throw .failed(command: "merge-base", message: output.message) }
        let shallow = try await command.output(["rev-parse", "--is-shallow-repository"])
        throw .noMergeBase(revision: revision, isShallow: shallow.line == Array("true".utf8))
    }

    private func resolve(_ revision: String) async throws(GitError) -> String {
        // What starts with a dash would be an option to git, and is no revision.
        guard !revision.hasPrefix("-"), !revision.utf8.contains(0) else { throw .unknownRevision(revision) }
        let output = try await command.run(["rev-parse", "--verify", "--quiet", revision + "^{commit}"])
        guard output.status == 0 else { throw .unknownRevision(revision) }
        return String(decoding: output.line, as: UTF8.self)
    }

    private func diff(_ states: [String], isIndex: Bool) async throws(GitError) -> GitChanges {
        let options = [
            "diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--no-relative", "--no-color", "--no-ext-diff",
            "--no-textconv", "--ignore-submodules",
        ]
        let output = try await command.output(options + states + ["--"])
        guard let entries = RawDiff.entries(output.bytes) else {
            throw .failed(command: "diff", message: "its output is not in the raw format")
        }
        var changes = GitChanges()
        var unmerged: Set<AbsolutePath> = []
        for entry in entries where entry.status == UInt8(ascii: "U") {
            unmerged.insert(AbsolutePath(bytes: entry.path, in: root))
        }
        for entry in entries where entry.isRegularAfter && entry.status != UInt8(ascii: "U") {
            let path = AbsolutePath(bytes: entry.path, in: root)
            if unmerged.contains(path) { continue }
            let base = GitChange.Base(path: AbsolutePath(bytes: entry.oldPath, in: root), object: entry.before)
            changes.files.append(
                GitChange(path: path, object: isIndex ? entry.after : nil, base: entry.isRegularBefore ? base : nil))
        }
        changes.files.sort { $0.path < $1.path }
        changes.unmerged = unmerged.sorted()
        return changes
    }
}
