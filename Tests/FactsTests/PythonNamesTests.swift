import Testing

@Suite struct PythonNamesTests {
    @Test func functionsScopeNamesAndBlocksDoNot() throws {
        try MarkedSource.check(
            """
            x = 1
            def f(a):
                if a:                # ~~ a @ 2
                    y = 2
                use(x, y)            # ~~ x @ 1; y @ 4
                for z in a: pass
                use(z)               # ~~ z @ 6
                return g             # ~~ g @ ?
            use(y)                   # ~~ y @ ?
            def late(): return after # ~~ after @ 10
            after = f                # ~~ f @ 2
            """, as: "py")
    }

    @Test func assignmentAnywhereInAFunctionMakesALocal() throws {
        try MarkedSource.check(
            """
            x = 1
            def f():
                use(x)               # ~~ x @ 3
                x = 2
            def g(x=x):              # ~~ x @ 1
                return x             # ~~ x @ 5
            """, as: "py")
    }

    @Test func globalAndNonlocalRedirect() throws {
        try MarkedSource.check(
            """
            count = 0
            def f():
                global count, fresh
                count = 1            # ~~ count @ 1
                fresh = 2
                total = 0
                def g():
                    nonlocal total
                    total += 1       # ~~ total @ 6
                    def count(): pass
            use(fresh)               # ~~ fresh @ 3
            """, as: "py")
    }

    @Test func classBodiesAreSeenByTheirStatementsOnly() throws {
        try MarkedSource.check(
            """
            name = "outer"
            class C:
                name = "inner"
                twice = name + name  # ~~ name @ 3
                def method(self):
                    use(name)        # ~~ name @ 1
                class D:
                    use(name)        # ~~ name @ 1
                    twice = 2
                use(twice)           # ~~ twice @ 4
            use(C, method)           # ~~ C @ 2; method @ ?
            """, as: "py")
    }

    @Test func comprehensionsLambdasAndExpressionsBind() throws {
        try MarkedSource.check(
            """
            i = 1
            a = [i * j for i in r for j in i]  # ~~ j @ 2
            b = {k: v for k, v in a}           # ~~ v @ 3
            f = lambda i, *rest: i             # ~~ i @ 4
            use(i)                             # ~~ i @ 1
            if (m := f()): pass
            use(m)                             # ~~ m @ 6
            c = [last := n for n in a]
            use(last, n)                       # ~~ last @ 8; n @ ?
            with open(a) as h: use(h)          # ~~ h @ 10
            try: pass
            except E as error: use(error)      # ~~ error @ 12
            (p, [q, *s]), t.u = a
            use(p, q, s, t, u)                 # ~~ p @ 13; q @ 13; s @ 13; t @ ?; u @ ?
            """, as: "py")
    }

    @Test func patternsBind() throws {
        try MarkedSource.check(
            """
            match command:
                case [first, *others]: use(first, others)   # ~~ first @ 2; others @ 2
                case Point(x=0, y=py): use(py, x)           # ~~ py @ 3; x @ ?
                case {"k": value} as whole: use(value, whole)  # ~~ value @ 4; whole @ 4
                case Color.RED: pass                        # ~~ Color @ ?
            """, as: "py")
    }

    @Test func membersKeysAndLabelsAreNoVariables() throws {
        try MarkedSource.check(
            """
            a = 1
            use(b.a, a=2)            # ~~ a @ ?
            use({a: 2})              # ~~ a @ 1
            """, as: "py")
    }

    @Test func importsGiveQualifiedNames() throws {
        try MarkedSource.check(
            """
            import os, a.b.c
            import a.b as c              # ~~ c -> a.b
            from flask import request, Flask as F
            from .models import User     # ~~ User -> models.User
            from . import helpers        # ~~ helpers -> helpers
            from ..pkg.sub import thing  # ~~ thing -> pkg.sub.thing
            from x import *
            use(os.path, a.b, c)         # ~~ os -> os; a -> a; c -> a.b
            use(request.args, F())       # ~~ request -> flask.request; F -> flask.Flask
            use(unknown, request.F)      # ~~ unknown -> ?; F -> ?
            """, as: "py")
    }

    @Test func otherDeclarationsShadowImports() throws {
        try MarkedSource.check(
            """
            from flask import request
            def early(): return later    # ~~ later -> m.later
            def view(request):
                return request           # ~~ request -> ?
            def local():
                from other import request
                return request           # ~~ request -> other.request
            def free(): return request   # ~~ request -> flask.request
            try:
                import ujson as json
            except ImportError:
                import json
            use(json)                    # ~~ json -> json
            from m import later
            """, as: "py")
    }

    @Test func typesComeFromAnnotationsAndConstructors() throws {
        try MarkedSource.check(
            """
            a: Foo = make()
            b = Bar(1)
            def f(c: pkg.Baz, d: "Qux" = None, *e):
                use(a, b, c, d, e)       # ~~ a : Foo; b : Bar; c : pkg.Baz; d : "Qux"; e : ?
            g = (yield)
            h: int
            use(g, h)                    # ~~ g : ?; h : int
            """, as: "py")
    }
}
