import Syntax
import TestSupport
import Testing

/// Input that nobody writes and somebody sends: it must neither crash nor take more than linear time, on a small stack.
@Suite struct SwiftHostileInputTests {
    private static var repetitions: Int {
        #if DEBUG
            2_000
        #else
            100_000
        #endif
    }

    private static let units = [
        "(", "[", "{", "((((", "{(", "[{(", "\"\\(", "\"\"\"\n\\(", "a<", "!", "- ", "try ", "await ", "a.", "a+",
        "a ? ", "a ? b : ",
        "if a {} else ", "if a {", "func f() {", "class C {", "#if A\n", "switch a {", "case ", "@a ", "@a(", "<", ">",
        "\\.",
        "let a = ", "{ a in ", "A<B<", "x: [", "(a: ", "/*", "/", "#", "#/", "#/\n", "#\"", "`", "'", "$", "guard ",
        "for a in ",
        "a[", "a(",
        "#a(", "<#", ") ", "} ", "] ", "a ", "\0", "\u{FF}", "case .a: ", "do {", "} catch {", "a { ", "init<", "->",
        "any ", "? ",
        "var a: A {", "get {", "_ = ", "repeat ", "where ", "a\r", "0x", "1.", "\\", "&a ", "...", "a as ", "[:", "(,",
        "func f<T", "class ", "public ", "static class ", "@a public ",
    ]

    @Test(arguments: units) func repeatedText(_ text: String) {
        check(Array(String(repeating: text, count: Self.repetitions).utf8))
    }

    @Test(arguments: units) func timeIsLinear(_ text: String) {
        let excess = LinearTime.excess(size: 300) { count in
            let bytes = Array(String(repeating: text, count: count).utf8)
            _ = SwiftLanguage().tree(of: bytes, fileExtension: "swift")
        }
        #expect(excess == nil)
    }

    @Test(arguments: [
        ("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("f { ", " }"), ("\"\\(", ")\""), ("[a: ", "]"),
        ("if a { ", "}"),
    ])
    func balancedNesting(_ open: String, _ close: String) {
        let text = String(repeating: open, count: Self.repetitions) + String(repeating: close, count: Self.repetitions)
        check(Array(text.utf8))
    }

    @Test(arguments: [
        "\"abc", "\"\"\"abc", "#\"abc", "/* abc", "\"a\\(b", "`abc", "#/abc", "let x = /abc", "f(", "{", "[1, ", "case",
        "@", "#", "\\", "", "\u{FEFF}",
    ])
    func unterminated(_ text: String) { check(Array(text.utf8)) }

    @Test func everyByteAlone() {
        for byte in UInt8.min...UInt8.max { check([byte]) }
        for byte in UInt8.min...UInt8.max { check([0x61, byte, 0x62, byte]) }
    }

    /// Parses on a thread with a small stack.
    private func check(_ bytes: [UInt8]) {
        for mode in [ParseMode.source, .pattern] {
            let tree = ParsingThread.run { SwiftLanguage().tree(of: bytes, fileExtension: "swift", mode: mode) }
            guard let tree else {
                Issue.record("no tree")
                return
            }
            #expect(TreeFault.find(in: tree, of: bytes) == nil)
        }
    }
}
