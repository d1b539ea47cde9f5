import Testing

/// Runs that look at what git has.
@Suite struct GitTests {
    @Test func stagedContentIsChecked() async throws {
        let workspace = try Workspace(["a.ts": Sample.good])
        try await workspace.git("init", "-q")
        try await check(
            ["check", "--staged"], in: workspace, status: 0, output: "No findings in 0 files.\n",
            error: "lintel: no files to check: nothing that Lintel reads is staged\n")
        try workspace.write("a.ts", Sample.bad)
        try await workspace.git("add", "a.ts")
        try workspace.write("a.ts", Sample.good)
        try await check(
            ["check", "--staged"], in: workspace, status: 1, output: .containing("a.ts\n  1:1 error", "message:"))
        try await workspace.git("add", "a.ts")
        try workspace.write("a.ts", Sample.bad)
        try await check(["check", "--staged"], in: workspace, status: 0)
    }

    @Test func onlyWhatABranchAdds() async throws {
        let workspace = try Workspace(["a.ts": Sample.bad, "b.ts": Sample.bad])
        try await workspace.git("init", "-q")
        try await workspace.git("add", ".")
        try await workspace.git("commit", "-qm", "first")
        try await check(["check", "--diff-base", "HEAD"], in: workspace, status: 0, error: .anything)
        try workspace.write("a.ts", "// More.\n" + Sample.bad + "res.status(404).json({ message: 'Not found' })\n")
        try await workspace.git("mv", "b.ts", "c.ts")
        try await check(
            ["check", "--diff-base", "HEAD"], in: workspace, status: 1,
            output: .containing("a.ts\n  3:1 error", "1 error in 1 of 2 files", "2 suppressed"))
    }

    @Test func baseline() async throws {
        let workspace = try Workspace(["a.ts": Sample.bad])
        try await check(
            ["check", "--write-baseline", "known.json"], in: workspace, status: 0,
            error: "lintel: wrote 1 finding to known.json\n")
        try workspace.write("a.ts", "// Moved.\n\n" + Sample.bad)
        try await check(["check", "--baseline", "known.json"], in: workspace, status: 0)
        try workspace.write("a.ts", Sample.bad + "res.status(404).json({ message: 'Not found' })\n")
        try await check(
            ["check", "--baseline", "known.json"], in: workspace, status: 1, output: .containing("  2:1 error"))
        try workspace.write("a.ts", Sample.good)
        try await check(
            ["check", "--baseline", "known.json"], in: workspace, status: 0,
            error: .containing("1 of 1 entries of known.json are no longer found"))
        try workspace.write("known.json", "{")
        try await check(
            ["check", "--baseline", "known.json"], in: workspace, status: 2,
            error: .containing("lintel: error: known.json:1:"))
    }
}
