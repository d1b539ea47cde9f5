import Glibc
import Syntax
import Testing

/// Input that nobody wrote by hand: no crash on a small stack, no tree deeper than the limit, and the time grows with the
/// length.
@Suite struct PythonHostileInputTests {
    /// Texts to repeat, each a way to nest or to leave something open.
    static let repeated = [
        "(", "[", "{", "([{", ")", "f\"{", "f'''{f\"{", "f\"{x:", "a+", "a**", "not ", "lambda:", "a if b else ", ".a",
        "()", "f(",
        "a=", "elif b: pass\n", "x = '''\n", "'''\"\"\" ", "\"\"\"\\", "match ", "match x;", "with (", "@a\n", "@",
        "a,", "\"a\"",
        "\\", "\\\n", ")]}", "def f(", "def f(\n", "if x: ", "def f():\r  x\r", ";", ":", "else:\n  x\n", "{**",
        "[x for x in ",
        "a[", "\u{C}", "\tif x:\n        y\n    \tz\n", "\0", "\u{FEFF}", "\"", "'", "f'", "$X", "`", "?", "\r",
        "case (", "a|",
        "class A(", "def f[T: ", "try:\n", "await ", "yield ", "*", "-", "a.", "import a.", "from . import (",
        "print a ",
    ]

    @Test(arguments: repeated) func repeats(_ text: String) {
        for prefix in ["", "x = ", "if x:\n  ", "match x:\n  case "] {
            let bytes = Array((prefix + String(repeating: text, count: 3_000)).utf8)
            for mode in [ParseMode.source, .pattern] {
                let tree = PythonChecks.language.tree(of: bytes, fileExtension: "py", mode: mode)
                #expect(tree.kind(0) == .file && tree.range(0).end == bytes.count)
                #expect(depth(of: tree) <= SyntaxLimits.treeDepth)
            }
        }
    }

    /// Half a megabyte is what the smallest threads of our platforms have.
    @Test func deepNestingFitsASmallStack() {
        for text in Self.repeated { SmallStack.run(Array(String(repeating: text, count: 3_000).utf8)) }
    }

    @Test func bytesOfAllKinds() {
        var state: UInt64 = 1
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 56)
            }
            let tree = PythonChecks.language.tree(of: bytes, fileExtension: "py", mode: .source)
            #expect(tree.range(0).end == length)
        }
    }

    /// A chain of operators nests in the tree only; what is too deep there becomes an error, and the rest stays.
    @Test func longChainsKeepTheirEnd() {
        let tree = PythonChecks.tree("x = " + String(repeating: "a + ", count: 5_000) + "last\n")
        let last = (0..<NodeIndex(tree.count)).last { tree.kind($0) == .identifier }
        #expect(last.map { String(decoding: tree.text($0), as: UTF8.self) } == "last")
        #expect(tree.kinds.contains(.error) && depth(of: tree) == SyntaxLimits.treeDepth)
    }

    private func depth(of tree: SyntaxTree) -> Int {
        var depths = [Int](repeating: 0, count: tree.count)
        for node in 1..<max(1, tree.count) { depths[node] = depths[Int(tree.parents[node])] + 1 }
        return depths.max() ?? 0
    }
}

/// Parses on a thread with a stack of 512 KB; unoptimised code needs frames many times larger and gets 4 MB.
private enum SmallStack {
    private static let size = (_isDebugAssertConfiguration() ? 8 : 1) * 512 * 1024

    static func run(_ bytes: [UInt8]) {
        let input = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
        input.initialize(to: bytes)
        defer {
            input.deinitialize(count: 1)
            input.deallocate()
        }
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, size)
        var thread = pthread_t()
        let created = pthread_create(
            &thread, &attributes,
            { argument in
                if let bytes = argument?.assumingMemoryBound(to: [UInt8].self).pointee {
                    let tree = PythonLanguage().tree(of: bytes, fileExtension: "py")
                    precondition(tree.count > 0)
                }
                return nil
            }, input)
        #expect(created == 0)
        if created == 0 { pthread_join(thread, nil) }
        pthread_attr_destroy(&attributes)
    }
}
