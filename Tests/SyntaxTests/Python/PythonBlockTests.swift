import Testing

/// The trees of `with`, `match` and what is written another way in other versions.
@Suite struct PythonBlockTests {
    @Test func withItems() {
        PythonChecks.check(
            #"""
            with (a as b, c): d
            """#,
            #"""
            file
              with
                withItem
                  value: identifier "a"
                  target: identifier "b"
                withItem
                  value: identifier "c"
                body: block
                  expressionStatement
                    value: identifier "d"
            """#)
        PythonChecks.check(
            #"""
            with (a) as b, c: d
            """#,
            #"""
            file
              with
                withItem
                  value: parenthesized
                    value: identifier "a"
                  target: identifier "b"
                withItem
                  value: identifier "c"
                body: block
                  expressionStatement
                    value: identifier "d"
            """#)
        PythonChecks.check(
            #"""
            with (a, *b): c
            """#,
            #"""
            file
              with
                withItem
                  value: tuple
                    identifier "a"
                    spread
                      value: identifier "b"
                body: block
                  expressionStatement
                    value: identifier "c"
            """#)
        PythonChecks.check(
            #"""
            with (yield a): b
            """#,
            #"""
            file
              with
                withItem
                  value: parenthesized
                    value: yield
                      value: identifier "a"
                body: block
                  expressionStatement
                    value: identifier "b"
            """#)
        PythonChecks.check(
            #"""
            async with a: b
            """#,
            #"""
            file
              with [with]
                withItem
                  value: identifier "a"
                body: block
                  expressionStatement
                    value: identifier "b"
            """#)
    }

    @Test func python2() {
        PythonChecks.check(
            #"""
            print "a", b
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "print"
                  arguments: argumentList
                    string "\"a\""
                    identifier "b"
            """#)
        PythonChecks.check(
            #"""
            print [a]
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "print"
                  arguments: argumentList
                    array
                      identifier "a"
            """#)
        PythonChecks.check(
            #"""
            print[a]
            """#,
            #"""
            file
              expressionStatement
                value: index [[]
                  object: identifier "print"
                  index: identifier "a"
            """#)
        PythonChecks.check(
            #"""
            exec code in scope
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "exec"
                  arguments: argumentList
                    binary [in]
                      left: identifier "code"
                      right: identifier "scope"
            """#)
        PythonChecks.check(
            #"""
            raise E, "why"
            """#,
            #"""
            file
              throw
                value: identifier "E"
                string "\"why\""
            """#)
    }

    @Test func typeAliases() {
        PythonChecks.check(
            #"""
            type A[T: int = str, *Ts, **P] = list[T]
            """#,
            #"""
            file
              typeAlias
                name: identifier "A"
                typeParameters: typeParameters
                  typeParameter
                    name: identifier "T"
                    type: type
                      value: identifier "int"
                    value: type
                      value: identifier "str"
                  typeParameter
                    name: identifier "Ts"
                  typeParameter
                    name: identifier "P"
                value: type
                  value: index [[]
                    object: identifier "list"
                    index: identifier "T"
            """#)
        PythonChecks.check(
            #"""
            type = 1
            """#,
            #"""
            file
              expressionStatement
                value: assignment [=]
                  target: identifier "type"
                  value: number "1"
            """#)
    }

    @Test func matches() {
        PythonChecks.check(
            #"""
            match a, b:
                case [1, *_] | {"k": v, **r} if c: d
                case A.B(x, y=None) as z: e
                case -1 | (f): g
                case _: h
            """#,
            #"""
            file
              switch
                subject: tuple
                  identifier "a"
                  identifier "b"
                case
                  pattern: binary [|]
                    left: array
                      number "1"
                      spread
                        value: wildcard "_"
                    right: object
                      pair [:]
                        key: string "\"k\""
                        value: identifier "v"
                      spread
                        value: identifier "r"
                  condition: identifier "c"
                  body: block
                    expressionStatement
                      value: identifier "d"
                case
                  pattern: asPattern
                    value: call
                      callee: member [.]
                        object: identifier "A"
                        name: identifier "B"
                      arguments: argumentList
                        identifier "x"
                        keywordArgument
                          label: identifier "y"
                          value: null "None"
                    name: identifier "z"
                  body: block
                    expressionStatement
                      value: identifier "e"
                case
                  pattern: binary [|]
                    left: unary
                      value: number "1"
                    right: parenthesized
                      value: identifier "f"
                  body: block
                    expressionStatement
                      value: identifier "g"
                case
                  pattern: wildcard "_"
                  body: block
                    expressionStatement
                      value: identifier "h"
            """#)
        PythonChecks.check(
            #"""
            match(a)
            match = 1
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "match"
                  arguments: argumentList
                    identifier "a"
              expressionStatement
                value: assignment [=]
                  target: identifier "match"
                  value: number "1"
            """#)
    }
}
