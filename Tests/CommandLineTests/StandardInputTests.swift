import Testing

/// Editors hand over what is on the screen.
@Suite struct StandardInputTests {
    private let arguments = ["check", "--stdin-filename", "teams.ts"]

    @Test func findingWithProposal() async throws {
        try await check(
            arguments + ["-"], in: Workspace(), input: Sample.bad, status: 1,
            output: """
                teams.ts
                  1:1 error: This error response does not have the error envelope that the project agreed on. \
                Here it lacks 'error' and 'code'. [api/error-envelope]
                  1 | res.status(400).json({ message: 'Invalid email' })
                    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    = fix: Replace with `{ error: 'Invalid email', code: 400 }` (--fix)
                  1 + res.status(400).json({ error: 'Invalid email', code: 400 })

                1 error in 1 of 1 file (1 fixable with --fix).

                """)
    }

    @Test func fixedTextTakesThePlaceOfTheReport() async throws {
        try await check(
            arguments + ["--fix", "-"], in: Workspace(), input: Sample.bad, status: 0, output: .text(Sample.good),
            error: "lintel: fixed 1 finding in 1 file\nNo findings in 1 file.\n")
    }

    @Test func textWithoutFindingsComesBackAsItIs() async throws {
        try await check(
            arguments + ["--fix", "--quiet", "-"], in: Workspace(), input: Sample.good, status: 0,
            output: .text(Sample.good))
    }

    @Test func excludedFile() async throws {
        try await check(
            arguments + ["-"], in: Workspace([".lintrc.yaml": "exclude: [teams.ts]\n"]), input: Sample.bad, status: 0,
            error: "lintel: no files to check: teams.ts is excluded by configuration\n")
    }

    @Test func unknownKind() async throws {
        try await check(
            "check", "--stdin-filename", "notes.txt", "-", input: "text", status: 0,
            error: "lintel: no files to check: notes.txt is of a kind that Lintel does not read\n")
    }

    /// Who mounts the router, and behind what, stands in files that the editor does not hand over.
    @Test func restOfTheProjectIsSeen() async throws {
        let routes = """
            import { Router } from 'express'
            export const teams = Router()
            teams.post('/', (req, res) => res.json({}))
            """
        func application(_ middleware: String) -> String {
            """
            import express from 'express'
            import { teams } from './teams'
            const app = express()
            app.use('/teams', \(middleware)teams)
            """
        }
        let select = ["check", "--select", "auth/missing", "--stdin-filename", "src/teams.ts", "-"]
        let workspace = try Workspace([".lintrc.yaml": "root: true\n", "src/app.ts": application("requireAuth, ")])
        try await check(select, in: workspace, input: routes, status: 0)
        try workspace.write("src/app.ts", application(""))
        try await check(
            select, in: workspace, input: routes, status: 1, output: .containing("src/teams.ts\n  3:1 error"))
    }
}
