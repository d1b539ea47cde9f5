import Rules
import Syntax
import Testing
import YAML

/// What is wrong in a rule file is said at its place and in words that help. `~` in a rule stands for the four keys that every
/// rule has.
@Suite struct RuleErrorTests {
    @Test(arguments: [
        // Keys.
        (
            "rules:\n- ~\n  patern: f()\n",
            "6:3: unknown key 'patern', did you mean 'pattern'?"
        ),
        (
            "rules:\n- ~\n  patterns:\n  - pattern: f()\n  - metavariable-regx: {}\n",
            "8:5: unknown key 'metavariable-regx', did you mean 'metavariable-regex'?"
        ),
        ("rule: []\n", "1:1: unknown key 'rule', did you mean 'rules'?"),
        ("rules:\n- id: a\n  message: m\n  severity: error\n", "2:3: a rule must have the key 'languages'"),
        (
            "rules:\n- ~\n  pattern: f()\n  options: {symbolic_propagatio: true}\n",
            "did you mean 'symbolic_propagation'?"
        ),
        (
            "rules:\n- ~\n  pattern: f()\n  options: {unify_ids_strictly: false}\n",
            "Lintel knows 'unify_ids_strictly' only as true"
        ),
        // The engine for text that has its own syntax.
        (
            "rules:\n- id: a\n  languages: [generic]\n  message: m\n  severity: error\n  options: {generic_engine: aliengrep}\n  pattern: $X ... $...X\n",
            "7:12: not a pattern of aliengrep: the metavariable 'X' has one of the forms"
        ),
        (
            "rules:\n- id: a\n  languages: [generic]\n  message: m\n  severity: error\n  options: {generic_engine: aliengrep, generic_braces: [['<']]}\n  pattern: a\n",
            "each of 'generic_braces' is what opens and what closes"
        ),
        (
            "rules:\n- id: a\n  languages: [generic]\n  message: m\n  severity: error\n  options: {generic_engine: aliengrep, generic_braces: [[a, b]]}\n  pattern: a\n",
            "'a' is part of words, so it can be no bracket"
        ),
        (
            "rules:\n- id: a\n  languages: [generic]\n  message: m\n  severity: error\n  options: {generic_engine: aliengrep, generic_extra_braces: [['<', ')']]}\n  pattern: a\n",
            "'<' or ')' is a bracket of another pair already"
        ),
        (
            "rules:\n- id: a\n  languages: [generic]\n  message: m\n  severity: error\n  options: {generic_engine: aliengrep, generic_extra_word_characters: ['é']}\n  pattern: a\n",
            "each of 'generic_extra_word_characters' is one ASCII character, found 'é'"
        ),
        // Values.
        (
            "rules:\n- id: a\n  languages: [pyton]\n  message: m\n  severity: error\n  pattern: f()\n",
            "3:15: unknown language 'pyton', did you mean 'python'?"
        ),
        (
            "rules:\n- id: a\n  languages: [python]\n  message: m\n  severity: warn\n  pattern: f()\n",
            "5:13: 'severity' must be"
        ),
        ("rules:\n- ~\n  mode: join\n", "6:9: 'mode' must be"),
        // Patterns: the place is inside the pattern.
        ("rules:\n- ~\n  pattern: |\n    f(\n    g(]\n", "8:7: not a python pattern"),
        ("rules:\n- ~\n  pattern: f() +\n", "not a python pattern"),
        ("rules:\n- ~\n  pattern: f(\"abc)\n", "6:14: not a python pattern: this string is never closed"),
        ("rules:\n- ~\n  pattern: f(a, [b\n", "6:17: not a python pattern: this bracket is never closed"),
        ("rules:\n- ~\n  pattern: ''\n", "the pattern is empty"),
        ("rules:\n- ~\n  pattern-regex: 'a(b'\n", "6:22: not a regular expression: missing closing parenthesis"),
        ("rules:\n- ~\n  pattern-either: []\n", "'pattern-either' must list at least one pattern"),
        // Operators that do not make a rule.
        ("rules:\n- ~\n", "2:3: a rule must have a pattern"),
        ("rules:\n- ~\n  patterns:\n  - pattern-not: f()\n", "7:3: no positive pattern here"),
        (
            "rules:\n- ~\n  patterns:\n  - pattern: f($X)\n  - metavariable-regex: {metavariable: $Y, regex: a}\n",
            "8:40: no pattern of the rule binds the metavariable '$Y'"
        ),
        (
            "rules:\n- ~\n  patterns:\n  - pattern: f($X)\n  - focus-metavariable: X\n",
            "8:25: 'X' is no metavariable; write a name in capital letters after '$'"
        ),
        (
            "rules:\n- ~\n  patterns:\n  - pattern: f($X)\n  - metavariable-comparison: {comparison: '$X >'}\n",
            "not a comparison"
        ),
        ("rules:\n- ~\n  pattern: f()\n- ~\n  pattern: g()\n", "7:7: duplicate rule id 'a', first on line 2"),
        // Operators of which nobody could say how they belong together.
        (
            "rules:\n- ~\n  pattern-either:\n  - pattern: f()\n    pattern-regex: a\n",
            "8:5: each of 'pattern-either' has one operator, found 'pattern-regex', too; begin it with a hyphen"
        ),
        (
            "rules:\n- ~\n  patterns:\n  - pattern: f()\n    pattern-not: g()\n",
            "8:5: each of 'patterns' has one operator, found 'pattern-not', too"
        ),
        (
            "rules:\n- ~\n  pattern: f()\n  pattern-either: [{pattern: g()}]\n",
            "7:3: a rule has one pattern, found 'pattern' and 'pattern-either'; write both in a list"
        ),
        (
            "rules:\n- ~\n  patterns:\n  - f()\n",
            "7:5: each of 'patterns' must be an operator, found a string; write 'pattern: ..' before it"
        ),
        (
            "rules:\n- ~\n  pattern: f()\n  fix: g()\n  fix-regex: {regex: f, replacement: g}\n",
            "8:3: 'fix-regex' cannot stand beside 'fix'"
        ),
        // Taint.
        (
            "rules:\n- ~\n  mode: taint\n  pattern-sources: []\n  pattern-sinks: [{pattern: g()}]\n",
            "7:20: 'pattern-sources' must list at least one source"
        ),
        (
            "rules:\n- ~\n  mode: taint\n  pattern-sources: [{pattern: f(), label: A}]\n  pattern-sinks: [{pattern: g(), requires: A and B}]\n",
            "8:44: no source or propagator has the label 'B'"
        ),
        (
            "rules:\n- ~\n  mode: taint\n  pattern-sources: [{pattern: f()}]\n",
            "a taint rule must have the key 'pattern-sinks'"
        ),
        (
            "rules:\n- ~\n  mode: taint\n  pattern-sources: [{pattern: f()}]\n  pattern-sinks: [{pattern: g()}]\n  options: {taint_focus_on: middle}\n",
            "'taint_focus_on' must be"
        ),
        (
            "rules:\n- ~\n  mode: taint\n  pattern-sources: [{pattern: f(), labl: A}]\n  pattern-sinks: [{pattern: g()}]\n",
            "unknown key 'labl', did you mean 'label'?"
        ),
    ])
    func errors(file: String, expected: String) throws {
        let text = file.replacing("~", with: "id: a\n  languages: [python]\n  message: m\n  severity: error")
        let messages = RuleErrorTests.messages(of: text)
        #expect(messages.contains { $0.contains(expected) }, "found \(messages)")
        // A rule for text of no language is compiled once for each language.
        #expect(Set(messages).count == 1, "found \(messages)")
    }

    /// The newer syntax, with its keys where the older ones belong and the other way about.
    @Test(arguments: [
        ("match: {patern: f()}", "6:11: unknown key 'patern', did you mean 'pattern'?"),
        ("match: {}", "6:10: 'match' must have one of pattern, regex, all, any, not, inside, anywhere"),
        ("match: [f()]", "6:10: 'match' must be a pattern, or a mapping with an operator, found a list"),
        ("match: f(]", "6:12: not a python pattern"),
        (
            "match: {pattern: f(), regex: a}",
            "6:25: 'match' has one operator, found 'pattern' and 'regex'; write both in a list"
        ),
        ("match: {any: []}", "6:16: 'any' must list at least one pattern"),
        ("match: {all: [{not: f()}]}", "6:16: no positive pattern here"),
        ("match: {not: f()}", "6:11: 'not' only takes away; write it in a list of 'all'"),
        ("match: {any: [f(), {not: g()}]}", "6:23: 'not' only takes away; write it in a list of 'all'"),
        ("match: {all: [f(), {not: g(), where: []}]}", "6:33: 'where' cannot stand beside 'not'"),
        ("match: {patterns: [{pattern: f()}]}", "6:11: 'patterns' belongs to the older syntax; in 'match' write 'all'"),
        (
            "match: {all: [f(), {pattern-not: g()}]}",
            "6:23: 'pattern-not' belongs to the older syntax; in 'match' write 'not'"
        ),
        ("match: f()\n  pattern: g()", "7:3: 'pattern' cannot stand beside 'match'; write all of it under 'match'"),
        ("match: f()\n  taint: {sources: [f()], sinks: [g()]}", "7:3: 'taint' cannot stand beside 'match'"),
        (
            "patterns: [{pattern: f()}, {not: g()}]",
            "6:31: 'not' belongs to 'match'; beside 'pattern' and its like write 'pattern-not'"
        ),
        ("all: [f()]", "6:3: 'all' belongs to 'match'; beside 'pattern' and its like write 'patterns'"),
        (
            "match: {pattern: f($X), where: [{metavariable: $Y, regex: a}]}",
            "6:50: no pattern of the rule binds the metavariable '$Y'"
        ),
        (
            "match: {pattern: f($X), where: [{metavariable: $X}]}",
            "6:35: each of 'where' must have one of pattern, regex"
        ),
        (
            "match: {pattern: f($X), where: [{regexp: a}]}",
            "6:35: each of 'where' must have one of metavariable, comparison"
        ),
        ("match: {pattern: f($X), where: [{comparison: $X >}]}", "not a comparison"),
        ("match: {pattern: f($X), where: [{focus: $Y}]}", "6:43: no pattern of the rule binds the metavariable '$Y'"),
        ("match: {pattern: f($X), as: X}", "6:31: 'X' is no metavariable; write a name in capital letters after '$'"),
        ("match: {pattern: f($X), fix: g($Y)}", "6:32: no pattern of the rule binds the metavariable '$Y' of 'fix'"),
        ("taint: {sources: [f()]}", "6:10: 'taint' must have the key 'sinks'"),
        (
            "taint: {sources: [f()], sinks: [{pattern: g(), exat: true}]}",
            "6:50: unknown key 'exat', did you mean 'exact'?"
        ),
        (
            "taint: {sources: [f()], sinks: [g()], propagators: [h()]}",
            "6:55: each propagator must be a mapping, found a string"
        ),
        ("mode: search\n  taint: {sources: [f()], sinks: [g()]}", "7:3: 'taint' belongs to rules of 'mode: taint'"),
        ("mode: taint\n  match: f()", "7:3: 'match' is no key of a rule of 'mode: taint'; write 'taint'"),
        (
            "taint: {sources: [f()], sinks: [g()]}\n  pattern-sinks: []",
            "7:3: 'pattern-sinks' cannot stand beside 'taint'"
        ),
    ])
    func newerSyntax(body: String, expected: String) throws {
        try errors(file: "rules:\n- ~\n  \(body)\n", expected: expected)
    }

    @Test func rulesOfOtherLanguagesArePassedOver() {
        let text = "rules:\n- id: a\n  languages: [go]\n  whatever: 1\n"
        #expect(RuleErrorTests.messages(of: text) == [])
        #expect(RuleFile(Array(text.utf8), path: "a.yaml").rules.isEmpty)
    }

    @Test func oneBrokenRuleLeavesTheOthers() {
        let good = "- id: a\n  languages: [python]\n  message: m\n  severity: error\n  pattern: f()\n"
        let bad = "- id: b\n  languages: [python]\n  message: m\n  severity: eror\n  pattern: f()\n"
        let file = RuleFile(Array(("rules:\n" + bad + good).utf8), path: "a.yaml")
        #expect(file.rules.map(\.id) == ["a"])
        #expect(file.errors.map(\.line) == [5])
    }

    /// The errors of reading a file, then of compiling its rules.
    private static func messages(of text: String) -> [String] {
        let file = RuleFile(Array(text.utf8), path: "a.yaml")
        var messages = file.errors.map { "\($0.line):\($0.column): \($0.message)" }
        for rule in file.rules {
            for language in Languages.all where rule.applies(to: language) {
                do throws(YAMLError) {
                    _ = try rule.compiled(for: language)
                } catch {
                    messages.append("\(error.line):\(error.column): \(error.message)")
                }
            }
        }
        return messages
    }
}
