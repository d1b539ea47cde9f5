import Testing

/// What `check` finds, and what becomes of it.
@Suite struct CheckTests {
    @Test func withoutACommand() async throws {
        try await check(files: ["a.ts": Sample.bad], status: 1, output: .containing("a.ts\n  1:1 error"))
    }

    @Test(arguments: [
        ("json", "\"rule\": \"api/error-envelope\""), ("jsonl", "\"rule\":\"api/error-envelope\""),
        ("sarif", "\"ruleId\": \"api/error-envelope\""), ("github", "::error file=a.ts,line=1"),
        ("gitlab", "\"check_name\": \"api/error-envelope\""), ("junit", "<testsuite"), ("checkstyle", "<checkstyle"),
        ("rdjson", "\"diagnostics\""), ("html", "<!DOCTYPE html>"), ("text", "api/error-envelope"),
    ])
    func format(name: String, part: String) async throws {
        let run = try await check("check", "--format", name, files: ["a.ts": Sample.bad], status: 1)
        #expect(run.output.replacingSpaces.contains(part.replacingSpaces), "\(name)")
    }

    @Test func severalFormats() async throws {
        let workspace = try Workspace(["a.ts": Sample.bad])
        try await check(
            ["check", "--format", "github", "--format", "sarif:out.sarif", "--format", "json:out.json"], in: workspace,
            status: 1, output: .containing("::error file=a.ts"))
        #expect(try workspace.read("out.sarif").contains("\"2.1.0\""))
        #expect(try workspace.read("out.json").contains("api/error-envelope"))
    }

    /// A server action may say so itself in a file that says so.
    @Test func oneActionIsFoundOnce() async throws {
        try await check(
            "check", "--select", "auth/missing",
            files: [
                "package.json": #"{"dependencies": {"next": "15.0.0"}}"#,
                "app/actions.ts": """
                'use server'
                import { auth } from '@/auth'
                import { notes } from '@/lib/notes'

                export async function removeNote(id: string) {
                  'use server'
                  await notes.remove(id)
                }

                export async function renameNote(id: string, title: string) {
                  const session = await auth()
                  if (!session?.user) throw new Error('Unauthorized')
                  await notes.rename(id, title)
                }
                """,
            ],
            status: 1, output: .containing("1 error in 1 of 1 file."))
    }

    /// A query that the schema does not bear is told what it probably meant.
    @Test func schemaRulesNameTheNearest() async throws {
        try await check(
            "check",
            files: [
                "migrations/001.sql": "CREATE TABLE users (id int PRIMARY KEY, email text);\n",
                "a.ts": """
                import { Pool } from 'pg'
                new Pool().query('SELECT id FROM usres')
                new Pool().query('SELECT emial FROM users WHERE id = 1')
                new Pool().query('SELECT email FROM users WHERE id = 1')

                """,
            ], status: 1,
            output: .containing(
                "There is no `usres`; did you mean `users`?", "There is no `emial` in `users`; did you mean `email`?"))
    }

    /// Names that are made of each other end, whatever asks what they are.
    @Test func variablesMadeOfThemselves() async throws {
        try await check(
            "check",
            files: [
                "a.ts": """
                import express from 'express'
                const app = express()
                const first = wrap(second)
                const second = wrap(first, second)
                app.get('/a', first)
                for (const id of second(first)) pool.query(`SELECT id FROM users WHERE name = '${first(id)}'`)

                """
            ], status: 1, output: .containing("sql/unparameterized"))
    }

    /// Files of SQL are linted themselves.
    @Test func statementsOfMigrations() async throws {
        try await check(
            "check", "--fail-on", "warning", files: ["migrations/002.sql": "ALTER TABLE users DROP COLUMN email;\n"],
            status: 1, output: .containing("sql/unsafe-migration"))
    }

    /// One setting makes a transaction of each request; without it two writes are two.
    @Test(arguments: [("True", Int32(0)), ("False", 1)])
    func requestsInTransactions(setting: String, status: Int32) async throws {
        try await check(
            "check", "--fail-on", "warning", "--select", "sql/*",
            files: [
                "proj/settings.py": "DATABASES = {\"default\": {\"ENGINE\": \"x\", \"ATOMIC_REQUESTS\": \(setting)}}\n",
                "proj/views.py": """
                from django.http import HttpResponse
                from .models import Cart, Order

                def checkout(request):
                    Order.objects.create(user=request.user)
                    Cart.objects.filter(user=request.user).delete()
                    return HttpResponse("done")

                """,
            ], status: status)
    }

    @Test func outputFile() async throws {
        let workspace = try Workspace(["a.ts": Sample.bad])
        try await check(
            ["check", "--format", "sarif", "--output", "out.sarif"], in: workspace, status: 1, output: .nothing)
        #expect(try workspace.read("out.sarif").contains("a.ts"))
        try await check(
            ["check", "--output", "no/such/folder.json", "--format", "json"], in: workspace, status: 2,
            error: .containing("no/such/folder.json: cannot be written: No such file or directory"))
    }

    @Test(arguments: [("error", Int32(0)), ("warning", 1), ("note", 1), ("never", 0)])
    func failOn(level: String, status: Int32) async throws {
        try await check(
            "check", "--fail-on", level,
            files: ["a.ts": Sample.bad, ".lintrc.yaml": "rules: {api/error-envelope: warning}\n"], status: status,
            output: .containing("1:1 warning"))
    }

    @Test func selection() async throws {
        let files: KeyValuePairs = ["a.ts": Sample.bad]
        try await check("check", "--ignore", "api/*", files: files, status: 0)
        try await check("check", "--select", "auth/*", files: files, status: 0)
        try await check("check", "--select", "auth/*,api/*", files: files, status: 1)
        try await check("check", "--no-builtin", files: files, status: 0)
    }

    @Test func color() async throws {
        try await check(
            "check", "--color", "always", files: ["a.ts": Sample.bad], status: 1, output: .containing("\u{1B}["))
        let run = try await check("check", files: ["a.ts": Sample.bad], status: 1)
        #expect(!run.output.contains("\u{1B}["))
    }

    @Test func ignoredFiles() async throws {
        let workspace = try Workspace([
            ".gitignore": "out/\n", "out/a.ts": Sample.bad, "b.gen.ts": Sample.bad,
            "c.ts": "// @generated\n" + Sample.bad,
            ".lintrc.yaml": "exclude: ['**/*.gen.ts']\n", "d.ts": Sample.good,
        ])
        try await workspace.git("init", "-q")
        try await check(
            ["check"], in: workspace, status: 0, output: "No findings in 1 file (1 file skipped).\n",
            error: "lintel: skipped 1 ignored by git, 1 excluded by configuration, 1 generated\n")
        try await check(
            ["check", "--no-ignore"], in: workspace, status: 1, output: .containing("out/a.ts", "c.ts"),
            error: .anything)
        try await check(
            ["check", "b.gen.ts"], in: workspace, status: 0, error: .containing("excluded by configuration"))
        try await check(["check", "--quiet"], in: workspace, status: 0)
    }

    /// What `core.excludesFile` names, found as git finds it.
    @Test(arguments: ["excludesFile = ~/mine", "excludesFile = \"~/mine\" # as git alone reads it"])
    func filesIgnoredByTheUser(_ setting: String) async throws {
        let workspace = try Workspace([
            "home/.gitconfig": "[core]\n\(setting)\n", "home/mine": "mine.ts\n", "work/mine.ts": Sample.bad,
            "work/b.ts": Sample.good,
        ])
        try await workspace.git("init", "-q", "work")
        let unset = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "XDG_CONFIG_HOME"].flatMap { ["-u", $0] }
        let home = "HOME=" + workspace.file("home")
        let run = try await workspace.run("env", unset + [home, Workspace.binary, "check", "work"])
        #expect(run.status == 0)
        #expect(run.error == "lintel: skipped 1 ignored by git\n")
    }

    @Test func statistics() async throws {
        try await check(
            "check", "--stats", files: ["a.ts": Sample.good], status: 0,
            error: .containing("lintel: 1 of 1 files in ", "peak memory"))
    }

    @Test func sameReportWhateverTheNumberOfThreads() async throws {
        let workspace = try Workspace()
        for number in 0..<40 { try workspace.write("src/\(number).ts", Sample.bad + Sample.good + Sample.bad) }
        let one = try await check(["check", "--jobs", "1", "--format", "json"], in: workspace, status: 1)
        let many = try await check(["check", "--jobs", "4", "--format", "json"], in: workspace, status: 1)
        #expect(one.output == many.output)
    }
}

extension String {
    fileprivate var replacingSpaces: String { filter { $0 != " " } }
}
