import Rules
import Testing

/// Every mistake in a configuration file with its message.
@Suite struct ConfigurationErrorTests {
    @Test(arguments: [
        ("ruls: {}", "1:1: unknown key 'ruls', did you mean 'rules'?"),
        (
            "xyzzy: 1",
            "1:1: unknown key 'xyzzy'; accepted: root, extends, rules-from, exclude, rules, overrides, contracts, auth, frameworks, suppressions"
        ),
        ("- a", "1:1: a configuration must be a mapping, found a list"),
        ("root: yes", "1:7: 'root' must be true or false, found a string"),
        ("extends: {a: b}", "1:10: 'extends' must be a string or a list of strings, found a mapping"),
        ("extends: [1]", "1:11: each of 'extends' must be a string, found a number"),
        ("extends: [recomended]", "1:11: unknown profile 'recomended', did you mean 'recommended'?"),
        ("extends: zzz", "1:10: unknown profile 'zzz'; accepted: recommended, strict, all"),
        ("extends: a/b.yaml", "1:10: 'extends' names 'a/b.yaml', but there is no file /p/a/b.yaml"),
        ("extends: .lintrc.yaml", "1:10: 'extends' goes in a circle: /p/.lintrc.yaml > /p/.lintrc.yaml"),
        ("exclude: ['']", "1:11: each of 'exclude' must not be empty"),
        ("rules: [a]", "1:8: 'rules' must be a mapping, found a list"),
        ("rules:", "1:7: 'rules' must be a mapping, found nothing"),
        ("rules: {sql/selct-star: off}", "1:9: unknown rule 'sql/selct-star', did you mean 'sql/select-star'?"),
        ("rules: {sql/select-star: eror}", "1:26: unknown value of 'sql/select-star': 'eror', did you mean 'error'?"),
        (
            "rules: {sql/select-star: false}",
            "1:26: 'sql/select-star' must be 'off', 'note', 'warning', 'error' or a mapping, found a boolean"
        ),
        (
            "rules: {size/handler: {level: 3}}",
            "1:31: 'level' must be one of 'off', 'note', 'warning', 'error', found a number"
        ),
        (
            "rules: {size/handler: {max-line: 3}}",
            "1:24: unknown option of size/handler 'max-line', did you mean 'max-lines'?"
        ),
        ("rules: {sql/select-star: {max: 3}}", "1:27: unknown option of sql/select-star 'max'; accepted: level"),
        ("rules: {size/handler: {max-lines: many}}", "1:35: 'max-lines' must be an integer, found a string"),
        ("rules: {size/handler: {max-lines: 1.5}}", "1:35: 'max-lines' must be an integer, found a number"),
        ("rules: {size/handler: {count: al}}", "1:31: unknown value of 'count': 'al', did you mean 'all'?"),
        (
            "rules: {size/handler: {methods: [GET, PUT]}}",
            "1:39: unknown value of 'methods': 'PUT'; accepted: GET, POST"
        ),
        ("rules: {size/handler: {ratio: x}}", "1:31: 'ratio' must be a number, found a string"),
        ("rules: {size/handler: {strict: 1}}", "1:32: 'strict' must be true or false, found a number"),
        ("rules: {size/handler: {methods: GET}}", "1:33: 'methods' must be a list, found a string"),
        ("overrides: {}", "1:12: 'overrides' must be a list, found a mapping"),
        ("overrides: [{files: a}]", "1:13: each of 'overrides' must have the key 'rules'"),
        ("overrides: [{rules: {}}]", "1:13: each of 'overrides' must have the key 'files'"),
        ("overrides: [a]", "1:13: each of 'overrides' must be a mapping, found a string"),
        ("overrides: [{file: a, files: b, rules: {}}]", "1:14: unknown key 'file', did you mean 'files'?"),
        (
            "contracts: {error-envelope: flatt}",
            "1:29: unknown value of 'error-envelope': 'flatt', did you mean 'flat'?"
        ),
        (
            "contracts: {error-envelope: [a]}",
            "1:29: 'error-envelope' must be 'flat', 'nested', 'success', 'problem', 'infer' or a mapping, found a list"
        ),
        (
            "contracts: {success-envelope: {optional: {a: string}}}",
            "1:31: 'success-envelope' must have the key 'required'"
        ),
        (
            "contracts: {error-envelope: {required: {error: text}}}",
            "1:48: unknown value of 'error': 'text'; accepted: string, number, boolean, object, array, any"
        ),
        (
            "contracts: {error-envelope: {required: {error: {code: 1}}}}",
            "1:55: 'code' must be 'string', 'number', 'boolean', 'object', 'array', 'any' or a mapping, found a number"
        ),
        (
            "contracts: {error-envelope: {required: {}, extra-keys: no}}",
            "1:56: unknown value of 'extra-keys': 'no'; accepted: allow, forbid"
        ),
        ("contracts: {cache-key: 5}", "1:24: 'cache-key' must be a string, found a number"),
        ("auth: {header: ''}", "1:16: 'header' must not be empty"),
        ("auth: {midleware: [a]}", "1:8: unknown key 'midleware', did you mean 'middleware'?"),
        (
            "auth: {public: [GET status]}",
            "1:17: each of 'public' must be 'METHOD /path' or '/path', found 'GET status'"
        ),
        ("auth: {public: ['GET / x']}", "1:17: each of 'public' must be 'METHOD /path' or '/path', found 'GET / x'"),
        ("frameworks: [alpa]", "1:14: unknown framework 'alpa', did you mean 'alpha'?"),
        ("suppressions: {require-reason: 1}", "1:32: 'require-reason' must be true or false, found a number"),
        ("rules: {}\nrules: {}", "2:1: duplicate key 'rules', first given on line 1"),
        ("a: [", "1:5: did not find expected node content while parsing a flow node that starts on line 1"),
    ])
    func message(source: String, expected: String) {
        check(ConfigurationFixture(files: ["/p/.lintrc.yaml": source]), ["/p/.lintrc.yaml:\(expected)"])
    }

    @Test func allErrorsOfAFile() {
        check(
            ConfigurationFixture(files: ["/p/.lintrc.yaml": "root: 1\nrulez: 2\nauth:\n  header: 3\n  public: x\n"]),
            [
                "/p/.lintrc.yaml:1:7: 'root' must be true or false, found a number",
                "/p/.lintrc.yaml:2:1: unknown key 'rulez', did you mean 'rules'?",
                "/p/.lintrc.yaml:4:11: 'header' must be a string, found a number",
                "/p/.lintrc.yaml:5:11: each of 'public' must be 'METHOD /path' or '/path', found 'x'",
            ])
    }

    @Test func errorsElsewhere() {
        let circle = [
            "/p/.lintrc.yaml": "extends: a.yaml", "/p/a.yaml": "extends: [./b/b.yaml]",
            "/p/b/b.yaml": "extends: ../a.yaml",
        ]
        check(
            ConfigurationFixture(files: circle),
            ["/p/b/b.yaml:1:10: 'extends' goes in a circle: /p/a.yaml > /p/b/b.yaml > /p/a.yaml"])
        check(
            ConfigurationFixture(files: ["/.lintrc.yaml": "root: 1", "/p/.lintrc.yaml": ""]),
            ["/.lintrc.yaml:1:7: 'root' must be true or false, found a number"])
        check(
            ConfigurationFixture(files: [:], unreadable: ["/p/.lintrc.yaml"]),
            ["/p/.lintrc.yaml:1:1: cannot be read: permission denied"])
    }

    @Test func extendsThatMultiply() {
        var files = ["/p/.lintrc.yaml": "extends: [a0.yaml, a0.yaml]"]
        for level in 0..<30 { files["/p/a\(level).yaml"] = "extends: [a\(level + 1).yaml, ./a\(level + 1).yaml]" }
        files["/p/a30.yaml"] = "{}"
        check(ConfigurationFixture(files: files), ["/p/a29.yaml:1:11: 'extends' reaches more than 256 files"])
    }

    @Test func aFileThatIsNamedMustBeThere() {
        var loader = ConfigurationFixture(files: [:]).loader
        let failure = #expect(throws: ConfigurationErrors.self) { try loader.cascade(ofFile: "x.yaml") }
        #expect(failure?.errors.map(\.description) == ["x.yaml:1:1: no such configuration file"])
    }

    private func check(
        _ fixture: ConfigurationFixture, _ expected: [String], at location: SourceLocation = #_sourceLocation
    ) {
        var loader = fixture.loader
        let failure = #expect(throws: ConfigurationErrors.self, sourceLocation: location) {
            try loader.cascade(forFolder: "/p")
        }
        #expect(failure?.errors.map(\.description) == expected, sourceLocation: location)
    }
}
