import Testing

/// Every format counts columns in its own unit, whatever stands before the finding on its line.
@Suite struct ColumnTests {
    private static let rule = """
        rules:
          - id: a/b
            languages: [ts, python, swift]
            severity: ERROR
            message: Bad.
            pattern: bad($X)
        """

    struct Case: Sendable, CustomTestStringConvertible {
        /// What stands before the call on its line: a comment or an argument.
        var before: String
        /// Columns are 1-based: of bytes, of UTF-16 units, of characters.
        var bytes: Int
        var utf16: Int
        var characters: Int
        /// How many cells of a terminal it takes.
        var cells: Int
        var testDescription: String { before.debugDescription }
    }

    @Test(arguments: [
        Case(before: "", bytes: 1, utf16: 1, characters: 1, cells: 0),
        Case(before: "f('é', ", bytes: 9, utf16: 8, characters: 8, cells: 7),
        Case(before: "f('😀', ", bytes: 11, utf16: 9, characters: 8, cells: 8),
        Case(before: "f('e\u{301}', ", bytes: 10, utf16: 9, characters: 9, cells: 7),
        Case(before: "f('日本', ", bytes: 13, utf16: 9, characters: 9, cells: 10),
        Case(before: "f('👨‍👩‍👧', ", bytes: 25, utf16: 15, characters: 12, cells: 8),
        Case(before: "\tf(", bytes: 4, utf16: 4, characters: 4, cells: 6),
    ])
    func columns(_ place: Case) async throws {
        let closing = place.before.isEmpty ? "" : ")"
        for lineEnding in ["\n", "\r\n", "\r"] {
            let source = "f(1)\(lineEnding)\(place.before)bad(2)\(closing)\(lineEnding)"
            let workspace = try Workspace(["a.ts": source, "rules.yaml": Self.rule])
            let arguments = ["check", "--no-config", "--no-builtin", "--rules", "rules.yaml", "a.ts"]

            let sarif = try await workspace.lintel(arguments + ["--format", "sarif"]).output
            #expect(number(after: "\"startLine\":", in: sarif) == 2)
            #expect(number(after: "\"startColumn\":", in: sarif) == place.utf16)
            #expect(number(after: "\"endColumn\":", in: sarif) == place.utf16 + 6)

            let rdjson = try await workspace.lintel(arguments + ["--format", "rdjson"]).output
            #expect(number(after: "\"column\":", in: rdjson) == place.bytes)

            let text = try await workspace.lintel(arguments).output
            #expect(text.contains("  2:\(place.characters) error: Bad."), "\(text)")
            #expect(text.contains("\n    | " + String(repeating: " ", count: place.cells) + "^^^^^^\n"), "\(text)")
        }
    }

    /// The first number after a text.
    private func number(after text: String, in report: String) -> Int? {
        let bytes = Array(report.utf8)
        let wanted = Array(text.utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else { return nil }
        let rest = bytes[(start + wanted.count)...].drop { $0 == UInt8(ascii: " ") }
        return Int(String(decoding: rest.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }
}
