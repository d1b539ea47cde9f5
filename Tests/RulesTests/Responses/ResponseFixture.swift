import Facts
import Matching
import Rules
import SourceText
import Syntax
import Testing

/// Runs a rule over one source text under some contracts, with a model made for the tests.
struct ResponseFixture {
    /// `send(status, body)` sends JSON, `say(status, text)` text; `fail(status, text)` is worded by the framework.
    private static let model = """
        model: imaginary
        languages: [typescript]
        responses:
          - pattern: send($STATUS, $BODY)
            status: $STATUS
            body: $BODY
            format: json
          - pattern: send($BODY)
            default-status: 200
            body: $BODY
            format: json
          - pattern: say($STATUS, $BODY)
            status: $STATUS
            body: $BODY
            format: text
          - pattern: fail($STATUS, $TEXT)
            status: $STATUS
            keys: { reason: $TEXT }
            exception: true
        error-handlers:
          - pattern: onError(...)
        names:
          changes-object: ["^assign$"]
        """

    /// The lines, marked with `!` in a comment at their ends, that the operator `response:` must match.
    static func check(
        _ source: String, matching operation: String, settings: ProjectSettings = ProjectSettings(),
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let rule = """
            rules:
              - id: test
                languages: [typescript]
                severity: error
                message: test
                response: \(operation)
            """
        let language = try #require(Languages.named("typescript"))
        let file = RuleFile(Array(rule.utf8), path: "test.yaml")
        #expect(file.errors.isEmpty, sourceLocation: sourceLocation)
        let compiled = try #require(try file.rules.first?.compiled(for: language))
        let modelFile = try ModelFile(Array(model.utf8), path: "model.yaml")
        let model = try #require(try modelFile.model(for: language, report: { Issue.record("\($0)") }))
        let bytes = Array(source.utf8)
        let tree = language.tree(of: bytes, fileExtension: "ts")
        let target = MatchTarget(
            tree: tree, language: language,
            semantics: Semantics(of: tree, language: language, identifiers: IdentifierTable(of: tree)))
        let facts = FileFacts(
            path: "test.ts", target: target, words: WordSet(of: bytes),
            models: ModelSet(models: [model], names: modelFile.names),
            settings: settings)
        guard case .search(let formula) = compiled.query else { return }
        let matches = FormulaEvaluator(
            target: target, options: compiled.options, slotCount: compiled.metavariables.count
        ).matches(formula)
        let summary = facts.summary()
        let project = ProjectFacts(
            FileSummaries([summary]), publicRoutes: settings.publicRoutes, names: modelFile.names)
        let lines = LineIndex(bytes)
        let found = matches.filter { match in
            match.conditions.allSatisfy { condition in
                let question = summary.questions[Int(condition >= 0 ? condition : ~condition)]
                return project.answer(question, of: "test.ts") == (condition >= 0)
            }
        }.map { lines.line(at: $0.range.start) }
        let expected = source.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { $0.element.hasSuffix("// !") }.map { $0.offset + 1 }
        #expect(Set(found) == Set(expected), sourceLocation: sourceLocation)
    }
}
