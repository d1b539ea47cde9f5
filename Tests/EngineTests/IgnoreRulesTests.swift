import Testing

@testable import Engine

/// Ignoring as git ignores: each case is asked of git, too.
@Suite struct IgnoreRulesTests {
    /// The files that a walk takes and those that `git ls-files` lists are the same.
    private func check(
        _ files: KeyValuePairs<String, String>, userFile: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let directory = try TemporaryDirectory()
        try await directory.git("init", "-q")
        try directory.write(files)
        var options = DiscoveryOptions(selection: FileSelection(extensions: ["ts"]))
        if let userFile {
            try directory.write([".git/user": userFile])
            let path = AbsolutePath(".git/user", in: directory.path)
            try await directory.git("config", "core.excludesFile", path.string)
            options.userIgnoreFile = path
        }
        let listed = try await directory.git("ls-files", "-z", "-co", "--exclude-standard")
        let expected = listed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.filter {
            $0.hasSuffix(".ts")
        }
        let found = FileDiscovery.files(at: ["."], in: directory.path, options: options)
        #expect(
            found.files.map(\.display) == expected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            sourceLocation: sourceLocation)
        #expect(!expected.isEmpty, "a case in which git takes nothing shows nothing", sourceLocation: sourceLocation)
    }

    @Test func anchoring() async throws {
        try await check([
            ".gitignore": "/a.ts\nb/c.ts\nd.ts\n", "a.ts": "", "x/a.ts": "", "b/c.ts": "", "x/b/c.ts": "", "d.ts": "",
            "x/y/d.ts": "",
        ])
    }

    @Test func directoriesOnly() async throws {
        try await check([
            ".gitignore": "out/\nkeep.ts/\n", "out/a.ts": "", "x/out/b.ts": "", "keep.ts": "", "x/out.ts": "",
        ])
    }

    @Test func negation() async throws {
        try await check([
            ".gitignore": "*.ts\n!keep.ts\n/dir/\n!dir/keep.ts\nlog/*\n!log/keep.ts\n", "a.ts": "", "keep.ts": "",
            "dir/keep.ts": "", "log/a.ts": "", "log/keep.ts": "", "x/keep.ts": "",
        ])
    }

    @Test func nestedFiles() async throws {
        try await check([
            ".gitignore": "gen.ts\n", "a/.gitignore": "!gen.ts\n/b/x.ts\n", "a/gen.ts": "", "gen.ts": "",
            "a/b/gen.ts": "",
            "a/b/x.ts": "", "b/x.ts": "", "a/b/c/.gitignore": "*\n!ok.ts\n", "a/b/c/ok.ts": "", "a/b/c/no.ts": "",
        ])
    }

    @Test func precedenceOfExcludeFiles() async throws {
        try await check(
            [
                ".git/info/exclude": "local.ts\n!user.ts\nboth.ts\n", ".gitignore": "!both.ts\n", "local.ts": "",
                "user.ts": "", "both.ts": "", "other.ts": "", "a/other.ts": "", "a/plain.ts": "",
            ], userFile: "user.ts\nother.ts\n")
    }

    @Test func stars() async throws {
        try await check([
            ".gitignore":
                "**/deep/*.ts\nfoo/**\nx/**/z.ts\na*b.ts\nq**r/s.ts\n**/\(String(repeating: "**/", count: 12))e.ts\n",
            "deep/a.ts": "", "1/2/deep/a.ts": "", "deep/x/a.ts": "", "foo/a.ts": "", "foo/b/c.ts": "", "x/z.ts": "",
            "x/1/z.ts": "", "x/1/2/z.ts": "", "ab.ts": "", "a/b.ts": "", "axxb.ts": "", "q1r/s.ts": "",
            "q/1/r/s.ts": "",
            "1/e.ts": "", "y/z.ts": "",
        ])
    }

    @Test func brackets() async throws {
        try await check([
            ".gitignore":
                "[a-c].ts\n[!x-z]1.ts\n[]]2.ts\n[[:digit:]_]3.ts\n[^a]4.ts\n[[:nope:]]5.ts\n[a-5.ts\n[\\]]6.ts\n[a[:]7.ts\n[--0]8.ts\n",
            "a.ts": "", "d.ts": "", "x1.ts": "", "a1.ts": "", "]2.ts": "", "a2.ts": "", "73.ts": "", "_3.ts": "",
            "x3.ts": "",
            "a4.ts": "", "b4.ts": "", "n5.ts": "", "[a-5.ts": "", "]6.ts": "", "[7.ts": "", ":7.ts": "", "b7.ts": "",
            "-8.ts": "", ".8.ts": "", "18.ts": "",
        ])
    }

    @Test func spellings() async throws {
        try await check([
            ".gitignore":
                "\u{FEFF}# a comment\n\n\\#a.ts\n\\!b.ts\nc.ts   \nd.ts\\ \n  e.ts\nf.ts\t\n/\n!\ng\\*.ts\n\\h.ts\ni.ts\r\nj.ts\\\\ \nk?.ts",
            "#a.ts": "", "a.ts": "", "!b.ts": "", "c.ts": "", "d.ts ": "", "d.ts": "", "e.ts": "", "  e.ts": "",
            "f.ts": "",
            "g*.ts": "", "gx.ts": "", "h.ts": "", "i.ts": "", "j.ts": "", "k1.ts": "", "k.ts": "",
        ])
    }

    @Test func linksAreNoIgnoreFiles() async throws {
        let directory = try TemporaryDirectory()
        try await directory.git("init", "-q")
        try directory.write(["rules": "*.ts\n", "a.ts": ""])
        try directory.link(".gitignore", to: "rules")
        let options = DiscoveryOptions(selection: FileSelection(extensions: ["ts"]))
        let found = FileDiscovery.files(at: ["."], in: directory.path, options: options)
        #expect(found.files.map(\.display) == ["a.ts"])
    }

    /// Thousands of patterns and paths made from few letters, so that they meet; `git check-ignore` says which match.
    @Test(arguments: 1...4)
    func agreesWithGitOnRandomPatterns(seed: UInt64) async throws {
        var random = LinearCongruentialGenerator(seed: seed)
        let directory = try TemporaryDirectory()
        try await directory.git("init", "-q")
        let pieces = ["a", "b", "ab", "*", "?", "**", "/", "/", "[ab]", "[!a]", "\\a", "**/", "/**", ".", "[a-b]*"]
        for _ in 0..<40 {
            let patterns = (0..<6).map { _ in
                (random.next() % 5 == 0 ? "!" : "")
                    + (0...Int(random.next() % 5)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
                    .joined()
            }
            try directory.write([".gitignore": patterns.joined(separator: "\n") + "\n"])
            let paths = (0..<60).map { _ in
                (0...Int(random.next() % 4)).map { _ in ["a", "b", "ab", "ba", "a.b", "aab"][Int(random.next() % 6)] }
                    .joined(separator: "/")
            }
            let output = try await directory.git(
                "check-ignore", "--no-index", "-z", "--stdin",
                input: Array(paths.joined(separator: "\0").utf8) + [0], accepting: [0, 1])
            let ignored = Set(output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
            var rules = IgnoreRules(userFile: nil)
            let scope = rules.scope(ofRoot: directory.path, top: directory.path)
            for path in Set(paths) {
                let isIgnored = isIgnoredOrInside(path, rules, scope, directory.path)
                #expect(isIgnored == ignored.contains(path), "\(path) by \(patterns)")
            }
        }
    }

    /// As a walk comes to it: what is inside an ignored directory is never looked at.
    private func isIgnoredOrInside(
        _ path: String, _ rules: IgnoreRules, _ scope: IgnoreRules.Scope, _ root: AbsolutePath
    ) -> Bool {
        var current = root
        let components = path.split(separator: "/")
        for (index, component) in components.enumerated() {
            current = AbsolutePath(String(component), in: current)
            let isDirectory = index < components.count - 1
            if rules.isIgnored(current, isDirectory: isDirectory, scope: scope) { return true }
        }
        return false
    }

    @Test func hostilePatternsTakeLittleTime() {
        let path = Array(("/" + String(repeating: "a/", count: 1000) + "a").utf8)
        let lines = [
            String(repeating: "**/a/", count: 200) + "b", String(repeating: "*a", count: 200) + "b",
            String(repeating: "**/", count: 10_000) + "b", String(repeating: "a*/**/", count: 100) + "b",
        ]
        let clock = ContinuousClock()
        for line in lines {
            let file = IgnoreFile(Array(line.utf8))
            #expect(!file.patterns.isEmpty)
            let time = clock.measure {
                #expect(
                    file.verdict(
                        path, relative: 1..<path.count, name: (path.count - 1)..<path.count, isDirectory: false)
                        == nil)
            }
            #expect(time < .seconds(2), "\(line.prefix(20))")
        }
    }
}

/// Numbers that are the same in every run (Knuth's MMIX constants).
struct LinearCongruentialGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
