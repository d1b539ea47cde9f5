import Syntax
import TestSupport
import Testing

/// Input that nobody writes: it neither crashes nor takes more than linear time, and keeps every byte.
struct TypeScriptHostileInputTests {
    /// Parses `unit` repeated up to `size` bytes, in every dialect; the tree spans the file and the tokens are in order.
    private func check(_ unit: String, prefix: String = "", size: Int = 12_000) {
        let bytes = Array(prefix.utf8) + Array(String(repeating: unit, count: size / unit.utf8.count).utf8)
        for (fileExtension, mode) in [("ts", ParseMode.source), ("tsx", .source), ("js", .source), ("tsx", .pattern)] {
            let tree = ParsingThread.run {
                TypeScriptLanguage().tree(of: bytes, fileExtension: fileExtension, mode: mode)
            }
            guard let tree else {
                Issue.record("no tree")
                return
            }
            #expect(TreeFault.find(in: tree, of: bytes) == nil)
        }
    }

    private static let units = [
        "(", "[", "{", "([{", "`${", ")]}", "{a:", "a<", "a<(", "(a)=>", "(a):b=>", "a?(b):", "(a:b,c=(", "<a>", "<a>{",
        "<a b={", "<a b=", "<T>(", "!", "typeof ", "new ", "await ", "yield ", "a=", "a?b:", "if(a){}else ", "if(a)",
        "a:",
        "function f(){", "class A{a(){", "=/[", "/ ", "'\n", "`", "/*", "\0", "@a ", "@a(", "async ", "async(",
        "async<",
        ",", "...", "a=>{", "function(a=", "switch(a){case b:", "import{", "export ", ">", "<", "<... ", "<T extends ",
        "enum A{", "export @a ", "{\n", "{\n}}", "(\n{", "a\r", "\\", "#", "$", "\u{2028}", "a.\u{2028}b.c\u{2028}",
        "declare ", "😀",
    ]

    @Test(arguments: units) func repeated(unit: String) { check(unit) }

    private static let unitsAfterPrefixes = [
        ("a", "+a"), ("a", "**a"), ("a", ".b"), ("a", "()"), ("a", "?.[b]"), ("a", "!"), ("x=", "class extends "),
        ("let x:", "A<"), ("type A=", "a|"), ("type A=", "keyof "), ("type A=", "a extends b?c:"),
        ("type A=", "(a:b)=>"),
        ("type A=", "{a:"), ("type A=", "("), ("let a:b", "[]"), ("namespace ", "a."), ("let ", "{a:["), ("{", "(\n"),
    ]

    @Test(arguments: unitsAfterPrefixes) func repeatedAfter(prefix: String, unit: String) {
        check(unit, prefix: prefix)
    }

    @Test(arguments: units.map { ("", $0) } + unitsAfterPrefixes) func timeIsLinear(prefix: String, unit: String) {
        let excess = LinearTime.excess(size: 300) { count in
            let bytes = Array((prefix + String(repeating: unit, count: count)).utf8)
            _ = TypeScriptLanguage().tree(of: bytes, fileExtension: "tsx")
        }
        #expect(excess == nil)
    }

    @Test func bytesThatAreNoText() {
        let bytes: [UInt8] = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 256) }
        for fileExtension in ["ts", "tsx", "js"] {
            let tree = TypeScriptLanguage().tree(of: bytes, fileExtension: fileExtension)
            #expect(tree.tokens.ends.last == 4096)
        }
    }

    @Test func loneSurrogatesAreErrorTokens() {
        let tokens = TypeScriptLanguage().tokenize([0x61, 0xED, 0xA0, 0x80, 0x62], fileExtension: "ts", mode: .source)
        #expect(tokens.kinds == [.identifier, .error, .error, .error, .identifier, .endOfFile])
    }

    @Test(arguments: ["export @a\n", "export default @a\n"]) func nestedExportsStopAtAnErrorNode(unit: String) {
        let source = String(repeating: unit, count: 20 * SyntaxLimits.depth)
        let tree = TypeScriptLanguage().tree(of: Array(source.utf8), fileExtension: "ts")
        #expect(tree.kinds.filter { $0 == .export }.count <= SyntaxLimits.depth + 1)
    }

    @Test func nestingStopsAtAnErrorNode() {
        let depth = 2 * SyntaxLimits.depth
        let source = String(repeating: "(", count: depth) + String(repeating: ")", count: depth) + "\nfunction f() { }"
        let tree = TypeScriptLanguage().tree(of: Array(source.utf8), fileExtension: "ts")
        #expect(tree.kinds.contains(.error))
        #expect(tree.kinds.last == .block && tree.kinds.contains(.function))
    }
}
