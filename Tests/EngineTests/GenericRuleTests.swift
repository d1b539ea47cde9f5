import Engine
import Matching
import Rules
import Syntax
import Testing

/// Rules of language `generic`, on texts. Most of what is asked here, Semgrep asks of its own matcher.
@Suite struct GenericRuleTests {
    @Test(arguments: [
        // Words and punctuation.
        ("hello", "hello", ["hello"]),
        ("a", "ab cd", []),
        ("a b", "a a b", ["a b"]),
        ("a", "42 a\n, b, a, c a", ["a", "a", "a"]),
        ("foo", "Foo or foo", ["foo"]),
        ("a", "a\u{e9} a", ["a", "a"]),
        ("a....b", "a....b a..b", ["a....b"]),
        // Blocks of the text that the pattern does not have, and those that it has.
        ("a (b c) d", "a (b c) d", ["a (b c) d"]),
        ("a b c d e", "a\n  b\n    c\n  d\ne\n", ["a\n  b\n    c\n  d\ne"]),
        ("a\n  b\nc\n", "a b c", []),
        ("a\n  b\nc\n", "a\n    b\nc", ["a\n    b\nc"]),
        ("{\n  ...\n}\n", "{}\n\n{\n}\n", ["{}", "{\n}"]),
        ("f (\n  ...\n) ;", "f(a, (b)); f(\n  c\n);", ["f(a, (b));", "f(\n  c\n);"]),
        ("{\n  a: 42\n  ...\n  b: 17\n  ...\n}\n", "[ { a: 42, x: 1, b: 17 }, {} ]", ["{ a: 42, x: 1, b: 17 }"]),
        ("{\n  a: 42\n  ...\n  b: 17\n  ...\n}\n", "[ { a: 42 }, { b: 17 } ]", []),
        ("a\n  ...\n  b\n", "a\n  x\nb\n", []),
        ("a\n  ...\n  b\n", "a\n  x\n  b\nc\n", ["a\n  x\n  b"]),
        ("a\n  b\n  ...\n", "a\n  b\n  c\nd\n", ["a\n  b\n  c"]),
        ("a\n  b\nd\n", "a\n  b\n  c\nd\n", []),
        // Brackets that do not belong together make no block.
        ("(\n  a\n)", "( a ] )", []),
        ("a ] )", "( a ] )", ["a ] )"]),
        // Ellipses.
        ("...", "a b", ["a b"]),
        ("a...b", "a x y b", ["a x y b"]),
        ("a...b", "a b", ["a b"]),
        ("a ... ... c", "a b c", ["a b c"]),
        ("a...b...c", "a x b x x c", ["a x b x x c"]),
        ("a ...", "a b", ["a b"]),
        ("0 ... 10", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10", ["0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10"]),
        ("0 ... 12", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n\n12", []),
        ("0 ... ... 11", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11", ["0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11"]),
        ("0 ...", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12", ["0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10"]),
        // Metavariables.
        ("$X $X", "yo yo", ["yo yo"]),
        ("$X $X", "a b", []),
        ("a\n  $X\nb\n  $X\n", "a\n  x\nb\n  x\n", ["a\n  x\nb\n  x"]),
        ("a $...X b $...X", "a x y b x y", ["a x y b x y"]),
        ("a $...X b $...X", "a x y b u v", []),
        ("a $...X b $...Y c", "a x b x x c", ["a x b x x c"]),
        ("a $...X ... c", "a b c", ["a b c"]),
        // Of matches that end alike, the shorter one; the longer one where the end is open.
        ("$A ... $A", "a b b a", ["a b b a", "b b"]),
        ("function ... foo", "function x function foo", ["function foo"]),
        ("a $N ... b $N", "a 1  a 2 b 2  a 1 b 1", ["a 2 b 2", "a 1 b 1"]),
        ("$A $B", "1 2 3", ["1 2", "2 3"]),
        ("a ... b", "a a b", ["a b"]),
        ("a ...", "a a b", ["a a b"]),
        // Behind a leading ellipsis a match begins where a block does.
        ("... b", "a b c", ["a b"]),
        ("... $X", "a\n  b\n  c\nd\ne\n", ["a", "b"]),
        (
            "function foo(x, y) { x = 42; ... y = x + 3; ... }",
            "/* nothing */\nfunction foo(x, y) {\n  x = 42;\n  z = sqrt(x);\n  y = x + 3;\n  return x;\n}\n",
            ["function foo(x, y) {\n  x = 42;\n  z = sqrt(x);\n  y = x + 3;\n  return x;\n}"]
        ),
    ])
    func matches(pattern: String, text: String, found: [String]) throws {
        try check(pattern, in: text, finds: found)
    }

    @Test(arguments: [
        ("foo", "generic_caseless: true", "Foo or foo", ["Foo", "foo"]),
        ("a b", "generic_comment_style: c", "a /* x\ny */ b\na // b", ["a /* x\ny */ b"]),
        ("a b", "generic_comment_style: cpp", "a // x\nb\na # x\nb", ["a // x\nb"]),
        ("a b", "generic_comment_style: shell", "a # x\nb\na // x\nb /* a b", ["a # x\nb", "a b"]),
        ("a ...", "generic_ellipsis_max_span: 0", "x\ny a b\nc\nd", ["a b"]),
        ("a ...", "generic_ellipsis_max_span: 1", "x\ny a b\nc\nd", ["a b\nc"]),
    ])
    func options(pattern: String, options: String, text: String, found: [String]) throws {
        try check(pattern, options: options, in: text, finds: found)
    }

    /// The other engine: line ends are white space unless the options say otherwise.
    @Test(arguments: [
        ("a", "", "a b c", ["a"]),
        ("ab", "", "xabx ab_ ab.c", ["ab"]),
        ("a b", "", "a\nb a  b", ["a\nb", "a  b"]),
        ("a b", "generic_multiline: false", "a\nb a  b", ["a  b"]),
        ("a\nb", "generic_multiline: false", "a b a\r\nb", ["a\r\nb"]),
        ("foo", "generic_caseless: true", "Foo FOOT", ["Foo"]),
        ("é = $X", "", "é = 1; e = 2", ["é = 1"]),
        ("a-b", "generic_extra_word_characters: ['-']", "x-a-b a-b a - b", ["a-b"]),
        // Ellipses take as little as they can and close the brackets that they open.
        ("a...b", "", "a x y b b", ["a x y b"]),
        ("a...b b c", "", "a b b b c", ["a b b b c"]),
        ("a...b", "generic_multiline: false", "a\nb a/b", ["a/b"]),
        ("a....b", "generic_multiline: false", "a\n\nx\nb", ["a\n\nx\nb"]),
        ("f(...)", "", "f(((x)), [)]) f(", ["f(((x)), [)])"]),
        ("(...)", "", "()) ([) (])", ["()", "([)", "(])"]),
        ("(... x)", "", "()x)", []),
        ("x...x", "", "x (x) x x", ["x (x) x"]),
        ("x...x", "generic_extra_braces: [['\"', '\"']]", "x \"x\" x", ["x \"x\" x"]),
        ("x...x", "generic_braces: [['<', '>']]", "x <x> x (x) x", ["x <x> x", "x) x"]),
        // Brackets that nothing closes are characters.
        ("a ( b", "", "a(b)", ["a(b"]),
        ("a ) [ b", "", "a)[b]", ["a)[b"]),
        ("\" a (\"", "generic_extra_braces: [['\"', '\"']]", "\"a(\"", ["\"a(\""]),
        // At the ends of a pattern they reach to those of the text, or of the line.
        ("... c", "", "a\nb c d", ["a\nb c"]),
        ("... c", "generic_multiline: false", "a\nb c d", ["b c"]),
        ("a ...", "generic_multiline: false", "x a b\nc", ["a b"]),
        ("...\nc", "generic_multiline: false", "a b\nc", ["a b\nc"]),
        // Metavariables.
        ("$A $B", "", "1 2 3 4", ["1 2", "3 4"]),
        ("$A ... $A", "", "a, b, c, a, d", ["a, b, c, a"]),
        ("$A ... $A", "", "ab abc, bc", []),
        ("[$...A $...A]", "", "[a b a b]", ["[a b a b]"]),
        ("$ X", "", "$ X", ["$ X"]),
    ])
    func aliengrep(pattern: String, options: String, text: String, found: [String]) throws {
        try check(
            pattern, options: "generic_engine: aliengrep" + (options.isEmpty ? "" : ", " + options), in: text,
            finds: found)
    }

    /// Here an ellipsis binds nothing but what it passes over.
    @Test(arguments: [
        ("[$...X]", "a, [ b, c ], d", ["b, c"]),
        ("[$....X]", "[ b,\nc ]", ["b,\nc"]),
        ("$ORIG = ...; .... $COPY = $ORIG;", "a = 17;\nb = 42;\nc = 7;\nd = b;\n", ["b"]),
    ])
    func aliengrepMetavariables(pattern: String, text: String, bound: [String]) throws {
        let (target, matches) = try matches(of: pattern, options: "generic_engine: aliengrep", in: text)
        let ranges = matches.compactMap { $0.bindings.first??.range }
        #expect(ranges.map { String(decoding: target.bytes[$0.start..<$0.end], as: UTF8.self) } == bound)
    }

    /// What an ellipsis passes over, it binds with the white space before it.
    @Test(arguments: [
        ("a: $...X!", "a: b c!", [" b c"]),
        ("a:$...X!", "a:b  c!", ["b  c"]),
        ("a $...X", "a b\n", [" b"]),
    ])
    func ellipsisMetavariables(pattern: String, text: String, bound: [String]) throws {
        let (target, matches) = try matches(of: pattern, in: text)
        let ranges = matches.compactMap { $0.bindings.first??.range }
        #expect(ranges.map { String(decoding: target.bytes[$0.start..<$0.end], as: UTF8.self) } == bound)
    }

    /// Every pattern of language `regex` is a regular expression, whatever its operator.
    @Test(arguments: [
        ("pattern: 'a+b'", "aab ab", ["aab", "ab"]),
        (
            "patterns: [{pattern: 'ws://'}, {pattern-not-inside: 'ws://localhost.*'}]", "ws://a\nws://localhost",
            ["ws://"]
        ),
        ("match: {all: ['[a-z]+', {not: 'b.*'}, {inside: '^x.*'}]}", "x ab\nb", ["x"]),
    ])
    func regularExpressions(operators: String, text: String, found: [String]) throws {
        let rules = "rules:\n- {id: a, message: m, severity: error, languages: [regex], \(operators)}\n"
        let (target, matches) = try matches(ofRules: rules, in: text)
        #expect(texts(of: matches, in: target) == found)
    }

    private func check(_ pattern: String, options: String = "", in text: String, finds found: [String]) throws {
        let (target, matches) = try matches(of: pattern, options: options, in: text)
        #expect(texts(of: matches, in: target) == found, "\(pattern)")
    }

    private func matches(
        of pattern: String, options: String = "", in text: String
    ) throws -> (AnalyzedFile, [Match]) {
        let block = pattern.split(separator: "\n", omittingEmptySubsequences: false).map { "      " + $0 + "\n" }
            .joined()
        let rules = """
            rules:
              - id: a
                message: m
                severity: error
                languages: [generic]
                options: {\(options)}
                pattern: |-

            """
        return try matches(ofRules: rules + block, in: text)
    }

    private func matches(ofRules rules: String, in text: String) throws -> (AnalyzedFile, [Match]) {
        let file = RuleFile(Array(rules.utf8), path: "a.yaml")
        #expect(file.errors.isEmpty)
        let language = try #require(Languages.named("python"))
        let rule = try #require(file.rules.first).compiled(for: language)
        let target = AnalyzedFile(path: "a", bytes: Array(text.utf8), language: language)
        return (target, RuleRunner(rules: [rule]).check(target).matches.map(\.match))
    }

    private func texts(of matches: [Match], in target: AnalyzedFile) -> [String] {
        matches.map { String(decoding: target.bytes[$0.range.start..<$0.range.end], as: UTF8.self) }
    }
}
