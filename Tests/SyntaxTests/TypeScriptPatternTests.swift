import Syntax
import Testing

/// The trees of rule patterns.
struct TypeScriptPatternTests {
    private func check(
        fileExtension: String = "ts", _ source: String, _ outline: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let tree = TypeScriptLanguage().tree(of: Array(source.utf8), fileExtension: fileExtension, mode: .pattern)
        #expect(tree.outline() == outline, sourceLocation: sourceLocation)
    }

    @Test func metavariables() {
        check(
            #"""
            $X.$METHOD($_, $1, $...ARGS, $foo, $)
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: member [.]
                    object: metavariable "$X"
                    name: metavariable "$METHOD"
                  arguments: argumentList
                    metavariable "$_"
                    metavariable "$1"
                    ellipsisMetavariable "$...ARGS"
                    identifier "$foo"
                    identifier "$"
            """#)
    }

    @Test func ellipses() {
        check(
            #"""
            foo(..., $X, ...);
            ...
            [..., 1]
            $A. ... .b(...)
            return ...
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "foo"
                  arguments: argumentList
                    ellipsis "..."
                    metavariable "$X"
                    ellipsis "..."
              ellipsis "..."
              expressionStatement
                value: array
                  ellipsis "..."
                  number "1"
              expressionStatement
                value: call
                  callee: member [.]
                    object: member [.]
                      object: metavariable "$A"
                      name: ellipsis "..."
                    name: identifier "b"
                  arguments: argumentList
                    ellipsis "..."
              return
                value: ellipsis "..."
            """#)
    }

    @Test func deepExpression() {
        check(
            #"""
            if (<... $X.y(...) ...>) { ... }
            """#,
            #"""
            file
              if
                condition: deepEllipsis
                  value: call
                    callee: member [.]
                      object: metavariable "$X"
                      name: identifier "y"
                    arguments: argumentList
                      ellipsis "..."
                body: block
                  ellipsis "..."
            """#)
    }

    @Test func statementsOnOneLine() {
        check(
            #"""
            ... if ($X) { ... } ...
            """#,
            #"""
            file
              ellipsis "..."
              if
                condition: metavariable "$X"
                body: block
                  ellipsis "..."
              ellipsis "..."
            """#)
    }

    @Test func typedMetavariable() {
        check(
            #"""
            $S.replace(($X: RegExp), ...)
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: member [.]
                    object: metavariable "$S"
                    name: identifier "replace"
                  arguments: argumentList
                    typedMetavariable
                      name: metavariable "$X"
                      type: type
                        value: identifier "RegExp"
                    ellipsis "..."
            """#)
    }

    @Test func objectAtStatementStart() {
        check(
            #"""
            {..., key: $V, ...}
            """#,
            #"""
            file
              expressionStatement
                value: object
                  ellipsis "..."
                  pair [:]
                    key: identifier "key"
                    value: metavariable "$V"
                  ellipsis "..."
            """#)
    }

    @Test func emptyEllipsisObject() {
        check(
            #"""
            {...}
            """#,
            #"""
            file
              expressionStatement
                value: object
                  ellipsis "..."
            """#)
    }

    @Test func blockAtStatementStart() {
        check(
            #"""
            { ... foo(); ... }
            """#,
            #"""
            file
              block
                ellipsis "..."
                expressionStatement
                  value: call
                    callee: identifier "foo"
                    arguments: argumentList "()"
                ellipsis "..."
            """#)
    }

    @Test func lonePair() {
        check(
            #"""
            secret: "$Y"
            """#,
            #"""
            file
              pair [:]
                key: identifier "secret"
                value: string "\"$Y\""
            """#)
    }

    @Test func lonePairWithStringKey() {
        check(
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

    @Test func loneMethod() {
        check(
            #"""
            async $F(..., $REQ, ...) { ... }
            """#,
            #"""
            file
              function [$F]
                name: metavariable "$F"
                parameters: parameterList
                  ellipsis "..."
                  parameter
                    name: metavariable "$REQ"
                  ellipsis "..."
                body: block
                  ellipsis "..."
            """#)
    }

    @Test func loneCatch() {
        check(
            #"""
            catch ($E) { ... }
            """#,
            #"""
            file
              catch
                name: metavariable "$E"
                body: block
                  ellipsis "..."
            """#)
    }

    @Test func loneDecorator() {
        check(
            #"""
            @Header("...", ...)
            """#,
            #"""
            file
              decorator
                value: call
                  callee: identifier "Header"
                  arguments: argumentList
                    string "\"...\""
                    ellipsis "..."
            """#)
    }

    @Test func functions() {
        check(
            #"""
            function ... ($REQ, ...) { ... }
            """#,
            #"""
            file
              function
                name: ellipsis "..."
                parameters: parameterList
                  parameter
                    name: metavariable "$REQ"
                  ellipsis "..."
                body: block
                  ellipsis "..."
            """#)
    }

    @Test func anonymousFunction() {
        check(
            #"""
            function (..., {$A}: T, ...) { $BODY }
            """#,
            #"""
            file
              expressionStatement
                value: lambda
                  parameters: parameterList
                    ellipsis "..."
                    parameter
                      name: object
                        shorthand
                          name: metavariable "$A"
                      type: type
                        value: identifier "T"
                    ellipsis "..."
                  body: block
                    expressionStatement
                      value: metavariable "$BODY"
            """#)
    }

    @Test func arrow() {
        check(
            #"""
            (..., {$REQ}: $E.Request, ...) => {...}
            """#,
            #"""
            file
              expressionStatement
                value: lambda [=>]
                  parameters: parameterList
                    ellipsis "..."
                    parameter
                      name: object
                        shorthand
                          name: metavariable "$REQ"
                      type: type
                        value: member [.]
                          object: metavariable "$E"
                          name: identifier "Request"
                    ellipsis "..."
                  body: block
                    ellipsis "..."
            """#)
    }

    @Test func classWithMembers() {
        check(
            #"""
            class $C extends $B {
              ...
              @Get(...)
              $F(...) { ... }
              ...
            }
            """#,
            #"""
            file
              class
                name: metavariable "$C"
                supertype: metavariable "$B"
                body: block
                  ellipsis "..."
                  function [$F]
                    decorator
                      value: call
                        callee: identifier "Get"
                        arguments: argumentList
                          ellipsis "..."
                    name: metavariable "$F"
                    parameters: parameterList
                      ellipsis "..."
                    body: block
                      ellipsis "..."
                  ellipsis "..."
            """#)
    }

    @Test func forWithEllipsis() {
        check(
            #"""
            for (...) { ... }
            """#,
            #"""
            file
              for
                ellipsis "..."
                body: block
                  ellipsis "..."
            """#)
    }

    @Test func forHeads() {
        check(
            #"""
            for (var $A = $S; ...; ...) {...}
            """#,
            #"""
            file
              for
                initializer: variableDeclaration
                  declarator
                    target: metavariable "$A"
                    value: metavariable "$S"
                condition: ellipsis "..."
                update: ellipsis "..."
                body: block
                  ellipsis "..."
            """#)
    }

    @Test func imports() {
        check(
            #"""
            import {..., $S as $T, ...} from "x"
            import $D from '$M'
            import * as $N from "y"
            """#,
            #"""
            file
              import
                ellipsis "..."
                importItem
                  name: metavariable "$S"
                  alias: metavariable "$T"
                ellipsis "..."
                source: string "\"x\""
              import
                importDefault
                  alias: metavariable "$D"
                source: string "\'$M\'"
              import
                importNamespace
                  alias: metavariable "$N"
                source: string "\"y\""
            """#)
    }

    @Test func jsx() {
        check(
            fileExtension: "tsx",
            #"""
            <$EL ... $ATTR={...} {...$P}>$TEXT ... <b/></$EL>
            """#,
            #"""
            file
              expressionStatement
                value: jsxElement
                  name: metavariable "$EL"
                  ellipsis "..."
                  jsxAttribute
                    name: metavariable "$ATTR"
                    value: jsxExpression
                      value: ellipsis "..."
                  spread [...]
                    value: metavariable "$P"
                  child: metavariable "$TEXT"
                  child: ellipsis "..."
                  child: jsxElement
                    name: identifier "b"
            """#)
    }

    @Test func templates() {
        check(
            #"""
            `...${$X}...`
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

    @Test func unfinishedIsAnError() {
        check(
            #"""
            foo(
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "foo"
                  arguments: argumentList
                    error ""
            """#)
    }
}
