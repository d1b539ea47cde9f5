import Syntax
import Testing

/// A line in the making, as an editor sees it, never hides the routes and functions around it.
@Suite struct SwiftErrorToleranceTests {
    private static let first = "    app.get(\"first\") { req in one(req) }\n"
    private static let last = """
            app.post("last") { req async throws -> String in
                try await two(req)
            }
        }
        func after(_ a: Int) { three(a) }

        """

    private static let lines = [
        "app.", "app.get(", "app.get(\"x\"", "app.get(\"x\") {", "app.get(\"x\") { req in", "app.get(\"x\", use: ",
        "app.get(\"x", "app.group(\"x\") { g in", "app.grouped(", "let x =", "let", "var", "let (a, b",
        "let x: [String",
        "let x = [\"a\": ", "let k = \\User.", "let users = app.grouped(\"users\")\n    users.get(", "async let x =",
        "if x", "if a, ", "if let x", "if let x =", "if case .some(let", "guard let", "guard let a = b else",
        "guard let a = b else {", "x +", "x ?? ", "x?.", "x!", "x as", "x ? y", "!", "&", "\\.", "x = .init(",
        "foo(a, b",
        "foo(a,", "foo(label:", "foo({", "foo { a,", "foo { (a", "a.b { c in d(", "[1, 2", "{ $0", "{ [weak self] in",
        "return", "return try await", "throw Abort(", "try", "try await", "try? await Task.sleep(", "do {",
        "do {\n try a()\n } catch", "defer {", "repeat {", "while let x = ", "for x in", "for x in y where",
        "for await x in", "switch x {", "switch x {\n    case .a:", "case", "where", "else", "self.", "$0.", "Task {",
        "await withTaskGroup(of:", "func", "func g(", "func g(a: Int) async throws ->", "@Sendable func", "@",
        "@Test(a: [",
        "init", "init(", "deinit {", "subscript(", "var y:", "var y: Int {", "class", "struct S", "struct S {",
        "struct S: Content {\n    var a", "enum E { case a(", "protocol P {", "extension A {", "actor A {", "import",
        "typealias A =", "#if", "#if DEBUG\n  app.get(\"d\") {", "#Predicate {", "\"abc", "\"\\(x", "\"abc\\(", "#\"a",
        "foo(\"\\(bar(\")", "let s = \"\"\"", "let s = \"\"\"\n  SELECT \\(x", "let r = /abc", "/", "/*x*/", "// x",
        "'",
        "x.y(z).", "}", ")", "{",
    ]

    @Test(arguments: lines) func betweenRoutes(_ line: String) {
        check("    " + line + "\n", line)
    }

    @Test(arguments: lines) func insideAHandler(_ line: String) {
        check("    app.put(\"edited\") { req -> String in\n        one()\n        \(line)\n    }\n", line)
    }

    @Test(arguments: lines) func insideAFunction(_ line: String) {
        check("    func edited() {\n        one()\n        \(line)\n    }\n", line)
    }

    /// A literal of several lines that is half typed does not turn those after it inside out.
    @Test func halfTypedLiteralBeforeAnother() {
        let other = "    let q = \"\"\"\n        SELECT \\(a)\n        \"\"\"\n"
        check("    let s = \"\"\"\n      SELECT\n" + other, "let s")
    }

    /// What stands in the place of the half-typed line is complete code, and has no errors, though its lines are not
    /// indented.
    @Test(arguments: [
        "foo(\na.b(),\nc.d(e)\n)\n", "let x = [\na.b,\nc.d()\n]\n", "let x = \"\"\"\n\\(\na.b(c)\n)\n\"\"\"\n",
        "let x = a\n.b()\n.c()\n", "return a.b == c.d &&\na.e(\"f\") == c.f\n", "let x =\na.b.map { c }\n",
        "let x =\nzip(a, b).c()\n", "struct A<B>: C\nwhere\nB.D == E,\nB.F == G.H\n{\n}\n",
        "let x = \"\"\"\n  \\(a.map { \"\"\"\n    b\n    \"\"\" })\n  \"\"\"\n",
        "let x = \"\"\"\n  \\\"\"\" = \"\"\\\"\n  \"\"\"\nlet y = \"\"\"\n  \"\"\"\n",
    ])
    func completeCode(_ source: String) {
        let tree = SwiftLanguage().tree(of: Array(source.utf8), fileExtension: "swift")
        #expect(!tree.kinds.contains(.error), "\(tree.outline())")
    }

    /// The routes before and after the text, and the function after all, have the tree that they have without it.
    private func check(_ edited: String, _ line: String) {
        let before = "func routes(_ app: App) {\n" + Self.first
        let expected = pieces(before + Self.last)
        #expect(expected.count == 3)
        let found = pieces(before + edited + Self.last)
        for piece in expected where !found.contains(piece) {
            Issue.record("\(line) hides \(piece.text)")
        }
    }

    /// The calls of `app`'s methods and the function `after`, by their text.
    private func pieces(_ source: String) -> Set<Piece> {
        let tree = SwiftLanguage().tree(of: Array(source.utf8), fileExtension: "swift")
        var pieces = Set<Piece>()
        for node in 0..<NodeIndex(tree.count) where tree.kind(node) == .call || tree.kind(node) == .function {
            let text = String(decoding: tree.text(node), as: UTF8.self)
            guard text.hasPrefix("app.") || text.hasPrefix("func after") else { continue }
            pieces.insert(Piece(text: text, kinds: Array(tree.kinds[Int(node)..<Int(tree.subtreeEnd(node))])))
        }
        return pieces
    }

    private struct Piece: Hashable {
        var text: String
        var kinds: [NodeKind]
    }
}
