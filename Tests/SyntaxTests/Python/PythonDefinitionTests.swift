import Testing

/// The trees of functions and classes.
@Suite struct PythonDefinitionTests {
    @Test func functions() {
        PythonChecks.check(
            #"""
            @a.b(c)
            async def f[T](a, /, b: int = 1, *c: *Ts, d, **e) -> T:
                return a
            """#,
            #"""
            file
              function [def]
                decorator
                  value: call
                    callee: member [.]
                      object: identifier "a"
                      name: identifier "b"
                    arguments: argumentList
                      identifier "c"
                name: identifier "f"
                typeParameters: typeParameters
                  typeParameter
                    name: identifier "T"
                parameters: parameterList
                  parameter
                    name: identifier "a"
                  parameter "/"
                  parameter
                    name: identifier "b"
                    type: type
                      value: identifier "int"
                    value: number "1"
                  parameter
                    name: identifier "c"
                    type: type
                      value: spread
                        value: identifier "Ts"
                  parameter
                    name: identifier "d"
                  parameter
                    name: identifier "e"
                returnType: type
                  value: identifier "T"
                body: block
                  return
                    value: identifier "a"
            """#)
        PythonChecks.check(
            #"""
            def f(a, *, b): pass
            """#,
            #"""
            file
              function
                name: identifier "f"
                parameters: parameterList
                  parameter
                    name: identifier "a"
                  parameter "*"
                  parameter
                    name: identifier "b"
                body: block
                  empty "pass"
            """#)
        PythonChecks.check(
            #"""
            def f((a, b)): pass
            """#,
            #"""
            file
              function
                name: identifier "f"
                parameters: parameterList
                  parameter
                    name: tuple
                      identifier "a"
                      identifier "b"
                body: block
                  empty "pass"
            """#)
    }

    @Test func classes() {
        PythonChecks.check(
            #"""
            @a
            class A(B, metaclass=C, *d):
                x: int
                def f(self): ...
            """#,
            #"""
            file
              class [class]
                decorator
                  value: identifier "a"
                name: identifier "A"
                supertype: identifier "B"
                supertype: keywordArgument
                  label: identifier "metaclass"
                  value: identifier "C"
                supertype: spread
                  value: identifier "d"
                body: block
                  expressionStatement
                    value: assignment [:]
                      target: identifier "x"
                      type: type
                        value: identifier "int"
                  function
                    name: identifier "f"
                    parameters: parameterList
                      parameter
                        name: identifier "self"
                    body: block
                      expressionStatement
                        value: ellipsis "..."
            """#)
        PythonChecks.check(
            #"""
            class A: pass
            """#,
            #"""
            file
              class
                name: identifier "A"
                body: block
                  empty "pass"
            """#)
    }

    @Test func lambdas() {
        PythonChecks.check(
            #"""
            lambda: a
            """#,
            #"""
            file
              expressionStatement
                value: lambda
                  parameters: parameterList ""
                  body: identifier "a"
            """#)
        PythonChecks.check(
            #"""
            lambda a, *b, c=1, **d: (a, b)
            """#,
            #"""
            file
              expressionStatement
                value: lambda
                  parameters: parameterList
                    parameter
                      name: identifier "a"
                    parameter
                      name: identifier "b"
                    parameter
                      name: identifier "c"
                      value: number "1"
                    parameter
                      name: identifier "d"
                  body: tuple
                    identifier "a"
                    identifier "b"
            """#)
    }
}
