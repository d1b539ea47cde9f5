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
