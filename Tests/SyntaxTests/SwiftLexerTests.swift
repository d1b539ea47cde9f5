import Syntax
import Testing

/// The tokens of Swift: how each text is cut, and as what.
@Suite struct SwiftLexerTests {
    @Test(arguments: [
        ("a + b", "identifier a|operator +|identifier b"),
        ("a+b", "identifier a|operator +|identifier b"),
        ("x!.y?.z", "identifier x|operator !|dot .|identifier y|question ?|dot .|identifier z"),
        ("a ?? b", "identifier a|operator ??|identifier b"),
        ("a ? b : c", "identifier a|question ?|identifier b|colon :|identifier c"),
        ("0...5", "integer 0|operator ...|integer 5"),
        ("t.0.1", "identifier t|dot .|integer 0|dot .|integer 1"),
        ("1.5e-3 0xFp2 0b1_0", "float 1.5e-3|float 0xFp2|integer 0b1_0"),
        ("0xFF.description", "integer 0xFF|dot .|identifier description"),
        ("`class` `two words`", "identifier `class`|identifier `two words`"),
        (
            "#if A\n#available(iOS 1, *)",
            "hash #if|identifier A|hash #available|leftParenthesis (|identifier iOS|integer 1|comma ,|operator *|rightParenthesis )"
        ),
        (
            "Set<Array<Int>>()",
            "identifier Set|operator <|identifier Array|operator <|identifier Int|operator >|operator >|leftParenthesis (|rightParenthesis )"
        ),
        (
            "x: A<B<C>>?",
            "identifier x|colon :|identifier A|operator <|identifier B|operator <|identifier C|operator >|operator >|question ?"
        ),
        ("a >> b", "identifier a|operator >>|identifier b"),
        ("a<b>>c", "identifier a|operator <|identifier b|operator >>|identifier c"),
        (
            "func ==<T>(a: T)",
            "keyword func|operator ==|operator <|identifier T|operator >|leftParenthesis (|identifier a|colon :|identifier T|rightParenthesis )"
        ),
        (
            "func f <T: A<B>>()",
            "keyword func|identifier f|operator <|identifier T|colon :|identifier A|operator <|identifier B|operator >|operator >|leftParenthesis (|rightParenthesis )"
        ),
        ("let r = /a(b)[/]/", "keyword let|identifier r|assign =|regex /a(b)[/|rightBracket ]|operator /"),
        ("let r = /a\\/b/.c", "keyword let|identifier r|assign =|regex /a\\/b/|dot .|identifier c"),
        ("x = a / b / c", "identifier x|assign =|identifier a|operator /|identifier b|operator /|identifier c"),
        (
            "f(a/b, c/d)",
            "identifier f|leftParenthesis (|identifier a|operator /|identifier b|comma ,|identifier c|operator /|identifier d|rightParenthesis )"
        ),
        ("#/a/b/#", "regex #/a/b/#"),
        ("#/\n a\n/#", "regex #/\n a\n/#"),
        ("try? /^x/", "keyword try|question ?|regex /^x/"),
        ("a+/*c*/b//d", "identifier a|operator +|identifier b"),
        ("/* a /* b */ c */x", "identifier x"),
        ("→ × é", "operator →|operator ×|identifier é"),
        ("\\.a.b", "operator \\|dot .|identifier a|dot .|identifier b"),
        ("<#name#> + 1", "identifier <#name#>|operator +|integer 1"),
        ("\u{FEFF}x\0y", "identifier x|identifier y"),
        ("#!/usr/bin/swift\nx", "identifier x"),
        ("a\r=\r1", "identifier a|assign =|integer 1"),
        ("_$a $0", "identifier _$a|identifier $0"),
    ])
    func tokens(_ source: String, _ expected: String) { check(source, expected) }

    @Test(arguments: [
        (#""a\n" """#, #"string "a\n"|string """#),
        (##"#"a\n"b"#"##, ##"string #"a\n"b"#"##),
        (##"#"""#"##, ##"string #"""#"##),
        ("\"\"\"\n a \" b\n \"\"\"", "string \"\"\"\n a \" b\n \"\"\""),
        (
            #""a\(b)c""#,
            #"stringStart "|stringText a|interpolationStart \(|identifier b|interpolationEnd )|stringText c|stringEnd ""#
        ),
        (
            ##"#"a\#(b)\(c)"#"##,
            ##"stringStart #"|stringText a|interpolationStart \#(|identifier b|interpolationEnd )|stringText \(c)|stringEnd "#"##
        ),
        (
            #""\(f("\(x)"))""#,
            #"stringStart "|interpolationStart \(|identifier f|leftParenthesis (|stringStart "|interpolationStart \(|identifier x|interpolationEnd )|stringEnd "|rightParenthesis )|interpolationEnd )|stringEnd ""#
        ),
        (
            "\"\"\"\n\\(x)\n\"\"\"",
            "stringStart \"\"\"|stringText \n|interpolationStart \\(|identifier x|interpolationEnd )|stringText \n|stringEnd \"\"\""
        ),
        ("\"a\nb", "string \"a|identifier b"),
        (
            "\"a \\(b\nc",
            "stringStart \"|stringText a |interpolationStart \\(|identifier b|interpolationEnd |stringEnd |identifier c"
        ),
    ])
    func strings(_ source: String, _ expected: String) { check(source, expected) }

    @Test(arguments: [
        (
            "$X $_ $...ARGS $0 $x",
            "metavariable $X|metavariable $_|ellipsisMetavariable $...ARGS|identifier $0|identifier $x"
        ),
        ("f(...)", "identifier f|leftParenthesis (|ellipsis ...|rightParenthesis )"),
        ("<... $X ...>", "deepStart <...|metavariable $X|deepEnd ...>"),
        ("$X...$Y", "metavariable $X|operator ...|metavariable $Y"),
        ("#$M", "hash #|metavariable $M"),
    ])
    func patterns(_ source: String, _ expected: String) { check(source, expected, mode: .pattern) }

    /// Compares the tokens, as `kind text` with bars between them, without the end of the file.
    private func check(_ source: String, _ expected: String, mode: ParseMode = .source) {
        let bytes = Array(source.utf8)
        let table = SwiftLanguage().tokenize(bytes, fileExtension: "swift", mode: mode)
        let tokens = (0..<(table.count - 1)).map { index in
            "\(table.kinds[index]) "
                + String(decoding: bytes[Int(table.starts[index])..<Int(table.ends[index])], as: UTF8.self)
        }
        #expect(tokens.joined(separator: "|") == expected)
        #expect(table.kinds.last == .endOfFile)
    }
}
