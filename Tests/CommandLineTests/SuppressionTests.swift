import Testing

@Suite struct SuppressionTests {
    @Test func reasonedDirective() async throws {
        let source = "// lintel-ignore: api/error-envelope -- the old app reads this\n" + Sample.bad
        try await check(
            "check", files: ["a.ts": source], status: 0, output: "No findings in 1 file (1 suppressed).\n")
        try await check(
            "check", "--show-suppressed", files: ["a.ts": source], status: 0,
            output: .containing("2:1 ", "the old app reads this"))
    }

    @Test func directiveThatDoesNothing() async throws {
        try await check(
            "check", files: ["a.ts": "// lintel-ignore: api/error-envelope -- once\n" + Sample.good], status: 0,
            output: .containing("1:1 warning: ", "[lintel/unused-suppression]"))
    }

    @Test func reasonThatIsAskedFor() async throws {
        try await check(
            "check",
            files: [
                ".lintrc.yaml": "suppressions: {require-reason: true}\n",
                "a.ts": "// lintel-ignore: api/error-envelope\n" + Sample.bad,
            ], status: 1, output: .containing("[api/error-envelope]", "[lintel/unused-suppression]"))
    }
}
