import Glibc
import Syntax
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

    /// What threads may get by default; unoptimised code has frames several times as large.
    private static var stackSize: Int {
        #if DEBUG
            4 << 20
        #else
            512 << 10
        #endif
    }

    @Test(arguments: [
        "(", "[", "{", "((((", "{(", "[{(", "\"\\(", "\"\"\"\n\\(", "a<", "!", "- ", "try ", "await ", "a.", "a+",
        "a ? ", "a ? b : ",
        "if a {} else ", "if a {", "func f() {", "class C {", "#if A\n", "switch a {", "case ", "@a ", "@a(", "<", ">",
        "\\.",
        "let a = ", "{ a in ", "A<B<", "x: [", "(a: ", "/*", "/", "#/", "#\"", "`", "'", "$", "guard ", "for a in ",
        "a[", "a(",
        "#a(", "<#", ") ", "} ", "] ", "a ", "\0", "\u{FF}", "case .a: ", "do {", "} catch {", "a { ", "init<", "->",
        "any ", "? ",
        "var a: A {", "get {", "_ = ", "repeat ", "where ", "a\r", "0x", "1.", "\\", "&a ", "...", "a as ", "[:", "(,",
        "func f<T",
    ])
    func repeatedText(_ text: String) {
        check(Array(String(repeating: text, count: Self.repetitions).utf8))
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

    /// Parses on a thread with a small stack, and checks that the tokens cover the file in order.
    private func check(_ bytes: [UInt8]) {
        for mode in [ParseMode.source, .pattern] {
            let tree = onSmallStack { SwiftLanguage().tree(of: bytes, fileExtension: "swift", mode: mode) }
            guard let tree else {
                Issue.record("no tree")
                return
            }
            var end: UInt32 = 0
            var isOrdered = true
            for token in 0..<tree.tokens.count {
                isOrdered =
                    isOrdered && tree.tokens.starts[token] >= end
                    && tree.tokens.ends[token] >= tree.tokens.starts[token]
                end = tree.tokens.ends[token]
            }
            #expect(isOrdered)
            #expect(Int(end) == bytes.count)
            #expect(Int(tree.subtreeEnd(0)) == tree.count)
        }
    }

    private final class Work: @unchecked Sendable {
        let body: () -> SyntaxTree
        var result: SyntaxTree?
        init(_ body: @escaping () -> SyntaxTree) { self.body = body }
    }

    private func onSmallStack(_ body: @escaping () -> SyntaxTree) -> SyntaxTree? {
        let work = Work(body)
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, Self.stackSize)
        var thread = pthread_t()
        pthread_create(
            &thread, &attributes,
            { pointer in
                guard let pointer else { return nil }
                let work = Unmanaged<Work>.fromOpaque(pointer).takeUnretainedValue()
                work.result = work.body()
                return nil
            }, Unmanaged.passUnretained(work).toOpaque())
        pthread_join(thread, nil)
        pthread_attr_destroy(&attributes)
        return work.result
    }
}
