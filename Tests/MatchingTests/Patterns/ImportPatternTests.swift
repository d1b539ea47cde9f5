import Matching
import Testing

/// Import patterns, and names that are known through imports.
@Suite struct ImportPatternTests {
    @Test(arguments: [
        ("import a", "‹import a›\n‹import a.b›\n‹from a import b›\n‹from a.c import d›\nimport ab\n"),
        ("import a.b", "‹import a.b›\n‹from a import b›\nfrom a import c\n‹import a.b as c›\n"),
        ("import a as $X", "‹import a as b›\nimport a\n"),
        ("from a import b", "‹from a import c, b›\n‹from a import b as d›\nfrom c import b\n"),
        ("import $X", "‹import a›\n‹from a import b›\n"),
        // Names through imports.
        ("a.b.f(...)", "from a.b import f\n‹f()›\n"),
        ("a.f(...)", "import a as x\n‹x.f()›\nf()\n"),
        ("a.b", "from a import b, c\n‹b›.d()\nc.d()\n"),
        ("a.$F(...)", "from a import g as h\n‹h()›\n"),
        ("$M.g(...)", "from a import g\n‹g()›\n"),
        ("f(...)", "from a import f\n‹f()›\n"),
        // A local variable of the same name is another thing.
        ("a.f(...)", "from a import f\ndef g(f):\n    f()\n‹f()›\n"),
        ("@a.d(...)\ndef $F(...):\n    ...", "from a import d\n‹@d\ndef f():\n    pass›\n"),
    ])
    func python(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "python")
    }

    @Test(arguments: [
        ("import 'a'", "‹import b from 'a';› ‹import { c } from 'a';› ‹import 'a/b';› ‹const x = require('a');›"),
        (
            "import { b } from 'a'",
            "‹export { b } from 'a';› ‹export type { b } from 'a';› export { c } from 'a'; export { b }; export const b = 1;"
        ),
        ("import $X from 'a'", "‹import b from 'a';› import { c } from 'a'; import * as d from 'a';"),
        ("import { b } from 'a'", "‹import { c, b } from 'a';› ‹const { b } = require('a');› import { c } from 'a';"),
        ("import * as $X from 'a'", "‹import * as d from 'a';› import b from 'a'; ‹import c = require('a');›"),
        ("$X = require('a')", "‹const b = require('a');›"),
        ("a.f(...)", "import { f } from 'a';\n‹f()›;"),
        ("a.$F(...)", "const { g } = require('a');\n‹g()›;"),
    ])
    func typescript(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "typescript")
    }

    @Test(arguments: [("import A", "‹import A›\nimport B\n")])
    func swift(pattern: String, source: String) throws {
        try check(pattern, in: source, as: "swift")
    }
}
