import Matching
import Testing

/// Patterns of one or several statements, and of definitions.
@Suite struct StatementPatternTests {
    @Test(arguments: [
        // An ellipsis passes over statements, and into the blocks among them.
        ("a()\n...\nb()", "‹a()\nc()\nb()›\n"),
        ("a()\n...\nb()", "‹a()\nif x:\n    b()›\n"),
        ("a()\nb()", "a()\nc()\nb()\n"),
        ("a()\n...", "‹a()\nb()\nc()›\n"),
        // A call as a statement stands for the statement's value too.
        ("a()\n...\nb()", "‹a()\nx = b()›\n"),
        ("a()\n...\nb()", "def f():\n    ‹a()\n    return g(b())›\n"),
        ("a()\n...\nb()", "a()\nif b():\n    pass\n"),
        ("$X = a()\n...\n$X.close()", "‹x = a()\nx.close()›\ny = a()\nz.close()\n"),
        // Blocks: without an ellipsis they are matched whole.
        ("if $C:\n    a()", "‹if x:\n    a()›\nif y:\n    a()\n    b()\n"),
        ("if $C:\n    ...\n    a()", "‹if x:\n    b()\n    a()\n    c()›\n"),
        ("if $C:\n    ...", "‹if x:\n    a()\nelse:\n    b()›\n"),
        ("for $X in $Y:\n    ...", "‹for a in b:\n    pass›\n"),
        ("while True:\n    ...", "‹while True:\n    pass›\nwhile x:\n    pass\n"),
        ("with open(...) as $F:\n    ...", "‹with open('a') as f:\n    pass›\n"),
        ("try:\n    ...\nexcept $E:\n    ...", "‹try:\n    a()\nexcept E:\n    b()\nexcept F:\n    c()›\n"),
        ("try:\n    ...\nexcept ...:\n    ...", "‹try:\n    a()\nexcept E as e:\n    b()›\n"),
        (
            "try:\n    ...\nexcept (..., E, ...):\n    ...",
            "‹try:\n    a()\nexcept E:\n    b()›\n‹try:\n    a()\nexcept (D, E):\n    b()›\ntry:\n    a()\nexcept D:\n    b()\n"
        ),
        (
            "if $C:\n    $S\nelse:\n    $S",
            "‹if x:\n    a()\n    b()\nelse:\n    a()\n    b()›\nif x:\n    a()\nelse:\n    b()\n"
        ),
        // A decorator without arguments is one with none.
        (
            "@$D\ndef $F(...):\n    ...",
            "‹@a\ndef f():\n    pass›\n‹@b()\ndef g():\n    pass›\n@c(1)\ndef h():\n    pass\n"
        ),
        // Fragments.
        ("class $A(B)", "‹class C(B):\n    pass›\nclass D(E):\n    pass\n"),
        ("finally:\n    ...", "try:\n    a()\nfinally:\n    ‹b()›\n"),
        ("return $X", "def f():\n    ‹return 1›\ndef g():\n    return\n"),
        ("assert ...", "‹assert a, 'b'›\n"),
        ("raise $E(...)", "‹raise A(1)›\nraise b\n"),
        ("del $X", "‹del a›\n"),
        // Definitions.
        ("def $F(...):\n    ...", "‹def f(a):\n    pass›\n‹async def g():\n    pass›\n"),
        ("def f(..., $X=None, ...):\n    ...", "‹def f(a, b=None):\n    pass›\n"),
        ("def $F(...) -> int:\n    ...", "‹def f() -> int:\n    pass›\ndef g():\n    pass\n"),
        (
            "@a(...)\ndef $F(...):\n    ...",
            "‹@b\n@a(1)\ndef f():\n    pass›\n‹@a\ndef g():\n    pass›\ndef h():\n    pass\n"
        ),
        ("class $C(A):\n    ...", "‹class B(A, C):\n    pass›\nclass D:\n    pass\n"),
        ("class $C:\n    ...\n    x = $V\n    ...", "‹class B:\n    y = 1\n    x = 2›\nclass D:\n    y = 1\n"),
        ("$X = $Y", "‹a = 1›\n‹b: int = 2›\nc += 1\n"),
        ("$X += $Y", "‹a += 1›\na -= 1\n"),
        ("global $X", "def f():\n    ‹global a›\n"),
        ("match $X:\n    case $Y:\n        ...", "‹match a:\n    case b:\n        pass›\n"),
    ])
    func python(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "python")
    }

    @Test(arguments: [
        ("$X = 1;", "‹let a = 1;› ‹b = 1;› class C { ‹d = 1;› }"),
        ("static $X = $V;", "class C { ‹static a = 1;› b = 2; ‹private static c = 3;› static d() {} }"),
        ("type $X = \"...\" | \"...\"", "‹type A = 'a' | 'b'›\ntype B = 'a' | C\ntype D = 'a'"),
        ("var $X = 1;", "‹const a = 1;› ‹var b = 1;› c = 1;"),
        ("const $X = 1;", "‹const a = 1;› let b = 1;"),
        ("function $F(...) {...}", "‹function f() {}› ‹const g = () => {};› class C { ‹h() {}› }"),
        ("class $C { $M(...) { return 1; } }", "‹class A { a() { return 1; } b() {} }› class B { b() {} }"),
        ("class $C extends D { ... }", "‹class A extends D { x = 1; }› class B { }"),
        ("class $C { @d(...) $M(...) {...} }", "‹class A { @d() m() { f(); } }› class B { m() {} }"),
        ("for (...) { ... }", "‹for (let i = 0; i < 1; i++) { f(); }› ‹for (const a of b) { f(); }›"),
        ("if ($X) { ... }", "‹if (a) { f(); }› ‹if (b) g();›"),
        ("f();\n...\ng();", "‹f(); if (x) { y(() => { g();› }); }"),
        ("try { ... } catch ($E) { ... }", "‹try { f(); } catch (e) { g(); }›"),
        ("return {a: $X}", "function f() { ‹return { b: 1, a: 2 };› }"),
        ("$F($X);", "‹const a = b => c(b);›\n‹d(e);›"),
        ("if ($C) return $X;", "‹if (a) { return b; }›\n‹if (a) return b;›\nif (a) { c(); return b; }"),
        ("if ($C) { return $X; }", "‹if (a) return b;›"),
        ("for ($X of $Y) { $X.f(); }", "‹for (const a of b) { a.f(); }›\nfor (const a of b) { c.f(); }"),
        ("try {...} catch ($E) {...}", "‹try { a(); } catch {}›\n‹try { a(); } catch (e) { b(); }›"),
        ("(...) => {...}", "function f() { a(); }\nb(‹() => { c(); }›);"),
        ("class $A implements C {...}", "‹class D implements B, C {}›\nclass E implements B {}"),
        // Fragments of what they stand in.
        ("if ($A > $B)", "‹if (a > b) { c(); }›\nif (a < b) {}"),
        ("class $A extends B", "‹class C extends B { f() {} }›\nclass D {}"),
        ("switch (a) { case ... }", "‹switch (a) { case 5: b(); default: c(); }›\nswitch (b) {}"),
        ("case 5: ...", "switch (a) { ‹case 5: b(); break;› case 6: c(); }"),
        ("finally {...}", "try { a(); } finally ‹{ b(); }›"),
        ("@A(...) $F(...) {...}", "class B { ‹@A(1) f() { c(); }› g() {} }"),
        ("@A() $F: string", "class B { ‹@A() f: string;› g: string; }"),
        ("static $F(...) {...}", "class B { ‹static f() { c(); }› g() {} }"),
    ])
    func typescript(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "typescript")
    }

    @Test(arguments: [
        ("func $F(...) { ... }", "‹func f(a: Int) { g() }›\n"),
        ("let $X = $Y", "‹let a = 1›\nvar b = 2\n"),
        ("guard let $X = $Y else { ... }", "‹guard let a = b else { return }›\n"),
        ("if let $X = $Y { ... }", "‹if let a = b { c() }›\n"),
    ])
    func swift(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "swift")
    }
}
