import Syntax
import Testing

/// What a `/`, `<`, `>`, backtick or `#` is, by what stands before it.
struct TypeScriptLexerTests {
    /// The tokens of `source` with a space between them; those of the `kind` alone where one is given.
    private func check(
        _ source: String, _ expected: String, kind: TokenKind? = nil, fileExtension: String = "ts",
        mode: ParseMode = .source, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let bytes = Array(source.utf8)
        let tokens = TypeScriptLanguage().tokenize(bytes, fileExtension: fileExtension, mode: mode)
        let texts = (0..<tokens.count - 1).filter { kind == nil || tokens.kinds[$0] == kind }.map {
            String(decoding: bytes[Int(tokens.starts[$0])..<Int(tokens.ends[$0])], as: UTF8.self)
        }
        #expect(texts.joined(separator: " ") == expected, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        ("a / b / c", ""), ("x = /a[/]b/gi.c", "/a[/]b/gi"), ("return /a/", "/a/"), ("if (a) /b/.c()", "/b/"),
        ("(a) / b / c", ""), ("a++ / b / c", ""), ("a\n++/b/.c", "/b/"), ("}\n/a/.b", "/a/"), ("x = {} / b / c", ""),
        ("a.return / b / c", ""), ("[1] / b / c", ""), ("a! / b / c", ""), ("!/a/", "/a/"), ("`a` / b / c", ""),
        ("this / b / c", ""), ("for (const a of /b/) ;", "/b/"), ("a = b\n/c/d", ""), ("x = /[\n", "/["),
    ])
    func regexOrDivision(source: String, expected: String) {
        check(source, expected, kind: .regex)
    }

    @Test(arguments: [
        ("a: A<B<C>>= d", "a : A < B < C > > = d"), ("a >> b >>> c", "a >> b >>> c"), ("a < b >> c", "a < b >> c"),
        ("a >>= b >= c", "a >>= b >= c"), ("f<A<B<C>>>(d)", "f < A < B < C > > > ( d )"),
        ("i < n && j >= m", "i < n && j >= m"), ("<const T extends A<B>>(c)", "< const T extends A < B > > ( c )"),
        ("styled(A)<B<typeof C>>(d)", "styled ( A ) < B < typeof C > > ( d )"),
    ])
    func shiftsAndTypeArguments(source: String, expected: String) {
        check(source, expected)
    }

    @Test func shiftsInJavaScript() {
        check("a<b<c>>d", "a < b < c >> d", fileExtension: "js")
    }

    @Test(arguments: [
        ("`a`", "`a`"), ("`a${b}c`", "` a ${ b } c `"), ("`${`${a}`}`", "` ${ ` ${ a } ` } `"),
        ("`${{a: {}}}`", "` ${ { a : { } } } `"), ("`\\`\\${`", "`\\`\\${`"), ("`a${", "` a ${"),
    ])
    func templates(source: String, expected: String) {
        check(source, expected)
    }

    @Test(arguments: [
        ("x = <a b-c='1' d={e}>f g<h/>{i}</a> / 2", "x = < a b-c = '1' d = { e } > f g < h / > { i } < / a > / 2"),
        ("x = <T,>(a: T) => a", "x = < T , > ( a : T ) => a"),
        ("x: <T>(a: T) => T = y", "x : < T > ( a : T ) => T = y"),
        ("a < b", "a < b"), ("x = <A<B>>c</A>", "x = < A < B > > c < / A >"),
        ("x: { new <T>(a: T): T; m?<T>(): U }", "x : { new < T > ( a : T ) : T ; m ? < T > ( ) : U }"),
        ("x = <A<B> c=\"\n\">'</A>", "x = < A < B > c = \"\n\" > ' < / A >"),
        ("return (<a>\n); }\nb / c", "return ( < a > ) ; } b / c"),
    ])
    func elements(source: String, expected: String) {
        check(source, expected, fileExtension: "tsx")
    }

    @Test(arguments: [
        ("0x1F 0b1_0 1_000n 1.5e-3 .5 1..a", "0x1F 0b1_0 1_000n 1.5e-3 .5 1. . a"), ("a?.5:b", "a ? .5 : b"),
        ("#a in b", "#a in b"), ("\\u0061b \\u{62}", "\\u0061b \\u{62}"), ("ä𝒳 = '\\\n'", "ä𝒳 = '\\\n'"),
        ("#!/bin/node\na", "a"), ("\u{FEFF}a\u{A0}b\u{2028}c", "a b c"), ("'a\nb", "'a b"),
    ])
    func otherTokens(source: String, expected: String) {
        check(source, expected)
    }

    @Test func htmlComments() {
        check("<!-- a\nb\n--> c\nd", "b d", fileExtension: "js")
        check("a-->b", "a -- > b", fileExtension: "js")
    }

    @Test(arguments: [
        ("$X $_ $1 $foo $Foo $", "$X $_ $1", TokenKind.metavariable),
        ("$...ARGS ...$X", "$...ARGS", .ellipsisMetavariable),
        ("<... a ...>", "<...", .deepStart), ("f<...>(a)", "", .deepStart), ("<$A ... />", "...", .ellipsis),
        ("<a>$B ... c</a>", "...", .ellipsis),
    ])
    func patternTokens(source: String, expected: String, kind: TokenKind) {
        check(source, expected, kind: kind, mode: .pattern)
    }

    @Test func lineEndsAndUnterminatedLiterals() {
        let tokens = TypeScriptLanguage().tokenize(Array("a\rb /*\n*/ c 'd".utf8), fileExtension: "ts", mode: .source)
        #expect(tokens.flags.map { $0.contains(.newlineBefore) } == [true, true, true, false, false])
        #expect(tokens.flags[3].contains(.unterminated))
        #expect(tokens.comments == [Comment(start: 4, end: 9)])
    }
}
