import Syntax
import Testing

/// Syntax newer than the references of `make conformance` may know: 3.12 to 3.15, from the language reference and the enhancement proposals.
@Suite struct PythonNewSyntaxTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var source: String
        /// The kinds of the file's children.
        var kinds: String
        var testDescription: String { source }
    }

    @Test(arguments: [
        // PEP 701
        Case(source: #"f"{f"{f"{1 + 1}"}"}""#, kinds: "expressionStatement"),
        Case(source: "f'{a['b']}'", kinds: "expressionStatement"),
        Case(source: #"f"{'\n'.join(xs)}""#, kinds: "expressionStatement"),
        Case(
            source: #"""
                f"""{
                    value  # a comment
                    :>10}"""
                """#, kinds: "expressionStatement"),
        Case(source: #"f"{x:{'>'}{10}}{(lambda y: y)(1)!s:^{w}.{p}}""#, kinds: "expressionStatement"),
        Case(source: #"f"{x = }{d['a']:%H:%M}{a if b else c}""#, kinds: "expressionStatement"),
        // PEP 750
        Case(source: #"t"Hello {user!r:>{width}} {f'{x=}'} {{braces}}""#, kinds: "expressionStatement"),
        Case(source: #"rt"\d{x}" + tr'{y}'"#, kinds: "expressionStatement"),
        Case(
            source: #"""
                Rt"""multi
                { z
                }"""
                """#, kinds: "expressionStatement"),
        // PEP 758
        Case(
            source: #"""
                try: pass
                except A, B: pass
                except C, D, E: pass
                """#, kinds: "try"),
        Case(
            source: #"""
                try: pass
                except* A, B: pass
                """#, kinds: "try"),
        // PEP 695, 696
        Case(
            source:
                "type Alias[T: (int, str) = int, *Ts = *tuple[int, ...], **P = [int]] = dict[T, Callable[P, tuple[*Ts]]]",
            kinds: "typeAlias"),
        Case(
            source: "def func[T: Sequence[int] = list[int], **P](a: T, /, *args: *Ts, **kw: P.kwargs) -> T: ...",
            kinds: "function"),
        Case(source: "class Box[T, *Ts, **P](Base[T], metaclass=M): ...", kinds: "class"),
        Case(source: "type = 1", kinds: "expressionStatement"),
        // PEP 798
        Case(source: "[*x for x in y]", kinds: "expressionStatement"),
        Case(source: "{*x for x in y}", kinds: "expressionStatement"),
        Case(source: "{**d for d in ds}", kinds: "expressionStatement"),
        Case(source: "(*x for x in y)", kinds: "expressionStatement"),
        Case(source: "f(*x async for x in y)", kinds: "expressionStatement"),
        // PEP 810
        Case(source: "lazy import json", kinds: "import"),
        Case(source: "lazy import a.b as c, d", kinds: "import"),
        Case(source: "lazy from . import e, f as g", kinds: "import"),
        Case(source: "lazy from h import (i, j)", kinds: "import"),
        Case(source: "lazy = 1", kinds: "expressionStatement"),
        Case(source: "lazy(2)", kinds: "expressionStatement"),
        Case(source: "lazy: int = 3", kinds: "expressionStatement"),
        // PEP 646, 617, 614
        Case(source: "a[*b, 1:2, ::3]", kinds: "expressionStatement"),
        Case(source: #"with (open("a") as f, open("b") as g,): ..."#, kinds: "with"),
        Case(
            source: #"""
                @x[0].y(1)
                @(lambda f: f)
                def g(): ...
                """#, kinds: "function"),
    ])
    func hasNoErrors(_ example: Case) {
        let tree = PythonLanguage().tree(of: Array(example.source.utf8), fileExtension: "py")
        #expect(!tree.kinds.contains(.error), "\(tree.outline())")
        #expect(tree.children(0).map { "\(tree.kind($0))" }.joined(separator: " ") == example.kinds)
    }
}
