import Testing

/// What `auth/missing` says of whole applications, and of routes that leave it to another server who calls.
@Suite struct ApplicationTests {
    private static let open = """
        import express from 'express'
        const app = express()
        app.put('/things', (req, res) => res.json(save(req.body)))

        """
    private static let guarded = """
        import express from 'express'
        const app = express()
        app.get('/teams', requireAuth, (req, res) => res.json([]))

        """

    /// A project of some files that say nothing, and these.
    private func project(_ files: KeyValuePairs<String, String>, filler: Int) throws -> Workspace {
        let workspace = try Workspace(files)
        for number in 0..<filler { try workspace.write("lib/part\(number).ts", "export const part = 0\n") }
        return workspace
    }

    /// The files in which the rule finds something.
    private func missing(in workspace: Workspace) async throws -> [String] {
        let run = try await workspace.lintel(["check", "--select", "auth/missing", "--format", "checkstyle"])
        return run.output.split(separator: "\n").compactMap { line -> String? in
            guard let start = line.firstRange(of: "<file name=\"")?.upperBound else { return nil }
            return String(line[start..<line.endIndex].prefix { $0 != "\"" })
        }
    }

    /// Where nobody is asked who he is, no single route lacks that; a few files may be a part of something.
    @Test func withoutCallers() async throws {
        #expect(try await missing(in: project(["app.ts": Self.open], filler: 3)) == ["app.ts"])
        #expect(try await missing(in: project(["app.ts": Self.open], filler: 12)) == [])
        let entrance = Self.open + "app.post('/login', (req, res) => res.json(enter(req.body)))\n"
        #expect(try await missing(in: project(["app.ts": entrance], filler: 12)) == ["app.ts"])
    }

    /// An application without callers among others that have them is reached from inside.
    @Test func inside() async throws {
        let files: KeyValuePairs = ["api/app.ts": Self.guarded, "worker/app.ts": Self.open]
        #expect(try await missing(in: project(files, filler: 3)) == ["worker/app.ts"])
        #expect(try await missing(in: project(files, filler: 12)) == [])
        let both: KeyValuePairs = ["api/app.ts": Self.guarded + "app.put('/things', (req, res) => res.json({}))\n"]
        #expect(try await missing(in: project(both, filler: 40)) == ["api/app.ts"])
    }

    /// What a function registers on an application that it gets nobody knows how, where something may stand before that.
    @Test func handedOver() async throws {
        let start = "import express from 'express'\nimport { load } from './load'\nconst app = express()\n"
        let load =
            "import express from 'express'\nexport function load({ app }: { app: express.Application }) {\n"
            + "  app.put('/things', (req, res) => res.json(save(req.body)))\n}\n"
        #expect(
            try await missing(in: project(["app.ts": start + "load({ app })\n", "load.ts": load], filler: 0)) == [
                "load.ts"
            ])
        let guarded = start + "app.use(requireAuth)\nload({ app })\n"
        #expect(try await missing(in: project(["app.ts": guarded, "load.ts": load], filler: 0)) == [])
    }

    /// Cookies that are handed on to a server, two files away, which may ask whose they are.
    @Test func relayed() async throws {
        let client = """
            import { headers } from 'next/headers'
            async function call(path: string, method: string) {
              const store = await headers()
              const cookie = store.get('cookie')
              const sent: Record<string, string> = {}
              if (cookie) sent['Cookie'] = cookie
              return fetch(process.env.API_URL + path, { method, headers: sent })
            }
            export const api = { post: async (path: string) => call(path, 'POST') }

            """
        let people = """
            import { api } from './client'
            function inviteAll(path: string) {
              const own = api
              return own.post(path)
            }
            export function invite() { return inviteAll('/invitations') }

            """
        let route = """
            import { invite } from '../../../lib/people'
            export async function POST(request: Request) {
              const body = await request.json()
              return Response.json(await invite())
            }

            """
        let files: KeyValuePairs = [
            "package.json": "{\"dependencies\": {\"next\": \"15\"}}", "lib/client.ts": client, "lib/people.ts": people,
            "app/api/people/route.ts": route,
            "app/api/teams/route.ts": "export async function POST(request: Request) { return Response.json({}) }\n",
        ]
        #expect(try await missing(in: Workspace(files)) == ["app/api/teams/route.ts"])
    }

    /// A POST that stands for itself, in a project that guards nearly everything it changes, is mostly meant for everybody;
    /// what other routes change or remove is not, nor what says that it is for those who manage.
    @Test func mostlyGuarded() async throws {
        let guarded = (0..<12).map { "app.post('/part\($0)', requireAuth, (req, res) => res.json({}))\n" }.joined()
        let start = "import express from 'express'\nconst app = express()\n"
        let posts = { (path: String) in "app.post('\(path)', (req, res) => res.json(save(req.body)))\n" }
        let teams = "app.delete('/teams/:id', requireAuth, (req, res) => res.json({}))\n"
        #expect(try await missing(in: project(["app.ts": start + guarded + posts("/pulses")], filler: 12)) == [])
        #expect(try await missing(in: project(["app.ts": start + guarded + posts("/pulses")], filler: 0)) == ["app.ts"])
        // Beside what anybody may remove in its own file, nobody meant it.
        let uploads = """
            import express from 'express'
            export const uploads = express.Router()
            uploads.post('/uploads', (req, res) => res.json(save(req.body)))
            uploads.delete('/scans/:id', (req, res) => res.json(drop(req.params.id)))

            """
        let files: KeyValuePairs = [
            "app.ts": "import { uploads } from './uploads'\n" + start + guarded + "app.use(uploads)\n",
            "uploads.ts": uploads,
        ]
        let beside = try await project(files, filler: 12).lintel(
            ["check", "--select", "auth/missing", "--format", "github"])
        #expect(beside.output.contains("/uploads.") && beside.output.contains("/scans"))
        let mail =
            "app.post('/letters', sendWelcomeLetter)\nfunction sendWelcomeLetter(req, res) { res.json(post(req.body)) }\n"
        for source in [
            mail, posts("/teams") + teams, posts("/admin/pulses"), posts("/pulses") + posts("/things") + posts("/lots"),
        ] {
            #expect(try await missing(in: project(["app.ts": start + guarded + source], filler: 12)) == ["app.ts"])
        }
        let run = try await project(["app.ts": start + guarded + posts("/pulses") + teams], filler: 12).lintel(
            ["check", "--profile", "strict", "--select", "auth/unguarded-action", "--format", "github"])
        #expect(run.output.contains("/pulses"))
    }

    /// A handler that only answers stands for what is not there, where most handlers of an application do more.
    @Test func onlyAnswers() async throws {
        let start = "import express from 'express'\nconst app = express()\n"
        let parts = { (body: String) in
            (0..<4).map { "app.put('/part\($0)', requireAuth, (req, res) => res.json(\(body)))\n" }.joined()
        }
        let stub = "app.delete('/teams', (req, res) => { console.log(req.body); res.json({ gone: true }) })\n"
        let work = parts("save(req.body)")
        #expect(try await missing(in: project(["app.ts": start + work + stub], filler: 12)) == [])
        #expect(try await missing(in: project(["app.ts": start + work + stub], filler: 0)) == ["app.ts"])
        #expect(try await missing(in: project(["app.ts": start + parts("{}") + stub], filler: 12)) == ["app.ts"])
        let forwarding =
            "import { gone } from './gone'\n" + start + work
            + "app.delete('/teams', (req, res) => gone(req, res, app))\n"
        for (body, found) in [
            ("res.status(200)\n  res.send({ gone: true })", []), ("res.json(drop(req.body))", ["app.ts"]),
        ] {
            let files: KeyValuePairs = [
                "app.ts": forwarding, "gone.ts": "export async function gone(req, res, app) {\n  \(body)\n}\n",
            ]
            #expect(try await missing(in: project(files, filler: 12)) == found)
        }
        for body in ["teams.pop()", "count++", "teams.gone = true", "delete teams[req.body.id]", "count = 0"] {
            let handler = "let count = 1\napp.delete('/teams', (req, res) => { \(body); res.json({}) })\n"
            #expect(try await missing(in: project(["app.ts": start + work + handler], filler: 12)) == ["app.ts"])
        }
    }

    /// Who posts a password to where users are kept opens an account, unless there is another place for that.
    @Test func accounts() async throws {
        let routes = { (field: String) in
            """
            import express from 'express'
            const app = express()
            app.post('/users', async (req, res) => {
              await users.insert({ name: req.body.name, \(field): await digest(req.body.\(field), 10) })
              res.json({})
            })
            app.get('/users', requireAuth, (req, res) => res.json([]))

            """
        }
        #expect(try await missing(in: Workspace(["app.ts": routes("password")])) == [])
        let signUp = "app.post('/signup', (req, res) => res.json(open(req.body)))\n"
        #expect(try await missing(in: Workspace(["app.ts": routes("password") + signUp])) == ["app.ts"])
        #expect(try await missing(in: Workspace(["app.ts": routes("role")])) == ["app.ts"])
    }
}
