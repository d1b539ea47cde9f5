import Testing

/// The trees of expressions.
@Suite struct PythonExpressionTests {
    @Test func operators() {
        PythonChecks.check(
            #"""
            a or b and not c
            """#,
            #"""
            file
              expressionStatement
                value: binary [or]
                  left: identifier "a"
                  right: binary [and]
                    left: identifier "b"
                    right: unary
                      value: identifier "c"
            """#)
        PythonChecks.check(
            #"""
            a < b not in c is not d
            """#,
            #"""
            file
              expressionStatement
                value: binary [is]
                  left: binary [not]
                    left: binary [<]
                      left: identifier "a"
                      right: identifier "b"
                    right: identifier "c"
                  right: identifier "d"
            """#)
        PythonChecks.check(
            #"""
            -a ** -b
            """#,
            #"""
            file
              expressionStatement
                value: unary
                  value: binary [**]
                    left: identifier "a"
                    right: unary
                      value: identifier "b"
            """#)
        PythonChecks.check(
            #"""
            a + b * c - d
            """#,
            #"""
            file
              expressionStatement
                value: binary [-]
                  left: binary [+]
                    left: identifier "a"
                    right: binary [*]
                      left: identifier "b"
                      right: identifier "c"
                  right: identifier "d"
            """#)
        PythonChecks.check(
            #"""
            a if b else c if d else e
            """#,
            #"""
            file
              expressionStatement
                value: conditional [if]
                  body: identifier "a"
                  condition: identifier "b"
                  alternate: conditional [if]
                    body: identifier "c"
                    condition: identifier "d"
                    alternate: identifier "e"
            """#)
        PythonChecks.check(
            #"""
            await a ** b
            """#,
            #"""
            file
              expressionStatement
                value: binary [**]
                  left: await
                    value: identifier "a"
                  right: identifier "b"
            """#)
    }

    @Test func calls() {
        PythonChecks.check(
            #"""
            a.b(c, *d, e=f, **g)[h](i)
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: index [[]
                    object: call
                      callee: member [.]
                        object: identifier "a"
                        name: identifier "b"
                      arguments: argumentList
                        identifier "c"
                        spread
                          value: identifier "d"
                        keywordArgument
                          label: identifier "e"
                          value: identifier "f"
                        spread
                          value: identifier "g"
                    index: identifier "h"
                  arguments: argumentList
                    identifier "i"
            """#)
        PythonChecks.check(
            #"""
            a(b for b in c)
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "a"
                  arguments: argumentList
                    comprehension [(]
                      value: identifier "b"
                      comprehensionClause
                        target: identifier "b"
                        iterable: identifier "c"
            """#)
        PythonChecks.check(
            #"""
            a(b := 1)
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "a"
                  arguments: argumentList
                    assignment [:=]
                      target: identifier "b"
                      value: number "1"
            """#)
    }

    @Test func subscripts() {
        PythonChecks.check(
            #"""
            a[b:c, ::d, *e, ...]
            """#,
            #"""
            file
              expressionStatement
                value: index [[]
                  object: identifier "a"
                  index: slice
                    lower: identifier "b"
                    upper: identifier "c"
                  index: slice
                    step: identifier "d"
                  index: spread
                    value: identifier "e"
                  index: ellipsis "..."
            """#)
        PythonChecks.check(
            #"""
            a[b]
            """#,
            #"""
            file
              expressionStatement
                value: index [[]
                  object: identifier "a"
                  index: identifier "b"
            """#)
        PythonChecks.check(
            #"""
            a[b, c]
            """#,
            #"""
            file
              expressionStatement
                value: index [[]
                  object: identifier "a"
                  index: identifier "b"
                  index: identifier "c"
            """#)
    }
}
