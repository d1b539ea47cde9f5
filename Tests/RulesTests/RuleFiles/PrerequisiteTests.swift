import Matching
import Rules
import Syntax
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
        // Any other expression, where the patterns say nothing.
        (
            "patterns: [{ pattern: $X.$M() }, { metavariable-regex: { metavariable: $M, regex: fetch(One|All) } }]",
            "x.fet()", false
        ),
        (
            "patterns: [{ pattern: $X.$M() }, { metavariable-regex: { metavariable: $M, regex: fetch(One|All) } }]",
            "x.fetchAllRows()", true
        ),
        (
            """
            patterns:
              - pattern-either: [{ pattern: $X.$M() }, { pattern: $M = $X }]
              - metavariable-regex: { metavariable: $M, regex: fetch(One|All) }
            """,
            "x.fet()", false
        ),
        (
            "patterns: [{ pattern: $X() }, { metavariable-regex: { metavariable: $X, regex: 'axios\\.create' } }]",
            "import { create } from 'axios'; create()", true
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
        ("patterns: [{ pattern: $F($X) }, { pattern-anywhere: query($X) }]", "run(x)", false),
        ("patterns: [{ pattern: $F($X) }, { pattern-anywhere: query($X) }]", "run(x); query(x)", true),
        ("taint: { sources: [query()], sinks: [run($X)] }", "run(x)", false),
        ("taint: { sources: [query()], sinks: [run($X)] }", "run(query())", true),
        // Of a regular expression for the text, the parts of words.
        ("patterns: [{ pattern: $F($X) }, { pattern-anywhere: { pattern-regex: cookie|jar } }]", "run(x)", false),
        ("patterns: [{ pattern: $F($X) }, { pattern-anywhere: { pattern-regex: cookie|jar } }]", "cookies(x)", true),
        ("pattern-regex: ooki|ja", "run(x)", true),
        ("pattern-regex: (?i)cookie", "run(COOKIE)", true),
    ])
    func prerequisite(formula: String, code: String, isFulfilled: Bool) throws {
        try check(formula, code, isFulfilled)
    }

    // What is compiled tells more: of the words of a pattern all, of alternatives all that each of them needs, of a regular
    // expression for a metavariable the parts of words.
    @Test(arguments: [
        ("pattern: query(table.name)", "query(table)", false),
        ("pattern: query(table.name)", "query(table.name)", true),
        ("pattern-either: [{ pattern: query(table) }, { pattern: run(view) }]", "query(view)", false),
        ("pattern-either: [{ pattern: query(table) }, { pattern: run(view) }]", "run(view)", true),
        (
            "patterns: [{ pattern: $X.$M() }, { metavariable-regex: { metavariable: $M, regex: fetch(One|All) } }]",
            "x.fet()", false
        ),
        (
            "patterns: [{ pattern: $X.$M() }, { metavariable-regex: { metavariable: $M, regex: fetch(One|All) } }]",
            "x.fetchAllRows()", true
        ),
        ("taint: { sources: [query(), read()], sinks: [run($X)] }", "run(x)", false),
        ("taint: { sources: [query(), read()], sinks: [run($X)] }", "run(read())", true),
    ])
    func compiledPrerequisite(formula: String, code: String, isFulfilled: Bool) throws {
        let rule = try definition(formula).compiled(for: try #require(Languages.named("typescript")))
        let words = WordSet(of: Array(code.utf8))
        #expect(rule.prerequisite.isFulfilled(by: words) == isFulfilled)
        #expect(PrerequisiteIndex([rule.prerequisite]).fulfilled(by: words) == (isFulfilled ? [0] : []))
    }

    private func check(
        _ formula: String, _ code: String, _ isFulfilled: Bool, at location: SourceLocation = #_sourceLocation
    ) throws {
        let rule = try definition(formula)
        let words = WordSet(of: Array(code.utf8))
        #expect(rule.prerequisite.isFulfilled(by: words) == isFulfilled, sourceLocation: location)
        #expect(
            PrerequisiteIndex([rule.prerequisite]).fulfilled(by: words) == (isFulfilled ? [0] : []),
            sourceLocation: location)
    }

    private func definition(
        _ formula: String, at location: SourceLocation = #_sourceLocation
    ) throws -> RuleDefinition {
        let text = "rules:\n- id: a\n  languages: [typescript]\n  severity: error\n  message: m\n  \(formula)\n"
        let file = RuleFile(Array(text.utf8), path: "a.yaml")
        #expect(file.errors.isEmpty, sourceLocation: location)
        return try #require(file.rules.first, sourceLocation: location)
    }

    // Operators over facts are found wherever a rule has them, in what an alias repeats, too.
    @Test(arguments: [
        ("pattern: f()", false),
        ("patterns: [{ pattern: f() }, { pattern-inside: { route: {} } }]", true),
        ("metadata: { route: x }\n  pattern: f()", false),
        ("metadata: { x: &x { route: {} } }\n  match: { all: [f(), inside: *x] }", true),
    ])
    func factOperators(formula: String, usesFacts: Bool) throws {
        #expect(try definition(formula).usesFacts == usesFacts)
    }
}
