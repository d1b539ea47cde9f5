import Syntax
import Testing

/// The trees of expressions.
struct TypeScriptExpressionTests {
    private func check(
        fileExtension: String = "ts", _ source: String, _ outline: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let tree = TypeScriptLanguage().tree(of: Array(source.utf8), fileExtension: fileExtension, mode: .source)
        #expect(tree.outline() == outline, sourceLocation: sourceLocation)
    }

    @Test func precedenceAndAssociativity() {
        check(
            #"""
            a + b * c ** d ** e - f || g && h | i;
            a = b += c ?? d;
            x ? y : z ? 1 : 2;
            a, b;
            """#,
            #"""
            file
              expressionStatement
                value: binary [||]
                  left: binary [-]
                    left: binary [+]
                      left: identifier "a"
                      right: binary [*]
                        left: identifier "b"
                        right: binary [**]
                          left: identifier "c"
                          right: binary [**]
                            left: identifier "d"
                            right: identifier "e"
                    right: identifier "f"
                  right: binary [&&]
                    left: identifier "g"
                    right: binary [|]
                      left: identifier "h"
                      right: identifier "i"
              expressionStatement
                value: assignment [=]
                  target: identifier "a"
                  value: augmentedAssignment [+=]
                    target: identifier "b"
                    value: binary [??]
                      left: identifier "c"
                      right: identifier "d"
              expressionStatement
                value: conditional [?]
                  condition: identifier "x"
                  body: identifier "y"
                  alternate: conditional [?]
                    condition: identifier "z"
                    body: number "1"
                    alternate: number "2"
              expressionStatement
                value: sequence
                  identifier "a"
                  identifier "b"
            """#)
    }

    @Test func memberCallAndIndexChains() {
        check(
            #"""
            a?.b?.[c]?.(d)!.e++;
            f`x${1}y`(2)[3];
            new a.B<T>(x).c(new D);
            """#,
            #"""
            file
              expressionStatement
                value: postfix [++]
                  value: member [.]
                    object: postfix [!]
                      value: call
                        callee: index [[]
                          object: member [?.]
                            object: identifier "a"
                            name: identifier "b"
                          index: identifier "c"
                        arguments: argumentList
                          identifier "d"
                    name: identifier "e"
              expressionStatement
                value: index [[]
                  object: call
                    callee: taggedTemplate
                      tag: identifier "f"
                      value: interpolatedString
                        stringText "x"
                        interpolation
                          value: number "1"
                        stringText "y"
                    arguments: argumentList
                      number "2"
                  index: number "3"
              expressionStatement
                value: call
                  callee: member [.]
                    object: new
                      callee: member [.]
                        object: identifier "a"
                        name: identifier "B"
                      typeArguments: typeArguments
                        type
                          value: identifier "T"
                      arguments: argumentList
                        identifier "x"
                    name: identifier "c"
                  arguments: argumentList
                    new
                      callee: identifier "D"
            """#)
    }

    @Test func arrowFunctions() {
        check(
            #"""
            x => x;
            async (a, {b = 1}, ...c: T[]): Promise<R> => { };
            q ? (b) : c => d;
            q ? (b: T): c => d : e;
            (): (() => void) => f;
            """#,
            #"""
            file
              expressionStatement
                value: lambda [=>]
                  parameters: parameterList
                    parameter
                      name: identifier "x"
                  body: identifier "x"
              expressionStatement
                value: lambda [=>]
                  parameters: parameterList
                    parameter
                      name: identifier "a"
                    parameter
                      name: object
                        shorthand
                          name: identifier "b"
                          value: number "1"
                    parameter
                      name: identifier "c"
                      type: type
                        value: typeOther
                          identifier "T"
                  returnType: type
                    value: genericType
                      name: identifier "Promise"
                      typeArguments: typeArguments
                        type
                          value: identifier "R"
                  body: block "{ }"
              expressionStatement
                value: conditional [?]
                  condition: identifier "q"
                  body: parenthesized
                    value: identifier "b"
                  alternate: lambda [=>]
                    parameters: parameterList
                      parameter
                        name: identifier "c"
                    body: identifier "d"
              expressionStatement
                value: conditional [?]
                  condition: identifier "q"
                  body: lambda [=>]
                    parameters: parameterList
                      parameter
                        name: identifier "b"
                        type: type
                          value: identifier "T"
                    returnType: type
                      value: identifier "c"
                    body: identifier "d"
                  alternate: identifier "e"
              expressionStatement
                value: lambda [=>]
                  parameters: parameterList "()"
                  returnType: type
                    value: typeOther
                      typeOther
                        parameters: parameterList "()"
                        returnType: type
                          value: identifier "void"
                  body: identifier "f"
            """#)
    }

    @Test func lessThanAndTypeArguments() {
        check(
            #"""
            f<A, B<C>>(x);
            a < b && c > d;
            a < b > c;
            i < n >> 2;
            """#,
            #"""
            file
              expressionStatement
                value: call
                  callee: identifier "f"
                  typeArguments: typeArguments
                    type
                      value: identifier "A"
                    type
                      value: genericType
                        name: identifier "B"
                        typeArguments: typeArguments
                          type
                            value: identifier "C"
                  arguments: argumentList
                    identifier "x"
              expressionStatement
                value: binary [&&]
                  left: binary [<]
                    left: identifier "a"
                    right: identifier "b"
                  right: binary [>]
                    left: identifier "c"
                    right: identifier "d"
              expressionStatement
                value: binary [>]
                  left: binary [<]
                    left: identifier "a"
                    right: identifier "b"
                  right: identifier "c"
              expressionStatement
                value: binary [<]
                  left: identifier "i"
                  right: binary [>>]
                    left: identifier "n"
                    right: number "2"
            """#)
    }

    @Test func lessThanInJavaScript() {
        check(
            fileExtension: "js",
            #"""
            f<A, B>(x);
            """#,
            #"""
            file
              expressionStatement
                value: sequence
                  binary [<]
                    left: identifier "f"
                    right: identifier "A"
                  binary [>]
                    left: identifier "B"
                    right: parenthesized
                      value: identifier "x"
            """#)
    }

    @Test func objectsAndMethods() {
        check(
            #"""
            x = { a, b: 1, [c]: 2, 'd': 3, get e() { return 1 }, async *f() {}, ...g, if: 4 };
            """#,
            #"""
            file
              expressionStatement
                value: assignment [=]
                  target: identifier "x"
                  value: object
                    shorthand
                      name: identifier "a"
                    pair [:]
                      key: identifier "b"
                      value: number "1"
                    pair
                      key: identifier "c"
                      value: number "2"
                    pair [:]
                      key: string "\'d\'"
                      value: number "3"
                    function
                      name: identifier "e"
                      parameters: parameterList "()"
                      body: block
                        return
                          value: number "1"
                    function [f]
                      name: identifier "f"
                      parameters: parameterList "()"
                      body: block "{}"
                    spread
                      value: identifier "g"
                    pair [:]
                      key: identifier "if"
                      value: number "4"
            """#)
    }

    @Test func templatesNest() {
        check(
            #"""
            `a${`b${c}`}d${e}`;
            `plain`;
            """#,
            #"""
            file
              expressionStatement
                value: interpolatedString
                  stringText "a"
                  interpolation
                    value: interpolatedString
                      stringText "b"
                      interpolation
                        value: identifier "c"
                  stringText "d"
                  interpolation
                    value: identifier "e"
              expressionStatement
                value: string "`plain`"
            """#)
    }

    @Test func regexOrDivision() {
        check(
            #"""
            a / b / c;
            x = /re[/]x/g;
            if (a) /b/.test(c);
            (a) / 2;
            { }
            /d/.test(e);
            """#,
            #"""
            file
              expressionStatement
                value: binary [/]
                  left: binary [/]
                    left: identifier "a"
                    right: identifier "b"
                  right: identifier "c"
              expressionStatement
                value: assignment [=]
                  target: identifier "x"
                  value: regex "/re[/]x/g"
              if
                condition: identifier "a"
                body: expressionStatement
                  value: call
                    callee: member [.]
                      object: regex "/b/"
                      name: identifier "test"
                    arguments: argumentList
                      identifier "c"
              expressionStatement
                value: binary [/]
                  left: parenthesized
                    value: identifier "a"
                  right: number "2"
              block "{ }"
              expressionStatement
                value: call
                  callee: member [.]
                    object: regex "/d/"
                    name: identifier "test"
                  arguments: argumentList
                    identifier "e"
            """#)
    }

    @Test func castsAndAssertions() {
        check(
            #"""
            x as unknown as T;
            y satisfies U;
            <T>z;
            w!;
            [1] as const;
            """#,
            #"""
            file
              expressionStatement
                value: cast [as]
                  value: cast [as]
                    value: identifier "x"
                    type: type
                      value: identifier "unknown"
                  type: type
                    value: identifier "T"
              expressionStatement
                value: cast [satisfies]
                  value: identifier "y"
                  type: type
                    value: identifier "U"
              expressionStatement
                value: cast
                  type: type
                    value: identifier "T"
                  value: identifier "z"
              expressionStatement
                value: postfix [!]
                  value: identifier "w"
              expressionStatement
                value: cast [as]
                  value: array
                    number "1"
                  type: type
                    value: identifier "const"
            """#)
    }

    @Test func keywordExpressions() {
        check(
            #"""
            typeof a;
            await b;
            function* g() { yield* c; yield }
            import("m");
            import.meta.url;
            new.target;
            """#,
            #"""
            file
              expressionStatement
                value: unary
                  value: identifier "a"
              expressionStatement
                value: await
                  value: identifier "b"
              function
                name: identifier "g"
                parameters: parameterList "()"
                body: block
                  expressionStatement
                    value: yield
                      value: identifier "c"
                  expressionStatement
                    value: yield "yield"
              expressionStatement
                value: call
                  callee: identifier "import"
                  arguments: argumentList
                    string "\"m\""
              expressionStatement
                value: member [.]
                  object: member [.]
                    object: identifier "import"
                    name: identifier "meta"
                  name: identifier "url"
              expressionStatement
                value: member [.]
                  object: identifier "new"
                  name: identifier "target"
            """#)
    }

    @Test func destructuring() {
        check(
            #"""
            const { a, b: { c = 1 }, ...d } = e, [f, , g = 2] = h;
            ({ a, b: [c] } = d);
            """#,
            #"""
            file
              variableDeclaration
                declarator
                  target: object
                    shorthand
                      name: identifier "a"
                    pair [:]
                      key: identifier "b"
                      value: object
                        shorthand
                          name: identifier "c"
                          value: number "1"
                    spread
                      value: identifier "d"
                  value: identifier "e"
                declarator
                  target: array
                    identifier "f"
                    elision ""
                    assignment [=]
                      target: identifier "g"
                      value: number "2"
                  value: identifier "h"
              expressionStatement
                value: parenthesized
                  value: assignment [=]
                    target: object
                      shorthand
                        name: identifier "a"
                      pair [:]
                        key: identifier "b"
                        value: array
                          identifier "c"
                    value: identifier "d"
            """#)
    }

    @Test func jsxElements() {
        check(
            fileExtension: "tsx",
            #"""
            <a.B c="1" {...d} e-f={x < 1} g>text {h} <i/>{/* no */}</a.B>;
            <></>;
            const k = <T,>(x: T) => x;
            const l: <T>(x: T) => T = m;
            """#,
            #"""
            file
              expressionStatement
                value: jsxElement
                  name: member [.]
                    object: identifier "a"
                    name: identifier "B"
                  jsxAttribute
                    name: identifier "c"
                    value: string "\"1\""
                  spread [...]
                    value: identifier "d"
                  jsxAttribute
                    name: identifier "e-f"
                    value: jsxExpression
                      value: binary [<]
                        left: identifier "x"
                        right: number "1"
                  jsxAttribute
                    name: identifier "g"
                  child: jsxText "text "
                  child: jsxExpression
                    value: identifier "h"
                  child: jsxElement
                    name: identifier "i"
                  child: jsxExpression "{/* no */}"
              expressionStatement
                value: jsxElement "<></>"
              variableDeclaration
                declarator
                  target: identifier "k"
                  value: lambda [=>]
                    typeParameters: typeParameters
                      typeParameter
                        name: identifier "T"
                    parameters: parameterList
                      parameter
                        name: identifier "x"
                        type: type
                          value: identifier "T"
                    body: identifier "x"
              variableDeclaration
                declarator
                  target: identifier "l"
                  type: type
                    value: typeOther
                      typeParameters: typeParameters
                        typeParameter
                          name: identifier "T"
                      parameters: parameterList
                        parameter
                          name: identifier "x"
                          type: type
                            value: identifier "T"
                      returnType: type
                        value: identifier "T"
                  value: identifier "m"
            """#)
    }
}
