import Testing
import YAML

/// Every way in which a file cannot be read, with the place and the wording.
@Suite struct YAMLErrorTests {
    @Test(arguments: [
        ("a: 1\nb: 2\na: 3", "f:3:1: duplicate key 'a', first given on line 1"),
        ("x: {k: 1, 'k': 2}", "f:1:11: duplicate key 'k', first given on line 1"),
        ("a: *nope", "f:1:4: unknown anchor 'nope'"),
        ("a: &a [*a]", "f:1:8: alias '*a' stands inside the value that it names"),
        ("a: 1\n---\nb: 2", "f:2:1: a second document; the file must hold one"),
        ("? [a]\n: 1", "f:1:3: a key must be a scalar, not a list or mapping"),
        ("a: &k [1]\n*k : 2", "f:2:1: a key must be a scalar, not a list or mapping"),
        ("a: !ruby/object 1", "f:1:4: the tag '!ruby/object' is not supported"),
        ("a: !!set {b}", "f:1:4: the tag 'tag:yaml.org,2002:set' is not supported"),
        ("a:\n\tb: 1", "f:2:1: a tab cannot indent; use spaces"),
        ("a:\n  b: 1\n\tc: 2", "f:3:1: a tab cannot indent; use spaces"),
        ("a: @b", "f:1:4: a value cannot start with '@'; put it in quotes"),
        ("a: b: c", "f:1:5: ':' is not allowed here; check the indentation, or put the value in quotes"),
        ("a: - b", "f:1:4: '-' is not allowed here; check the indentation"),
        ("a: 1\nb\nc: 2", "f:3:1: ':' is missing after this key, or a text of several lines is not indented"),
        ("a: [1, 2", "f:1:9: did not find expected ',' or ']' while parsing a flow sequence that starts on line 1"),
        ("a: 'b\n", "f:2:1: found unexpected end of stream while scanning a quoted scalar that starts on line 1"),
        ("a: \"\\q\"", "f:1:5: found unknown escape character while parsing a quoted scalar that starts on line 1"),
        (
            "- a\nb: 1",
            "f:2:1: did not find expected '-' indicator while parsing a block collection that starts on line 1"
        ),
        ("%YAML 3.0\n--- a", "f:1:1: found incompatible YAML document"),
        ("a: \u{1}", "f:1:4: the control character U+0001 is not allowed; write it as an escape in double quotes"),
        ("a: é\u{0}", "f:1:5: the control character U+0000 is not allowed; write it as an escape in double quotes"),
    ])
    func messages(source: String, message: String) {
        check(Array(source.utf8), message)
    }

    @Test func bytesThatAreNotUTF8() {
        check([0x61, 0x3A, 0x20, 0xFF], "f:1:4: the file is not UTF-8 (invalid leading UTF-8 octet)")
        check(Array("é: 1\nb: ".utf8) + [0xC3], "f:2:4: the file is not UTF-8 (incomplete UTF-8 octet sequence)")
        check([0xED, 0xA0, 0x80], "f:1:1: the file is not UTF-8 (invalid Unicode character)")
        check([0xFF, 0xFE, 0x61, 0x00], "f:1:1: the file is not UTF-8 (invalid leading UTF-8 octet)")
        check([0xEF, 0xBB, 0xBF, 0x61, 0xC0], "f:1:2: the file is not UTF-8 (incomplete UTF-8 octet sequence)")
    }

    @Test func aliasBomb() {
        var source = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            source += "a\(level): &a\(level) [\(aliases)]\n"
        }
        check(Array(source.utf8), "f:5:45: aliases expand to more than 100000 nodes")
    }

    @Test func deepNesting() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try YAMLDocument(nested(100), path: "f")
        check(nested(101), "f:1:101: nesting is deeper than 100 levels")
        check(nested(1_000_000), "f:1:101: nesting is deeper than 100 levels")
        let blocks = (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        check(Array(blocks.utf8), "f:101:101: nesting is deeper than 100 levels")
    }

    @Test func nestingThroughAliases() {
        var source = "a0: &a0 []\n"
        for level in 1...120 { source += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        check(Array(source.utf8), "f:100:12: nesting is deeper than 100 levels")
    }

    @Test func duplicateAmongManyKeys() {
        let source = (0..<100).map { "k\($0): 1\n" }.joined() + "k7: 2"
        check(Array(source.utf8), "f:101:1: duplicate key 'k7', first given on line 8")
    }

    @Test func tooLarge() {
        check([UInt8](repeating: 0x0A, count: 32 << 20 + 1), "f:1:1: the file is larger than 32 MB")
    }

    private func check(_ source: [UInt8], _ expected: String, at location: SourceLocation = #_sourceLocation) {
        let error = #expect(throws: YAMLError.self, sourceLocation: location) {
            try YAMLDocument(source, path: "f")
        }
        #expect(error?.description == expected, sourceLocation: location)
    }
}
