import TestSupport
import Testing

/// Calls to servers, and the routes of the project that they reach.
@Suite struct OutgoingTests {
    private static let server = """
        import express from 'express'
        const app = express()
        function requireToken(req, res, next) {
          if (!req.headers.authorization) return res.status(401).json({ error: 'Unauthorized', code: 401 })
          next()
        }
        app.get('/api/teams/:id', requireToken, (req, res) => res.json({}))

        """

    /// Which of the lines of a caller are reported, beside a server that answers only authenticated callers.
    private func check(
        _ name: String, _ caller: String, lines: [Int], others: [(String, String)] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let workspace = try Workspace(["server/app.ts": Self.server])
        try workspace.write(name, caller)
        for (path, text) in others { try workspace.write(path, text) }
        let run = try await workspace.lintel(["check", "--select", "auth/caller-missing-header", "--format", "jsonl"])
        let found = run.output.split(separator: "\n").count { $0.contains("auth/caller-missing-header") }
        #expect(run.status == (lines.isEmpty ? 0 : 1), "\(run.error)", sourceLocation: sourceLocation)
        #expect(found == lines.count, "\(run.output)", sourceLocation: sourceLocation)
        for line in lines {
            #expect(run.output.contains("\"line\":\(line),"), "\(run.output)", sourceLocation: sourceLocation)
        }
    }

    /// What a test puts up in the place of the server is none of the project's routes.
    @Test func serversOfTests() async throws {
        let mock = """
            import express from 'express'
            const app = express()
            app.get('/api/teams/:id', (req, res) => res.json({}))

            """
        try await check("web/a.ts", "fetch('/api/teams/1')\n", lines: [], others: [("web/mock.ts", mock)])
        try await check("web/a.ts", "fetch('/api/teams/1')\n", lines: [1], others: [("web/mock.test.ts", mock)])
    }

    @Test func paths() async throws {
        try await check("web/a.ts", "fetch(`/api/teams/${id}`)\n", lines: [1])
        try await check("web/a.ts", "fetch('/api/teams/' + id + '?full=1')\n", lines: [1])
        try await check("web/a.ts", "fetch(`http://localhost:${port}/api/teams/${id}`)\n", lines: [1])
        try await check("web/a.ts", "fetch(`/api/teams/${id}/members`)\nfetch(`/api/${path}`)\nfetch(id)\n", lines: [])
        try await check("web/a.ts", "fetch('https://api.github.com/api/teams/1')\n", lines: [])
        try await check("web/a.ts", "fetch('/api/teams/1', { method: 'POST' })\n", lines: [])
        try await check("web/a.ts", "fetch('/api/teams/1', { method })\n", lines: [])
    }

    @Test func proof() async throws {
        try await check("web/a.ts", "fetch('/api/teams/1', { headers: { Accept: 'a/b' } })\n", lines: [1])
        try await check("web/a.ts", "fetch('/api/teams/1', { headers: { Authorization: token } })\n", lines: [])
        try await check("web/a.ts", "fetch('/api/teams/1', { headers: makeHeaders() })\n", lines: [])
        try await check("web/a.ts", "fetch('/api/teams/1?access_token=' + token)\n", lines: [])
        try await check("web/a.ts", "fetch('/api/teams/1', { headers: { 'X-CSRF-Token': csrf } })\n", lines: [1])
    }

    @Test func clientsUnderOtherNames() async throws {
        let client = { (options: String) in
            "import axios from 'axios'\nconst http = axios.create({ baseURL: '/api', \(options) })\n"
                + "export const one = (id) => http.get(`/teams/${id}`)\n"
        }
        try await check("web/a.ts", client("timeout: 5000"), lines: [3])
        try await check("web/a.ts", client("headers: { Authorization: token }"), lines: [])
    }

    @Test func closuresThatSetUpTheRequest() async throws {
        let call = { (body: String) in
            "import Vapor\nfunc proxy(_ req: Request) async throws -> ClientResponse {\n"
                + "    try await req.client.get(\"http://localhost:3000/api/teams/1\") { outgoing in\n        \(body)\n    }\n}\n"
        }
        try await check("Sources/a.swift", call("try outgoing.content.encode(Team())"), lines: [3])
        let signs = "outgoing.headers.bearerAuthorization = req.headers.bearerAuthorization"
        try await check("Sources/a.swift", call(signs), lines: [])
    }

    @Test func whatIsNoRouteOfTheProject() async throws {
        let root =
            "import express from 'express'\nconst app = express()\napp.get('/', requireToken, (req, res) => res.json({}))\n"
        try await check(
            "jobs/a.py", "import requests\nrequests.get('http://metadata.internal')\n", lines: [],
            others: [("server/root.ts", root)])
    }

    @Test func whatIsSetUpElsewhere() async throws {
        let caller = "import axios from 'axios'\naxios.get('/api/teams/1')\n"
        try await check("web/a.ts", caller, lines: [2])
        let setup = "import axios from 'axios'\naxios.defaults.headers.common.Authorization = `Bearer ${token}`\n"
        try await check("web/a.ts", caller, lines: [], others: [("web/main.ts", setup)])
        try await check(
            "web/a.ts", "fetch('/api/teams/1')\n", lines: [], others: [("web/main.ts", "window.fetch = signed\n")])
    }

    @Test func testsAreNoCallers() async throws {
        try await check("tests/a.ts", "fetch('/api/teams/1')\n", lines: [])
        try await check("web/a.test.ts", "fetch('/api/teams/1')\n", lines: [])
    }

    /// The example of the guide reports what it says.
    @Test func guide() async throws {
        let guide = try Repository.read("docs/writing-rules.md")
        let blocks = guide.split(separator: "```")
        let rule = try #require(blocks.first { $0.hasPrefix("yaml\nrules:\n  - id: mine/no-timeout") })
        let source = try #require(blocks.first { $0.hasPrefix("typescript\nimport axios") })
        let workspace = try Workspace([
            "rules/no-timeout.yaml": String(rule.dropFirst(5)), "rules/no-timeout.ts": String(source.dropFirst(11)),
        ])
        let run = try await workspace.lintel(["test", "rules"])
        #expect(run.status == 0, "\(run.output)\(run.error)")
    }

    @Test func unknownKey() async throws {
        let rule = """
            rules:
              - id: mine/a
                languages: [typescript]
                severity: error
                message: m
                outgoing: { sends-aut: false }

            """
        try await CommandLineTests.check(
            "check", "--no-builtin", "--rules", "r.yaml", files: ["r.yaml": rule, "a.ts": ""], status: 2,
            output: .anything, error: .containing("r.yaml:6:", "sends-auth"))
    }
}
