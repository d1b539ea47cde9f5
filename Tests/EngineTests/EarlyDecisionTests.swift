import Engine
import Rules
import Syntax
import Testing

/// What matching decides early, to pass over code that cannot match, decides nothing else than it would at the end: code that
/// means what a pattern says without spelling its words, and conditions on what is spelled in several ways, still match.
@Suite struct EarlyDecisionTests {
    @Test(arguments: [
        // Names mean what imports say they mean.
        ("pattern: lib.get($X)", "from lib import get as g\n\ng(1)\n", [3]),
        ("pattern: lib.get($X)", "from lib import *\n\nget(1)\nput(1)\n", [3]),
        ("pattern: lib.get($X)", "import lib as l\nl.get(1)\nl.put(1)\n", [2]),
        // Constants stand elsewhere, or in pieces.
        ("pattern: f('secret-key')", "A = 'secret-key'\nf(A)\nf(B)\n", [2]),
        ("pattern: f('secret-key')", "# secret\nf('sec' 'ret-key')\nf('sec' 'ret')\n", [2]),
        ("pattern: f('a\\nsecret')", "f('a\\nsecret')\nf('a\\nother')\n", [1]),
        ("{pattern: f(g()), options: {symbolic_propagation: true}}", "x = g()\nf(x)\n", [2]),
        (
            "{pattern: a.b.$X, options: {symbolic_propagation: true}}", "x = a.b\ny = x\ny.c = 1\ny.d()\nz.e()\n",
            [3, 4]
        ),
        ("{pattern: a.b, options: {symbolic_propagation: true}}", "x = (\n  a.b)\nf(x)\n", [2, 3]),
        // A value has the shape of what it is known to be, and one shape stands for another.
        ("pattern: f(x=True)", "A = True\nf(x=A)\nf(x=B)\n", [2]),
        ("pattern: f(1)", "A = 1\nf(A)\nf(B)\n", [2]),
        ("pattern: 'f({...})'", "f({1})\nf({1: 2})\nf(1)\n", [1, 2]),
        ("pattern: 'f([...])'", "f([1])\nf([x for x in y])\nf(1)\n", [1, 2]),
        ("pattern: 'f\"...{$X}...\"'", "f'{a}'\nf'b'\n", [1]),
        ("pattern: '@f(...)'", "f(1)\n@f\ndef g(): pass\n", [2]),
        ("pattern: $X not in $Y", "a in b\nnot a\na not in b\n", [3]),
        // A part of a name or of a string, wherever it is spelled.
        (
            "patterns: [{pattern: f($T=...)}, {metavariable-regex: {metavariable: $T, regex: (aws|gcp)_}}]",
            "f(aws_key=1)\nf(key=1)\nf(gcp_key=1)\n", [1, 3]
        ),
        (
            "patterns: [{pattern: lib.$F(...)}, {metavariable-regex: {metavariable: $F, regex: secret_}}]",
            "from lib import secret_key as k, other\nk(1)\nother(1)\n", [2]
        ),
        // What a call calls is spelled as a name, as a member, in parentheses, by what it is imported as, or bound before it.
        (
            "patterns: [{pattern: $X.$M(...)}, {metavariable-regex: {metavariable: $M, regex: get$}}]",
            "from lib import get, put, a as get2\nget(1)\nput(1)\nx.get(1)\nx.put(1)\n(x.get)(1)\nget2(1)\ny(1)\nx[0].get()(1)\n",
            [2, 4, 6, 9]
        ),
        (
            "patterns: [{pattern: $F(...)}, {metavariable-regex: {metavariable: $F, regex: '(a[.])?get$'}}]",
            "get(1)\nput(1)\na.get(1)\nb.get(1)\n(get)(1)\n", [1, 3, 5]
        ),
        (
            "{patterns: [{pattern: $F(1)}, {metavariable-regex: {metavariable: $F, regex: a$}}], options: {symbolic_propagation: true}}",
            "x = a\nx(1)\ny(1)\n", [2]
        ),
        (
            "patterns: [{pattern: '$F($F, $F(...))'}, {metavariable-regex: {metavariable: $F, regex: a$}}]",
            "a(a, a(1))\nb(a, a(1))\na(b, a(1))\na(a, b(1))\n", [1]
        ),
        // So is the first thing that a call is given: by its position, in parentheses, or as what it is known to be.
        (
            "patterns: [{pattern: '$F($A, ...)'}, {metavariable-regex: {metavariable: $A, regex: app$}}]",
            "f(app)\nf(other)\nf((app), 1)\nf(x.app)\nf(k=app)\nf(*app)\nf()\n(f)(app)\nf(app, k=1)\n", [1, 3, 8, 9]
        ),
        (
            """
            patterns: [{pattern: f($A)}, {metavariable-regex: {metavariable: $A, regex: app$, constant-propagation: true}}]
            """,
            "A = 'app'\nf(A)\nf(B)\nf('app')\n", [2, 4]
        ),
        ("pattern: f('=~/<script/')", "f('<sc' 'ript>')\nf('script')\nA = '<' + 'script>'\nf(A)\n", [1, 4]),
        ("pattern-regex: go+gle", "gogle\ngle\ngoooogle\n", [1, 3]),
        // The same pattern twice, under different conditions.
        (
            """
            pattern-either: [{patterns: [{pattern: f($X)}, {metavariable-regex: {metavariable: $X, regex: a}}]}, \
            {patterns: [{pattern: f($X)}, {pattern-inside: "g()\\n..."}]}]
            """,
            "f(a)\nf(b)\ng()\nf(c)\n", [1, 4]
        ),
        // What is looked for where another pattern matches may lie in it or around it.
        (
            "patterns: [{pattern: f(...)}, {pattern: $X}, {metavariable-regex: {metavariable: $X, regex: a1}}]",
            "f(a1, b)\na1\ng(f(a1))\n", [1, 3]
        ),
        (
            "patterns: [{pattern: f(...)}, {pattern-inside: g(...)}, {pattern-not-regex: 'b+'}]",
            "g(f(a))\ng(f(bb))\ng(1, f(a), b)\nf(a)\n", [1, 3]
        ),
        // Where ranges have to lie in others, what holds them is passed over: but not what holds what lies there.
        (
            "patterns: [{pattern: $X}, {pattern-inside: g(...)}, {metavariable-regex: {metavariable: $X, regex: '.*a'}}]",
            "h(a, g(1))\nh(1, g(a))\n", [2]
        ),
        (
            "patterns: [{pattern: h(...)}, {pattern: a}, {pattern-inside: g(...)}]",
            "h(g(a))\nh(a, g(b))\ng(h(a))\n", [1, 3]
        ),
        (
            "patterns: [{patterns: [{pattern: 'h($X, ...)'}, {focus-metavariable: $X}]}, {pattern-inside: a}]",
            "h(a, b)\nh(b, a)\n", [1]
        ),
        (
            "patterns: [{pattern-inside: g(...)}, {pattern-inside: h(...)}, {pattern: a}]",
            "h(1, g(2, a))\ng(1, h(2, a))\nh(a, g(1))\ng(a, h(1))\n", [1, 2]
        ),
        (
            """
            patterns: [{pattern-inside: 'def $F(...): ...'}, {pattern-either: [{pattern-inside: 'for ... in ...: ...'}, \
            {pattern: "a()\\nb()"}]}, {pattern: b()}]
            """,
            "def f():\n  a()\n  b()\nfor x in y:\n  def g():\n    b()\n", [3, 6]
        ),
        // Several statements in a row, each with words of its own.
        ("pattern: \"$X = 1\\n$X = 2\"", "a = 1\nb = 1\nb = 2\nc = 1\na = 2\n", [2]),
        ("pattern: \"f()\\ng()\\n...\\nh()\"", "f()\nf()\ng()\na()\nh()\n", [2]),
        // Bytes that most files do not have.
        ("pattern-regex: '\u{00E9}t\u{00E9}'", "a = 1\nb = '\u{00E9}t\u{00E9}'\nc = 'ete'\n", [2]),
        // What an ellipsis bound, in a comparison.
        (
            """
            patterns: [{pattern: f($...X)}, {metavariable-comparison: \
            {metavariable: $...X, comparison: 'not str($...X) in ["a", "b, c"]'}}]
            """,
            "f(a)\nf(b, c)\nf(c, b)\n", [3]
        ),
        // A list of names.
        (
            "patterns: [{pattern: $A.$F(...)}, {metavariable-regex: {metavariable: $F, regex: ^(get|post)$}}]",
            "a.get(1)\na.getter(1)\na.post()\nget(1)\n", [1, 3]
        ),
        (
            "patterns: [{pattern: lib.$F(...)}, {metavariable-regex: {metavariable: $F, regex: ^(get)$}}]",
            "from lib import get as g, put\ng(1)\nput(1)\n", [2]
        ),
        // The text of a string may be put together from pieces, and a constant may stand for it.
        (
            "patterns: [{pattern: f('$X')}, {metavariable-regex: {metavariable: $X, regex: ^(admin)$}}]",
            "f('ad' 'min')\nf('user')\n", [1]
        ),
        (
            "patterns: [{pattern: f($X)}, {metavariable-regex: {metavariable: $X, regex: ^(ad)$, constant-propagation: true}}]",
            "A = 'ad'\nf(A)\nf(B)\n", [2]
        ),
        (
            "patterns: [{pattern: f($X)}, {metavariable-regex: {metavariable: $X, regex: ^(ad)$}}]",
            "A = 'ad'\nf(A)\nf(ad)\n", [3]
        ),
        // Bound twice, to equal code in different spelling: the match's own spelling counts.
        (
            """
            patterns: [{pattern: f($X)}, {pattern-inside: "g($X)\\n..."}, \
            {metavariable-regex: {metavariable: $X, regex: "^'"}}]
            """,
            "g(\"a\")\nf('a')\nf(\"a\")\n", [2]
        ),
        // Alternatives bind it one at a time.
        (
            """
            patterns: [{pattern-either: [{pattern: f($X)}, {pattern: g($X)}]}, \
            {metavariable-regex: {metavariable: $X, regex: ^(a|b)$}}]
            """,
            "f(a)\ng(b)\ng(c)\n", [1, 2]
        ),
        // What is taken away is not conditioned by what is looked for.
        (
            """
            patterns: [{pattern: "f($X, $Y)"}, {pattern-not: "f($X, $Z)"}, \
            {metavariable-regex: {metavariable: $Y, regex: ^(a)$}}]
            """,
            "f(1, a)\n", []
        ),
    ])
    func python(operators: String, source: String, lines: [Int]) throws {
        try check(operators, source, as: "python", reports: lines)
    }

    @Test(arguments: [
        // Names mean what calls that return modules say they mean.
        ("pattern: lib.get($X)", "const { get: g, put } = require('lib');\ng(1);\nput(1);\nget(1);\n", [2]),
        ("pattern: lib.get($X)", "const g = (await import('lib')).get;\ng(1);\nget(1);\n", [2]),
        // A name that nothing imports, and one that is the same in an import.
        ("pattern: get = $X", "import { put } from 'lib';\nget = 1;\nlet set = 2;\nlet get = 3;\n", [2, 4]),
        ("pattern: $X.get($Y)", "import { get } from 'lib';\nget(1);\na.get(1);\nput(1);\n", [2, 3]),
        // A name stands for a regular expression.
        ("pattern: f(/.../)", "const r = /a/;\nf(r);\nf(s);\n", [2]),
        // The text of a string is put together from several pieces, some of them in the middle.
        (
            "patterns: [{pattern: f('$X')}, {metavariable-regex: {metavariable: $X, regex: (mysql|redis)}}]",
            "f('m' + 'ys' + 'ql');\nf('m' + 'ql');\nf(`re` + 'dis');\n", [1, 3]
        ),
        (
            "patterns: [{pattern: f('$X')}, {metavariable-regex: {metavariable: $X, regex: (mysql|redis)}}]",
            "f('m' + 'ys' + 'q');\nf('sql' + 'my');\n", []
        ),
        // A function expression's own name is nobody's business.
        ("pattern: 'f(function named() { ... })'", "// named\nf(function () { g(); });\nf(1);\n", [2]),
        // More than a few matches of one range, each with other bindings.
        (
            "patterns: [{pattern-inside: 'class $C { $M(...) { ... } }'}, {pattern: '$M()'}]",
            "class A { a() {} b() {} c() {} d() {} e() {} g() {} h() {} i() {} j() {} k() {\n j(); } }\n", [2]
        ),
    ])
    func typescript(operators: String, source: String, lines: [Int]) throws {
        try check(operators, source, as: "typescript", reports: lines)
    }

    private func check(_ operators: String, _ source: String, as name: String, reports lines: [Int]) throws {
        let body = operators.hasPrefix("{") ? String(operators.dropFirst().dropLast()) : operators
        let text = "rules: [{id: a, message: m, severity: error, languages: [\(name)], \(body)}]"
        let file = RuleFile(Array(text.utf8), path: "a.yaml")
        #expect(file.errors.isEmpty)
        let language = try #require(Languages.named(name))
        let rule = try #require(file.rules.first).compiled(for: language)
        let target = AnalyzedFile(path: "a", bytes: Array(source.utf8), language: language)
        let outcome = RuleRunner(rules: [rule]).check(target)
        let found = Set(outcome.matches.map { target.lines.line(at: $0.match.range.start) })
        #expect(found.sorted() == lines, "\(operators)")
    }
}
