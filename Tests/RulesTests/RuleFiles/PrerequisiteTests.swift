import Matching
import Rules
import Testing
import YAML

/// What a file must hold for a rule to be compiled for it at all.
@Suite struct PrerequisiteTests {
    @Test(arguments: [
        // Names in the place of a callee or member, and the name that is all of a pattern.
        ("pattern: query($X)", "const x = 1", false),
        ("pattern: query($X)", "query(x)", true),
        ("pattern: $X.query", "x.query", true),
        ("pattern: axios", "const x = 1", false),
        ("pattern: axios", "import http from 'axios'", true),
        ("pattern: x", "const y = 1", true),
        // A list of words that a metavariable has to be one of.
        (
            "patterns: [{ pattern: $X.$M() }, { metavariable-regex: { metavariable: $M, regex: ^(get|post)$ } }]",
            "x.put()", false
        ),
        (
            "patterns: [{ pattern: $X.$M() }, { metavariable-regex: { metavariable: $M, regex: (get|post)$ } }]",
            "x.post()", true
        ),
        (
            "patterns: [{ pattern: $X.$M() }, { metavariable-regex: { metavariable: $M, regex: (get|post) } }]",
            "x.poster()", true
        ),
        (
            """
            patterns: [{ pattern: $F($M) }, { metavariable-regex: { metavariable: $M, regex: get$, constant-propagation: true } }]
            """,
            "f('g' + 'et')", true
        ),
        // Of alternatives, one.
        ("pattern-either: [{ pattern: query($X) }, { pattern: run($X) }]", "run(x)", true),
        ("pattern-either: [{ pattern: query($X) }, { pattern: $X }]", "const x = 1", true),
        ("pattern-either: [{ pattern: query($X) }, { pattern: run($X) }]", "const x = 1", false),
        // The newer syntax.
        ("match: query($X)", "const x = 1", false),
        ("match: query($X)", "query(x)", true),
        ("match: { any: [query($X), run($X)] }", "run(x)", true),
        ("match: { any: [query($X), run($X)] }", "const x = 1", false),
        ("match: { all: [query($X), not: run($X)] }", "query(x)", true),
        ("match: { all: [query($X), inside: { any: [run($X)] }] }", "query(x)", false),
        ("match: { all: [query($X), anywhere: run($X)] }", "query(x)", false),
        ("match: { pattern: $F($X), where: [{ metavariable: $F, regex: query }] }", "run(x)", true),
        ("taint: { sources: [query()], sinks: [run($X)] }", "run(x)", false),
        ("taint: { sources: [query()], sinks: [run($X)] }", "run(query())", true),
    ])
    func prerequisite(formula: String, code: String, isFulfilled: Bool) throws {
        try check(formula, code, isFulfilled)
    }

    private func check(
        _ formula: String, _ code: String, _ isFulfilled: Bool, at location: SourceLocation = #_sourceLocation
    ) throws {
        let text = "rules:\n- id: a\n  languages: [typescript]\n  severity: error\n  message: m\n  \(formula)\n"
        let file = RuleFile(Array(text.utf8), path: "a.yaml")
        #expect(file.errors.isEmpty, sourceLocation: location)
        let rule = try #require(file.rules.first, sourceLocation: location)
        #expect(
            rule.prerequisite.isFulfilled(by: WordSet(of: Array(code.utf8))) == isFulfilled, sourceLocation: location)
    }
}
