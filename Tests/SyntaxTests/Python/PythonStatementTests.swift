import Testing

/// The trees of statements.
@Suite struct PythonStatementTests {
    @Test func assignments() {
        PythonChecks.check(
            #"""
            a = b = 1
            """#,
            #"""
            file
              expressionStatement
                value: assignment [=]
                  target: identifier "a"
                  value: assignment [=]
                    target: identifier "b"
                    value: number "1"
            """#)
        PythonChecks.check(
            #"""
            x: int = 1
            """#,
            #"""
            file
              expressionStatement
                value: assignment [=]
                  target: identifier "x"
                  type: type
                    value: identifier "int"
                  value: number "1"
            """#)
        PythonChecks.check(
            #"""
            a += 1
            """#,
            #"""
            file
              expressionStatement
                value: augmentedAssignment [+=]
                  target: identifier "a"
                  value: number "1"
            """#)
        PythonChecks.check(
            #"""
            a, *b = c
            """#,
            #"""
            file
              expressionStatement
                value: assignment [=]
                  target: tuple
                    identifier "a"
                    spread
                      value: identifier "b"
                  value: identifier "c"
            """#)
    }

    @Test func simpleStatements() {
        PythonChecks.check(
            #"""
            return a, b
            """#,
            #"""
            file
              return
                value: tuple
                  identifier "a"
                  identifier "b"
            """#)
        PythonChecks.check(
            #"""
            raise E from e
            """#,
            #"""
            file
              throw
                value: identifier "E"
                cause: identifier "e"
            """#)
        PythonChecks.check(
            #"""
            del a, b[0]
            """#,
            #"""
            file
              delete
                identifier "a"
                index [[]
                  object: identifier "b"
                  index: number "0"
            """#)
        PythonChecks.check(
            #"""
            assert a, "why"
            """#,
            #"""
            file
              assert
                condition: identifier "a"
                value: string "\"why\""
            """#)
        PythonChecks.check(
            #"""
            global a, b
            """#,
            #"""
            file
              scopeDeclaration
                name: identifier "a"
                name: identifier "b"
            """#)
        PythonChecks.check(
            #"""
            pass; break; continue
            """#,
            #"""
            file
              empty "pass"
              break "break"
              continue "continue"
            """#)
    }

    @Test func imports() {
        PythonChecks.check(
            #"""
            import a.b as c, d
            """#,
            #"""
            file
              import
                importNamespace
                  name: member [.]
                    object: identifier "a"
                    name: identifier "b"
                  alias: identifier "c"
                importNamespace
                  name: identifier "d"
            """#)
        PythonChecks.check(
            #"""
            from ..a.b import (c as d, e)
            """#,
            #"""
            file
              import
                source: relativeModule
                  name: member [.]
                    object: identifier "a"
                    name: identifier "b"
                importItem
                  name: identifier "c"
                  alias: identifier "d"
                importItem
                  name: identifier "e"
            """#)
        PythonChecks.check(
            #"""
            from . import x
            """#,
            #"""
            file
              import
                source: relativeModule "."
                importItem
                  name: identifier "x"
            """#)
        PythonChecks.check(
            #"""
            from a import *
            """#,
            #"""
            file
              import
                source: identifier "a"
                importNamespace "*"
            """#)
    }

    @Test func branches() {
        PythonChecks.check(
            #"""
            if a: b
            elif c:
                d
            else: e
            """#,
            #"""
            file
              if
                condition: identifier "a"
                body: block
                  expressionStatement
                    value: identifier "b"
                alternate: if
                  condition: identifier "c"
                  body: block
                    expressionStatement
                      value: identifier "d"
                  alternate: block
                    expressionStatement
                      value: identifier "e"
            """#)
        PythonChecks.check(
            #"""
            while a:
                b
            else:
                c
            """#,
            #"""
            file
              while
                condition: identifier "a"
                body: block
                  expressionStatement
                    value: identifier "b"
                alternate: block
                  expressionStatement
                    value: identifier "c"
            """#)
    }

    @Test func loops() {
        PythonChecks.check(
            #"""
            for a, b in c, d:
                e
            """#,
            #"""
            file
              forEach
                target: tuple
                  identifier "a"
                  identifier "b"
                iterable: tuple
                  identifier "c"
                  identifier "d"
                body: block
                  expressionStatement
                    value: identifier "e"
            """#)
        PythonChecks.check(
            #"""
            async for a in b: c
            """#,
            #"""
            file
              forEach [for]
                target: identifier "a"
                iterable: identifier "b"
                body: block
                  expressionStatement
                    value: identifier "c"
            """#)
        PythonChecks.check(
            #"""
            for a, *b in c: d
            """#,
            #"""
            file
              forEach
                target: tuple
                  identifier "a"
                  spread
                    value: identifier "b"
                iterable: identifier "c"
                body: block
                  expressionStatement
                    value: identifier "d"
            """#)
    }

    @Test func tries() {
        PythonChecks.check(
            #"""
            try:
                a
            except (B, C) as e: f
            else: g
            finally: h
            """#,
            #"""
            file
              try
                body: block
                  expressionStatement
                    value: identifier "a"
                catch
                  pattern: tuple
                    identifier "B"
                    identifier "C"
                  name: identifier "e"
                  body: block
                    expressionStatement
                      value: identifier "f"
                alternate: block
                  expressionStatement
                    value: identifier "g"
                finalizer: block
                  expressionStatement
                    value: identifier "h"
            """#)
        PythonChecks.check(
            #"""
            try: a
            except* B: c
            """#,
            #"""
            file
              try
                body: block
                  expressionStatement
                    value: identifier "a"
                catch
                  pattern: identifier "B"
                  body: block
                    expressionStatement
                      value: identifier "c"
            """#)
        PythonChecks.check(
            #"""
            try: a
            except A, B: c
            """#,
            #"""
            file
              try
                body: block
                  expressionStatement
                    value: identifier "a"
                catch
                  pattern: identifier "A"
                  pattern: identifier "B"
                  body: block
                    expressionStatement
                      value: identifier "c"
            """#)
        PythonChecks.check(
            #"""
            try: a
            except A, e: c
            """#,
            #"""
            file
              try
                body: block
                  expressionStatement
                    value: identifier "a"
                catch
                  pattern: identifier "A"
                  name: identifier "e"
                  body: block
                    expressionStatement
                      value: identifier "c"
            """#)
    }
}
