import Testing

@Suite struct ConfigurationTests {
    @Test func levelsAndOverrides() async throws {
        let configuration = """
            rules: { 'api/*': warning }
            overrides:
              - files: ["scripts/**"]
                rules: { api/error-envelope: off }
            """
        try await check(
            "check", files: [".lintrc.yaml": configuration, "scripts/a.ts": Sample.bad, "b.ts": Sample.bad], status: 0,
            output: .containing("b.ts\n  1:1 warning", "1 warning in 1 of 2 files"))
    }

    @Test func contract() async throws {
        let nested = "res.status(400).json({ error: { code: 'INVALID', message: 'Invalid email' } })\n"
        try await check(
            "check",
            files: [".lintrc.yaml": "contracts: {error-envelope: nested}\n", "a.ts": nested, "b.ts": Sample.good],
            status: 1, output: .containing("b.ts", "1 error in 1 of 2 files"))
    }

    @Test func customContract() async throws {
        let configuration = "contracts: {error-envelope: {required: {problem: string}}}\n"
        try await check(
            "check",
            files: [
                ".lintrc.yaml": configuration, "a.ts": "res.status(400).json({ problem: 'No' })\n",
                "b.ts": "res.status(400).json({ problem: 4 })\n",
            ], status: 1, output: .containing("b.ts", "1 error in 1 of 2 files"))
    }

    @Test func cascade() async throws {
        try await check(
            "check",
            files: [
                ".lintrc.yaml": "rules: {api/error-envelope: off}\n", "a.ts": Sample.bad,
                "inner/.lintrc.yaml": "rules: {api/error-envelope: note}\n", "inner/b.ts": Sample.bad,
            ], status: 0, output: .containing("inner/b.ts\n  1:1 note", "1 note in 1 of 2 files"))
    }

    @Test func givenFile() async throws {
        let workspace = try Workspace(["team.yaml": "rules: {api/error-envelope: off}\n", "a.ts": Sample.bad])
        try await check(["check", "--config", "team.yaml"], in: workspace, status: 0)
        try await check(["check"], in: workspace, status: 1)
        try await check(
            ["check", "--config", "none.yaml"], in: workspace, status: 2,
            error: .containing("none.yaml:1:1: error: no such configuration file"))
    }

    @Test func noConfiguration() async throws {
        try await check(
            "check", "--no-config", files: [".lintrc.yaml": "rules: {api/error-envelope: off}\n", "a.ts": Sample.bad],
            status: 1)
    }

    private static let rule = """
        rules:
          - id: mine/calls
            languages: [typescript]
            severity: warning
            message: $F is called with more than ${limit}.
            parameters:
              limit: { default: 10, description: The largest number. }
              names: { default: ["^go$"], description: Functions. }
            patterns:
              - pattern: $F($N)
              - metavariable-comparison: { metavariable: $N, comparison: "$N > ${limit}" }
        """

    @Test func parameters() async throws {
        let workspace = try Workspace(["rules/mine.yaml": Self.rule, "a.ts": "go(5)\ngo(15)\n"])
        try workspace.write(".lintrc.yaml", "rules-from: [rules]\n")
        try await check(
            ["check", "a.ts"], in: workspace, status: 0,
            output: .containing("2:1 warning: go is called with more than 10."))
        try workspace.write(".lintrc.yaml", "rules-from: [rules]\nrules: {mine/calls: {limit: 3, level: error}}\n")
        try await check(
            ["check", "a.ts"], in: workspace, status: 1,
            output: .containing("1:1 error: go is called with more than 3.", "2:1 error"))
        try workspace.write(".lintrc.yaml", "rules-from: [rules]\nrules: {mine/calls: {limits: 3}}\n")
        try await check(
            ["check", "a.ts"], in: workspace, status: 2,
            error: .containing(
                ".lintrc.yaml:2:22: error: unknown option of mine/calls 'limits', did you mean 'limit'?\n"))
        try workspace.write(".lintrc.yaml", "rules-from: [rules]\nrules: {mine/calls: {limit: many}}\n")
        try await check(
            ["check", "a.ts"], in: workspace, status: 2,
            error: .containing("'limit' must be an integer, found a string\n"))
    }

    @Test func strictRules() async throws {
        let rule = """
            rules:
              - id: mine/strict
                languages: [typescript]
                severity: warning
                message: Strict.
                pattern: go()
                metadata: { profile: strict }
            """
        let workspace = try Workspace(["rule.yaml": rule, "a.ts": "go()\n"])
        let arguments = ["check", "--rules", "rule.yaml", "--fail-on", "warning", "a.ts"]
        try await check(arguments, in: workspace, status: 0)
        try await check(arguments + ["--profile", "strict"], in: workspace, status: 1)
        try await check(arguments + ["--select", "mine/strict"], in: workspace, status: 1)
        try workspace.write(".lintrc.yaml", "extends: [strict]\n")
        try await check(arguments, in: workspace, status: 1)
    }

    @Test func show() async throws {
        let configuration = "root: true\nrules: {api/error-envelope: warning}\nauth: {middleware: [requireTeam]}\n"
        try await check(
            "config", "show", files: [".lintrc.yaml": configuration], status: 0,
            output: .containing(
                "extends: recommended", "rules.api/error-envelope: warning", "# .lintrc.yaml:2\n",
                "auth.middleware: requireTeam", "# .lintrc.yaml:3\n", "# default\n"))
    }

    @Test func checkOfConfiguration() async throws {
        try await check(
            "config", "check", files: [".lintrc.yaml": "root: true\n"], status: 0, output: .nothing,
            error: .containing("lintel: no errors in .lintrc.yaml and "))
        try await check(
            "config", "check", files: [".lintrc.yaml": "profile: strict\nrules: {sql: off}\n"], status: 2,
            output: .nothing,
            error: .containing(".lintrc.yaml:1:1: error: unknown key 'profile'", ".lintrc.yaml:2:9: error: "))
    }
}
