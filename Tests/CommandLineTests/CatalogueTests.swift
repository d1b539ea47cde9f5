import Foundation
import TestSupport
import Testing

/// Commands that speak of rules and routes.
@Suite struct CatalogueTests {
    @Test func searchRanks() async throws {
        let run = try await check("rules", "error", "envelope", status: 0)
        #expect(run.output.hasPrefix("api/error-envelope  "))
        try await check(
            "rules", "xylophone", status: 0, output: .nothing, error: "lintel: no rule is about xylophone\n")
    }

    @Test func list() async throws {
        try await check(
            "rules", status: 0, output: .containing("  error    critical      1.0  This error response", "auth/missing")
        )
        try await check("rules", "--format", "json", status: 0, output: .containing("{\"id\": \"auth/missing\""))
    }

    /// Entries that share an id, for different languages, are one rule.
    private static let twoEntries = """
        rules:
          - { id: a/b, languages: [python], severity: note, message: Do not., pattern: bad() }
          - { id: a/b, languages: [swift], severity: note, message: Do not., pattern: bad() }

        """

    @Test func entriesOfOneRule() async throws {
        let workspace = try Workspace(["r.yaml": Self.twoEntries, "a.py": "bad()\n", "a.swift": "bad()\n"])
        let pack = ["--no-builtin", "--rules", "r.yaml"]
        try await check(
            ["rules"] + pack, in: workspace, status: 0, output: "a/b  note                        Do not.\n")
        try await check(["explain", "a/b"] + pack, in: workspace, status: 0, output: .containing("python, swift\n"))
        let sarif = try await check(
            ["check", "--format", "sarif", "a.py", "a.swift"] + pack, in: workspace, status: 0)
        #expect(sarif.output.ranges(of: "\"shortDescription\"").count == 1)
        #expect(sarif.output.ranges(of: "\"ruleIndex\"").count == 2)
    }

    @Test func explanation() async throws {
        try await check(
            "explain", "lintel/unused-suppression", status: 0,
            output: .containing(
                "lintel/unused-suppression\nwarning", "Why\n", "Bad (typescript)\n", "Good (typescript)\n"))
        try await check(
            "explain", "lintel/unused-suppression", "--format", "markdown", status: 0,
            output: .containing("# lintel/unused-suppression\n\n**warning**", "## Why\n", "## Bad\n\n```typescript\n"))
        try await check(
            "explain", "auth/mising", status: 2,
            error: "lintel: error: no rule is called 'auth/mising', did you mean 'auth/missing'?\n")
    }

    /// `make docs` writes them.
    @Test func pagesOfRulesAreWhatIsExplained() async throws {
        let workspace = try Workspace()
        let list = try await workspace.lintel(["rules"])
        let ids = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(ids.contains("sql/unparameterized"))
        for id in ids {
            let page = try await workspace.lintel(["explain", "--format", "markdown", id])
            #expect(page.output == (try? Repository.read("docs/rules/\(id).md")), "`make docs` was not run: \(id)")
        }
        let pages = try FileManager.default.subpathsOfDirectory(atPath: Repository.path + "/docs/rules")
        #expect(Set(pages.filter { $0.hasSuffix(".md") }) == Set(ids.map { $0 + ".md" }))
    }

    private static let application = """
        import express from 'express'
        const app = express()
        app.get('/health', (req, res) => res.json({ ok: true }))
        app.post('/teams', requireAuth, (req, res) => res.status(201).json({}))
        """

    @Test func routes() async throws {
        try await check(
            "routes", files: ["a.ts": Self.application], status: 0,
            output: """
                METHOD  PATH     AUTH  FRAMEWORK  HANDLER  EVIDENCE              STATUSES
                GET     /health  no    express    a.ts:3   public by convention  200
                POST    /teams   yes   express    a.ts:4   requireAuth           201

                2 routes

                """)
        try await check(
            "routes", "--format", "json", files: ["a.ts": Self.application], status: 0,
            output: .containing(
                "{\"routes\": [\n", "\"method\": \"POST\", \"path\": \"/teams\", \"file\": \"a.ts\", \"line\": 4",
                "\"authenticated\": true"))
        try await check(
            "routes", "--format", "markdown", files: ["a.ts": Self.application], status: 0,
            output: .containing("| POST | /teams | yes | express | a.ts:4 | requireAuth | 201 |\n"))
    }

    @Test func schemas() async throws {
        try await check(
            "schema", "config", status: 0, output: .containing("\"api/error-envelope\"", "\"error-envelope\""))
        try await check("schema", "rules", status: 0, output: .containing("\"pattern-inside\"", "\"route\""))
    }

    @Test func version() async throws {
        try await check("--version", status: 0, output: "0.1.0\n")
        try await check("--help", status: 0, output: .containing("USAGE: lintel"))
    }

    /// What is built in is taken for free of errors when it is read: every key of it is looked at here.
    @Test func nothingIsWrongWithWhatIsBuiltIn() async throws {
        try await check(
            "config", "check", "--no-config", "--no-builtin", "--rules", Repository.path + "/rules", status: 0,
            error: "lintel: no configuration file; the defaults are in force\n")
    }
}
