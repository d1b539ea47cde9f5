import Glibc
import Testing

/// What users get to see when what they give is not what they meant.
@Suite struct BadInputTests {
    @Test func missingPath() async throws {
        try await check(
            "check", "nowhere.ts", status: 2, error: "nowhere.ts: error: no such file or directory\n")
    }

    @Test func unreadableFile() async throws {
        let workspace = try Workspace()
        // Reading the memory of a process at its start fails, whoever asks.
        try #require(symlink("/proc/self/mem", workspace.file("odd.ts")) == 0)
        try await check(
            ["check", "odd.ts"], in: workspace, status: 2,
            error: .containing("odd.ts: error: cannot be read: Input/output error\n"))
    }

    /// One file is read on the thread that the program begins on, whose stack has to be large enough.
    @Test func deepNesting() async throws {
        let code = "x = " + String(repeating: "[(\n", count: 30_000) + String(repeating: "if (a)\n", count: 30_000)
        try await check("check", "a.ts", files: ["a.ts": code], status: 0, output: "No findings in 1 file.\n")
    }

    /// Each way through functions that call each other would take days.
    @Test(.timeLimit(.minutes(1))) func wrappersThatCallEachOther() async throws {
        let names = (0..<40).map { "send\($0)" }
        let calls = names.map { "await \($0)(path, options)\n" }.joined()
        let code = names.map { "async function \($0)(path, options) {\n\(calls)return fetch(path, options)\n}\n" }
            .joined()
        try await check(
            "check", "--select", "auth/caller-missing-header", "a.ts", files: ["a.ts": code + "send0('/api/teams')\n"],
            status: 0, output: "No findings in 1 file.\n")
    }

    /// Each way through classes that inherit from themselves would take days.
    @Test(.timeLimit(.minutes(1))) func classesThatInheritFromThemselves() async throws {
        let bases = repeatElement("TaskCreate", count: 200).joined(separator: ",\n    ")
        let code = """
            app = FastAPI()

            class TaskCreate(\(bases)):
                title: str

            @app.post("/tasks")
            def create(body: TaskCreate, session: Session = Depends(session), user=Depends(current_user)):
                session.add(Task(**body.model_dump()))
                session.commit()

            """
        try await check(
            "check", "--select", "auth/unowned-foreign-id", "app.py",
            files: ["app.py": "from fastapi import Depends, FastAPI\n" + code], status: 0,
            output: "No findings in 1 file.\n")
    }

    /// The line of a finding is a part of its fingerprint.
    @Test(.timeLimit(.minutes(1))) func findingsOnOneLongLine() async throws {
        let code =
            "app.get('/a', (req, res) => { " + String(repeating: "res.status(400).send('no'); ", count: 4_000) + "})"
        try await check(
            ["check", "--no-ignore", "--select", "api/error-envelope", "-q", "--output", "report", "a.ts"],
            in: Workspace(["a.ts": code]), status: 1)
    }

    @Test func folderWithoutSource() async throws {
        try await check(
            "check", ".", files: ["notes.txt": "nothing"], status: 0, output: "No findings in 0 files.\n",
            error: "lintel: no files to check\n")
    }

    @Test func brokenConfiguration() async throws {
        try await check(
            "check", files: [".lintrc.yaml": "rules: [", "a.ts": Sample.bad], status: 2,
            error: .containing(".lintrc.yaml:1:9: error: "))
    }

    @Test func unknownConfigurationKey() async throws {
        try await check(
            "check", files: [".lintrc.yaml": "root: true\nexcludes: ['*.gen.ts']\n", "a.ts": ""], status: 2,
            error: .containing(".lintrc.yaml:2:1: error: unknown key 'excludes', did you mean 'exclude'?\n"))
    }

    @Test func unknownRule() async throws {
        try await check(
            "check", files: [".lintrc.yaml": "rules:\n  api/error-envelop: off\n", "a.ts": ""], status: 2,
            error: .containing(
                ".lintrc.yaml:2:3: error: unknown rule 'api/error-envelop', did you mean 'api/error-envelope'?\n"))
    }

    @Test func unknownRuleOnTheCommandLine() async throws {
        try await check(
            "check", "--select", "api/eror-envelope", status: 2,
            error:
                "lintel: error: --select: no rule is called 'api/eror-envelope', did you mean 'api/error-envelope'?\n")
    }

    @Test func patternThatDoesNotParse() async throws {
        try await checkRule(
            with: "pattern: foo(", source: "foo()\n", status: 2,
            error: .containing("rule.yaml:6:", ": error: not a typescript pattern: "))
    }

    @Test func unknownRuleKey() async throws {
        try await checkRule(
            with: "patern: foo()", source: "", status: 2,
            error: .containing("rule.yaml:6:5: error: unknown key 'patern', did you mean 'pattern'?\n"))
    }

    /// Some 40 arguments are more ways to choose six than anybody waits for.
    @Test func searchThatGivesUp() async throws {
        let arguments = (1...40).map { "a\($0)" }.joined(separator: ", ")
        try await checkRule(
            with: "pattern: go(..., $A, ..., $B, ..., $C, ..., $D, ..., $E, ..., $F, ..., $A)",
            source: "go(\(arguments));\n", status: 0, output: "No findings in 1 file.\n",
            error:
                "a.ts: warning: rule 'mine/odd' took too many steps in this file and gave up; findings may be missing\n"
        )
    }

    private func checkRule(
        with operators: String, source: String, status: Int32, output: Expected = .anything, error: Expected
    ) async throws {
        let rule = """
            rules:
              - id: mine/odd
                languages: [typescript]
                severity: error
                message: Odd.
                \(operators)
            """
        try await check(
            "check", "--no-builtin", "--rules", "rule.yaml", "a.ts", files: ["rule.yaml": rule, "a.ts": source],
            status: status, output: output, error: error)
    }

    @Test func missingRulePack() async throws {
        try await check(
            "check", "--rules", "packs", "a.ts", files: ["a.ts": ""], status: 2,
            error: .containing("packs: error: cannot read rules: no such file or directory\n"))
    }

    @Test func binaryFile() async throws {
        try await check(
            "check", "a.ts", files: ["a.ts": "\0\u{1}\u{2}"], status: 0,
            output: "No findings in 0 files (1 file skipped).\n",
            error: "lintel: skipped 1 binary\n")
    }

    @Test func invalidUnicode() async throws {
        let workspace = try Workspace()
        try workspace.write("a.ts", [0xFF, 0xFE, 0x0A] + Array(Sample.bad.utf8) + [0xC3, 0x28, 0x0A])
        try await check(
            ["check", "a.ts"], in: workspace, status: 1, output: .containing("2:1 error: ", "[api/error-envelope]"))
    }

    @Test func emptyFile() async throws {
        try await check("check", "a.ts", files: ["a.ts": ""], status: 0, output: "No findings in 1 file.\n")
    }

    @Test func largeFile() async throws {
        let workspace = try Workspace(["b.ts": Sample.good])
        try workspace.write("a.ts", "")
        try #require(truncate(workspace.file("a.ts"), 50_000_000) == 0)
        try await check(
            ["check"], in: workspace, status: 0, output: "No findings in 1 file (1 file skipped).\n",
            error: "lintel: skipped 1 oversized\n")
    }

    @Test func linkLoop() async throws {
        let workspace = try Workspace(["src/a.ts": Sample.good])
        try #require(symlink("..", workspace.file("src/up")) == 0)
        try #require(symlink("loop.ts", workspace.file("src/loop.ts")) == 0)
        try await check(
            ["check"], in: workspace, status: 0, output: "No findings in 1 file.\n",
            error: "lintel: skipped 1 symbolic links\n")
        try await check(
            ["check", "src/loop.ts"], in: workspace, status: 2,
            error: "src/loop.ts: error: Too many levels of symbolic links\n")
    }

    /// git is asked for the old version of a file after the file was found and before it is read; here, asking removes it.
    @Test func fileRemovedMeanwhile() async throws {
        let workspace = try Workspace(["a.ts": Sample.good, "b.ts": Sample.good])
        try await workspace.git("init", "-q")
        try await workspace.git("add", ".")
        try await workspace.git("commit", "-qm", "first")
        try workspace.write("a.ts", Sample.bad)
        try workspace.write("b.ts", Sample.good + "\n")
        try workspace.write(
            "bin/git",
            """
            #!/bin/sh
            case "$*" in *cat-file*) rm -f a.ts ;; esac
            PATH="${PATH#*:}" exec git "$@"
            """)
        chmod(workspace.file("bin/git"), 0o755)
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        try await check(
            ["check", "--diff-base", "HEAD", "."], in: workspace,
            environment: ["PATH": workspace.file("bin") + ":" + path],
            status: 0, error: .containing("a.ts: warning: was removed while the run went on; skipped\n"))
    }

    @Test func conflictingOptions() async throws {
        for arguments in [
            ["check", "--config", "a.yaml", "--no-config"], ["check", "-"],
            ["check", "--stdin-filename", "a.ts", "b.ts"],
            ["check", "--staged", "--fix"], ["check", "--format", "json", "--format", "sarif"],
            ["check", "--format", "yaml"], ["check", "--jobs", "0"], ["check", "--fail-on", "always"],
            ["chek", "--bad"],
        ] {
            try await check(arguments, in: Workspace(), status: 2, output: .nothing, error: .containing("rror: "))
        }
    }

    @Test func unknownRevision() async throws {
        let workspace = try Workspace(["a.ts": ""])
        try await workspace.git("init", "-q")
        try await check(
            ["check", "--diff-base", "nowhere"], in: workspace, status: 2,
            error: "lintel: error: 'nowhere' is not a commit of this repository\n")
    }

    @Test func noRepository() async throws {
        try await check(
            "check", "--staged", status: 2, error: .containing("is not in a git repository with a working tree\n"))
    }
}
