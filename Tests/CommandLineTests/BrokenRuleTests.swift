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
        // What Semgrep knows and Lintel does not.
        (
            "pattern: go()\n    options: {generic_engine: aliengrep}",
            "7:31: error: Lintel knows 'generic_engine' only as"
        ),
        ("match: go()", "6:5: error: 'match' belongs to Semgrep's newer rule syntax"),
        ("pattern: go()\n    options: {taint_unify_mvar: true}", "did you mean 'taint_unify_mvars'?"),
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
    ])
    func brokenHeader(id: String, languages: String, severity: String, message: String) async throws {
        try await checkBroken(
            rule: id, languages: languages, severity: severity, body: "pattern: go()", message: message)
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
