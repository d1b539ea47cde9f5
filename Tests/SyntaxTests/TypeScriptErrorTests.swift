import Syntax
import Testing

/// What broken code leaves of the tree.
struct TypeScriptErrorTests {
    private func check(
        fileExtension: String = "ts", _ source: String, _ outline: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let tree = TypeScriptLanguage().tree(of: Array(source.utf8), fileExtension: fileExtension, mode: .source)
        #expect(tree.outline() == outline, sourceLocation: sourceLocation)
    }

    @Test func missingClosingBrace() {
        check(
            #"""
            app.get("/a", (req, res) => {
              if (a) {
                b()

              c()
            })
            app.get("/d", e)

            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: member [.]
                    object: identifier "app"
                    name: identifier "get"
                  arguments: argumentList
                    string "\"/a\""
                    lambda [=>]
                      parameters: parameterList
                        parameter
                          name: identifier "req"
                        parameter
                          name: identifier "res"
                      body: block
                        if
                          condition: identifier "a"
                          body: block
                            expressionStatement
                              value: call
                                callee: identifier "b"
                                arguments: argumentList "()"
                            error ""
                        expressionStatement
                          value: call
                            callee: identifier "c"
                            arguments: argumentList "()"
              expressionStatement
                value: call
                  callee: member [.]
                    object: identifier "app"
                    name: identifier "get"
                  arguments: argumentList
                    string "\"/d\""
                    identifier "e"
            """#)
    }

    @Test func missingBraceInClass() {
        check(
            #"""
            class A {
              a() {
                if (b) {
                  c()
              }
              d() { }
            }
            function e() { }

            """#,
            #"""
            file
              class
                name: identifier "A"
                body: block
                  function
                    name: identifier "a"
                    parameters: parameterList "()"
                    body: block
                      if
                        condition: identifier "b"
                        body: block
                          expressionStatement
                            value: call
                              callee: identifier "c"
                              arguments: argumentList "()"
                          error ""
                  function
                    name: identifier "d"
                    parameters: parameterList "()"
                    body: block "{ }"
              function
                name: identifier "e"
                parameters: parameterList "()"
                body: block "{ }"
            """#)
    }

    @Test func missingOpeningBrace() {
        check(
            #"""
            class A {
              a() {
                if (b)
                  c()
                }
              }
              d() { }
            }

            """#,
            #"""
            file
              class
                name: identifier "A"
                body: block
                  function
                    name: identifier "a"
                    parameters: parameterList "()"
                    body: block
                      if
                        condition: identifier "b"
                        body: expressionStatement
                          value: call
                            callee: identifier "c"
                            arguments: argumentList "()"
                      error "}"
                  function
                    name: identifier "d"
                    parameters: parameterList "()"
                    body: block "{ }"
            """#)
    }

    @Test func halfTypedCall() {
        check(
            #"""
            function a() {
              foo(b, 
              const c = d.
              return e
            }

            """#,
            #"""
            file
              function
                name: identifier "a"
                parameters: parameterList "()"
                body: block
                  expressionStatement
                    value: call
                      callee: identifier "foo"
                      arguments: argumentList
                        identifier "b"
                        error ""
                  variableDeclaration
                    declarator
                      target: identifier "c"
                      value: member [.]
                        object: identifier "d"
                        name: error ""
                  return
                    value: identifier "e"
            """#)
    }

    @Test func unclosedElement() {
        check(
            fileExtension: "tsx",
            #"""
            const a = () => {
              return (
                <div>
                  <b
              )
            }
            function c() { }

            """#,
            #"""
            file
              variableDeclaration
                declarator
                  target: identifier "a"
                  value: lambda [=>]
                    parameters: parameterList "()"
                    body: block
                      return
                        value: parenthesized
                          value: jsxElement
                            name: identifier "div"
                            child: jsxElement
                              name: identifier "b"
                              error ""
                            error ""
              function
                name: identifier "c"
                parameters: parameterList "()"
                body: block "{ }"
            """#)
    }

    @Test func errorsStayLocal() {
        check(
            #"""
            function a() { foo(1, ; }
            function b() { return c. }
            const d = ;
            function e() { }
            """#,
            #"""
            file
              function
                name: identifier "a"
                parameters: parameterList "()"
                body: block
                  expressionStatement
                    value: call
                      callee: identifier "foo"
                      arguments: argumentList
                        number "1"
                        error ""
                        error ""
              function
                name: identifier "b"
                parameters: parameterList "()"
                body: block
                  return
                    value: member [.]
                      object: identifier "c"
                      name: error ""
              variableDeclaration
                declarator
                  target: identifier "d"
                  value: error ""
              function
                name: identifier "e"
                parameters: parameterList "()"
                body: block "{ }"
            """#)
    }
}
