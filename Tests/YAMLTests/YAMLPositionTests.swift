import Testing
import YAML

/// A place inside a scalar's text, mapped back to the file. In each source `▶` precedes the character that the same mark
/// precedes in the text.
@Suite struct YAMLPositionTests {
    @Test(arguments: [
        "a: |\n  first\n    ▶second\n",
        "a: |\n  first\n\n\n  third ▶line\n",
        "- a: |-  # comment\n    first\n    sec▶ond",
        "a: |2\n    two more ▶spaces\n",
        "a: &anchor !!str |\n  fir▶st\n",
        "a: |\r\n  first\r\n  ▶second\r\n",
        "a: >-\n  one two\n  thr▶ee\n\n  four\n",
        "a: >\n  one\n    more\n  ▶less\n",
        "a: one\n  two\n  th▶ree\n",
        "a: 'it''s ▶here'",
        "a: 'one\n\n  tw▶o'",
        "a: \"tab\\t▶here\"",
        "a: \"\\x41\\u00e9\\U0001F600▶z\"",
        "a: \"one \\\n  tw▶o\"",
        "a: \"quote \\\"▶x\\\"\"",
        "a: é ▶ü",
        "a: |\n  $X(▶...)\n",
    ])
    func exactAtText(marked: String) throws {
        let source = marked.replacing("▶", with: "")
        let before = marked[..<(marked.firstIndex(of: "▶") ?? marked.startIndex)]
        let value = try value(in: marked)
        let offset = try #require(value.bytes.firstIndex(of: 0xE2)) - value.bytes.startIndex
        let position = try self.value(in: source).position(inside: offset)
        #expect(position.offset == before.utf8.count)
        #expect(position.line == before.split(omittingEmptySubsequences: false) { $0.isNewline }.count)
    }

    @Test(arguments: [
        ("a: |\n  ab\n\n  cd\n", 2, "2:5"), ("a: |\n  ab\n\n  cd\n", 3, "2:5"), ("a: |\n  ab\n\n  cd\n", 6, "4:5"),
        ("a: |\n  a  b\n", 2, "2:5"), ("a: ab", 2, "1:6"), ("a: ab", 99, "1:6"), ("a: \"a\\nb\"", 1, "1:6"),
        ("a: ''", 0, "1:5"), ("a: |\n", 0, "1:5"),
    ])
    func whiteSpaceAndEnds(source: String, offset: Int, expected: String) throws {
        let position = try value(in: source).position(inside: offset)
        #expect("\(position.line):\(position.characterColumn)" == expected)
    }

    @Test func errorInside() throws {
        let error = try value(in: "a: |\n  é = (\n").error("')' is missing", inside: 5)
        #expect(error.description == "f:2:7: ')' is missing")
    }

    private func value(in source: String) throws -> YAMLNode {
        let root = try YAMLDocument(Array(source.utf8), path: "f").root
        let mapping = root.isSequence ? Array(root.elements)[0] : root
        return try #require(mapping["a"])
    }
}
