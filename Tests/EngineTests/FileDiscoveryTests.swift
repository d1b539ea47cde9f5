import Glibc
import Testing

@testable import Engine

/// Which files the paths of a command line stand for.
@Suite struct FileDiscoveryTests {
    private static let selection = FileSelection(extensions: ["ts", "js", "py", "swift", "sql"], names: [".env"])

    private func discover(
        _ paths: [String], in directory: TemporaryDirectory, from subdirectory: String = ".",
        honorsIgnores: Bool = true,
        isExcluded: @escaping @Sendable (AbsolutePath, Bool) -> Bool = { _, _ in false }
    ) -> DiscoveryResult {
        let options = DiscoveryOptions(
            selection: FileDiscoveryTests.selection, honorsIgnores: honorsIgnores, isExcluded: isExcluded)
        return FileDiscovery.files(
            at: paths, in: AbsolutePath(subdirectory, in: directory.path), options: options)
    }

    private func check(
        _ files: KeyValuePairs<String, String>, _ paths: [String] = ["."], from subdirectory: String = ".",
        finds expected: [String], exclusions: [PathExclusion: Int] = [:], honorsIgnores: Bool = true,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let directory = try TemporaryDirectory()
        try directory.write(files)
        let result = discover(paths, in: directory, from: subdirectory, honorsIgnores: honorsIgnores)
        let prefix = directory.path.string + "/"
        let found = result.files.map {
            $0.display.hasPrefix(prefix) ? "^" + $0.display.dropFirst(prefix.count) : $0.display
        }
        #expect(found == expected, sourceLocation: sourceLocation)
        #expect(result.exclusions == exclusions, sourceLocation: sourceLocation)
        #expect(result.problems.isEmpty, sourceLocation: sourceLocation)
    }

    @Test func takesFilesOfKnownKindsInTheOrderOfTheirPaths() throws {
        try check(
            ["b.ts": "", "a/z.py": "", "a.swift": "", "notes.md": "", ".env": "", "a/Makefile": ""],
            finds: [".env", "a.swift", "a/z.py", "b.ts"])
        try check(
            ["a/b/c.ts": "", "a/b.ts": "", "a/b-c.ts": "", "a0.ts": "", "a-b.ts": "", "a-b/c.ts": "", "a.ts": ""],
            ["a", "a-b", ".", "a0.ts"],
            finds: ["a-b.ts", "a-b/c.ts", "a.ts", "a/b-c.ts", "a/b.ts", "a/b/c.ts", "a0.ts"])
    }

    @Test func namesFilesFromTheWorkingDirectory() throws {
        try check(["src/a.ts": "", "b.ts": ""], ["../b.ts", "."], from: "src", finds: ["^b.ts", "a.ts"])
    }

    @Test func takesAFileOnceHoweverOftenItIsNamed() throws {
        try check(["src/a.ts": ""], ["src", "src/a.ts", "./src//a.ts", "src/../src"], finds: ["src/a.ts"])
    }

    @Test func passesOverOtherPeoplesAndHiddenDirectories() throws {
        try check(
            [
                "node_modules/x/a.js": "", "venv/a.py": "", ".venv/a.py": "", ".build/a.swift": "", "vendor/a.js": "",
                "env/pyvenv.cfg": "", "env/lib/a.py": "",
                "dist/a.js": "",
            ],
            finds: ["dist/a.js", "vendor/a.js"], exclusions: [.vendored: 3, .hidden: 2])
    }

    @Test func takesWhatIsNamedEvenInsideThose() throws {
        try check(
            [".gitignore": "dist\n", "node_modules/x/a.js": "", "dist/b.js": "", ".hooks/c.js": ""],
            ["node_modules/x", "dist/b.js", ".hooks"], finds: [".hooks/c.js", "dist/b.js", "node_modules/x/a.js"])
    }

    @Test func passesOverGeneratedNames() throws {
        try check(
            ["a.min.js": "", "a_pb2.py": "", "a.pb.swift": "", "min.js": ""], ["a.min.js", "."],
            finds: ["min.js"], exclusions: [.generatedName: 4])
    }

    @Test func ignoresNothingWhenAskedTo() throws {
        try check(
            [
                ".gitignore": "*.ts\n", "a.ts": "", "node_modules/a.js": "", ".x/a.py": "", "a.min.js": "",
                ".git/a.py": "",
            ],
            finds: [".x/a.py", "a.min.js", "a.ts", "node_modules/a.js"], honorsIgnores: false)
    }

    @Test func honoursIgnoreFilesAboveTheNamedDirectory() throws {
        try check(
            [".git/HEAD": "", ".gitignore": "/src/gen/\n*.sql\n", "src/gen/a.ts": "", "src/b.sql": "", "src/c.ts": ""],
            ["."], from: "src", finds: ["c.ts"], exclusions: [.ignored: 2])
    }

    @Test func doesNotLookAboveTheRepository() throws {
        try check(
            [".gitignore": "*.ts\n", "repository/.git/HEAD": "", "repository/a.ts": ""], ["repository"],
            finds: ["repository/a.ts"])
    }

    @Test func startsAnewInANestedRepository() throws {
        try check(
            [
                ".git/HEAD": "", ".gitignore": "*.ts\n", "module/.git": "gitdir: ../.git/modules/module\n",
                "module/.gitignore": "b.ts\n", ".git/modules/module/info/exclude": "c.ts\n", "module/a.ts": "",
                "module/b.ts": "", "module/c.ts": "",
            ],
            finds: ["module/a.ts"], exclusions: [.ignored: 2])
    }

    @Test func neverFollowsLinksInsideAWalk() throws {
        let directory = try TemporaryDirectory()
        try directory.write(["src/a.ts": "", "elsewhere/b.ts": ""])
        try directory.link("src/loop", to: "..")
        try directory.link("src/self.ts", to: "self.ts")
        try directory.link("src/b.ts", to: "../elsewhere/b.ts")
        let walked = discover(["src"], in: directory)
        #expect(walked.files.map(\.display) == ["src/a.ts"])
        #expect(walked.exclusions == [.symbolicLink: 2])
        let named = discover(["src/b.ts", "src/loop/elsewhere"], in: directory)
        #expect(named.files.map(\.display) == ["src/b.ts", "src/loop/elsewhere/b.ts"])
        let broken = discover(["src/self.ts"], in: directory)
        #expect(broken.problems.map(\.reason) == [.unreadable(ELOOP)])
    }

    @Test func appliesConfiguredExcludesToNamedPathsToo() throws {
        let directory = try TemporaryDirectory()
        try directory.write(["gen/a.ts": "", "src/b.ts": "", "src/b.gen.ts": ""])
        let excluded = AbsolutePath("gen", in: directory.path)
        let isExcluded: @Sendable (AbsolutePath, Bool) -> Bool = { path, isDirectory in
            isDirectory ? path == excluded : path.string.hasSuffix(".gen.ts")
        }
        let walked = discover(["."], in: directory, isExcluded: isExcluded)
        #expect(walked.files.map(\.display) == ["src/b.ts"])
        #expect(walked.exclusions == [.excluded: 2])
        let named = discover(["gen/a.ts", "gen", "src/b.gen.ts"], in: directory, isExcluded: isExcluded)
        #expect(named.files.isEmpty)
        #expect(named.refused.map(\.display) == ["gen/a.ts", "gen", "src/b.gen.ts"])
        #expect(named.exclusions == [.excluded: 3])
    }

    @Test func selectsFromWhatGitLists() throws {
        let directory = try TemporaryDirectory()
        try directory.write(["docs/": ""])
        let listed = [
            "src/b.ts", "a.ts", "notes.md", "node_modules/x.js", "src/.x/y.ts", "src/a.min.js", "src/x.gen.ts",
        ].map { AbsolutePath($0, in: directory.path) }
        let options = DiscoveryOptions(
            selection: FileDiscoveryTests.selection, isExcluded: { path, _ in path.string.hasSuffix(".gen.ts") })
        let all = FileDiscovery.files(among: listed, at: ["."], in: directory.path, options: options)
        #expect(all.files.map(\.display) == ["a.ts", "src/b.ts"])
        #expect(all.exclusions == [.vendored: 1, .hidden: 1, .generatedName: 1, .excluded: 1])
        let some = FileDiscovery.files(
            among: listed, at: ["src/.x", "src/b.ts", "docs", "gone"], in: directory.path, options: options)
        #expect(some.files.map(\.display) == ["src/.x/y.ts", "src/b.ts"])
        #expect(some.files.map(\.isExplicit) == [false, true])
        #expect(some.problems.map(\.display) == ["gone"])
    }

    @Test func saysWhatItCannotTake() throws {
        let directory = try TemporaryDirectory()
        try directory.write(["notes.md": ""])
        mkfifo(AbsolutePath("pipe.ts", in: directory.path).terminated, 0o600)
        let result = discover(["gone.ts", "notes.md/x", "pipe.ts", "notes.md"], in: directory)
        #expect(result.problems.map(\.display) == ["gone.ts", "notes.md/x", "pipe.ts"])
        #expect(result.problems.map(\.reason) == [.missing, .missing, .special])
        #expect(result.refused.map(\.display) == ["notes.md"])
        #expect(result.refused.map(\.exclusion) == [.unrecognized])
        #expect(result.problems[0].diagnostic.message == "no such file or directory")
        #expect(result.problems[0].diagnostic.severity == .error)
    }

    @Test(.enabled(if: getuid() != 0, "root reads everything"))
    func saysWhichDirectoryIsClosed() throws {
        let directory = try TemporaryDirectory()
        try directory.write(["closed/a.ts": "", "b.ts": ""])
        chmod(AbsolutePath("closed", in: directory.path).terminated, 0)
        let result = discover(["."], in: directory)
        #expect(result.files.map(\.display) == ["b.ts"])
        #expect(result.problems.map(\.display) == ["closed"])
        #expect(result.problems.map(\.reason) == [.unreadable(EACCES)])
    }

    @Test func takesNamesThatAreNotUTF8() throws {
        let directory = try TemporaryDirectory()
        try directory.write([0x61, 0xFF, 0x2E, 0x74, 0x73], Array("x".utf8))
        let result = discover(["."], in: directory)
        #expect(result.files.map(\.display) == ["a\u{FFFD}.ts"])
        let path = try #require(result.files.first?.path)
        #expect(try FileReading.read(path) == Array("x".utf8))
    }
}
