import Testing

/// `lintel test`.
@Suite struct RuleTestTests {
    private static let rule = """
        rules:
          - id: mine/no-go
            languages: [typescript]
            severity: error
            message: No.
            pattern: go($X)
            fix: stay($X)
        """

    @Test func passing() async throws {
        try await check(
            "test", "rules",
            files: [
                "rules/no-go.yaml": Self.rule,
                "rules/no-go.ts": "// ruleid: mine/no-go\ngo(1)\n// ok: mine/no-go\nstay(1)\n",
            ],
            status: 0, output: "1 of 1 tests passed.\n")
    }

    @Test func failing() async throws {
        let source = "// ruleid: mine/no-go\nstay(1)\n// ok: mine/no-go\ngo(2)\n"
        let workspace = try Workspace(["rules/no-go.yaml": Self.rule, "rules/no-go.ts": source])
        try await check(
            ["test", "rules"], in: workspace, status: 1,
            output: """
                rules/no-go.ts: mine/no-go
                  expected  reported
                         2         -  | stay(1)   <- not reported
                         -         4  | go(2)   <- not expected

                0 of 1 tests passed.

                """)
        try await check(
            ["test", "--format", "json", "rules/no-go.yaml"], in: workspace, status: 1,
            output: .containing(
                "{\"rule_file\": \"rules/no-go.yaml\", \"rule\": \"mine/no-go\", \"target\": \"rules/no-go.ts\", "
                    + "\"expected\": [2], \"reported\": [4], \"passed\": false}"))
    }

    /// A model in the folder beside the rules' own counts, whichever of them are tested; a broken one is no reason to fall back on
    /// another.
    @Test func modelsBesideTheRules() async throws {
        let workspace = try Workspace([
            "rules/mine/open.yaml": """
            rules:
              - id: mine/open
                languages: [typescript]
                severity: error
                message: No.
                route: {authenticated: false}
            """,
            "rules/mine/open.ts": """
            import { createLoft } from "pigeon";
            const loft = createLoft();
            // ruleid: mine/open
            loft.on("POST", "/orders", (bird) => bird.id);
            // ok: mine/open
            loft.on("POST", "/items", feedOnly, (bird) => bird.id);
            """,
            "rules/models/pigeon.yaml": """
            model: pigeon
            languages: [typescript]
            imports: [pigeon]
            routers:
              - pattern: createLoft(...)
                root: true
            routes:
              - pattern: $LOFT.on($VERB, $PATH, $...CHAIN, $HANDLER)
                router: $LOFT
                method: $VERB
                path: $PATH
                middleware: $...CHAIN
                handler: $HANDLER
            names:
              authenticates: ["^feedOnly$"]
            """,
        ])
        for path in ["rules", "rules/mine", "rules/mine/open.yaml"] {
            try await check(["test", path], in: workspace, status: 0, output: "1 of 1 tests passed.\n")
        }
        try workspace.write("rules/models/pigeon.yaml", "model: pigeon\nrouts: []\n")
        try await check(
            ["test", "rules/mine"], in: workspace, status: 2,
            error: .containing("unknown key 'routs', did you mean 'routes'?"))
    }

    @Test func fixes() async throws {
        let workspace = try Workspace([
            "no-go.yaml": Self.rule, "no-go.ts": "// ruleid: mine/no-go\ngo(1)\n",
            "no-go.fixed.ts": "// ruleid: mine/no-go\nstay(1)\n",
        ])
        try await check(["test", "."], in: workspace, status: 0, output: "1 of 1 tests passed.\n")
        try workspace.write("no-go.fixed.ts", "// ruleid: mine/no-go\nwait(1)\n")
        try await check(
            ["test", "."], in: workspace, status: 1,
            output: """
                no-go.ts: mine/no-go
                  the fixes make of it another text than no-go.fixed.ts, first on line 2:
                  expected  | wait(1)
                     fixed  | stay(1)

                0 of 1 tests passed.

                """)
        try workspace.write("no-go.fixed.ts", "// ruleid: mine/no-go\nstay(1)\n\n")
        try await check(
            ["test", "."], in: workspace, status: 1,
            output: .containing("first on line 4:\n  expected  | \n     fixed  | (the end)\n"))
    }

    /// What the totals would hide is said, and changes nothing.
    @Test func rulesWithoutTestsAndAnnotationsOfNone() async throws {
        let other = Self.rule.split(separator: "\n").dropFirst().joined(separator: "\n")
            .replacing("no-go", with: "no-stop").replacing("go($X)", with: "stop($X)")
        let python = other.replacing("no-stop", with: "no-run").replacing("typescript", with: "python")
        let ruby = other.replacing("no-stop", with: "no-walk").replacing("typescript", with: "ruby")
        let source = "// ruleid: mine/no-go\ngo(1)\n// ok: mine/no-og, mine/no-run, mine/no-walk\nstay(1)\n"
        try await check(
            "test", ".",
            files: ["a.yaml": [Self.rule, other, python, ruby].joined(separator: "\n"), "a.ts": source], status: 0,
            output: "2 of 2 tests passed.\n",
            error: """
                a.ts:3: note: a.yaml has no rule 'mine/no-og', did you mean 'mine/no-go'?
                a.yaml:8: note: no annotation names the rule 'mine/no-stop'
                a.yaml:14: note: no annotated file beside it is in a language of the rule 'mine/no-run'

                """)
    }

    @Test func nothingInTheLanguageOfTheRule() async throws {
        try await check(
            "test", ".", files: ["no-go.yaml": Self.rule, "no-go.py": "# ruleid: mine/no-go\ngo(1)\n"], status: 2,
            error: .containing("lintel: error: nothing was tested: no rule speaks of a file beside it in .\n"))
    }

    @Test func project() async throws {
        let rule = """
            rules:
              - id: mine/open
                languages: [typescript]
                severity: error
                message: Open.
                route: { methods: [POST], authenticated: false, public: false }
            """
        let routes = """
            import { Router } from 'express'
            export const teams = Router()
            // ok: mine/open
            teams.post('/', (req, res) => res.json({}))
            """
        let application = """
            import express from 'express'
            import { teams } from './teams'
            const app = express()
            app.use('/teams', requireAuth, teams)
            // ruleid: mine/open
            app.post('/users', (req, res) => res.json({}))
            """
        try await check(
            "test", ".", files: ["open.yaml": rule, "open/teams.ts": routes, "open/app.ts": application], status: 0,
            output: "2 of 2 tests passed.\n")
    }

    @Test func brokenRule() async throws {
        try await check(
            "test", ".", files: ["no-go.yaml": "rules:\n  - id: mine/no-go\n", "no-go.ts": ""], status: 2,
            error: .containing("no-go.yaml:2:5: error: a rule must have the key 'languages'"))
    }

    @Test func nothingToTest() async throws {
        try await check(
            "test", ".", status: 2, error: "lintel: error: no rule file with an annotated file beside it in .\n")
    }
}
