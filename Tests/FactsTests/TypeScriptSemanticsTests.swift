import Testing

@Suite struct TypeScriptSemanticsTests {
    @Test func blocksScopeLetAndFunctionsScopeVar() throws {
        try MarkedSource.check(
            """
            const x = 1;
            function f(a) {
              if (a) { const x = 2; var v = 3; use(x); }  // ~~ x @ 3
              use(x, v);                                  // ~~ x @ 1; v @ 3
              for (let i = 0; i < 3; i++) use(i);         // ~~ i @ 5
              for (const k of a) { use(k) }               // ~~ k @ 6
              use(i, k);                                  // ~~ i @ ?; k @ ?
              try { g() } catch (e) { use(e) }            // ~~ e @ 8; g @ 8
            }
            function g({ p, q: r = x, ...s }, [t], u = p) { // ~~ g @ 8; p @ 10
              use(p, q, r, s, t, u);                      // ~~ q @ ?; r @ 10; s @ 10; t @ 10; u @ 10
              const h = function inner() { return inner } // ~~ inner @ 12
              use(inner);                                 // ~~ inner @ ?
            }
            use(v);                                       // ~~ v @ ?
            """, as: "ts")
    }

    /// Not what a compiler takes, but what examples side by side in one file look like.
    @Test func declaredAgainIsAnotherVariable() throws {
        try MarkedSource.check(
            """
            var a = 1;
            use(a);                 // ~~ a @ 1
            const a = 2;
            use(a);                 // ~~ a @ 3
            var a = 3;
            use(a);                 // ~~ a @ 5
            import * as a from 'm';
            use(a);                 // ~~ a -> m
            var b = 1;
            var b = 2;
            use(b);                 // ~~ b @ 9
            """, as: "ts")
    }

    @Test func keysAndMembersAreNoVariables() throws {
        try MarkedSource.check(
            """
            const a = 1, b = "k";
            use({ a: 2 }); // ~~ a @ ?
            use({ [b]: 2, a }); // ~~ b @ 1; a @ 1
            class C { a = 2; b() { return b } } // ~~ b @ 1
            x.a = 1; // ~~ a @ ?
            type C2 = C; // ~~ C @ 4
            """, as: "ts")
    }

    @Test func importsGiveQualifiedNames() throws {
        try MarkedSource.check(
            """
            import X, { a as b, c, default as d } from 'm';
            import * as ns from './n';
            import fs = require('fs');
            const cp = require('child_process');
            const { exec: run, spawn } = require('child_process');
            const { join } = require('path').posix;
            use(X, b, c, d); // ~~ X -> m; b -> m.a; c -> m.c; d -> m
            use(ns, fs, cp); // ~~ ns -> ./n; fs -> fs; cp -> child_process
            use(run, spawn); // ~~ run -> child_process.exec; spawn -> child_process.spawn
            use(join); // ~~ join -> path.posix.join
            async function f(b) {
              const p = await import('p');
              use(p, b); // ~~ p -> p; b -> ?
            }
            """, as: "ts")
    }

    @Test func typesComeFromAnnotationsAndConstructors() throws {
        try MarkedSource.check(
            """
            const a: Foo = make();
            const b = new Bar(1), c = make() as Baz, d = make();
            function f(req: express.Request, n?: number) {
              use(a, b, c, d, req, n); // ~~ a : Foo; b : Bar; c : Baz; d : ?; req : express.Request; n : number
            }
            """, as: "ts")
    }

    @Test func constantsFold() throws {
        try MarkedSource.check(
            """
            const host = "h", port = 80;
            use(`http://${host}:${port}/`); // ~~ `http://${host}:${port}/` = "http://h:80/"
            use(host + port); // ~~ host + port = "h80"
            use(port / 4, port / 3 > 26); // ~~ port / 4 = 20; port / 3 > 26 = true
            use(host === "h" ? 1 : f()); // ~~ host === "h" ? 1 : f() = 1
            let changed = "a"; changed = "b";
            function f() {
              use(host, changed); // ~~ host = "h"; changed = ?
              let late; late = "x";
              use(late); // ~~ late = "x"
              return () => host; // ~~ host = "h"
            }
            """, as: "ts")
    }

    @Test func switchesFallThroughAndLoopsForget() throws {
        try MarkedSource.check(
            """
            function f(n) {
              let x = "a", y = "a", z = "a";
              switch (n) {
                case 1: x = "b"; y = "c";
                case 2: use(y); y = "b"; break; // ~~ y = ?
                default: return;
              }
              use(x, y); // ~~ x = some string; y = "b"
              switch ("k") { case "j": z = n; break; case "k": z = "b"; break; default: z = n }
              use(z); // ~~ z = "b"
              for (let i = 0; i < n; i++) { use(i, z); z += "c"; } // ~~ i = ?; z = ?
              while (n) { if (n > 1) { x = "q"; break; } x = "q"; }
              use(x, z); // ~~ x = ?; z = ?
              const [d, { e }] = n, q = z = "w";
              use(d, e, q, z); // ~~ d = ?; e = ?; q = "w"; z = "w"
              outer: for (;;) { for (;;) { y = "c"; break outer } }
              use(y); // ~~ y = "c"
              do { x = "r" } while (n);
              use(x); // ~~ x = "r"
            }
            """, as: "ts")
    }

    @Test func fieldsGivenOneValueAreConstant() throws {
        try MarkedSource.check(
            """
            class C {
              table = "users"; mode = "a"; static kind = "k";
              constructor(x) { this.path = "/" + "p"; this.x = x; this.mode = "b" }
              run() {
                use(this.table); // ~~ this.table = "users"
                use(this.path); // ~~ this.path = "/p"
                use(this.x); // ~~ this.x = ?
                use(this.mode); // ~~ this.mode = ?
                use(C.kind); // ~~ C.kind = "k"
              }
            }
            use(this.table); // ~~ this.table = ?
            """, as: "ts")
    }
}
