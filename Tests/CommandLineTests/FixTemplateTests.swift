import Testing

/// What `fix:` makes of the code that a rule matched.
@Suite struct FixTemplateTests {
    @Test(arguments: [
        // An operand keeps its meaning.
        ("double($X)", "$X * 2", "double(a + b)\n", "(a + b) * 2\n"),
        ("double($X)", "$X * 2", "double(a)\n", "a * 2\n"),
        ("first($X)", "$X.first", "first(await f())\n", "(await f()).first\n"),
        ("run($X)", "call($X, shell=False)", "run(a + b)\n", "call(a + b, shell=False)\n"),
        ("f()", "a + b", "f() * 2\n", "(a + b) * 2\n"),
        ("f()", "a + b", "-f() or f().c or g(f())\n", "-(a + b) or (a + b).c or g(a + b)\n"),
        ("f()", "await g()", "x = f().a\n", "x = (await g()).a\n"),
        ("$X == $Y", "$X is $Y", "not a == b\n", "not a is b\n"),
        // The end of a block in YAML belongs to it.
        ("f()", "g()\\n", "f(); h()\n", "g(); h()\n"),
        ("set($X)", "y = $X", "set(a + b)\n", "y = a + b\n"),
        // The comma of no arguments goes with them.
        ("f($...A, debug=True, $...B)", "f($...A, debug=False, $...B)", "f(debug=True)\n", "f(debug=False)\n"),
        ("f($...A, debug=True, $...B)", "f($...A, debug=False, $...B)", "f(1, debug=True)\n", "f(1, debug=False)\n"),
        ("f($...A)", "g($...A, 1)", "f()\n", "g(1)\n"),
        // A string keeps the quotes that fit it.
        ("f(\"$X\")", "g(\"$X\")", "f('say \"a\"')\n", "g('say \"a\"')\n"),
        // Further lines stand under the first.
        ("f()", "g()\\nh()", "if a:\n    f()\n", "if a:\n    g()\n    h()\n"),
    ])
    func expansion(pattern: String, fix: String, source: String, fixed: String) async throws {
        let quoted = { (text: String) in "\"" + text.replacing("\"", with: "\\\"") + "\"" }
        let operators = """
              pattern: \(quoted(pattern))
              fix: \(quoted(fix))
            """
        try await checkFix(operators: operators, source: source, fixed: fixed)
    }

    /// Of the alternatives of `match`, each has its own fix; the rule's is for those without.
    @Test func fixOfAFormula() async throws {
        let operators = """
              match:
                any:
                  - { pattern: "old($X)", fix: "new($X)" }
                  - { all: ["lost($X)", not: "lost(1)"], where: [{ metavariable: $X, regex: a }], fix: "found($X)" }
                  - gone($X)
              fix: pass
            """
        try await checkFix(
            operators: operators, source: "old(1)\nlost(a)\nlost(b)\nlost(1)\ngone(1)\n",
            fixed: "new(1)\nfound(a)\nlost(b)\nlost(1)\npass\n")
    }

    private func checkFix(operators: String, source: String, fixed: String) async throws {
        let rule = """
            rules:
            - id: mine/a
              languages: [python]
              severity: error
              message: m
            \(operators)
            """
        let workspace = try Workspace(["rule.yaml": rule, "a.py": source])
        _ = try await workspace.lintel([
            "check", "--no-config", "--no-builtin", "--rules", "rule.yaml", "--fix", "a.py",
        ])
        #expect(try workspace.read("a.py") == fixed, "\(rule)")
    }
}
