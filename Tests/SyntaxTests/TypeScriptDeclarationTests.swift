import Syntax
import Testing

/// The trees of declarations.
struct TypeScriptDeclarationTests {
    private func check(
        fileExtension: String = "ts", _ source: String, _ outline: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let tree = TypeScriptLanguage().tree(of: Array(source.utf8), fileExtension: fileExtension, mode: .source)
        #expect(tree.outline() == outline, sourceLocation: sourceLocation)
    }

    @Test func imports() {
        check(
            #"""
            import 'a';
            import b, { c, type d, e as f, default as g } from "h";
            import type { I } from 'j';
            import * as k from 'l';
            import m = require('n');
            import o = P.Q;
            import r from './s.json' with { type: 'json' };
            """#,
            #"""
            file
              import
                source: string "\'a\'"
              import
                importDefault
                  alias: identifier "b"
                importItem
                  name: identifier "c"
                importItem
                  name: identifier "d"
                importItem
                  name: identifier "e"
                  alias: identifier "f"
                importItem
                  name: identifier "default"
                  alias: identifier "g"
                source: string "\"h\""
              import
                importItem
                  name: identifier "I"
                source: string "\'j\'"
              import
                importNamespace
                  alias: identifier "k"
                source: string "\'l\'"
              import
                importDefault
                  alias: identifier "m"
                source: string "\'n\'"
              import
                importDefault
                  alias: identifier "o"
                source: member [.]
                  object: identifier "P"
                  name: identifier "Q"
              import
                importDefault
                  alias: identifier "r"
                source: string "\'./s.json\'"
                object
                  pair [:]
                    key: identifier "type"
                    value: string "\'json\'"
            """#)
    }

    @Test func exports() {
        check(
            #"""
            export * from 'a';
            export * as b from 'c';
            export { d, e as default } from 'f';
            export type { G };
            export default function () { }
            export const h = 1;
            export = i;
            export default async () => { };
            """#,
            #"""
            file
              export
                importNamespace "*"
                source: string "\'a\'"
              export
                importNamespace
                  alias: identifier "b"
                source: string "\'c\'"
              export
                importItem
                  name: identifier "d"
                importItem
                  name: identifier "e"
                  alias: identifier "default"
                source: string "\'f\'"
              export
                importItem
                  name: identifier "G"
              export [default]
                value: function
                  parameters: parameterList "()"
                  body: block "{ }"
              export
                value: variableDeclaration
                  declarator
                    target: identifier "h"
                    value: number "1"
              export
                value: identifier "i"
              export [default]
                value: lambda [=>]
                  parameters: parameterList "()"
                  body: block "{ }"
            """#)
    }

    @Test func functionsAndOverloads() {
        check(
            #"""
            function f(a: string): void;
            async function* f<T>(this: X, a?: T, b = 1, ...c): AsyncGenerator<T> { }
            declare function g(): asserts x is string;
            """#,
            #"""
            file
              function
                name: identifier "f"
                parameters: parameterList
                  parameter
                    name: identifier "a"
                    type: type
                      value: identifier "string"
                returnType: type
                  value: identifier "void"
              function [function]
                name: identifier "f"
                typeParameters: typeParameters
                  typeParameter
                    name: identifier "T"
                parameters: parameterList
                  parameter
                    name: identifier "this"
                    type: type
                      value: identifier "X"
                  parameter
                    name: identifier "a"
                    type: type
                      value: identifier "T"
                  parameter
                    name: identifier "b"
                    value: number "1"
                  parameter
                    name: identifier "c"
                returnType: type
                  value: genericType
                    name: identifier "AsyncGenerator"
                    typeArguments: typeArguments
                      type
                        value: identifier "T"
                body: block "{ }"
              function [function]
                name: identifier "g"
                parameters: parameterList "()"
                returnType: type
                  value: typeOther
                    identifier "string"
            """#)
    }

    @Test func classMembers() {
        check(
            #"""
            @Controller('a')
            export abstract class A<T> extends B<T> implements C, D.E {
              private readonly a?: Map<string, Array<number>> = new Map();
              static #b = 1;
              static { c(); }
              constructor(private d: string, @Inject() e?: number) { super(); }
              get f(): number { return this.#b >> 2 }
              @Get(':id')
              async *[g]<U>(h: U) { }
              abstract i(): void
              [key: string]: any;
              static async = 1
              get
            }
            """#,
            #"""
            file
              export [export]
                value: class [class]
                  decorator
                    value: call
                      callee: identifier "Controller"
                      arguments: argumentList
                        string "\'a\'"
                  name: identifier "A"
                  typeParameters: typeParameters
                    typeParameter
                      name: identifier "T"
                  supertype: type
                    value: genericType
                      name: identifier "B"
                      typeArguments: typeArguments
                        type
                          value: identifier "T"
                  supertype: type
                    value: identifier "C"
                  supertype: type
                    value: member [.]
                      object: identifier "D"
                      name: identifier "E"
                  body: block
                    field [a]
                      name: identifier "a"
                      type: type
                        value: genericType
                          name: identifier "Map"
                          typeArguments: typeArguments
                            type
                              value: identifier "string"
                            type
                              value: genericType
                                name: identifier "Array"
                                typeArguments: typeArguments
                                  type
                                    value: identifier "number"
                      value: new
                        callee: identifier "Map"
                        arguments: argumentList "()"
                    field [#b]
                      name: identifier "#b"
                      value: number "1"
                    block
                      expressionStatement
                        value: call
                          callee: identifier "c"
                          arguments: argumentList "()"
                    function
                      name: identifier "constructor"
                      parameters: parameterList
                        parameter [d]
                          name: identifier "d"
                          type: type
                            value: identifier "string"
                        parameter [e]
                          decorator
                            value: call
                              callee: identifier "Inject"
                              arguments: argumentList "()"
                          name: identifier "e"
                          type: type
                            value: identifier "number"
                      body: block
                        expressionStatement
                          value: call
                            callee: identifier "super"
                            arguments: argumentList "()"
                    function
                      name: identifier "f"
                      parameters: parameterList "()"
                      returnType: type
                        value: identifier "number"
                      body: block
                        return
                          value: binary [>>]
                            left: member [.]
                              object: identifier "this"
                              name: identifier "#b"
                            right: number "2"
                    function [[]
                      decorator
                        value: call
                          callee: identifier "Get"
                          arguments: argumentList
                            string "\':id\'"
                      name: identifier "g"
                      typeParameters: typeParameters
                        typeParameter
                          name: identifier "U"
                      parameters: parameterList
                        parameter
                          name: identifier "h"
                          type: type
                            value: identifier "U"
                      body: block "{ }"
                    function [i]
                      name: identifier "i"
                      parameters: parameterList "()"
                      returnType: type
                        value: identifier "void"
                    field
                      name: identifier "key"
                      type
                        identifier "string"
                      type: type
                        value: identifier "any"
                    field [async]
                      name: identifier "async"
                      value: number "1"
                    field
                      name: identifier "get"
            """#)
    }

    @Test func interfacesAndTypes() {
        check(
            #"""
            interface A<T = {}> extends B<T>, C { (x: T): U; new (): A; d?(): void; readonly e: 'f' | -1; [g: string]: H }
            type I<T> = { readonly [K in keyof T]?: T[K] };
            type J = A extends (infer U)[] ? U : never;
            type L = [a: string, b?: number, ...c: D[]];
            type M = `a${string}` | typeof n.o | import('p').Q<R> | ((s: T) => s is U);
            """#,
            #"""
            file
              class
                name: identifier "A"
                typeParameters: typeParameters
                  typeParameter
                    name: identifier "T"
                    value: type
                      value: typeOther "{}"
                supertype: type
                  value: genericType
                    name: identifier "B"
                    typeArguments: typeArguments
                      type
                        value: identifier "T"
                supertype: type
                  value: identifier "C"
                body: block
                  function
                    parameters: parameterList
                      parameter
                        name: identifier "x"
                        type: type
                          value: identifier "T"
                    returnType: type
                      value: identifier "U"
                  function
                    parameters: parameterList "()"
                    returnType: type
                      value: identifier "A"
                  function
                    name: identifier "d"
                    parameters: parameterList "()"
                    returnType: type
                      value: identifier "void"
                  field [e]
                    name: identifier "e"
                    type: type
                      value: typeOther
                        string "\'f\'"
                        number "-1"
                  field
                    name: identifier "g"
                    type
                      identifier "string"
                    type: type
                      value: identifier "H"
              typeAlias
                name: identifier "I"
                typeParameters: typeParameters
                  typeParameter
                    name: identifier "T"
                value: type
                  value: typeOther
                    field [[]
                      name: identifier "K"
                      type
                        typeOther
                          identifier "T"
                      type: type
                        value: typeOther
                          identifier "T"
                          identifier "K"
              typeAlias
                name: identifier "J"
                value: type
                  value: typeOther
                    identifier "A"
                    typeOther
                      typeOther
                        typeOther
                          identifier "U"
                    identifier "U"
                    identifier "never"
              typeAlias
                name: identifier "L"
                value: type
                  value: typeOther
                    identifier "string"
                    identifier "number"
                    typeOther
                      identifier "D"
              typeAlias
                name: identifier "M"
                value: type
                  value: typeOther
                    interpolatedString
                      stringText "a"
                      interpolation
                        value: identifier "string"
                    typeOther
                      member [.]
                        object: identifier "n"
                        name: identifier "o"
                    genericType
                      name: member [.]
                        object: typeOther
                          string "\'p\'"
                        name: identifier "Q"
                      typeArguments: typeArguments
                        type
                          value: identifier "R"
                    typeOther
                      typeOther
                        parameters: parameterList
                          parameter
                            name: identifier "s"
                            type: type
                              value: identifier "T"
                        returnType: type
                          value: typeOther
                            identifier "U"
            """#)
    }

    @Test func enumsAndNamespaces() {
        check(
            #"""
            const enum A { B = 1, 'c', D }
            namespace E.F { export const g = 1 }
            declare module 'h' { }
            declare global { }
            """#,
            #"""
            file
              class [enum]
                name: identifier "A"
                body: block
                  field
                    name: identifier "B"
                    value: number "1"
                  field
                    name: string "\'c\'"
                  field
                    name: identifier "D"
              namespace
                name: member [.]
                  object: identifier "E"
                  name: identifier "F"
                body: block
                  export
                    value: variableDeclaration
                      declarator
                        target: identifier "g"
                        value: number "1"
              namespace
                name: string "\'h\'"
                body: block "{ }"
              namespace
                name: identifier "global"
                body: block "{ }"
            """#)
    }

    @Test func usingDeclarations() {
        check(
            #"""
            using a = b();
            await using c = d();
            using(e);
            """#,
            #"""
            file
              variableDeclaration
                declarator
                  target: identifier "a"
                  value: call
                    callee: identifier "b"
                    arguments: argumentList "()"
              variableDeclaration [using]
                declarator
                  target: identifier "c"
                  value: call
                    callee: identifier "d"
                    arguments: argumentList "()"
              expressionStatement
                value: call
                  callee: identifier "using"
                  arguments: argumentList
                    identifier "e"
            """#)
    }
}
