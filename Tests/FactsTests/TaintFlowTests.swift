import Facts
import Matching
import SourceText
import Syntax
import Testing

/// Sources, sinks and the like are calls of those names; a line with `!` in its comment is where a sink is reported.
@Suite struct TaintFlowTests {
    @Test func taintFollowsAssignmentsAndIsOverwritten() throws {
        try check(
            """
            def f():
                x = source()
                y = "a" + x
                sink(y)               # !
                sink(f"{y}", 1)       # !
                x = "clean"
                sink(x)
                sink(sanitize(y))
                y = sanitize(y)
                sink(y)
                a, b = source(), 1
                sink(a)               # !
                sink(b)
                c = d = source()
                sink(c, d)            # !
                e = 1
                e += source()
                sink(e)               # !
            """)
    }

    @Test func branchesJoinAndDeadOnesAreSkipped() throws {
        try check(
            """
            def f(c):
                x = ""
                if c: x = source()
                sink(x)               # !
                if c: x = "a"
                else: x = "b"
                sink(x)
                num = 86
                if 7 * 42 - num > 200: y = "safe"
                else: y = source()
                sink(y)
                z = "safe" if 7 * 18 + num > 200 else source()
                sink(z)
                guess = "ABC"[1]
                match guess:
                    case "A": w = source()
                    case "B": w = "bob"
                    case _: w = source()
                sink(w)
                if c:
                    v = source()
                    return
                else: v = 1
                sink(v)
                return v
                sink(source())
            """)
    }

    @Test func loopsCarryTaintRound() throws {
        try check(
            """
            def f(c):
                x = y = ""
                for i in source():
                    sink(y)           # !
                    y = x
                    x = i
                while c:
                    c = source()
                    if c: break
                    c = ""
                sink(c)               # !
                try:
                    z = source()
                    z = ""
                except E:
                    sink(z)           # !
                finally:
                    w = source()
                sink(w)               # !
                with source() as v: sink(v)  # !
                sink([e for e in source() if e])  # !
            """)
    }

    @Test func pathsThatEndEarlyAreFollowed() throws {
        try check(
            """
            def f(c, names):
                x = ""
                for name in names:
                    if name in source():
                        x = source()
                        break
                sink(x)               # !
                y = ""
                while c:
                    sink(y)           # !
                    if c:
                        y = source()
                        continue
                    y = ""
                z = source()
                while True:
                    if c:
                        z = "a"
                        break
                    z = source()
                sink(z)
                v = ""
                try:
                    if c:
                        v = source()
                        raise E()
                    v = "a"
                except E:
                    sink(v)           # !
                u = ""
                try:
                    try: pass
                    finally: pass
                except E: u = source()
                sink(u)
                w = ""
                for i in c:
                    if c:
                        w = source()
                        w = "a"
                        break
                else:
                    sink(w)
                    w = "b"
                sink(w)
                for last in source():
                    if c: break
                sink(last)            # !
                t = ""
                while True:
                    match c:
                        case 1:
                            t = source()
                            break
                        case _: t = "a"
                sink(t)               # !
            """)
        try check(
            """
            function f(k) {
              let x, y;
              switch (k) {
                case "a": if (k) { x = source(); break; } x = 1; break;
                case "b": sink(x); break;
              }
              sink(x); // !
              outer: for (const i of k) {
                for (const j of k) { if (j) { y = source(); break outer; } }
              }
              sink(y); // !
              do { x = source(); if (k) continue; x = 1; } while (x);
              sink(x); // !
            }
            """, as: "ts")
    }

    @Test func fieldsAndElementsAreToldApart() throws {
        try check(
            """
            def f(k, o):
                m = {}
                m["a"] = "safe"
                m["b"] = source()
                sink(m["a"])
                sink(m["b"])          # !
                sink(m[k])            # !
                sink(m)               # !
                n = {"a": source(), "b": 1}
                sink(n["a"])          # !
                sink(n["b"])
                l = [1, source()]
                sink(l[0])
                sink(l[1])            # !
                o.x = source()
                sink(o.y)
                sink(o.x.z)           # !
                o = 1
                sink(o.x)
                p = source()
                p.x = 1
                sink(p.x)
                sink(p.y)             # !
                l[k] = source()
                sink(l[5])            # !
            """)
    }

    @Test func listsKeepTheirElementsApart() throws {
        try check(
            """
            def f(c):
                l = []
                l.append("safe")
                l.append(source())
                l.append("moresafe")
                sink(l[0])
                sink(l[1])            # !
                l.pop(0)
                sink(l[0])            # !
                sink(l[1])
                sink(l[-1])           # !
                if c: l.append("x")
                l.append(source())
                sink(l[0])            # !
                m = [1, source()]
                m.pop()
                sink(m)
                n = [1, source()]
                n.reverse()
                sink(n[0])            # !
                c.append(source())
                sink(c)
            """)
        try check(
            """
            function f() {
              const l = [source()];
              l.push("safe");
              sink(l[1]);
              sink(l[0]); // !
              l.shift();
              sink(l);
              const { a, b } = source();
              sink(a); // !
              const o = { k: source(), j: 1, ...b };
              sink(o.k); // !
              [1].forEach(x => { sink(o.k) }); // !
              const p = {};
              p["0"] = source();
              sink(p[0]); // !
              sink(p["00"]);
              sink(p["1"]);
            }
            """, as: "ts")
        try check(
            """
            func f(r: Request) throws {
                var l = ["safe"]
                l.append(source())
                sink(l[0])
                sink(l[1]) // !
                guard let x = source() else { return }
                sink("a \\(x)") // !
                if let y = try? x.z { sink(y) } // !
                r.map { _ in sink(x) } // !
            }
            """, as: "swift")
    }

    @Test func propagatorsAndSideEffects() throws {
        try check(
            """
            def f(a, b, c):
                propagate(a, source())
                sink(a)               # !
                taints(b)
                sink(b)               # !
                clean(b)
                sink(b)
                sink(c.method(source()))  # !
                sink(c)
            """)
    }

    @Test func destructuringTellsFieldsApart() throws {
        try check(
            """
            function f() {
                const o = {};
                o.a = source();
                o.b = source();
                const { a: x, c, ...rest } = o;
                sink(x);              // !
                sink(c);
                sink(rest);           // !
                sink(rest.a);
                sink(rest.b);         // !
                const { a, b, ...others } = o;
                sink(others);
                const { d, ...all } = source();
                sink(d);              // !
                sink(all);            // !
                const { g, h, ...left } = { g: source(), h: 1, i: source() };
                sink(g);              // !
                sink(h);
                sink(left);           // !
                const { j } = { ...g, k: 1 };
                sink(j);              // !
                const { l = source(), m = 1 } = o.c;
                sink(l);              // !
                sink(m);
            }
            """, as: "js")
    }

    @Test func labelsOfCasesAreNotAssigned() throws {
        try check(
            """
            function f(other) {
                switch (source()) {
                case Color.red: break;
                case sink(source()): break;  // !
                default: break;
                }
                sink(Color.red);
                sink(Color);
            }
            """, as: "js")
        try check(
            """
            def f():
                match source():
                    case Color.red: sink(Color.red)
                    case name: sink(name)  # !
            """)
    }

    @Test func functionsSeeTheVariablesAround() throws {
        try check(
            """
            def outer():
                x = source()
                def inner():
                    sink(x)           # !
                g = lambda: sink(x)   # !
                x = 1
                h = lambda y=source(): sink(y)  # !
            def other(): sink(x)
            class C:
                def method(self):
                    self.x = source()
                    sink(self.x)      # !
                    sink(self.y)
            sink(source())            # !
            """)
    }

    @Test func swiftsDeferredStatementsRunOnTheWayOut() throws {
        try check(
            """
            func g(c: Bool) {
                var x = "", y = source()
                defer { sink(x) } // !
                defer { y = "" }
                sink(y) // !
                x = source()
                if c { return }
                return
            }
            """, as: "swift")
    }

    @Test func swiftNamesAndGettersAreFollowed() throws {
        try check(
            """
            class C {
                var kept: String { let x = source(); sink(x); return x } // !
                var other: String {
                    get { source() }
                    set { sink(source()) } // !
                }
                func f(safe: String?) {
                    let x = source()
                    if let x { sink(x) } // !
                    guard let x else { return }
                    sink(x) // !
                    if let safe { sink(safe) }
                }
            }
            """, as: "swift")
    }

    @Test func findingsTellTheirPath() throws {
        let source = "def f():\n    x = source()\n    y = x\n    sink(y)\n"
        let (tree, findings) = try analyze(source, as: "py")
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        let path = ([finding.sourceNode] + finding.steps + [finding.sinkNode])
            .map { String(decoding: tree.text($0), as: UTF8.self) }
        #expect(path == ["source()", "x", "y", "sink(y)"])
    }

    @Test func labelsMustBeAsRequired() throws {
        let text = "def f():\n    x = a()\n    y = b(x)\n    s(x)\n    s(y)\n    s(b(1))\n"
        let bytes = Array(text.utf8)
        let language = try #require(Languages.forExtension("py"))
        let tree = language.tree(of: bytes, fileExtension: "py")
        var matches = TaintMatches()
        for call in calls(in: tree) {
            switch call.name {
            case "a": matches.sources.append(.init(call.range, label: "A"))
            case "b": matches.sources.append(.init(call.range, label: "B", requires: .label("A"), isExact: true))
            case "s": matches.sinks.append(.init(call.range, requires: .and(.label("B"), .not(.label("C")))))
            default: break
            }
        }
        let semantics = Semantics(of: tree, language: language, identifiers: IdentifierTable(of: tree))
        let findings = TaintFlow.findings(of: matches, in: tree, language: language, semantics: semantics)
        #expect(Set(findings.map(\.sink)) == [1])
    }

    // MARK: Checking

    private func check(
        _ source: String, as fileExtension: String = "py", sourceLocation: SourceLocation = #_sourceLocation
    )
        throws
    {
        let (tree, findings) = try analyze(source, as: fileExtension)
        let found = Set(findings.map { line(of: $0.sinkNode, in: tree) }).sorted()
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = lines.indices.filter { lines[$0].last == "!" }.map { $0 + 1 }
        #expect(found == expected, sourceLocation: sourceLocation)
    }

    private func analyze(_ source: String, as fileExtension: String) throws -> (SyntaxTree, [TaintFinding]) {
        let language = try #require(Languages.forExtension(fileExtension))
        let tree = language.tree(of: Array(source.utf8), fileExtension: fileExtension)
        let semantics = Semantics(of: tree, language: language, identifiers: IdentifierTable(of: tree))
        var matches = TaintMatches()
        for call in calls(in: tree) {
            switch call.name {
            case "source": matches.sources.append(.init(call.range))
            case "taints": matches.sources.append(.init(call.arguments[0], sideEffect: .yes))
            case "sink": matches.sinks.append(.init(call.range))
            case "sanitize": matches.sanitizers.append(.init(call.range))
            case "clean": matches.sanitizers.append(.init(call.arguments[0], sideEffect: .yes))
            case "propagate": matches.propagators.append(.init(from: call.arguments[1], to: call.arguments[0]))
            default: break
            }
        }
        return (tree, TaintFlow.findings(of: matches, in: tree, language: language, semantics: semantics))
    }

    private func calls(in tree: SyntaxTree) -> [(name: String, range: ByteRange, arguments: [ByteRange])] {
        (0..<NodeIndex(tree.count)).compactMap { node in
            guard tree.kind(node) == .call, let callee = tree.child(node, .callee),
                let arguments = tree.child(node, .arguments)
            else { return nil }
            let name = String(decoding: tree.text(callee), as: UTF8.self)
            return (name, tree.range(node), tree.children(arguments).map { tree.range($0) })
        }
    }

    private func line(of node: NodeIndex, in tree: SyntaxTree) -> Int {
        tree.bytes[..<tree.range(node).start].reduce(1) { $1 == 0x0a ? $0 + 1 : $0 }
    }
}
