import Testing

/// A framework that nobody modelled, added by one file in the user's own repository.
@Suite struct OwnFrameworkTests {
    private static let model = """
        model: pigeon
        languages: [typescript]
        imports: ["@acme/pigeon"]
        packages: ["@acme/pigeon"]
        routers:
          - pattern: createLoft(...)
            root: true
        routes:
          - patterns:
              - pattern: $LOFT.on("$VERB", $PATH, $...CHAIN, $HANDLER)
              - metavariable-regex: { metavariable: $VERB, regex: "(GET|POST|PUT|DELETE)$" }
            router: $LOFT
            method: $VERB
            path: $PATH
            middleware: $...CHAIN
            handler: $HANDLER
        mounts:
          - pattern: $LOFT.nest($PREFIX, $CHILD)
            router: $LOFT
            prefix: $PREFIX
            child: $CHILD
        middleware:
          - pattern: $LOFT.before($...CHAIN)
            router: $LOFT
            middleware: $...CHAIN
        authentication:
          - pattern: ringed(...)
        responses:
          - pattern: coo($STATUS, $BODY)
            status: $STATUS
            body: $BODY
        names:
          authenticates: ["^feedOnly$"]
        """

    private static let application = """
        import { createLoft, ringed, coo } from '@acme/pigeon'
        import { eggs } from './eggs'
        const loft = createLoft()
        loft.on('POST', '/open', async (bird) => coo(201, {}))
        loft.on('POST', '/ringed', ringed('strict'), async (bird) => coo(201, {}))
        loft.on('POST', '/fed', feedOnly, async (bird) => coo(400, { message: 'no' }))
        loft.nest('/eggs', eggs)
        loft.before((bird, next) => (bird.session ? next() : coo(401, { error: 'no', code: 401 })))
        loft.on('DELETE', '/late', async (bird) => coo(204, null))
        """

    private static let eggs = """
        import { createLoft } from '@acme/pigeon'
        export const eggs = createLoft()
        eggs.on('PUT', '/:id', (bird) => coo(200, {}))
        """

    private static let files: KeyValuePairs = [
        ".lintrc.yaml": "root: true\nrules-from: [lint]\n", "lint/pigeon.yaml": model, "app.ts": application,
        "eggs.ts": eggs,
    ]

    @Test func routesAreListed() async throws {
        try await check(
            "routes", files: Self.files, status: 0,
            output: .text(
                """
                METHOD  PATH       AUTH  FRAMEWORK  HANDLER    EVIDENCE                     STATUSES  ENVELOPE
                PUT     /eggs/:id  no    pigeon     eggs.ts:3                               200
                POST    /fed       yes   pigeon     app.ts:6   feedOnly                     400       {message}
                DELETE  /late      yes   pigeon     app.ts:9   reads session, rejects: 401  204
                POST    /open      no    pigeon     app.ts:4                                201
                POST    /ringed    yes   pigeon     app.ts:5   ringed('strict')             201

                5 routes

                """))
    }

    @Test func rulesKnowItsRoutesAndResponses() async throws {
        let run = try await check(
            "check", "--select", "auth/missing,api/error-envelope", "--format", "checkstyle", files: Self.files,
            status: 1)
        let places = run.output.split(separator: "\n").compactMap { line -> String? in
            guard let start = line.firstRange(of: "line=\"")?.upperBound else { return nil }
            return String(line[start...].prefix { $0 != "\"" }) + " " + (line.contains("auth/missing") ? "auth" : "api")
        }
        #expect(places == ["4 auth", "6 api", "3 auth"])
    }

    /// Without the model nothing of it is known.
    @Test func unknownWithoutTheModel() async throws {
        try await check(
            "routes",
            files: [
                ".lintrc.yaml": "root: true\n", "package.json": #"{"dependencies": {"@acme/pigeon": "1"}}"#,
                "app.ts": Self.application, "eggs.ts": Self.eggs,
            ], status: 0, output: .containing("0 routes"))
    }

    /// An entry that needs a section is looked for only in files where that section has a match.
    @Test func entriesNeedOtherSections() async throws {
        let needy = Self.model + "\nrate-limits:\n  - {pattern: slowly(...), needs: [routers]}\n"
        let application = { (first: String) in
            """
            import { createLoft, coo } from '@acme/pigeon'
            \(first)
            loft.on('POST', '/login', slowly(3), async (bird) => coo(200, {}))
            """
        }
        for (first, isLimited) in [("const loft = createLoft()", "true"), ("import { loft } from './loft'", "null")] {
            try await check(
                "routes", "--format", "json",
                files: [
                    ".lintrc.yaml": "root: true\nrules-from: [lint]\n", "lint/pigeon.yaml": needy,
                    "app.ts": application(first),
                ], status: 0, output: .containing("\"rate_limited\": \(isLimited)"))
        }
        try await check(
            "config", "check",
            files: [
                ".lintrc.yaml": "root: true\nrules-from: [lint]\n",
                "lint/pigeon.yaml":
                    "model: pigeon\nlanguages: [typescript]\nrouters:\n  - {pattern: loft(), needs: [mounts]}\n",
            ], status: 2, error: .containing("pigeon.yaml:4:31: error: unknown section 'mounts'"))
    }
}
