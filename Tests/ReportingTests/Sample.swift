import Findings
import Reporting
import SourceText

/// A small report that has one of everything: files with tabs, wide and combined characters and CR LF, fixes, a flow,
/// related places, a suppressed finding, problems of the run, rules and routes.
enum Sample {
    static let teams = """
        import { db } from "../db"

        export function create(req, res) {
        \tconst 名前 = "👩‍👩‍👧 née"; res.status(400).json({ message: 'Invalid <email>' })
          const rows = db.query("SELECT * FROM teams WHERE id = " + req.query.id)
          return res.json(
            rows,
          )
        }

        """

    static let legacy = "first()\r\nsecond() // café\r\n"

    static let sources = InMemorySources([
        "src/routes/[id]/teams route.ts": Array(teams.utf8),
        "legacy.py": Array(legacy.utf8),
    ])

    static let path = "src/routes/[id]/teams route.ts"

    /// The range of the first place where `part` stands in `text`.
    static func range(of part: String, in text: String) -> SourceRange {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else {
            fatalError("the sample has no \(part)")
        }
        return SourceRange(ByteRange(start, start + wanted.count), lines: LineIndex(bytes), in: bytes)
    }

    static let envelope = Finding(
        rule: "api/error-envelope", severity: .error, path: path,
        range: range(of: "{ message: 'Invalid <email>' }", in: teams),
        message: "An error response needs `error` and `code`: { error, code }.",
        fix: Fix(
            description: "Use the flat error envelope",
            edits: [
                TextEdit(range: range(of: "message", in: teams), replacement: "error"),
                TextEdit(
                    range: SourceRange(
                        start: range(of: " })", in: teams).start, end: range(of: " })", in: teams).start),
                    replacement: ", code: 400"),
            ],
            isSafe: true),
        fingerprint: "00000000000000000000000000000001",
        metavariables: [MetavariableText(name: "$BODY", text: "{ message: 'Invalid <email>' }")])

    static let injection = Finding(
        rule: "sql/unparameterized", severity: .error, path: path,
        range: range(of: #""SELECT * FROM teams WHERE id = " + req.query.id"#, in: teams),
        message: "SQL is built from request input;\nuse a placeholder.",
        related: [
            RelatedPlace(path: "legacy.py", range: range(of: "first()", in: legacy), message: "the same query, safe")
        ],
        flow: [
            FlowStep(path: path, range: range(of: "req.query.id", in: teams), message: "request input"),
            FlowStep(path: path, range: range(of: "db.query", in: teams), message: "reaches the database"),
        ],
        fingerprint: "00000000000000000000000000000002")

    static let unpaginated = Finding(
        rule: "api/list-unpaginated", severity: .warning, path: path,
        range: range(of: "res.json(\n    rows,\n  )", in: teams),
        message: "The whole table is returned, 100% of it.", fingerprint: "00000000000000000000000000000003")

    static let suppressed = Finding(
        rule: "logging/console", severity: .note, path: "legacy.py", range: range(of: "second()", in: legacy),
        message: "Use the logger.", fingerprint: "00000000000000000000000000000004",
        suppression: Suppression(kind: .comment, reason: "start-up only"))

    static let undescribed = Finding(
        rule: "house-rule", severity: .note, path: "legacy.py", range: range(of: "é", in: legacy),
        message: "See [the guide](0) on {0}.",
        fix: Fix(
            description: "Use ASCII", edits: [TextEdit(range: range(of: "é", in: legacy), replacement: "e")],
            isSafe: false),
        fingerprint: "00000000000000000000000000000005")

    static let rules = [
        RuleDescription(
            id: "sql/unparameterized", summary: "SQL text must not hold request input.",
            description: "SQL text must not hold request input. Use placeholders.",
            helpAddress: "https://example.com/rules/unparameterized", defaultLevel: .error, convention: .critical,
            strength: 0.95, rationale: "It lets callers run their own SQL.",
            goodExamples: [CodeExample(language: "typescript", code: #"db.query("SELECT 1 WHERE id = $1", [id])"#)],
            badExamples: [CodeExample(language: "typescript", code: #"db.query("SELECT 1 WHERE id = " + id)"#)],
            weaknesses: [89, 1234], tags: ["sql", "security"], precision: .high, securitySeverity: 9.8),
        RuleDescription(
            id: "api/error-envelope", summary: "Error responses follow the contract.", defaultLevel: .error,
            convention: .pattern,
            tags: ["api"],
            options: [
                RuleOption(name: "extra-keys", description: "…", defaultValue: "allow", accepted: ["allow", "forbid"])
            ]),
        RuleDescription(
            id: "api/list-unpaginated", summary: "Lists have a limit.", defaultLevel: .warning,
            isEnabledByDefault: false,
            convention: .antiPattern),
    ]

    static let report = Report(
        findings: [suppressed, unpaginated, undescribed, injection, envelope], rules: rules,
        diagnostics: [
            Diagnostic(severity: .error, path: "src/broken:1.ts", message: "cannot be read: permission denied"),
            Diagnostic(
                severity: .warning, path: ".lintrc.yaml", line: 3, column: 7, message: "unknown key, nearest: \"rules\""
            ),
        ],
        summary: RunSummary(filesChecked: 12, filesSkipped: [.generated: 2, .unreadable: 1], suppressed: [.comment: 1]))

    static let empty = Report(findings: [], summary: RunSummary(filesChecked: 1))

    static let routes = [
        RouteEntry(
            method: "POST", path: "/teams/:id", file: path, line: 3, framework: "express", isAuthenticated: true,
            evidence: "requireAuth in the chain", isValidated: false, statuses: [200, 400], envelope: "flat",
            tablesRead: ["teams"], tablesWritten: ["audit"], callers: ["web/api.ts:9"]),
        RouteEntry(
            method: "GET", path: "/teams", file: path, line: 1, framework: "express",
            evidence: "middleware `guard` is not known"),
    ]

    static func options(color: Bool = false, suppressed: Bool = false) -> ReportOptions {
        ReportOptions(
            toolVersion: "1.2.3", toolAddress: "https://example.com/lintel", usesColor: color,
            showsSuppressed: suppressed,
            category: "lintel/backend", sources: sources, routes: routes)
    }
}
