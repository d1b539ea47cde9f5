import Testing

/// What `auth:` and `frameworks:` of the configuration change.
@Suite struct AuthenticationSettingsTests {
    private static let application = """
        import express from 'express'
        import { teamGate, lookAround } from '@acme/gates'
        const app = express()
        app.post('/gated', teamGate, (req, res) => res.json({}))
        app.post('/looked', (req, res) => { lookAround(req); res.json({}) })
        app.post('/hooks-in/git', (req, res) => res.json({}))
        app.post('/hooks-in/git/push', (req, res) => res.json({}))
        app.put('/open/a/b', (req, res) => res.json({}))
        app.post('/keyed', (req, res) => {
          if (req.headers['x-team'] !== 'us') return res.status(401).json({ error: 'no', code: 401 })
          res.json({})
        })
        """

    /// The verdicts of the routes by path.
    private func verdicts(_ settings: String) async throws -> [String: String] {
        let run = try await check(
            "routes", "--format", "markdown",
            files: [".lintrc.yaml": "root: true\n" + settings, "app.ts": Self.application],
            status: 0)
        var verdicts: [String: String] = [:]
        for line in run.output.split(separator: "\n").dropFirst(2) {
            let cells = line.split(separator: "|").map { String($0.filter { $0 != " " }) }
            verdicts[cells[1]] = cells[2]
        }
        return verdicts
    }

    /// The lines that `auth/missing` reports.
    private func missing(_ settings: String) async throws -> [String] {
        let workspace = try Workspace([".lintrc.yaml": "root: true\n" + settings, "app.ts": Self.application])
        let run = try await workspace.lintel(["check", "--select", "auth/missing", "--format", "checkstyle"])
        return run.output.split(separator: "\n").compactMap { line -> String? in
            guard let start = line.firstRange(of: "line=\"")?.upperBound else { return nil }
            return String(line[start..<line.endIndex].prefix { $0 != "\"" })
        }
    }

    @Test func middleware() async throws {
        let plain = try await verdicts("")
        #expect(plain["/gated"] == "unknown" && plain["/looked"] == "no")
        let named = try await verdicts("auth: { middleware: [teamGate, lookAround] }\n")
        #expect(named["/gated"] == "yes" && named["/looked"] == "yes")
    }

    /// `*` is one segment, `**` any number, and a method names only itself.
    @Test func publicRoutes() async throws {
        #expect(try await missing("") == ["5", "6", "7", "8"])
        #expect(try await missing("auth: { public: [\"POST /hooks-in/*\", \"/open/**\"] }\n") == ["5", "7"])
        #expect(try await missing("auth: { public: [\"GET /hooks-in/*\"] }\n") == ["5", "6", "7", "8"])
    }

    /// A handler that turns callers away by the header that the configuration names authenticates them.
    @Test func header() async throws {
        #expect(try await verdicts("auth: { header: x-team }\n")["/keyed"] == "yes")
        #expect(try await verdicts("")["/keyed"] != "yes")
    }

    /// The header of the configuration replaces the usual one in what clients send.
    @Test func sentHeader() async throws {
        let client = """
            export const keyed = (key) => fetch('https://team.example.com/gated', { method: 'POST', headers: { 'X-Team': key } })
            export const usual = (key) => fetch('https://team.example.com/gated', { method: 'POST', headers: { Authorization: key } })
            """
        let select = ["check", "--select", "auth/caller-missing-header", "--format", "checkstyle"]
        for (header, lines) in [("X-Team", ["2"]), ("Authorization", [])] {
            let workspace = try Workspace([
                ".lintrc.yaml": "root: true\nauth: { middleware: [teamGate], header: \(header) }\n",
                "app.ts": Self.application, "client.ts": client,
            ])
            let run = try await workspace.lintel(select)
            let reported = run.output.split(separator: "\n").filter { $0.contains("line=") }
            #expect(reported.count == lines.count && zip(reported, lines).allSatisfy { $0.contains("line=\"\($1)\"") })
        }
    }

    /// Where the configuration names the frameworks, files that import none are read as theirs.
    @Test func frameworks() async throws {
        let files: KeyValuePairs = [
            ".lintrc.yaml": "root: true\nframeworks: [fastify]\n",
            "package.json": "{\"dependencies\": {\"left-pad\": \"1\"}}",
            "routes.ts": "export default async function (app) {\n  app.post('/a', async () => ({}))\n}\n",
        ]
        try await check("routes", files: files, status: 0, output: .containing("POST    /a    no    fastify"))
        try await check(
            "routes", files: [".lintrc.yaml": "root: true\nframeworks: [fastfy]\n", "a.ts": "f()\n"], status: 2,
            error: .containing("fastify"))
    }
}
