import Testing

@Suite struct FixTests {
    @Test func filesAreFixed() async throws {
        let workspace = try Workspace(["a.ts": Sample.bad + Sample.bad, "b.ts": Sample.good])
        try await check(
            ["check", "--fix"], in: workspace, status: 0, output: "No findings in 2 files.\n",
            error: "lintel: fixed 2 findings in 1 file\n")
        #expect(try workspace.read("a.ts") == Sample.good + Sample.good)
        #expect(try workspace.read("b.ts") == Sample.good)
    }

    @Test func differenceWithoutChange() async throws {
        let workspace = try Workspace(["a.ts": Sample.bad])
        try await check(
            ["check", "--diff"], in: workspace, status: 1,
            output: .text(
                "--- a/a.ts\n+++ b/a.ts\n@@ -1 +1 @@\n-\(Sample.bad)+\(Sample.good)"),
            error: .containing("lintel: would fix 1 finding in 1 file\n"))
        #expect(try workspace.read("a.ts") == Sample.bad)
    }

    private static let rule = """
        rules:
          - id: mine/equality
            languages: [typescript]
            severity: error
            message: Compare $X strictly.
            pattern: $X == $Y
            fix: $X === $Y
            metadata: { fix: unsafe }
        """

    @Test func unsafeFixesOnlyWhenAsked() async throws {
        let workspace = try Workspace(["a.ts": "if (left == right) go()\n", "rule.yaml": Self.rule])
        let rules = ["--rules", "rule.yaml", "--no-builtin"]
        try await check(
            ["check", "--fix"] + rules, in: workspace, status: 1, output: .containing("Compare left strictly."))
        try await check(["check", "--unsafe-fixes"] + rules, in: workspace, status: 0, error: .anything)
        #expect(try workspace.read("a.ts") == "if (left === right) go()\n")
    }

    @Test func regularExpressionFix() async throws {
        let rule = """
            rules:
              - id: mine/log
                languages: [typescript]
                severity: warning
                message: No.
                pattern: console.log(...)
                fix-regex: { regex: 'console\\.(log)', replacement: 'logger.\\1' }
            """
        let workspace = try Workspace(["a.ts": "console.log(1)\n", "rule.yaml": rule])
        try await check(
            ["check", "--rules", "rule.yaml", "--no-builtin", "--fix"], in: workspace, status: 0, error: .anything)
        #expect(try workspace.read("a.ts") == "logger.log(1)\n")
    }
}
