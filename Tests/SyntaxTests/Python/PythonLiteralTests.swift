import Testing

/// The trees of literals, displays and comprehensions.
@Suite struct PythonLiteralTests {
    @Test func displays() {
        PythonChecks.check(
            #"""
            [a, *b]
            """#,
            #"""
            file
              expressionStatement
                value: array
                  identifier "a"
                  spread
                    value: identifier "b"
            """#)
        PythonChecks.check(
            #"""
            {a, *b}
            """#,
            #"""
            file
              expressionStatement
                value: set
                  identifier "a"
                  spread
                    value: identifier "b"
            """#)
        PythonChecks.check(
            #"""
            {a: b, **c}
            """#,
            #"""
            file
              expressionStatement
                value: object
                  pair [:]
                    key: identifier "a"
                    value: identifier "b"
                  spread
                    value: identifier "c"
            """#)
        PythonChecks.check(
            #"""
            {}
            """#,
            #"""
            file
              expressionStatement
                value: object "{}"
            """#)
        PythonChecks.check(
            #"""
            ()
            """#,
            #"""
            file
              expressionStatement
                value: tuple "()"
            """#)
        PythonChecks.check(
            #"""
            (a,)
            """#,
            #"""
            file
              expressionStatement
                value: tuple
                  identifier "a"
            """#)
        PythonChecks.check(
            #"""
            (a)
            """#,
            #"""
            file
              expressionStatement
                value: parenthesized
                  value: identifier "a"
            """#)
        PythonChecks.check(
            #"""
            a, b
            """#,
            #"""
            file
              expressionStatement
                value: tuple
                  identifier "a"
                  identifier "b"
            """#)
    }

    @Test func comprehensions() {
        PythonChecks.check(
            #"""
            [a async for a, b in c if d if e for f in g]
            """#,
            #"""
            file
              expressionStatement
                value: comprehension
                  value: identifier "a"
                  comprehensionClause [for]
                    target: tuple
                      identifier "a"
                      identifier "b"
                    iterable: identifier "c"
                    condition: identifier "d"
                    condition: identifier "e"
                  comprehensionClause
                    target: identifier "f"
                    iterable: identifier "g"
            """#)
        PythonChecks.check(
            #"""
            [a for a, *b in c]
            """#,
            #"""
            file
              expressionStatement
                value: comprehension
                  value: identifier "a"
                  comprehensionClause
                    target: tuple
                      identifier "a"
                      spread
                        value: identifier "b"
                    iterable: identifier "c"
            """#)
        PythonChecks.check(
            #"""
            {a: b for c in d}
            """#,
            #"""
            file
              expressionStatement
                value: comprehension
                  value: pair [:]
                    key: identifier "a"
                    value: identifier "b"
                  comprehensionClause
                    target: identifier "c"
                    iterable: identifier "d"
            """#)
        PythonChecks.check(
            #"""
            {a for a in b}
            """#,
            #"""
            file
              expressionStatement
                value: comprehension
                  value: identifier "a"
                  comprehensionClause
                    target: identifier "a"
                    iterable: identifier "b"
            """#)
        PythonChecks.check(
            #"""
            (a for a in b)
            """#,
            #"""
            file
              expressionStatement
                value: comprehension
                  value: identifier "a"
                  comprehensionClause
                    target: identifier "a"
                    iterable: identifier "b"
            """#)
    }

    @Test func literals() {
        PythonChecks.check(
            #"""
            None, True, 1_0, 0xFF, 1.5e-3, 2j, ...
            """#,
            #"""
            file
              expressionStatement
                value: tuple
                  null "None"
                  boolean "True"
                  number "1_0"
                  number "0xFF"
                  number "1.5e-3"
                  number "2j"
                  ellipsis "..."
            """#)
        PythonChecks.check(
            #"""
            yield
            """#,
            #"""
            file
              expressionStatement
                value: yield "yield"
            """#)
        PythonChecks.check(
            #"""
            x = yield from a
            """#,
            #"""
            file
              expressionStatement
                value: assignment [=]
                  target: identifier "x"
                  value: yield
                    value: identifier "a"
            """#)
    }

    @Test func strings() {
        PythonChecks.check(
            #"""
            "a" 'b' f"c{d}"
            """#,
            #"""
            file
              expressionStatement
                value: concatenatedString
                  string "\"a\""
                  string "\'b\'"
                  interpolatedString
                    stringText "c"
                    interpolation
                      value: identifier "d"
            """#)
        PythonChecks.check(
            #"""
            f"a{b!r:>{c}.{d}}{{e}}{f=}"
            """#,
            #"""
            file
              expressionStatement
                value: interpolatedString
                  stringText "a"
                  interpolation
                    value: identifier "b"
                    format: interpolatedString
                      stringText ">"
                      interpolation
                        value: identifier "c"
                      stringText "."
                      interpolation
                        value: identifier "d"
                  stringText "{{e}}"
                  interpolation
                    value: identifier "f"
            """#)
        PythonChecks.check(
            #"""
            f"{a["b"]}"
            """#,
            #"""
            file
              expressionStatement
                value: interpolatedString
                  interpolation
                    value: index [[]
                      object: identifier "a"
                      index: string "\"b\""
            """#)
        PythonChecks.check(
            #"""
            t"a{b}"
            """#,
            #"""
            file
              expressionStatement
                value: interpolatedString
                  stringText "a"
                  interpolation
                    value: identifier "b"
            """#)
        PythonChecks.check(
            #"""
            f"no"
            """#,
            #"""
            file
              expressionStatement
                value: string "f\"no\""
            """#)
        PythonChecks.check(
            #"""
            rf"\{a}\d"
            """#,
            #"""
            file
              expressionStatement
                value: interpolatedString
                  stringText "\\"
                  interpolation
                    value: identifier "a"
                  stringText "\\d"
            """#)
        PythonChecks.check(
            #"""
            f"{a:%H:%M}"
            """#,
            #"""
            file
              expressionStatement
                value: interpolatedString
                  interpolation
                    value: identifier "a"
                    format: stringText "%H:%M"
            """#)
    }
}
