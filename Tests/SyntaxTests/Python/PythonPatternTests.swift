import Testing

/// The trees of rule patterns.
@Suite struct PythonPatternTests {
    @Test func metavariables() {
        PythonChecks.checkPattern(
            #"""
            $X = $F($1, $_)
            """#,
            #"""
            file
              expressionStatement
                value: assignment [=]
                  target: metavariable "$X"
                  value: call
                    callee: metavariable "$F"
                    arguments: argumentList
                      metavariable "$1"
                      metavariable "$_"
            """#)
        PythonChecks.checkPattern(
            #"""
            $X.$Y[$Z]
            """#,
            #"""
            file
              expressionStatement
                value: index [[]
                  object: member [.]
                    object: metavariable "$X"
                    name: metavariable "$Y"
                  index: metavariable "$Z"
            """#)
        PythonChecks.checkPattern(
            #"""
            import $X
            """#,
            #"""
            file
              import
                importNamespace
                  name: metavariable "$X"
            """#)
        PythonChecks.checkPattern(
            #"""
            from $M import $N as $A
            """#,
            #"""
            file
              import
                source: metavariable "$M"
                importItem
                  name: metavariable "$N"
                  alias: metavariable "$A"
            """#)
        PythonChecks.checkPattern(
            #"""
            $X: $T = $V
            """#,
            #"""
            file
              expressionStatement
                value: assignment [=]
                  target: metavariable "$X"
                  type: type
                    value: metavariable "$T"
                  value: metavariable "$V"
            """#)
        PythonChecks.checkPattern(
            #"""
            $X += $Y
            """#,
            #"""
            file
              expressionStatement
                value: augmentedAssignment [+=]
                  target: metavariable "$X"
                  value: metavariable "$Y"
            """#)
    }

    @Test func ellipses() {
        PythonChecks.checkPattern(
            #"""
            foo(..., $X, $...ARGS)
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "foo"
                  arguments: argumentList
                    ellipsis "..."
                    metavariable "$X"
                    ellipsisMetavariable "$...ARGS"
            """#)
        PythonChecks.checkPattern(
            #"""
            $X. ... .foo(...)
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: member [.]
                    object: member [.]
                      object: metavariable "$X"
                      name: ellipsis "..."
                    name: identifier "foo"
                  arguments: argumentList
                    ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            ...
            """#,
            #"""
            file
              ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            foo()
            ...
            $...BODY
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "foo"
                  arguments: argumentList "()"
              ellipsis "..."
              ellipsisMetavariable "$...BODY"
            """#)
        PythonChecks.checkPattern(
            #"""
            return ...
            """#,
            #"""
            file
              return
                value: ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            {..., "k": $V, ...}
            """#,
            #"""
            file
              expressionStatement
                value: object
                  ellipsis "..."
                  pair [:]
                    key: string "\"k\""
                    value: metavariable "$V"
                  ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            {...}
            """#,
            #"""
            file
              expressionStatement
                value: object
                  ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            [..., $X, ...]
            """#,
            #"""
            file
              expressionStatement
                value: array
                  ellipsis "..."
                  metavariable "$X"
                  ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            "..."
            """#,
            #"""
            file
              expressionStatement
                value: string "\"...\""
            """#)
        PythonChecks.checkPattern(
            #"""
            f"...{$X}..."
            """#,
            #"""
            file
              expressionStatement
                value: interpolatedString
                  stringText "..."
                  interpolation
                    value: metavariable "$X"
                  stringText "..."
            """#)
    }

    @Test func arguments() {
        PythonChecks.checkPattern(
            #"""
            f($K=$V, **$R)
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "f"
                  arguments: argumentList
                    keywordArgument
                      label: metavariable "$K"
                      value: metavariable "$V"
                    spread
                      value: metavariable "$R"
            """#)
        PythonChecks.checkPattern(
            #"""
            f($X: int)
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "f"
                  arguments: argumentList
                    typedMetavariable
                      name: metavariable "$X"
                      type: type
                        value: identifier "int"
            """#)
        PythonChecks.checkPattern(
            #"""
            ($X: a.B).c()
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: member [.]
                    object: typedMetavariable
                      name: metavariable "$X"
                      type: type
                        value: member [.]
                          object: identifier "a"
                          name: identifier "B"
                    name: identifier "c"
                  arguments: argumentList "()"
            """#)
    }

    @Test func deepEllipses() {
        PythonChecks.checkPattern(
            #"""
            if <... $X == 1 ...>: ...
            """#,
            #"""
            file
              if
                condition: deepEllipsis
                  value: binary [==]
                    left: metavariable "$X"
                    right: number "1"
                body: block
                  ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            f(<... $X ...>)
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "f"
                  arguments: argumentList
                    deepEllipsis
                      value: metavariable "$X"
            """#)
    }

    @Test func definitions() {
        PythonChecks.checkPattern(
            #"""
            @$D
            def $F(..., $X=..., $...R, **$K) -> $T: ...
            """#,
            #"""
            file
              function [def]
                decorator
                  value: metavariable "$D"
                name: metavariable "$F"
                parameters: parameterList
                  ellipsis "..."
                  parameter
                    name: metavariable "$X"
                    value: ellipsis "..."
                  ellipsisMetavariable "$...R"
                  parameter
                    name: metavariable "$K"
                returnType: type
                  value: metavariable "$T"
                body: block
                  ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            class $C(..., $B): ...
            """#,
            #"""
            file
              class
                name: metavariable "$C"
                supertype: ellipsis "..."
                supertype: metavariable "$B"
                body: block
                  ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            lambda ...: $X
            """#,
            #"""
            file
              expressionStatement
                value: lambda
                  parameters: parameterList
                    ellipsis "..."
                  body: metavariable "$X"
            """#)
    }

    @Test func blocks() {
        PythonChecks.checkPattern(
            #"""
            for $X in ...: ...
            """#,
            #"""
            file
              forEach
                target: metavariable "$X"
                iterable: ellipsis "..."
                body: block
                  ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            with $X as $Y: ...
            """#,
            #"""
            file
              with
                withItem
                  value: metavariable "$X"
                  target: metavariable "$Y"
                body: block
                  ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            with ..., $X as $Y: ...
            """#,
            #"""
            file
              with
                ellipsis "..."
                withItem
                  value: metavariable "$X"
                  target: metavariable "$Y"
                body: block
                  ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            try: ...
            except $E: ...
            """#,
            #"""
            file
              try
                body: block
                  ellipsis "..."
                catch
                  pattern: metavariable "$E"
                  body: block
                    ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            while $X:
                ...
                $Y
                ...
            """#,
            #"""
            file
              while
                condition: metavariable "$X"
                body: block
                  ellipsis "..."
                  expressionStatement
                    value: metavariable "$Y"
                  ellipsis "..."
            """#)
    }

    @Test func fragments() {
        PythonChecks.checkPattern(
            #"""
            @$D(...)
            """#,
            #"""
            file
              decorator
                value: call
                  callee: metavariable "$D"
                  arguments: argumentList
                    ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            except $E as $N: ...
            """#,
            #"""
            file
              catch
                pattern: metavariable "$E"
                name: metavariable "$N"
                body: block
                  ellipsis "..."
            """#)
        PythonChecks.checkPattern(
            #"""
            "key": $V
            """#,
            #"""
            file
              pair [:]
                key: string "\"key\""
                value: metavariable "$V"
            """#)
    }
}
