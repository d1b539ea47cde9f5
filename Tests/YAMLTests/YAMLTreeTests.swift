import Testing
import YAML

/// What a file's tree is: each node with its line and column, style and meaning.
@Suite struct YAMLTreeTests {
    @Test func collections() throws {
        try check(
            "rules:\n  - id: \"a\"\n    languages: [python, 'ts']\n    none:\n",
            """
            1:1 mapping
            1:1   rules: 2:3 sequence
            2:5     mapping
            2:5       id: 2:9 doubleQuoted string "a"
            3:5       languages: 3:16 sequence
            3:17         plain string "python"
            3:25         singleQuoted string "ts"
            4:5       none: 4:10 plain null ""
            """)
    }

    @Test func emptyFileIsNull() throws {
        try check("", "1:1 plain null \"\"")
        try check("# only a comment\n", "1:1 plain null \"\"")
        try check("---\n...\n", "2:1 plain null \"\"")
    }

    @Test func lineEndingsAndByteOrderMark() throws {
        let expected = "1:1 mapping\n1:1   a: 1:4 literal string \"x\\ny\\n\"\n4:1   b: 4:4 plain integer(1) \"1\""
        try check("a: |\n  x\n  y\nb: 1\n", expected)
        try check("a: |\r\n  x\r\n  y\r\nb: 1\r\n", expected)
        try check("a: |\r  x\r  y\rb: 1\r", expected)
        try check("\u{FEFF}---\n'k': v", "2:1 mapping\n2:1   k: 2:6 plain string \"v\"")
    }

    @Test func columnsCountCharacters() throws {
        try check(
            "é𝄞: [ü, b]\nc: ñ",
            """
            1:1 mapping
            1:1   é𝄞: 1:5 sequence
            1:6     plain string "ü"
            1:9     plain string "b"
            2:1   c: 2:4 plain string "ñ"
            """)
    }

    @Test func aliasesAreFollowedAndKeepTheirPlace() throws {
        try check(
            "a: &x\n  - 1\nb: *x\nc: &x 2\nd: *x",
            """
            1:1 mapping
            1:1   a: 1:4 sequence
            2:5     plain integer(1) "1"
            3:1   b: 3:4 sequence
            2:5     plain integer(1) "1"
            4:1   c: 4:4 plain integer(2) "2"
            5:1   d: 5:4 plain integer(2) "2"
            """)
    }

    @Test(arguments: [
        ("12", YAMLValue.integer(12)), ("-3", .integer(-3)), ("+3", .integer(3)), ("0x1F", .integer(31)),
        ("0o17", .integer(15)), ("08", .integer(8)), ("99999999999999999999", .float(1e20)),
        ("1.5", .float(1.5)), (".5", .float(0.5)), ("1.", .float(1)), ("1e3", .float(1000)),
        ("-.inf", .float(-.infinity)),
        ("true", .boolean(true)), ("FALSE", .boolean(false)), ("~", .null), ("null", .null), ("", .null),
        ("yes", .string), ("No", .string), ("on", .string), ("off", .string), ("tRUE", .string),
        ("1.2.3", .string), ("0x", .string), ("0x-1", .string), ("1_000", .string), ("1e", .string), ("+", .string),
        (".", .string), ("'1'", .string), ("\"true\"", .string), ("|\n  1", .string), ("!!str 1", .string),
        ("! 1", .string), ("!!int 1", .integer(1)),
    ])
    func scalarsMeanWhatTheCoreSchemaSays(text: String, value: YAMLValue) throws {
        #expect(try YAMLDocument(Array(text.utf8), path: "f").root.value == value)
    }

    @Test func manyKeysKeepTheirOrder() throws {
        let source = (0..<3000).map { "key\($0): \($0)\n" }.joined()
        let pairs = try YAMLDocument(Array(source.utf8), path: "f").root.pairs
        #expect(pairs.map(\.key.text) == (0..<3000).map { "key\($0)" })
        #expect(pairs.map(\.value.line) == Array(1...3000))
    }

    private func check(_ source: String, _ expected: String, at location: SourceLocation = #_sourceLocation) throws {
        let root = try YAMLDocument(Array(source.utf8), path: "f").root
        #expect(dump(root, indent: "").joined(separator: "\n") == expected, sourceLocation: location)
    }

    private func dump(_ node: YAMLNode, indent: String, key: YAMLNode? = nil) -> [String] {
        let label = key.map { "\(place($0)) \(indent)\($0.text): \(place(node)) " } ?? "\(place(node)) \(indent)"
        switch node.kind {
        case .scalar(let style):
            let text = node.text.replacing("\n", with: "\\n")
            return ["\(label)\(style) \(node.value.map { "\($0)" } ?? "no value") \"\(text)\""]
        case .sequence:
            return ["\(label)sequence"] + node.elements.flatMap { dump($0, indent: indent + "  ") }
        case .mapping:
            return ["\(label)mapping"] + node.pairs.flatMap { dump($0.value, indent: indent + "  ", key: $0.key) }
        }
    }

    private func place(_ node: YAMLNode) -> String { "\(node.position.line):\(node.position.characterColumn)" }
}
