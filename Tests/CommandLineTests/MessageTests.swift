import Testing

/// Findings name the facts behind them: the route, the table, the status, what was measured.
@Suite struct MessageTests {
    /// Whether a rule's message about some files holds the words.
    private func check(
        _ rule: String, _ files: KeyValuePairs<String, String>, says words: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let workspace = try Workspace(files)
        let run = try await workspace.lintel([
            "check", "--no-config", "--profile", "all", "--select", rule, "--format", "jsonl",
        ])
        #expect(run.output.contains(words), "\(run.output)\(run.error)", sourceLocation: sourceLocation)
    }

    private static let app = """
        import express from 'express'
        import { remember } from './visits'
        const app = express()

        """

    @Test func whatTheProjectKnows() async throws {
        let visits = "export async function remember(id) { await prisma.visit.create({ data: { id } }) }\n"
        let route =
            Self.app + "app.get('/visits/:id', async (req, res) => { await remember(req.params.id); res.json({}) })\n"
        try await check(
            "rest/get-mutates", ["app.ts": route, "visits.ts": visits],
            says: "It changes 'visit'. It runs in GET /visits/:id (app.ts:4).")
        let guarded = Self.app + "app.get('/api/teams', requireAuth, (req, res) => res.json([]))\n"
        try await check(
            "auth/caller-missing-header",
            ["server/app.ts": guarded, "web/a.ts": "fetch('http://localhost:3000/api/teams')\n"],
            says: "The route is GET /api/teams (server/app.ts:4); what guards it: requireAuth.")
        try await check(
            "security/unthrottled-endpoint", ["app.ts": Self.app + "app.post('/login', login)\n"],
            says: "The route is POST /login.")
        let users = "export const find = async (id) => prisma.user.findUnique({ where: { id } })\n"
        try await check(
            "sql/n-plus-one",
            [
                "users.ts": users,
                "teams.ts": "import { find } from './users'\nexport async function members(ids) {\n"
                    + "  for (const id of ids) show(await find(id))\n}\n",
            ],
            says: "The function is called for each element in teams.ts:3.")
    }

    @Test func whatTheFileKnows() async throws {
        try await check(
            "api/error-envelope",
            ["a.ts": Self.app + "app.get('/', (req, res) => res.status(400).json({ error: {} }))\n"],
            says: "Here it lacks 'code'.")
        try await check(
            "api/error-envelope",
            ["a.ts": Self.app + "app.get('/', (req, res) => res.status(400).json({ error: true, code: 400 }))\n"],
            says: "Here 'error' is true where a string belongs.")
        try await check(
            "api/retry-after",
            ["a.ts": Self.app + "app.get('/', (req, res) => res.status(429).json({ error: 'no' }))\n"],
            says: "The status is 429.")
        try await check(
            "structure/middleware-order", ["a.ts": Self.app + "app.use(requireAuth)\napp.use(helmet())\n"],
            says: "This is security headers, behind authentication of line 4.")
        try await check(
            "structure/middleware-order",
            [
                "a.ts": Self.app + "import orders from './orders'\napp.use('/orders', orders)\napp.use(helmet())\n",
                "orders.ts": "import express from 'express'\nconst orders = express.Router()\n"
                    + "orders.post('/', place)\nexport default orders\n",
            ],
            says: "This is security headers, behind routes of line 5.")
        let long = "class Store {\n" + (0..<21).map { "  m\($0)() {}\n" }.joined() + "}\n"
        try await check("structure/god-class", ["a.ts": long], says: "It has 21 methods.")
    }
}
