import Glibc
import TestSupport
import Testing

/// The apps under `examples/`, each with the report that it must give. `LINTEL_UPDATE_EXPECTED=1` writes the reports anew.
@Suite struct ExampleTests {
    @Test(arguments: ["express-teams", "fastapi-orders", "vapor-inventory"])
    func report(application: String) async throws {
        let workspace = try Workspace()
        let folder = Repository.path + "/examples/" + application
        let copy = try await workspace.run("cp", ["-R", folder + "/.", workspace.path])
        try #require(copy.status == 0)
        let run = try await workspace.lintel(["check", "--no-config", "."])
        #expect(run.status == 1, "\(run.error)")
        if getenv("LINTEL_UPDATE_EXPECTED") != nil {
            let stream = try #require(fopen(folder + "/expected.txt", "w"))
            defer { fclose(stream) }
            fputs(run.output, stream)
        } else {
            #expect(run.output == (try workspace.read("expected.txt")))
        }
    }
}

/// What the documentation shows.
@Suite struct DocumentationTests {
    /// The first rule of the README, with its test, under the names that the README gives them.
    @Test func firstRule() async throws {
        let readme = try Repository.read("README.md")
        let rule = try #require(Self.block("yaml", containing: "id: mine/no-body-to-log", in: readme))
        let source = try #require(Self.block("typescript", containing: "ruleid: mine/no-body-to-log", in: readme))
        let workspace = try Workspace([
            "lint/rules/no-body-to-log.yaml": rule, "lint/rules/no-body-to-log.ts": source,
            ".lintrc.yaml": "rules-from: [lint/rules]\n",
        ])
        try await check(["test", "lint/rules"], in: workspace, status: 0, output: "1 of 1 tests passed.\n")
        try await check(
            ["check", "--fail-on", "warning", "--select", "mine/*"], in: workspace, status: 1,
            output: .containing("no-body-to-log.ts\n  6:3 warning: req.body goes to the log of a public route"))
    }

    /// Every configuration that the README shows is one.
    @Test func configuration() async throws {
        let readme = try Repository.read("README.md")
        let configuration = try #require(Self.block("yaml", containing: "root: true", in: readme))
        let rule = try #require(Self.block("yaml", containing: "id: mine/no-body-to-log", in: readme))
        try await check(
            "config", "check", files: [".lintrc.yaml": configuration, "lint/rules/rule.yaml": rule], status: 0,
            error: .containing("no errors"))
    }

    @Test func standardInput() async throws {
        let readme = try Repository.read("README.md")
        let run = try await check("check", "--stdin-filename", "teams.ts", "-", input: Sample.bad, status: 1)
        #expect(readme.contains(run.output))
    }

    /// The content of the fenced block of a language that holds some text.
    private static func block(_ language: String, containing part: String, in text: String) -> String? {
        var block: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let open = block {
                if line == "```" {
                    if open.contains(part) { return open }
                    block = nil
                } else {
                    block = open + line + "\n"
                }
            } else if line == "```" + language {
                block = ""
            }
        }
        return nil
    }
}
