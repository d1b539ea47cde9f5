import Findings
import Rules
import Testing

/// What is in force for a path, shown as `config show` would: `key = value @ place`, defaults left out.
@Suite struct ConfigurationTests {
    @Test func everySetting() throws {
        try check(
            [
                ".lintrc.yaml": """
                root: true
                extends: [strict]
                rules-from: [tools/rules]
                exclude: ["**/*.gen.ts"]
                rules:
                  sql/select-star: off
                  size/handler: { level: error, max-lines: 150, methods: [GET, POST], count: all, ratio: 1, strict: true }
                overrides:
                  - files: ["scripts/**"]
                    rules: { logging/console: off }
                contracts:
                  error-envelope: {required: {error: {code: string}}, optional: {d: any}, extra-keys: forbid}
                  success-envelope: success
                  cache-key: "{a}:{b}"
                auth:
                  middleware: requireAuth
                  header: X-Auth
                  public: ["GET /status", "/hooks/*"]
                frameworks: [alpha]
                suppressions: { require-reason: true }
                """
            ], path: "a.ts",
            """
            extends = strict @ .lintrc.yaml:2
            rules-from = tools/rules @ .lintrc.yaml:3
            exclude = "**/*.gen.ts" @ .lintrc.yaml:4
            rules.size/handler.level = error @ .lintrc.yaml:7
            rules.size/handler.count = all @ .lintrc.yaml:7
            rules.size/handler.max-lines = 150 @ .lintrc.yaml:7
            rules.size/handler.methods = [GET, POST] @ .lintrc.yaml:7
            rules.size/handler.ratio = 1 @ .lintrc.yaml:7
            rules.size/handler.strict = true @ .lintrc.yaml:7
            rules.sql/select-star = off @ .lintrc.yaml:6
            contracts.error-envelope = {required: {error: {code: string}}, optional: {d: any}, extra-keys: forbid} @ .lintrc.yaml:12
            contracts.success-envelope = success @ .lintrc.yaml:13
            contracts.cache-key = "{a}:{b}" @ .lintrc.yaml:14
            auth.middleware = requireAuth @ .lintrc.yaml:16
            auth.header = X-Auth @ .lintrc.yaml:17
            auth.public = "GET /status" @ .lintrc.yaml:18
            auth.public = "/hooks/*" @ .lintrc.yaml:18
            frameworks = alpha @ .lintrc.yaml:19
            suppressions.require-reason = true @ .lintrc.yaml:20
            """)
    }

    @Test func defaults() throws {
        for files in [[:], [".lintrc.yaml": ""], [".lintrc.yaml": "# nothing\n"], [".lintrc.yaml": "{}"]] {
            try check(files, path: "a/b.ts", "")
        }
        let entries = Configuration().entries.map { "\($0.key) = \($0.value)" }
        #expect(
            entries == [
                "extends = recommended", "contracts.error-envelope = flat", "contracts.success-envelope = none",
                "contracts.cache-key = \"{service}:{resource}:{identifier}:{version}\"", "auth.header = Authorization",
                "suppressions.require-reason = false",
            ])
    }

    @Test func theNearestFileWinsAndListsGrow() throws {
        let files = [
            "/w/.lintrc.yaml":
                "root: true\nrules: {sql/select-star: note, size/handler: {level: note, max-lines: 9}}\nauth: {middleware: [a], header: H}",
            "/w/x/.lintrc.yaml":
                "rules: {size/handler: {max-lines: 5}, sql/select-star: error}\nauth: {middleware: [b]}",
            "/.lintrc.yaml": "rules: {logging/console: error}",
        ]
        try check(
            files, path: "/w/x/y/a.ts",
            """
            rules.size/handler.level = note @ /w/.lintrc.yaml:2
            rules.size/handler.max-lines = 5 @ /w/x/.lintrc.yaml:1
            rules.sql/select-star = error @ /w/x/.lintrc.yaml:1
            auth.middleware = a @ /w/.lintrc.yaml:3
            auth.middleware = b @ /w/x/.lintrc.yaml:2
            auth.header = H @ /w/.lintrc.yaml:3
            """)
        try check(files, path: "/a.ts", "rules.logging/console = error @ /.lintrc.yaml:1")
    }

    @Test func overridesAreRelativeToTheirFileAndTheLastWins() throws {
        let files = [
            ".lintrc.yaml": """
            rules: {sql/select-star: note}
            overrides:
              - {files: scripts/**, rules: {sql/select-star: warning}}
              - {files: ["*.sql"], rules: {sql/select-star: error}}
            """,
            "sub/.lintrc.yaml": "overrides: [{files: [scripts/**], rules: {sql/select-star: off}}]",
        ]
        try check(files, path: "a.ts", "rules.sql/select-star = note @ .lintrc.yaml:1")
        try check(files, path: "scripts/a.ts", "rules.sql/select-star = warning @ .lintrc.yaml:3")
        try check(files, path: "scripts/a.sql", "rules.sql/select-star = error @ .lintrc.yaml:4")
        try check(files, path: "sub/scripts/a.sql", "rules.sql/select-star = off @ sub/.lintrc.yaml:1")
        try check(files, path: "sub/a.ts", "rules.sql/select-star = note @ .lintrc.yaml:1")
    }

    @Test func extendedFilesComeFirstWithTheirOwnRulesFrom() throws {
        let files = [
            "/w/.lintrc.yaml":
                "root: true\nextends: [all, ../shared/base.yaml]\nrules: {logging/console: off}\nrules-from: mine",
            "/shared/base.yaml":
                "extends: strict\nrules: {logging/console: error, sql/select-star: error}\nrules-from: [theirs]\noverrides: [{files: [tests/**], rules: {sql/select-star: off}}]",
        ]
        try check(
            files, path: "/w/a.ts",
            """
            extends = all @ /w/.lintrc.yaml:2
            rules-from = /shared/theirs @ /shared/base.yaml:3
            rules-from = /w/mine @ /w/.lintrc.yaml:4
            rules.logging/console = off @ /w/.lintrc.yaml:3
            rules.sql/select-star = error @ /shared/base.yaml:2
            """)
        // The globs of an extended file are relative to the folder that is configured.
        try check(
            files, path: "/w/tests/a.ts",
            """
            extends = all @ /w/.lintrc.yaml:2
            rules-from = /shared/theirs @ /shared/base.yaml:3
            rules-from = /w/mine @ /w/.lintrc.yaml:4
            rules.logging/console = off @ /w/.lintrc.yaml:3
            rules.sql/select-star = off @ /shared/base.yaml:4
            """)
    }

    @Test func excludes() throws {
        var loader = ConfigurationFixture(files: [
            ".lintrc.yaml": "exclude: ['**/*.gen.ts', /build]", "sub/.lintrc.yaml": "exclude: [old]",
        ]).loader
        let configuration = try loader.cascade(forFolder: "sub").configuration()
        for path in ["a.gen.ts", "sub/x/a.gen.ts", "build/a.ts", "sub/old/a.ts", "sub/x/old"] {
            #expect(configuration.excludes(path), "\(path)")
        }
        for path in ["a.ts", "sub/build/a.ts", "old/a.ts"] { #expect(!configuration.excludes(path), "\(path)") }
    }

    @Test func oneNamedFile() throws {
        var loader = ConfigurationFixture(files: [
            "ci/lint.yaml": "rules: {sql/select-star: note}", "ci/.lintrc.yaml": "rules: {logging/console: off}",
        ]).loader
        let rules = try loader.cascade(ofFile: "ci/lint.yaml").configuration(for: "ci/a.ts").rules
        #expect(rules.keys.sorted() == ["sql/select-star"])
        #expect(rules["sql/select-star"]?.level?.value == .some(.note))
    }

    @Test(arguments: [
        ("GET /status", "get", "/status", true), ("GET /status", "POST", "/status", false),
        ("/hooks/*", "POST", "/hooks/:name", true), ("/hooks/*", "POST", "/hooks/a/b", false),
        ("* /files/**", "PUT", "/files/a/b", true), ("post /a", "POST", "/a/", true), ("/", "GET", "/", true),
    ])
    func publicRoutes(pattern: String, method: String, path: String, expected: Bool) throws {
        #expect(try #require(RoutePattern(pattern)).matches(method: method, path: path) == expected)
    }

    private func check(
        _ files: [String: String], path: String, _ expected: String, at location: SourceLocation = #_sourceLocation
    ) throws {
        var loader = ConfigurationFixture(files: files).loader
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
        let entries = try loader.cascade(forFolder: folder).configuration(for: path).entries
        let shown = entries.compactMap { entry in entry.origin.map { "\(entry.key) = \(entry.value) @ \($0)" } }
        #expect(shown.joined(separator: "\n") == expected, sourceLocation: location)
    }
}
