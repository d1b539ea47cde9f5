import Syntax
import TestSupport
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
                let tree = ParsingThread.run {
                    PythonChecks.language.tree(of: bytes, fileExtension: "py", mode: mode)
                }
                guard let tree else {
                    Issue.record("no tree")
                    return
                }
                #expect(TreeFault.find(in: tree, of: bytes) == nil)
            }
        }
    }

    @Test(arguments: repeated) func timeIsLinear(_ text: String) {
        let excess = LinearTime.excess(size: 300) { count in
            let bytes = Array(String(repeating: text, count: count).utf8)
            _ = PythonChecks.language.tree(of: bytes, fileExtension: "py", mode: .source)
        }
        #expect(excess == nil)
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
