import FoundationEssentials
import TestSupport
import Testing

/// A rule file that cannot be meant as it is written ends the run, with the file, the place and what would be right; whether or not
/// any file asks for the rule.
@Suite struct BrokenRuleTests {
    @Test(arguments: [
        // An unknown key, with the nearest.
        ("patern: go()", "6:5: error: unknown key 'patern', did you mean 'pattern'?"),
        // A pattern that does not parse, with the place inside it.
        (
            "pattern: |\n      go()\n      stay(]",
            "8:12: error: not a typescript pattern: the pattern does not parse here"
        ),
        // A regular expression inside a pattern that is none.
        (
            "pattern: go(\"=~/a(/\")",
            "6:23: error: not a typescript pattern: not a regular expression: missing closing parenthesis"
        ),
        // A metavariable that is used and never bound.
        (
            "patterns:\n      - pattern: go($X)\n      - metavariable-regex: {metavariable: $Y, regex: a}",
            "8:44: error: no pattern of the rule binds the metavariable '$Y'"
        ),
        // Nothing to find.
        ("patterns:\n      - pattern-not: go()", "7:7: error: no positive pattern here"),
        // A wrong type.
        ("pattern-either: go()", "6:21: error: 'pattern-either' must be a list"),
        // A regular expression that is none.
        ("pattern-regex: 'go('", "6:24: error: not a regular expression: missing closing parenthesis"),
        // A comparison that is none.
        (
            "patterns:\n      - pattern: go($X)\n      - metavariable-comparison: {comparison: '$X > '}",
            "error: not a comparison: an operand is missing"
        ),
        (
            "patterns:\n      - pattern: go($X)\n      - metavariable-comparison: {comparison: '$X > $Z'}",
            "8:47: error: no pattern of the rule binds the metavariable '$Z'"
        ),
        // A set of paths that nobody named.
        (
            "pattern: go()\n    paths: { exclude: [{ set: test }] }",
            "7:31: error: unknown set of paths 'test', did you mean 'tests'?"
        ),
        // What Semgrep knows and Lintel does not.
        (
            "pattern: go()\n    options: {go_deeper_expr: false}",
            "7:31: error: Lintel knows 'go_deeper_expr' only as true"
        ),
        (
            "match: { pattern-either: [] }",
            "6:14: error: 'pattern-either' belongs to the older syntax; in 'match' write 'any'"
        ),
        ("pattern: go()\n    options: {taint_unify_mvar: true}", "did you mean 'taint_unify_mvars'?"),
        // A name that only the fix knows.
        (
            "pattern: go($X)\n    fix: stay($Y)",
            "7:10: error: no pattern of the rule binds the metavariable '$Y' of 'fix'"
        ),
        // Operators of the other mode, which nobody would look at.
        (
            "pattern: go()\n    pattern-sinks: [{pattern: stay()}]",
            "7:5: error: 'pattern-sinks' belongs to rules of 'mode: taint'"
        ),
        (
            "mode: taint\n    pattern: go()\n    pattern-sources: [{pattern: a()}]\n    pattern-sinks: [{pattern: b()}]",
            "7:5: error: 'pattern' is no key of a rule of 'mode: taint'; accepted: pattern-sources, pattern-sinks, "
        ),
        ("mode: join\n    join: {}", "6:11: error: 'mode' must be 'search', 'taint' or 'suppressions', found 'join'"),
        // Metavariables of taint mode that nothing binds.
        (
            """
            mode: taint
                pattern-sources: [{pattern: a()}]
                pattern-sinks: [{pattern: b()}]
                pattern-propagators: [{pattern: $X.add($Y), from: $Y, to: $Z}]
            """,
            "9:63: error: no pattern of the rule binds the metavariable '$Z'"
        ),
        (
            """
            mode: taint
                pattern-sources: [{pattern: a()}]
                pattern-sinks: [{patterns: [{pattern: b($X)}, {focus-metavariable: $Y}]}]
            """,
            "8:72: error: no pattern of the rule binds the metavariable '$Y'"
        ),
        ("pattern: go()\n    metadata: none", "7:15: error: 'metadata' must be a mapping, found a string"),
        // An operator over facts.
        ("route: {method: [GET]}", "6:13: error: unknown key 'method', did you mean 'methods'?"),
    ])
    func brokenRule(body: String, message: String) async throws {
        try await checkBroken(
            rule: "mine/odd", languages: "typescript", severity: "error", body: body, message: message)
    }

    @Test(arguments: [
        ("mine/odd", "typescrip", "error", "3:17: error: unknown language 'typescrip', did you mean 'typescript'?"),
        ("mine/odd", "typescript", "eror", "4:15: error: 'severity' must be"),
        ("mine/odd", "", "error", "3:16: error: 'languages' must name at least one language"),
        ("mine odd", "typescript", "error", "2:9: error: 'id' must be made of letters, digits and"),
    ])
    func brokenHeader(id: String, languages: String, severity: String, message: String) async throws {
        try await checkBroken(
            rule: id, languages: languages, severity: severity, body: "pattern: go()", message: message)
    }

    @Test(arguments: [
        (
            "  - id: mine/odd\n    language: [python]\n    severity: error\n    message: m\n    pattern: go()\n",
            "odd.yaml:3:5: error: unknown key 'language', did you mean 'languages'?\n"
        ),
        (
            "  - id: mine/odd\n    languages: [python]\n    severity: error\n    message: m\n    pattern: go($x, 1)\n",
            "odd.yaml:6:17: error: not a python pattern: '$x' is no metavariable; write its name in capital letters\n"
        ),
    ])
    func misspelled(rule: String, message: String) async throws {
        try await check(
            "check", "--no-config", "--rules", "odd.yaml", "a.py", files: ["odd.yaml": "rules:\n" + rule, "a.py": ""],
            status: 2, error: .containing(message))
    }

    /// What the schema is held against has to be broken.
    @Test func examplesForTheSchema() async throws {
        let folder = Repository.path + "/Tools/validate-schemas/broken"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        #expect(names.count > 10)
        for name in names {
            try await check(
                "check", "--no-config", "--rules", "\(folder)/\(name)", "a.ts", files: ["a.ts": ""], status: 2,
                error: .containing("\(name):"))
        }
    }

    @Test func duplicateRule() async throws {
        let rule = "  - id: mine/odd\n    languages: [python]\n    severity: error\n    message: m\n    pattern: go()\n"
        try await check(
            "check", "--no-config", "--rules", "odd.yaml", "a.ts",
            files: ["odd.yaml": "rules:\n" + rule + rule, "a.ts": ""], status: 2,
            error: .containing("odd.yaml:7:9: error: duplicate rule id 'mine/odd', first on line 2\n"))
    }

    /// The one file that is checked holds none of the words of the rule.
    private func checkBroken(
        rule: String, languages: String, severity: String, body: String, message: String
    ) async throws {
        let text = """
            rules:
              - id: \(rule)
                languages: [\(languages)]
                severity: \(severity)
                message: Odd.
                \(body)

            """
        try await check(
            "check", "--no-config", "--rules", "odd.yaml", "a.ts", files: ["odd.yaml": text, "a.ts": "x = 1\n"],
            status: 2, error: .containing("odd.yaml:", message))
    }
}
