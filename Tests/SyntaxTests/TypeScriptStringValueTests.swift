import Syntax
import Testing

/// The values of string literals.
struct TypeScriptStringValueTests {
    private func check(
        _ source: String, _ expected: String?, kind: NodeKind = .string,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let language = TypeScriptLanguage()
        let tree = language.tree(of: Array(source.utf8), fileExtension: "tsx")
        let node = try #require(tree.kinds.firstIndex(of: kind))
        let value = language.stringValue(of: NodeIndex(node), in: tree)
        #expect(value.map { String(decoding: $0, as: UTF8.self) } == expected, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        (#"'a"b'"#, #"a"b"#), (#""a\n\t\\\"\'""#, "a\n\t\\\"'"), (#"'\x41\u0042\u{1F600}'"#, "AB😀"),
        (#"'\uD83D\uDE00'"#, "😀"), (#"'\uD83D'"#, #"\uD83D"#), (#"'\xZZ\u{110000}'"#, #"\xZZ\u{110000}"#),
        ("'a\\\nb\\\r\nc'", "abc"), (#"'\0\101\q'"#, "\0Aq"), ("`a\nb`", "a\nb"), ("'unfinished", "unfinished"),
        (#"<a b="\n'" />"#, #"\n'"#),
    ])
    func literals(source: String, expected: String) throws {
        try check(source, expected)
    }

    @Test func templates() throws {
        try check(#"`a\n${b}`"#, "a\n", kind: .stringText)
        try check("`${b}`", nil, kind: .interpolatedString)
    }
}
