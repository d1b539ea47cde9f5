import Testing

/// Tokens where their boundaries are not plain.
@Suite struct PythonTokenTests {
    /// The white space before the first backslash of a line counts, where there is any.
    @Test(arguments: ["if a:\n\tb\n        c\n\n  # comment\nd", "if a:\n\\\n  b\n  \\\n     c\nd"])
    func indentation(_ source: String) {
        PythonChecks.checkTokens(
            source,
            """
            keyword if
            identifier a
            colon :
            newline
            indent
            identifier b
            newline
            identifier c
            newline
            dedent
            identifier d
            newline
            endOfFile
            """)
    }

    /// An indentation is the white space on the line of the token after it.
    @Test(arguments: ["if a:\n    b", "if a:\n\\\n    b", "if a:\n  \\\n    b", "if a:\n  \\\n \\\n    b"])
    func indentationStandsOnItsLine(_ source: String) {
        let bytes = Array(source.utf8)
        let tokens = PythonChecks.language.tokenize(bytes, fileExtension: "py", mode: .source)
        let indent = tokens.kinds.firstIndex(of: .indent)
        #expect(indent.map { bytes.count - 1 - Int(tokens.starts[$0]) } == 4)
        #expect(indent.map { bytes.count - 1 - Int(tokens.ends[$0]) } == 0)
    }

    @Test func continuations() {
        PythonChecks.checkTokens(
            "a = \\\r\n  (b,\n# comment\n   c)\rd",
            """
            identifier a
            assign =
            leftParenthesis (
            identifier b
            comma ,
            identifier c
            rightParenthesis )
            newline
            identifier d
            newline
            endOfFile
            """)
    }

    @Test func numbers() {
        PythonChecks.checkTokens(
            "1_0 0xfFor 1if 1.e5 .5 1e 0777 10L 1j 1..a",
            """
            integer 1_0
            integer 0xfF
            keyword or
            integer 1
            keyword if
            float 1.e5
            float .5
            integer 1
            identifier e
            integer 0777
            integer 10L
            float 1j
            float 1.
            dot .
            identifier a
            newline
            endOfFile
            """)
    }

    @Test func strings() {
        PythonChecks.checkTokens(
            #"rb'\'' uR"a" x'b' '''c'd''' 'e"#,
            #"""
            string rb'\''
            string uR"a"
            identifier x
            string 'b'
            string '''c'd'''
            string 'e unterminated
            newline
            endOfFile
            """#)
    }

    @Test func interpolations() {
        PythonChecks.checkTokens(
            #"f"{{a}}{b!r:>{c}}\N{DASH}{d!=e}{(f:=1)}""#,
            #"""
            stringStart f"
            stringText {{a}}
            interpolationStart {
            identifier b
            operator !
            identifier r
            colon :
            stringText >
            interpolationStart {
            identifier c
            interpolationEnd }
            interpolationEnd }
            stringText \N{DASH}
            interpolationStart {
            identifier d
            operator !=
            identifier e
            interpolationEnd }
            interpolationStart {
            leftParenthesis (
            identifier f
            operator :=
            integer 1
            rightParenthesis )
            interpolationEnd }
            stringEnd "
            newline
            endOfFile
            """#)
    }

    @Test func operators() {
        PythonChecks.checkTokens(
            "a**=b//c->d<>e<<=f:=g@h...",
            """
            identifier a
            operator **=
            identifier b
            operator //
            identifier c
            arrow ->
            identifier d
            operator <>
            identifier e
            operator <<=
            identifier f
            operator :=
            identifier g
            operator @
            identifier h
            ellipsis ...
            newline
            endOfFile
            """)
    }

    @Test func patterns() {
        PythonChecks.checkTokens(
            "@$D\n$_ <... $...ARGS ...> $1 $x",
            """
            at @
            metavariable $D
            newline
            metavariable $_
            deepStart <...
            ellipsisMetavariable $...ARGS
            deepEnd ...>
            metavariable $1
            error $
            identifier x
            newline
            endOfFile
            """, mode: .pattern)
    }

    @Test func errorsAndMarks() {
        PythonChecks.checkTokens(
            "\u{FEFF}a\0\0$é",
            """
            identifier a
            error \0\0
            error $
            identifier é
            newline
            endOfFile
            """)
    }

    @Test func comments() {
        let source = "#!x\na # b\n(# c\n)"
        let tokens = PythonChecks.language.tokenize(Array(source.utf8), fileExtension: "py", mode: .source)
        let comments = tokens.comments.map { Array(source.utf8)[Int($0.start)..<Int($0.end)] }
        #expect(comments.map { String(decoding: $0, as: UTF8.self) } == ["#!x", "# b", "# c"])
    }
}
