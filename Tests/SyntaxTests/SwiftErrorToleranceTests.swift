import Syntax
import Testing

/// A line in the making, as an editor sees it, never hides the functions around it.
@Suite struct SwiftErrorToleranceTests {
    @Test(arguments: [
        "app.", "app.get(", "app.get(\"x\"", "app.get(\"x\") {", "app.get(\"x", "let x =", "let", "if x", "if let x =",
        "guard let", "x +",
        "foo(a, b", "foo(a,", "[1, 2", "return", "switch x {", "for x in", "@", "#if", "x ? y", "\"\\(x", "func",
        "func g(", "}", ")", "{",
        "try", "try await", "self.", "x as", "case", "init", "var y:", "var y: Int {", "foo(label:", "\\.", "x!", "&",
        "/", "/*x*/", "'",
        "struct S", "struct S {", "import", "foo { a,", "foo { (a", "foo(\"\\(bar(\")", "let r = /abc", "x.y(z).",
        "where", "else", "class",
    ])
    func halfTypedLine(_ line: String) {
        check(line, before: "func first() { one() }\n", after: "\nfunc last(_ a: Int) { two(a) }\n")
        check(
            line, before: "struct A {\nfunc first() {\n    one()\n", after: "\n}\nfunc last(_ a: Int) { two(a) }\n}\n")
        check(
            line, before: "func routes(_ app: App) {\napp.get(\"a\") { first($0) }\n",
            after: "\n}\nfunc last(_ a: Int) { two(a) }\n")
    }

    private func check(_ line: String, before: String, after: String) {
        let tree = SwiftLanguage().tree(of: Array((before + line + after).utf8), fileExtension: "swift")
        let names = (0..<NodeIndex(tree.count)).compactMap { node in
            tree.kind(node) == .function
                ? tree.child(node, .name).map { String(decoding: tree.text($0), as: UTF8.self) } : nil
        }
        #expect(names.contains("last"), "\(line) in:\n\(tree.outline())")
        #expect(names.contains("first") || names.contains("routes"))
    }
}
