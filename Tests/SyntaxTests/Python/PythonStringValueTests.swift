import Testing

/// The values of string literals.
@Suite struct PythonStringValueTests {
    @Test func plain() {
        PythonChecks.checkValue(#"'a"b'"#, #"a"b"#)
        PythonChecks.checkValue(#"'''a'b'''"#, "a'b")
        PythonChecks.checkValue(#"u"é🎉""#, "é🎉")
        PythonChecks.checkValue(#""""#, "")
    }

    @Test func escapes() {
        PythonChecks.checkValue(#""\n\t\\\"\'\a\0\101\x41\u00e9\U0001F389""#, "\n\t\\\"'\u{7}\0AAé🎉")
        PythonChecks.checkValue(#""\q\x4\u12\U00110000\N{DASH}""#, #"\q\x4\u12\U00110000\N{DASH}"#)
        PythonChecks.checkValue(#""\ud800""#, "\u{FFFD}")
        PythonChecks.checkValue("'a\\\nb\\\r\nc'", "abc")
        PythonChecks.checkValue(#"b"\xe9\u00e9""#, #"é\u00e9"#)
        PythonChecks.checkValue(#"r"\n\"""#, #"\n\""#)
    }

    @Test func lineEndings() {
        PythonChecks.checkValue("'''a\r\nb\rc'''", "a\nb\nc")
    }

    @Test func concatenations() {
        PythonChecks.checkValue(#"("a" r"\b" f"c{{}}")"#, #"a\bc{}"#)
        PythonChecks.checkValue(#""a" f"{b}""#, nil)
    }

    @Test func interpolated() {
        PythonChecks.checkValue(#"f"{{a}}\n""#, "{a}\n")
        PythonChecks.checkValue(#"rf"\{{a""#, #"\{a"#)
        PythonChecks.checkValue(#"f"{a}""#, nil)
    }

    @Test func unterminated() {
        PythonChecks.checkValue("x = 'ab\ny", "ab")
        PythonChecks.checkValue("x = '''ab\ny", "ab")
        PythonChecks.checkValue("x = f'ab\ny", "ab")
    }

    /// The text between interpolations, in the string and in a format specification.
    @Test func texts() {
        let tree = PythonChecks.tree(#"f"a\t{b:\x41{c}}""#)
        let values = (0..<Int32(tree.count)).filter { tree.kind($0) == .stringText }.map {
            PythonChecks.language.stringValue(of: $0, in: tree).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(values == ["a\t", "A"])
    }
}
