import Matching
import Testing

/// Patterns of literals, and the constants that stand for them.
@Suite struct LiteralPatternTests {
    @Test(arguments: [
        ("f('...')", "‹f('a')›; ‹f(\"b\")›; f(a); ‹f('a' 'b')›"),
        ("f('a')", "‹f(\"a\")›; f('b'); ‹f('' 'a')›"),
        ("f('$X', '$X')", "‹f('a', \"a\")›; f('a', 'b')"),
        ("f('=~/^ab+$/')", "‹f('abb')›; f('abc')"),
        ("f('=~/^AB$/i')", "‹f('ab')›; f('abc')"),
        // What a string is however it is put together or written, and where nothing of the kind is in the file.
        ("f('=~/<script/')", "‹f('a <script>')›; f('script')"),
        ("f('=~/<script/')", "‹f('<' + 'script')›"),
        ("f('=~/<script/')", "‹f('<scr' 'ipt')›"),
        ("f('=~/<script/')", "x = 'script'\n‹f(f'<{x}')›\n"),
        ("f('=~/<script/')", "‹f('<%s' % 'script')›"),
        ("f('=~/<script/')", "‹f('\\x3cscript')›"),
        ("f('=~/<script/')", "‹f('\\74script')›"),
        ("f('=~/mysql/')", "‹f('%sysql' % 'm')›; ‹f('m%sl' % 'ysq')›; f('%sysq' % 'm')"),
        ("f('=~/<script/')", "s = 'a<b'\n‹f(s[1] + 'script')›\nf(s[0] + 'script')\n"),
        ("f('=~/<script/')", "s = 'cry'\n‹f('<s' + s[0] + 'ript')›\nf('<s' + s[1] + 'ript')\n"),
        ("f('=~/a\\.bc/')", "‹f('a\\x2ebc')›; f('a\\nbc'); f('a.b')"),
        ("f(10)", "‹f(10)›; ‹f(0xA)›; f(11)"),
        ("f(-1)", "‹f(-1)›; f(1)"),
        ("f(None)", "‹f(None)›; f(0)"),
        ("f\"...\"", "x = ‹f'a{b}'›; y = 'a'; z = ‹f'a'›"),
        ("g(f\"...\")", "‹g(f'a{b}')›; ‹g(f'a' 'b')›; g(f'a' + f'b'); g(f'a{b}' + f'c')"),
        ("g(\"=~/a/b\")", "g('abc'); ‹g('=~/a/b')›"),
        ("f\"...{$X}...\"", "x = ‹f'a{b}'›; y = f'a'"),
        // A call's result is no literal, whatever is known of it.
        ("f('...')", "f('{}'.format('a'))"),
        ("'...' '...'", "x = [‹'a' 'b'›, 'c']"),
        // Names of constants, and what is put together from constants.
        ("f('...')", "x = 'a'\n‹f(x)›\n"),
        ("f('ab')", "x = 'a'\n‹f(x + 'b')›\n"),
        ("f('...')", "def g(x):\n    f(x)\n"),
        ("f(3)", "x = 1\n‹f(x + 2)›\n"),
    ])
    func python(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "python")
    }

    @Test func withoutConstantPropagation() throws {
        var options = MatchOptions()
        options.constantPropagation = false
        try check("f('...')", in: "x = 'a'\nf(x)\n‹f('b')›\n", as: "python", options: options)
    }

    @Test func symbolicPropagation() throws {
        var options = MatchOptions()
        try check("f(g(...))", in: "x = g(1)\nf(x)\n‹f(g(2))›\n", as: "python", options: options)
        options.symbolicPropagation = true
        try check("f(g(...))", in: "x = g(1)\n‹f(x)›\n‹f(g(2))›\n", as: "python", options: options)
        try check("f(g(x))", in: "y = x\nz = g(y)\n‹f(z)›\nh(lambda: ‹f(z)›)\n", as: "python", options: options)
        // Names that are given several values, one after the other.
        try check("f(g(...))", in: "x = g(1)\n‹f(x)›\nx = h(1)\nf(x)\n", as: "python", options: options)
        try check("f(g(h(...)))", in: "x = h(1)\nx = g(x)\n‹f(x)›\n", as: "python", options: options)
        try check(
            "f(g(...))", in: "x = h(1)\nif a:\n    x = g(1)\n    ‹f(x)›\nf(x)\n", as: "python", options: options)
        try check("f(g(...))", in: "x = h(1)\nwhile x:\n    f(x)\n    x = g(1)\n", as: "python", options: options)
        try check("f(g(...))", in: "x = g(1)\nx += 1\nf(x)\n", as: "python", options: options)
        try check("$X.a() != $Y", in: "x = 'A'\nx = x.a()\n‹x != y›\n", as: "python", options: options)
        try check("g(...).f()", in: "with g(1) as x:\n    ‹x.f()›\n", as: "python", options: options)
        try check("g(...).f()", in: "with g(1) as x:\n    x = 1\n    x.f()\n", as: "python", options: options)
    }

    @Test(arguments: [
        ("f(/$X/)", "‹f(/a.b/)›; f('a');"),
        ("f(/a/)", "‹f(/a/)›; f(/b/);"),
        ("f(/.../)", "const r = /a/;\n‹f(r)›;"),
        ("f(`...`)", "‹f(`a`)›; f('a');"),
        ("f(\"...\")", "‹f('a')›; f(`a${b}`); const c = 'x'; ‹f(c)›;"),
        ("`...`", "f(‹`a`›, 'a', ‹`b${c}`›, (‹`d`›));"),
        ("\"=~/<script/\"", "f(‹'<script>'›, ‹`<script>`›); const s = 'script'; g(‹`<${s}`›);"),
        ("f(true)", "‹f(true)›; f(false);"),
        ("($X: number)", "f(‹1›, 'a');"),
        ("f(($X: string))", "‹f('a')›; f(1); let s: string = g(); ‹f(s)›;"),
    ])
    func typescript(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "typescript")
    }
}
