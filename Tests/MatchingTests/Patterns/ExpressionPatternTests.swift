import Matching
import Testing

/// Patterns that are expressions.
@Suite struct ExpressionPatternTests {
    @Test(arguments: [
        // Arguments: an ellipsis stands for any number, keywords are found anywhere.
        ("f(...)", "‹f()›; ‹f(1, x=2)›; g()"),
        ("f($X)", "‹f(1)›; f(1, 2); f()"),
        ("f(..., 1, ...)", "‹f(1)›; ‹f(2, 1, 3)›; f(2)"),
        ("f(..., debug=True, ...)", "‹f(debug=True)›; ‹f(a, debug=True, b=1)›; f(debug=False); f(True)"),
        ("f(a=1, b=2)", "‹f(b=2, a=1)›; f(a=1)"),
        ("f($...ARGS, 9)", "‹f(9)›; ‹f(1, 2, 9)›; f(1)"),
        ("f(**$K)", "‹f(**k)›; f(k)"),
        // A metavariable used twice stands for the same code.
        ("$X == $X", "‹a == a›; a == b; ‹a.b(1) == a.b(1)›"),
        // Names and operators.
        ("a.b", "‹a.b›; a.c; ‹a.b›.c"),
        ("$X not in $Y", "‹a not in b›; a in b"),
        ("-$X", "‹-a›; +a"),
        ("not $X", "‹not a›"),
        ("a[$I]", "‹a[1]›; a[1:2]; b[1]"),
        // Chains.
        ("$A. ... .end()", "‹a.b().c.end()›; ‹a.end()›; b()"),
        // Deep expressions.
        ("if_(<... secret ...>)", "‹if_(a + b(secret))›; if_(a); ‹if_(secret)›"),
        // Parentheses and awaiting change nothing about what is called.
        ("f($X)", "(‹f(1)›)"),
        ("g(f($X))", "‹g((f(1)))›"),
        // Containers.
        ("[..., 2, ...]", "‹[1, 2, 3]›; [1]; ‹[2]›"),
        ("{..., 'a': $V, ...}", "‹{'b': 1, 'a': 2}›; {'b': 1}"),
        ("{...}", "‹{1, 2}›; ‹{'a': 1}›; [1]"),
        ("(a, ...)", "‹(a, b)›; (b, a)"),
        ("$X if $C else $Y", "‹a if b else c›"),
        ("lambda $X: $X", "‹lambda y: y›; lambda y: z"),
        ("[$X for $X in $Y]", "‹[a for a in b]›; [a for c in b]"),
        ("[...]", "‹[1]›; ‹[a for a in b]›; {a for a in b}"),
        // Chains of operators: grouping does not matter, and for bits neither does the order, nor what else is among them.
        ("a and b and c", "‹a and (b and c)›; b and a and c"),
        ("a and ... and d", "‹a and b and c and d›; a and b"),
        ("a or $X", "‹‹a or b› or c›; b or a"),
        ("A & B", "‹B & A›; ‹A & C & B›; A & C"),
        ("A | $X | $X", "‹A | B | C | B›; A | B | C"),
        ("a + ...", "‹‹a + b› + c›; b + a"),
        // The same value, written or named.
        ("$X == $X", "x = 1\n‹x == 1›; x == 2"),
        ("$X != $X", "b'a' != 'a'; ‹'a' != 'a'›"),
        // A wildcard metavariable binds nothing.
        ("$_ == $_", "‹a == b›"),
    ])
    func python(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "python")
    }

    @Test(arguments: [
        ("f({a: 1})", "‹f({a: 1})›; ‹f({b: 2, a: 1})›; f({b: 2});"),
        ("{$K: 1}", "x = ‹{b: 1}›; x = {b: 2};"),
        ("f({...})", "‹f({})›; ‹f({a: 1})›; f([]);"),
        ("{$K}", "x = ‹{b}›; x = ‹{c: c}›; x = {d: e};"),
        ("new A(...)", "x = ‹new A(1)›; A(1);"),
        ("new $A(...)", "x = ‹new A›; y = ‹new a.B›;"),
        ("new A($X)", "x = new A;"),
        ("a.b", "‹a.b›; ‹a?.b›;"),
        ("a?.b", "a.b; ‹a?.b›;"),
        ("`$...A${$X}$...B`", "x = ‹`a ${b} c ${d}`›; y = 'b';"),
        ("`$...A`", "x = ‹`a ${b} c`›;"),
        ("/.../g", "x = ‹/a/g›; y = /a/;"),
        ("{1: $V}", "x = ‹{0x1: a}›; y = {2: b};"),
        ("{..., $K: $A, ..., $K: $B, ...}", "x = ‹{a: 1, 'a': 2}›; y = {a: 1, b: 2};"),
        ("<... x = 1 ...>", "‹var x = 1;› var y = 1;"),
        ("$X.then(...)", "‹a.b().then(c)›;"),
        ("(...) => {...}", "x = ‹(a) => { b(); }›; y = ‹a => b›; z = ‹function (a) { c(); }›;"),
        ("function $F(...) { ... return $X; }", "‹function f() { g(); return 1; }›"),
        ("await $X", "‹await a›; a;"),
        ("f(await g())", "‹f(await g())›; f(g());"),
        ("f(g())", "‹f(await g())›; ‹f(g())›;"),
        ("`...${$X}...`", "x = ‹`a ${b} c`›; y = 'b'; z = ‹`${b}`›;"),
        ("`$A${$X}`", "x = ‹`a ${b}`›; y = `${b}`;"),
        ("/.../.test($X)", "‹/a/.test(b)›; r.test(b);"),
        ("(<A ... b=$V .../>)", "x = ‹<A b={1} c={2} />›; y = ‹<A c b={2}>d</A>›; z = <A c />;"),
        ("{'=~/^a/i': $V}", "x = ‹{Ab: 1}›; y = ‹{'ab': 1}›; z = {ba: 1};"),
        ("{'$K': 1}", "x = ‹{a: 1}›; y = ‹{'a': 1}›; z = {a: 2};"),
        ("<A $K={$V} />", "x = ‹<A b={1} c={2} />›;"),
        ("$X as $T", "x = ‹y as Z›;"),
        ("f(y)", "‹f(y as Z)›; ‹f(y!)›;"),
    ])
    func typescript(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "typescript")
    }

    @Test(arguments: [
        ("f(a: $X)", "‹f(a: 1)›\nf(b: 1)\n"),
        ("f(...)", "‹f(a: 1, b)›\n‹f { x }›\n"),
        ("$X!", "let a = ‹b!›\n"),
        ("try! $X", "‹try! f()›\ntry? f()\n"),
        ("f()", "try ‹f()›\nawait ‹f()›\n"),
        ("$A && $B", "if ‹a && b› {}\n"),
        ("a && ... && d", "if ‹a && (b || c) && d› {}\n"),
        ("$X ?? $Y", "let a = ‹b ?? c›\n"),
        ("$X as! $T", "let a = ‹b as! C›\nlet d = b as? C\n"),
        ("$F(...) { ... }", "‹f(1) { x in y }›\ng(1)\n"),
        ("[$K: $V]", "let a = ‹[\"k\": 1]›\nlet b = [1]\n"),
        ("\"...\\($X)...\"", "let a = ‹\"b \\(c) d\"›\nlet e = \"f\"\n"),
        ("\"$S\"", "let a = ‹\"b\"›\n"),
        ("$X. ... .get($Y)", "let r = ‹app.grouped(a).get(b)›\napp.post(b)\n"),
        ("URL(string: \"=~/^http:/\")", "_ = ‹URL(string: \"http://a\")›\n_ = URL(string: \"https://a\")\n"),
        ("f(\\$T.name)", "‹f(\\.name)›; ‹f(\\A.name)›; f(\\.other)\n"),
        ("f(\\A.name)", "f(\\.name); ‹f(\\A.name)›\n"),
        (
            "($X: String).count",
            "class A { let a: String; let b: Int; func f() { _ = ‹self.a.count›; _ = self.b.count } }\n"
        ),
        ("($X: String).count", "func f(a: String, b: Int) { _ = ‹a.count›; _ = b.count }\n"),
    ])
    func swift(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "swift")
    }
}
