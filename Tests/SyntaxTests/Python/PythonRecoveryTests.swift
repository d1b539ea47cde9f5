import Syntax
import Testing

/// What is not being edited keeps its tree.
@Suite struct PythonRecoveryTests {
    static let before = """
        @app.get("/before")
        def before(a):
            return a


        """
    static let after = """

        @app.get("/after")
        async def after(b):
            if b:
                return {"b": b}

        """

    /// Lines half typed at the top level, between two routes.
    @Test(arguments: [
        "x = (", "x = foo(a, [", "x = {'a':", "def", "def f", "def f(", "def f(a, b:", "def f(a)", "class A(", "class",
        "if", "if x ==", "for x", "for x in", "while (", "try", "with open(", "import", "from x import",
        "from x import (",
        "return foo(", "x = 'abc", "x = \"abc(", "x = f\"{a", "x = f'{a['", "x = f\"{a:", "x = \"\"\"abc",
        "x = f\"\"\"{abc", "x = f'''abc", "'''", "lambda", "x = lambda a",
        "a.", "a.b(", "a[", "a[1:", "x: ", "x = ", "x +=", "not", "await", "match x", "match x:", "else", "except:",
        "raise X(", "del",
        "assert a,", "global", "print \"", "}", ")", "]]", "x = y)", "$", "?", "a b c", "\\", "(((((", "async",
        "x = [1, 2",
        "async def f(", "class A:", "def f():", "with a as", "foo(**", "[x for", "yield", "type X[", "def f[T",
    ])
    func halfTypedLine(_ line: String) {
        PythonChecks.checkKept(
            ["before", "after"], of: Self.before + Self.after, in: Self.before + line + "\n" + Self.after)
    }

    /// The same lines inside a function: those around it stay.
    @Test(arguments: [
        "x = (", "x = foo(a, [", "if x ==", "for x in", "try:", "with open(", "return foo(", "x = 'abc", "x = f\"{a",
        "a.", "a.b(", "}",
        "\"\"\"Half a documentation string",
    ])
    func halfTypedLineInFunction(_ line: String) {
        PythonChecks.checkKept(
            ["before", "after"], of: Self.before + Self.after,
            in: Self.before + "def edited():\n    " + line + "\n" + Self.after)
    }

    /// A half-typed decorator is one more of the function after it.
    @Test(arguments: ["@", "@a.b(", "@a.b(c=["]) func halfTypedDecorator(_ line: String) {
        let tree = PythonChecks.tree(line + "\n@c\ndef f(): pass\n")
        let functions = tree.children(0).filter { tree.kind($0) == .function }
        #expect(functions.count == 1)
        let decorators = functions.flatMap { tree.children($0) }.filter { tree.kind($0) == .decorator }
        #expect(decorators.map { String(decoding: tree.text($0), as: UTF8.self) } == [line, "@c"])
    }

    /// An unfinished bracket ends at the next statement of its own function.
    @Test func bracketEndsAtTheNextStatement() {
        PythonChecks.check(
            """
            def f():
                a(b
                return c
            """,
            """
            file
              function
                name: identifier "f"
                parameters: parameterList "()"
                body: block
                  expressionStatement
                    value: call
                      callee: identifier "a"
                      arguments: argumentList
                        identifier "b"
                  return
                    value: identifier "c"
            """)
    }

    /// A line half typed among the entries of a list, each on lines of its own, hides none of them.
    @Test(arguments: [
        "a(", "a(\"/x/<int:", "a('x', b.c(", "a(\"x\", b)", "a", "\"abc", "f\"{a", "f\"{a(", "[", "{", "{'a': b(", "(a",
        "a(b, c=[",
        "a(\n        b,", "a(\n        \"b", "a(b\n    # (", "lambda: a(", "*a(", "a[", "a)",
    ])
    func halfTypedEntry(_ line: String) {
        let tree = PythonChecks.tree(
            "urls = [\n    one(1, (2)),\n    \(line)\n    two(\n        3,\n    ),\n    three([4]),\n]\nafter(5)\n")
        let list = (0..<NodeIndex(tree.count)).first { tree.kind($0) == .array }
        let entries = texts(in: list ?? 0, of: tree)
        for entry in ["one(1, (2))", "two(\n        3,\n    )", "three([4])"] {
            #expect(entries.contains(entry), "\(entries)")
        }
        #expect(texts(in: 0, of: tree).last == "after(5)")
    }

    /// A bracket that nothing closes ends before a line that stands no further right, although no keyword starts it.
    @Test(arguments: [
        "x = foo(", "@app.get(\"/users/<int:", "def f(a: str = ", "X = [\"a.B", "d: dict[str", "x = {",
        "x = {'a': [f(\"b",
        "@app.get(\"/x\",\n    y=(", "print(f\"{a(", "x = foo(\n    a,\n    b[",
    ])
    func bracketEndsBeforeNames(_ line: String) {
        let intact = ["urls = [\n    one(1),\n    (2),\n]", "urls += [3]", "call(4)", "(a, b) = 5, 6", "'text'"]
        let tree = PythonChecks.tree(line + "\n" + intact.joined(separator: "\n") + "\n")
        #expect(Array(texts(in: 0, of: tree).suffix(intact.count)) == intact)
    }

    /// A bracket that is closed reaches over lines that stand further left than its own, whatever else is wrong in the file.
    @Test func closedBracketsReachOverAnyLine() {
        let intact = "if a:\n    b = foo(\nc, [\nd\n], e)\n"
        let tree = PythonChecks.tree("x = (\n" + intact)
        #expect(texts(in: 0, of: tree).last.map { $0 + "\n" } == intact)
    }

    /// A documentation string whose end is missing does not turn what follows inside out.
    @Test func documentationWithoutEnd() {
        let edited = """
            class A:
                def edited(self):
                    \"""Half
                    return 1


            """
        for documentation in ["Does other.", "\n        Does other.\n        "] {
            let intact = "    def other(self):\n        \"\"\"\(documentation)\"\"\"\n        return 2\n"
            PythonChecks.checkKept(["other"], of: "class A:\n" + intact, in: edited + intact)
        }
    }

    /// A documentation string that holds code further left, as one in the standard library does, is one string.
    @Test func documentationWithCode() {
        PythonChecks.checkTokens(
            "class A:\n    \"\"\"Does\n\ndef f(self):\n    return\nthat.\n    \"\"\"\n",
            """
            keyword class
            identifier A
            colon :
            newline
            indent
            string \"""Does

            def f(self):
                return
            that.
                \"""
            newline
            dedent
            endOfFile
            """)
    }

    /// A line with a space too few or too many stays in its block.
    @Test(arguments: ["   ", "     ", "\t"]) func oddIndentation(_ indentation: String) {
        let tree = PythonChecks.tree("def f():\n    a\n\(indentation)b\n    c\n\ndef g(): pass\n")
        let function = tree.children(0).first { tree.kind($0) == .function }
        #expect(
            function.map { String(decoding: tree.text($0), as: UTF8.self) } == "def f():\n    a\n\(indentation)b\n    c"
        )
    }

    /// A clause without its statement, a block that nothing asked for, a closing bracket too many.
    @Test func strayParts() {
        PythonChecks.check(
            """
            a
            else:
                b
            c)
            """,
            """
            file
              expressionStatement
                value: identifier "a"
              error "else"
              expressionStatement
                value: identifier "b"
              expressionStatement
                value: identifier "c"
              error ")"
            """)
    }

    @Test func semicolonsAlone() {
        PythonChecks.check(";;\na;", "file\n  expressionStatement\n    value: identifier \"a\"")
    }

    /// The texts of a node's children.
    private func texts(in node: NodeIndex, of tree: SyntaxTree) -> [String] {
        tree.children(node).map { String(decoding: tree.text($0), as: UTF8.self) }
    }
}
