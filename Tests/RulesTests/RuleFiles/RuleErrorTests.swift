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
        ("rules:\n- ~\n  match: f()\n", "6:3: 'match' belongs to Semgrep's newer rule syntax"),
        (
            "rules:\n- ~\n  pattern: f()\n  options: {symbolic_propagatio: true}\n",
            "did you mean 'symbolic_propagation'?"
        ),
        (
            "rules:\n- ~\n  pattern: f()\n  options: {generic_engine: aliengrep}\n",
            "Lintel knows 'generic_engine' only as spacegrep"
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
        // Taint.
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
        #expect(messages.count == 1, "found \(messages)")
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
