import Testing

/// Files that rules leave out by the name of a set, which a project may widen.
@Suite struct PathSetTests {
    private static let rule = """
        rules:
          - id: our/stop
            languages: [python]
            severity: warning
            message: Do not stop.
            pattern: stop()
            paths:
              exclude: [{ set: tests }, "old/"]
        """

    private static let model = """
        model: our-paths
        path-sets:
          tests: ["checks/"]
        """

    @Test func leavesOutWhatTheSetHas() async throws {
        #expect(try await found(["lint/stop.yaml": Self.rule]) == ["app.py", "checks/a.py"])
    }

    @Test func projectsWidenASet() async throws {
        #expect(try await found(["lint/stop.yaml": Self.rule, "lint/paths-of-ours.yaml": Self.model]) == ["app.py"])
    }

    /// The files with findings.
    private func found(_ files: KeyValuePairs<String, String>) async throws -> [String] {
        let workspace = try Workspace(files)
        try workspace.write(".lintrc.yaml", "root: true\nrules-from: [lint]\n")
        for path in ["app.py", "checks/a.py", "old/a.py", "tests/a.py", "test_a.py"] {
            try workspace.write(path, "stop()\n")
        }
        let run = try await workspace.lintel(["check", "--select", "our/stop", "--format", "jsonl"])
        #expect(run.error == "", "\(run.error)")
        return ["app.py", "checks/a.py", "old/a.py", "tests/a.py", "test_a.py"]
            .filter { run.output.contains("\"\($0)\"") }
    }
}
