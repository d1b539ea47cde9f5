import Syntax
import Testing

/// A line in the making, as an editor sees it, never hides the routes and functions around it.
struct TypeScriptHalfTypedLineTests {
    private static let first = "app.get(\"/first\", (req, res) => {\n  res.json({ a: 1 })\n})\n"
    private static let last = "app.post(\"/last\", async (req, res) => {\n  if (req.a) { return res.send(b) }\n})\n"

    private static let lines = [
        "app.", "app.get(", "app.get(\"x\"", "app.get(\"x\", (req", "app.get(\"x\", (req, res) =>",
        "app.get(\"x\", (req, res) => {", "app.get(\"x\", async function (", "app.get(\"x", "app.get(`x${", "const",
        "const x",
        "const x =", "const x = {", "const { a,", "const { a: [", "let x: ", "let x: A<", "let x: { a:", "const f = (a",
        "const f = async (a: B,", "const f = a =>", "if", "if (", "if (x", "if (x) {", "else", "else {", "for",
        "for (const",
        "for (const x of", "for (let i = 0;", "while (x", "do {", "switch (x) {", "switch (x) { case 1", "case", "try",
        "try {", "catch (e", "throw new", "throw new Error(", "return", "return foo(a,", "return {", "return a ?",
        "a ? b :",
        "foo(a, b", "foo(a,", "foo({ a: 1", "foo({ a: b(", "[1, 2", "x = [", "x +", "x &&", "x ??", "x?.", "x[", "x as",
        "x!", "!", "await", "await x.", "new", "new A(", "typeof", "class", "class A", "class A {", "class A extends",
        "class A { b(", "interface A {", "interface", "type A =", "type A = {", "type A = B<", "enum A {", "function",
        "function f", "function f(", "function f(a: B", "function f() {", "async function", "import", "import {",
        "import { a } from", "import a from \"b", "export", "export const", "export default", "@", "@a(", "}", ")", "]",
        "})", "{", "(", "[", "'", "'abc", "\"abc", "`abc", "`a${b", "`a${b}", "/abc", "/[a", "x = /a(", "...", "#",
        "\\",
        "x.y(z).", "<", "<a", "x < y", "x <", "label:", "...a", "{ a, b", "key: value,", "x = <", "return <div",
        "return <div>", "return <div>{", "return <div>{a}", "return <A.B c=", "return <A b={c", "x satisfies",
        "using x =",
        "await using", "@Get('x') async", "import x from './a' with {", "// half", "for await (const", "throw",
        "default:", "obj = { method() {", "obj = { get x() {", "obj = { [a", "obj = { ...", "`${`${", "async () =>",
        "res.status(400).json({ error: ", "const q = `SELECT ${a", "type A<T extends", "abstract class",
        "export async function",
        "declare module",
    ]

    @Test(arguments: lines) func atTheTop(_ line: String) {
        check(line, before: Self.first, after: "\n" + Self.last)
    }

    @Test(arguments: lines) func insideAFunction(_ line: String) {
        check(line, before: Self.first + "function edited(a) {\n  b()\n  ", after: "\n}\n" + Self.last)
    }

    @Test(arguments: lines) func insideAHandler(_ line: String) {
        check(line, before: Self.first + "app.put(\"/edited\", (req, res) => {\n  ", after: "\n})\n" + Self.last)
    }

    /// Routes with functions of the older kind: no arrow tells that they are no text of the element.
    @Test(arguments: ["return <div>", "return <div>{", "return <div>{a}", "x = <><b>"])
    func elementBeforeFunction(_ line: String) {
        let route = "app.get(\"/old\", function (req, res) {\n  res.json({})\n})\n"
        let edited = "function edited() {\n  \(line)\n}\n"
        for fileExtension in ["tsx", "js"] {
            #expect(routes(edited + route, fileExtension) == routes(route, fileExtension))
        }
    }

    /// Complete code that is not indented, as generated and minified code is, has no errors.
    @Test(arguments: [
        "module.exports = {\nname: 'a',\nf: function (require) {\nvar b = 1,\nc = 2;\nreturn b\n}\n}\n",
        "const { A } = b(1),\nc = new A().d,\ne = 1\n", "import {\na,\nb\n} from 'c'\n", "f(\na,\nb.c(),\nd\n)\n",
        "x = 1; var y = z.\nb.c(), d = new\nE.F(), g = function\nh() { }\n", "class A {\nb() { }\nc = 1\n}\n",
        "type A = {\nb: C;\nd: E\n}\n", "enum A {\nb = c.d,\ne\n}\n", "let a: B<\nC,\nD\n> = e\n",
    ])
    func codeWithoutIndentation(_ source: String) {
        let tree = TypeScriptLanguage().tree(of: Array(source.utf8), fileExtension: "ts")
        #expect(!tree.kinds.contains(.error), "\(tree.outline())")
    }

    /// The routes before and after the line have the tree that they have without it.
    private func check(_ line: String, before: String, after: String) {
        for fileExtension in ["ts", "tsx", "js"] {
            let expected = routes(Self.first + Self.last, fileExtension)
            let found = routes(before + line + after, fileExtension)
            for route in expected where !found.contains(route) {
                Issue.record("\(line) in .\(fileExtension) hides \(route)")
            }
        }
    }

    /// The outline of each call of `app`'s methods, by its text.
    private func routes(_ source: String, _ fileExtension: String) -> Set<Route> {
        let tree = TypeScriptLanguage().tree(of: Array(source.utf8), fileExtension: fileExtension)
        var routes = Set<Route>()
        for node in 0..<NodeIndex(tree.count) where tree.kind(node) == .call {
            let end = tree.subtreeEnd(node)
            let text = String(decoding: tree.text(node), as: UTF8.self)
            guard text.hasPrefix("app.") else { continue }
            routes.insert(Route(text: text, kinds: Array(tree.kinds[Int(node)..<Int(end)])))
        }
        return routes
    }

    private struct Route: Hashable {
        var text: String
        var kinds: [NodeKind]
    }
}
