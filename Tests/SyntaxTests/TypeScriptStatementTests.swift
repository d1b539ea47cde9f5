import Syntax
import Testing

/// The trees of statements.
struct TypeScriptStatementTests {
    private func check(
        fileExtension: String = "ts", _ source: String, _ outline: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let tree = TypeScriptLanguage().tree(of: Array(source.utf8), fileExtension: fileExtension, mode: .source)
        #expect(tree.outline() == outline, sourceLocation: sourceLocation)
    }

    @Test func elseIfChain() {
        check(
            #"""
            if (a) b(); else if (c) { } else d();
            """#,
            #"""
            file
              if
                condition: identifier "a"
                body: expressionStatement
                  value: call
                    callee: identifier "b"
                    arguments: argumentList "()"
                alternate: if
                  condition: identifier "c"
                  body: block "{ }"
                  alternate: expressionStatement
                    value: call
                      callee: identifier "d"
                      arguments: argumentList "()"
            """#)
    }

    @Test func loops() {
        check(
            #"""
            for (let i = 0; i < n; i++) { }
            for (const [k, v] of m) f(k);
            for (x in y) ;
            for await (const a of b) { }
            outer: while (a) { continue outer; }
            do { } while (b)
            c
            """#,
            #"""
            file
              for
                initializer: variableDeclaration
                  declarator
                    target: identifier "i"
                    value: number "0"
                condition: binary [<]
                  left: identifier "i"
                  right: identifier "n"
                update: postfix [++]
                  value: identifier "i"
                body: block "{ }"
              forEach
                target: variableDeclaration
                  declarator
                    target: array
                      identifier "k"
                      identifier "v"
                iterable: identifier "m"
                body: expressionStatement
                  value: call
                    callee: identifier "f"
                    arguments: argumentList
                      identifier "k"
              forEach
                target: identifier "x"
                iterable: identifier "y"
                body: empty ";"
              forEach
                target: variableDeclaration
                  declarator
                    target: identifier "a"
                iterable: identifier "b"
                body: block "{ }"
              labeled
                name: identifier "outer"
                body: while
                  condition: identifier "a"
                  body: block
                    continue
                      label: identifier "outer"
              doWhile
                body: block "{ }"
                condition: identifier "b"
              expressionStatement
                value: identifier "c"
            """#)
    }

    @Test func switchCases() {
        check(
            #"""
            switch (x) {
              case 1:
              case 2: { a(); }
              /re/.test(x);
              default: b();
            }
            """#,
            #"""
            file
              switch
                subject: identifier "x"
                case
                  pattern: number "1"
                  body: block ""
                case
                  pattern: number "2"
                  body: block
                    block
                      expressionStatement
                        value: call
                          callee: identifier "a"
                          arguments: argumentList "()"
                    expressionStatement
                      value: call
                        callee: member [.]
                          object: regex "/re/"
                          name: identifier "test"
                        arguments: argumentList
                          identifier "x"
                case
                  body: block
                    expressionStatement
                      value: call
                        callee: identifier "b"
                        arguments: argumentList "()"
            """#)
    }

    @Test func tryCatchFinally() {
        check(
            #"""
            try { } catch { }
            try { a } catch ({ message }: any) { } finally { }
            """#,
            #"""
            file
              try
                body: block "{ }"
                catch
                  body: block "{ }"
              try
                body: block
                  expressionStatement
                    value: identifier "a"
                catch
                  name: object
                    shorthand
                      name: identifier "message"
                  type: type
                    value: identifier "any"
                  body: block "{ }"
                finalizer: block "{ }"
            """#)
    }

    @Test func semicolonsLeftOut() {
        check(
            #"""
            const a = 1
            let b
            return
            x
            ++y
            throw z
            """#,
            #"""
            file
              variableDeclaration
                declarator
                  target: identifier "a"
                  value: number "1"
              variableDeclaration
                declarator
                  target: identifier "b"
              return "return"
              expressionStatement
                value: identifier "x"
              expressionStatement
                value: unary
                  value: identifier "y"
              throw
                value: identifier "z"
            """#)
    }
}
