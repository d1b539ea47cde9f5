import Syntax
import Testing

/// Syntax newer than the references of `make conformance` may know: TypeScript 4.9 to 6.0 and ECMAScript 2026, from the release notes and proposals.
@Suite struct TypeScriptNewSyntaxTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var source: String
        /// The kinds of the file's children.
        var kinds: String
        var testDescription: String { source }
    }

    @Test(arguments: [
        // resources
        Case(source: "using a = f();", kinds: "variableDeclaration"),
        Case(source: "await using b = g();", kinds: "variableDeclaration"),
        Case(source: "for (using c of d) { }", kinds: "forEach"),
        Case(source: "for (await using e of h) { }", kinds: "forEach"),
        Case(source: "for await (using i of j) { }", kinds: "forEach"),
        // accessors and fields
        Case(
            source:
                "class A { accessor x = 1; static accessor #y = 2; @dec() accessor w!: number; declare readonly z: string }",
            kinds: "class"),
        Case(source: "type Acc = { get x(): string; set x(v: string | number) };", kinds: "typeAlias"),
        // type parameters
        Case(
            source: "function f<const T extends readonly string[], in out U = never>(x: T): asserts x is T & U { }",
            kinds: "function"),
        Case(source: "const inst = f<string>;", kinds: "variableDeclaration"),
        Case(source: "type Un<T> = T extends [infer H extends string, ...infer R] ? H : never;", kinds: "typeAlias"),
        Case(source: "type In<T> = F<T> extends infer S extends C ? S extends D ? 1 : 2 : never;", kinds: "typeAlias"),
        Case(
            source:
                "type Inf<T> = T extends H<infer E, infer _ extends S> ? N<E> extends infer Q extends S ? Q : 1 : 2;",
            kinds: "typeAlias"),
        Case(
            source: "type Inn<T> = T extends A<string extends infer K extends string ? K : never> ? 1 : never;",
            kinds: "typeAlias"),
        Case(
            source: "type Inc<T> = T extends A<infer K extends string extends string ? 1 : never> ? K : never;",
            kinds: "typeAlias"),
        Case(
            source: "const called = f<A extends infer X extends C ? B : D>(1);", kinds: "variableDeclaration"),
        // satisfies
        Case(source: "const v = { a: 1 } satisfies Record<string, number> as const;", kinds: "variableDeclaration"),
        // modules
        Case(source: #"import json from "./a.json" with { type: "json" };"#, kinds: "import"),
        Case(source: #"import * as ns from "x" with { a: 'b', };"#, kinds: "import"),
        Case(source: #"import defer * as later from "./later.js";"#, kinds: "import"),
        Case(source: #"import source wasm from "./a.wasm";"#, kinds: "import"),
        Case(source: #"import defer from "d";"#, kinds: "import"),
        Case(source: #"import source from "s";"#, kinds: "import"),
        Case(source: #"export type * from "./t";"#, kinds: "export"),
        Case(source: #"export type * as T from "./t";"#, kinds: "export"),
        Case(source: #"import { type W, type as as_, type } from "./w";"#, kinds: "import"),
        Case(source: #"export { default } from "./d" with { type: "json" };"#, kinds: "export"),
        Case(source: #"export * as "string name" from "./s";"#, kinds: "export"),
        Case(source: #"const dyn = await import("./x", { with: { type: "json" } });"#, kinds: "variableDeclaration"),
        // types
        Case(source: "type Tup = [a: string, b?: number, ...rest: boolean[]];", kinds: "typeAlias"),
        Case(
            source: #"type Imp = import("./x", { with: { "resolution-mode": "import" } }).Foo<string>;"#,
            kinds: "typeAlias"),
        Case(
            source: "type G<T> = { -readonly [K in keyof T as `get${Capitalize<string & K>}`]-?: () => T[K] };",
            kinds: "typeAlias"),
        Case(source: "type Ctor = abstract new (...args: any) => object;", kinds: "typeAlias"),
        // expressions
        Case(source: "class A { #p; static has(x) { return #p in x } static { this.q = 1; } }", kinds: "class"),
        Case(source: #"const re = /[\p{L}--[a-z]]/v;"#, kinds: "variableDeclaration"),
        Case(source: "x ??= y ||= z &&= 1_000n ** 2n;", kinds: "expressionStatement"),
    ])
    func hasNoErrors(_ example: Case) {
        let tree = TypeScriptLanguage().tree(of: Array(example.source.utf8), fileExtension: "ts")
        #expect(!tree.kinds.contains(.error), "\(tree.outline())")
        #expect(tree.children(0).map { "\(tree.kind($0))" }.joined(separator: " ") == example.kinds)
    }
}
