import Glibc
import Testing

@testable import Engine

/// What git says of staged and changed files, asked of real repositories.
@Suite struct GitRepositoryTests {
    /// Names as they are in real repositories, and as they are in hostile ones.
    private static let names: [[UInt8]] = [
        Array("plain.ts".utf8), Array("with space.ts".utf8), Array("quote\"s'.ts".utf8), Array("line\nend.ts".utf8),
        Array("tab\t.ts".utf8), [0x61, 0xFF, 0x2E, 0x74, 0x73], Array("-dash.ts".utf8), Array("ünï.ts".utf8),
    ]

    private func repository(_ files: KeyValuePairs<String, String> = [:]) async throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        try await directory.git("init", "-q")
        if !files.isEmpty {
            try directory.write(files)
            try await directory.git("add", "-A")
            try await directory.git("commit", "-qm", "base")
        }
        return directory
    }

    /// One line a change: path, the content in the index, and the content before, with its path where that is another.
    private func describe(_ changes: GitChanges, in repository: GitRepository) async throws -> [String] {
        var lines: [String] = []
        for file in changes.files {
            var line = file.path.display(from: repository.root)
            if let object = file.object { line += try await " [\(text(object, in: repository))]" }
            if let base = file.base {
                let path = base.path == file.path ? "" : base.path.display(from: repository.root) + " "
                line += try await " was \(path)[\(text(base.object, in: repository))]"
            }
            lines.append(line)
        }
        return lines
    }

    private func text(_ object: GitObject, in repository: GitRepository) async throws -> String {
        let bytes = try await repository.contents(of: [object])[0].get()
        return String(decoding: bytes, as: UTF8.self)
    }

    private func check(
        staged expected: [String], in directory: TemporaryDirectory, from subdirectory: String = ".",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let repository = try await GitRepository(containing: AbsolutePath(subdirectory, in: directory.path))
        let lines = try await describe(repository.stagedChanges(), in: repository)
        #expect(lines == expected, sourceLocation: sourceLocation)
    }

    // MARK: Staged

    @Test func stagedContentIsTheIndexes() async throws {
        let directory = try await repository(["a.ts": "1", "b.ts": "1", "c.ts": "1", "d.ts": "1"])
        try directory.write(["a.ts": "2", "b.ts": "2", "new.ts": "n", "untracked.ts": "u"])
        try await directory.git("add", "a.ts", "new.ts")
        try await directory.git("rm", "-q", "c.ts")
        try directory.write(["a.ts": "3"])
        unlink(AbsolutePath("new.ts", in: directory.path).terminated)
        try await check(staged: ["a.ts [2] was [1]", "new.ts [n]"], in: directory)
    }

    @Test func stagedBeforeTheFirstCommit() async throws {
        let directory = try await repository()
        try directory.write(["a.ts": "1"])
        try await check(staged: [], in: directory)
        try await directory.git("add", "a.ts")
        try await check(staged: ["a.ts [1]"], in: directory)
    }

    @Test func stagedFromASubdirectory() async throws {
        let directory = try await repository(["src/a.ts": "1", "b.ts": "1"])
        try directory.write(["src/a.ts": "2", "b.ts": "2"])
        try await directory.git("add", "-A")
        try await check(staged: ["b.ts [2] was [1]", "src/a.ts [2] was [1]"], in: directory, from: "src")
    }

    @Test func stagedRenames() async throws {
        let text = (1...30).map { "line \($0)" }.joined(separator: ";")
        let directory = try await repository(["old.ts": text + "\n1\n2\n3\n4\n"])
        try await directory.git("mv", "old.ts", "new.ts")
        try directory.write(["new.ts": text + "\n1\n2\n3\n4\n5\n"])
        try await directory.git("add", "-A")
        try await check(staged: ["new.ts [\(text)\n1\n2\n3\n4\n5\n] was old.ts [\(text)\n1\n2\n3\n4\n]"], in: directory)
    }

    @Test func stagedNamesOfEveryKind() async throws {
        let directory = try await repository()
        for name in GitRepositoryTests.names { try directory.write(name, name) }
        try await directory.git("add", "-A")
        let repository = try await GitRepository(containing: directory.path)
        let changes = try await repository.stagedChanges()
        let expected = GitRepositoryTests.names.map { AbsolutePath(bytes: $0, in: directory.path) }.sorted()
        #expect(changes.files.map(\.path) == expected)
        let contents = try await repository.contents(of: changes.files.compactMap(\.object))
        #expect(contents == changes.files.map { .success(Array($0.path.name)) })
        #expect(try await repository.indexedFiles().map(\.path).sorted() == expected)
    }

    @Test func stagedLinksAndSubmodulesAreNoFiles() async throws {
        let directory = try await repository(["a.ts": "1"])
        try directory.link("link.ts", to: "a.ts")
        let head = try await directory.git("rev-parse", "HEAD").dropLast()
        try await directory.git("add", "-A")
        try await directory.git(
            "update-index", "--add", "--cacheinfo", "160000,\(String(decoding: head, as: UTF8.self)),module")
        try await check(staged: [], in: directory)
    }

    @Test func stagedInALinkedWorktree() async throws {
        let directory = try await repository(["main/a.ts": "1"])
        try await directory.git("worktree", "add", "-q", "other")
        try directory.write(["other/main/a.ts": "2"])
        try await directory.git("add", "-A", in: "other")
        try await check(staged: ["main/a.ts [2] was [1]"], in: directory, from: "other/main")
        try await check(staged: [], in: directory)
    }

    @Test func stagedDuringAMerge() async throws {
        let directory = try await repository(["both.ts": "0", "theirs.ts": "0"])
        try await directory.git("checkout", "-qb", "side")
        try directory.write(["both.ts": "side", "theirs.ts": "side"])
        try await directory.git("commit", "-qam", "side")
        try await directory.git("checkout", "-q", "main")
        try directory.write(["both.ts": "main"])
        try await directory.git("commit", "-qam", "main")
        try await directory.git("merge", "-q", "side", accepting: [1])
        let repository = try await GitRepository(containing: directory.path)
        let changes = try await repository.stagedChanges()
        #expect(changes.unmerged.map { $0.display(from: directory.path) } == ["both.ts"])
        #expect(try await describe(changes, in: repository) == ["theirs.ts [side] was [0]"])
    }

    // MARK: Since a revision

    private func check(
        since revision: String, _ expected: [String], isStaged: Bool = false, in directory: TemporaryDirectory,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let repository = try await GitRepository(containing: directory.path)
        let changes = try await repository.changes(since: revision, isStaged: isStaged)
        #expect(try await describe(changes, in: repository) == expected, sourceLocation: sourceLocation)
    }

    @Test func changesSinceTheCommonAncestor() async throws {
        let directory = try await repository([".gitignore": "no.ts\n", "a.ts": "0", "b.ts": "0", "c.ts": "0"])
        try await directory.git("checkout", "-qb", "feature")
        try directory.write(["a.ts": "feature"])
        try await directory.git("commit", "-qam", "feature")
        try await directory.git("checkout", "-q", "main")
        try directory.write(["b.ts": "main moved on"])
        try await directory.git("commit", "-qam", "main")
        try await directory.git("checkout", "-q", "feature")
        try directory.write(["c.ts": "staged", "new.ts": "untracked", "no.ts": "ignored"])
        try await directory.git("add", "c.ts")
        try directory.write(["c.ts": "working"])
        try await check(since: "main", ["a.ts was [0]", "c.ts was [0]", "new.ts"], in: directory)
        try await check(
            since: "main", ["a.ts [feature] was [0]", "c.ts [staged] was [0]"], isStaged: true, in: directory)
        try await check(since: "HEAD", ["c.ts was [0]", "new.ts"], in: directory)
    }

    @Test func revisionsThatAreNone() async throws {
        let directory = try await repository(["a.ts": "0"])
        try await directory.git("checkout", "-q", "--orphan", "alone")
        try await directory.git("commit", "-qm", "unrelated")
        let repository = try await GitRepository(containing: directory.path)
        for revision in ["nowhere", "--output=x", "", "HEAD:a.ts", "main..HEAD"] {
            await #expect(throws: GitError.unknownRevision(revision)) { try await repository.changes(since: revision) }
        }
        await #expect(throws: GitError.noMergeBase(revision: "main", isShallow: false)) {
            try await repository.changes(since: "main")
        }
    }

    @Test func outsideOfARepository() async throws {
        let directory = try TemporaryDirectory()
        await #expect(throws: GitError.notARepository(directory: directory.path.string)) {
            try await GitRepository(containing: directory.path)
        }
        try await directory.git("init", "-q", "--bare")
        await #expect(throws: GitError.notARepository(directory: directory.path.string)) {
            try await GitRepository(containing: directory.path)
        }
    }

    @Test func contentsOfManyObjects() async throws {
        let directory = try await repository()
        let texts = ["", "a", "line\n", "\n\n", String(repeating: "x", count: 200_000)]
        for (index, text) in texts.enumerated() { try directory.write(Array("\(index)".utf8), Array(text.utf8)) }
        try await directory.git("add", "-A")
        let repository = try await GitRepository(containing: directory.path)
        var objects = try await repository.indexedFiles().compactMap(\.object)
        objects.insert(GitObject(name: String(repeating: "1", count: 40)), at: 2)
        let all = try await repository.contents(of: objects)
        var expected: [Result<[UInt8], FileReadingError>] = texts.map { .success(Array($0.utf8)) }
        expected.insert(.failure(.missing), at: 2)
        #expect(all == expected)
        expected[5] = .failure(.oversized(limit: 100))
        #expect(try await repository.contents(of: objects, limit: 100) == expected)
    }
}
