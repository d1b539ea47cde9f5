import Syntax
import Testing

/// Syntax newer than the references of `make conformance` may know: Swift 5.9 to 6.3, from the evolution proposals.
@Suite struct SwiftNewSyntaxTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var source: String
        /// The kinds of the file's children.
        var kinds: String
        var testDescription: String { source }
    }

    @Test(arguments: [
        // SE-0380, 0390, 0377
        Case(source: "let x = if a { 1 } else if b { 2 } else { 3 }", kinds: "variableDeclaration"),
        Case(
            source:
                "consuming func take(_ x: consuming T, _ y: borrowing U) { _ = consume x; _ = copy y; discard self }",
            kinds: "function"),
        Case(source: "struct V: ~Copyable { }", kinds: "class"),
        // SE-0393, 0398, 0408
        Case(
            source:
                "func each<each T: P>(_ x: repeat each T) -> (repeat (each T)) where repeat each T: Q { repeat print(each x); for e in repeat each x { } }",
            kinds: "function"),
        // SE-0413
        Case(source: "do throws(E) { try a() } catch { }", kinds: "try"),
        Case(source: #"func b() async throws(MyError) -> sending String { "" }"#, kinds: "function"),
        // SE-0452, 0453, 0483
        Case(source: "struct Vec<let count: Int> { var a: [4 of Int]; let b: InlineArray<3, Int> }", kinds: "class"),
        Case(source: "let v = Vec<3>(), w: [2 of [3 of Int]] = []", kinds: "variableDeclaration"),
        // SE-0461, 0466
        Case(source: "nonisolated(nonsending) func a() async { }", kinds: "function"),
        Case(source: "@concurrent func b() async { }", kinds: "function"),
        Case(
            source:
                "func d(_ f: nonisolated(nonsending) @escaping () async -> Void, e: isolated (any Actor)? = #isolation) { }",
            kinds: "function"),
        // SE-0371, 0481, 0470
        Case(
            source:
                "final class E: @MainActor P { isolated deinit { }; weak let f: E? = nil; nonisolated(unsafe) var g = 1 }",
            kinds: "class"),
        // SE-0458
        Case(source: "try unsafe c()", kinds: "expressionStatement"),
        Case(source: "for try await unsafe line in lines { }", kinds: "forEach"),
        // SE-0451, 0491
        Case(source: "func `some test name with spaces`() { }", kinds: "function"),
        Case(source: "let ch: NIOCore::Channel = NIOCore::foo(1)", kinds: "variableDeclaration"),
        // SE-0439
        Case(
            source: #"""
                let big = foo(
                  1,
                  2,
                )
                """#, kinds: "variableDeclaration"),
        Case(source: "func f(a: Int,) { }", kinds: "function"),
        Case(source: #"let t: (Int, String) = (1, "x",)"#, kinds: "variableDeclaration"),
        // SE-0364, 0409, 0446
        Case(source: "extension A: @retroactive Foo where B: ~Escapable { }", kinds: "class"),
        Case(source: "public import Foundation", kinds: "import"),
        Case(source: "@testable internal import struct A.B", kinds: "import"),
        // SE-0382, 0389, 0407
        Case(
            source:
                #"@attached(member, names: named(init), arbitrary) public macro Foo() = #externalMacro(module: "a", type: "b")"#,
            kinds: "function"),
        Case(source: #"let p = #Predicate<User> { $0.name == "x" }"#, kinds: "variableDeclaration"),
        // SE-0474
        Case(
            source: "struct S { subscript(i: Int) -> T { yielding borrow { x } yielding mutate { yield &x } } }",
            kinds: "class"),
        Case(source: "var x: T { borrow { y } mutate { &y } }", kinds: "variableDeclaration"),
        // SE-0495, 0492
        Case(source: "@c(foo) @implementation public func f() { }", kinds: "function"),
        Case(source: #"@section("x") @used let a = 1"#, kinds: "variableDeclaration"),
    ])
    func hasNoErrors(_ example: Case) {
        let tree = SwiftLanguage().tree(of: Array(example.source.utf8), fileExtension: "swift")
        #expect(!tree.kinds.contains(.error), "\(tree.outline())")
        #expect(tree.children(0).map { "\(tree.kind($0))" }.joined(separator: " ") == example.kinds)
    }
}
