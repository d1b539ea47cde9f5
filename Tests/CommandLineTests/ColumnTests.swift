import Testing

/// Every format counts columns in its own unit, whatever stands before the finding on its line and inside of it.
@Suite struct ColumnTests {
    private static let rule = """
        rules:
          - id: a/b
            languages: [ts, python, swift]
            severity: ERROR
            message: Bad.
            pattern: bad(...)
        """

    /// What a text in a string literal takes.
    struct Text: Sendable, CustomTestStringConvertible {
        var text: String
        var bytes: Int
        var utf16: Int
        /// Unicode scalars.
        var characters: Int
        /// Of a terminal.
        var cells: Int
        var testDescription: String { text.debugDescription }

        init(_ text: String, bytes: Int, utf16: Int, characters: Int, cells: Int) {
            self.text = text
            self.bytes = bytes
            self.utf16 = utf16
            self.characters = characters
            self.cells = cells
        }
    }

    @Test(arguments: [
        Text("", bytes: 0, utf16: 0, characters: 0, cells: 0),
        Text("é", bytes: 2, utf16: 1, characters: 1, cells: 1),
        Text("e\u{301}\u{302}", bytes: 5, utf16: 3, characters: 3, cells: 1),
        Text("日本", bytes: 6, utf16: 2, characters: 2, cells: 4),
        Text("か\u{3099}", bytes: 6, utf16: 2, characters: 2, cells: 2),
        Text("ﾊﾝ", bytes: 6, utf16: 2, characters: 2, cells: 2),
        Text("\u{1112}\u{1161}\u{11AB}", bytes: 9, utf16: 3, characters: 3, cells: 2),
        Text("𠮷", bytes: 4, utf16: 2, characters: 1, cells: 2),
        Text("😀", bytes: 4, utf16: 2, characters: 1, cells: 2),
        Text("👨‍👩‍👧", bytes: 18, utf16: 8, characters: 5, cells: 2),
        Text("👍🏽", bytes: 8, utf16: 4, characters: 2, cells: 2),
        Text("🇨🇭", bytes: 8, utf16: 4, characters: 2, cells: 2),
        Text("❤️", bytes: 6, utf16: 2, characters: 2, cells: 2),
        Text("\u{FEFF}", bytes: 3, utf16: 1, characters: 1, cells: 0),
    ])
    func columns(_ text: Text) async throws {
        // A byte order mark counts in bytes alone, and has no width.
        for (start, line, mark) in [("f(1)\n", 2, 0), ("f(1)\r\n", 2, 0), ("f(1)\r", 2, 0), ("\u{FEFF}", 1, 3)] {
            // f("T", bad("T")): six units before the call, seven of its own.
            let source = start + "f(\"\(text.text)\", bad(\"\(text.text)\"))" + (line == 2 ? start.dropFirst(4) : "\n")
            let reports = try await Reports(of: ["a.ts": source, "a.py": source, "a.swift": source], Self.rule)
            let thrice = { (number: Int) in [number, number, number] }

            #expect(reports.sarif.contains("\"columnKind\": \"utf16CodeUnits\""))
            #expect(numbers(after: "\"startLine\":", in: reports.sarif) == thrice(line))
            #expect(numbers(after: "\"startColumn\":", in: reports.sarif) == thrice(text.utf16 + 7))
            #expect(numbers(after: "\"endColumn\":", in: reports.sarif) == thrice(2 * text.utf16 + 14))

            let bytes = [mark + text.bytes + 7, mark + 2 * text.bytes + 14]
            #expect(numbers(after: "\"column\":", in: reports.rdjson) == bytes + bytes + bytes)

            // The start is told twice, once beside the file and once as the start of the range.
            let characters = [text.characters + 7, text.characters + 7, 2 * text.characters + 14]
            #expect(numbers(after: "\"column\":", in: reports.json) == characters + characters + characters)
            let units = [text.utf16 + 7, 2 * text.utf16 + 14]
            #expect(numbers(after: "\"utf16_column\":", in: reports.json) == units + units + units)
            #expect(numbers(after: "\"byte_column\":", in: reports.json) == bytes + bytes + bytes)

            let place = "  \(line):\(text.characters + 7) error: Bad."
            #expect(reports.text.split(separator: "\n").count { $0.hasPrefix(place) } == 3, "\(reports.text)")
            #expect(
                carets(in: reports.text) == Array(repeating: [text.cells + 6, text.cells + 7], count: 3),
                "\(reports.text)")
        }
    }

    /// A tab is one unit of each kind; the frame shows it as spaces.
    @Test func tabs() async throws {
        for lineEnding in ["\n", "\r\n", "\r"] {
            let braces = "if (x) {\(lineEnding)\t\tf(1,\tbad(2))\(lineEnding)}\(lineEnding)"
            let indented = "if x:\(lineEnding)\t\tf(1,\tbad(2))\(lineEnding)"
            let reports = try await Reports(of: ["a.ts": braces, "a.py": indented, "a.swift": braces], Self.rule)
            #expect(numbers(after: "\"startLine\":", in: reports.sarif) == [2, 2, 2])
            #expect(numbers(after: "\"startColumn\":", in: reports.sarif) == [8, 8, 8])
            #expect(numbers(after: "\"column\":", in: reports.rdjson) == [8, 14, 8, 14, 8, 14])
            #expect(numbers(after: "\"column\":", in: reports.json) == [8, 8, 14, 8, 8, 14, 8, 8, 14])
            // Eight cells of indentation, four of `f(1,`, and four of the tab.
            #expect(reports.text.contains("\n  2 |         f(1,    bad(2))\n"), "\(reports.text)")
            #expect(carets(in: reports.text) == [[16, 6], [16, 6], [16, 6]], "\(reports.text)")
        }
    }

    /// Bytes that are no UTF-8 (a lone surrogate, and one that starts no character) count one each.
    @Test func invalidBytes() async throws {
        let source = Array("f(\"".utf8) + [0xED, 0xA0, 0x80, 0xFF] + Array("\", bad(2))\n".utf8)
        let workspace = try Workspace()
        for name in ["a.ts", "a.py", "a.swift"] { try workspace.write(name, source) }
        let reports = try await Reports(in: workspace, Self.rule)
        #expect(numbers(after: "\"startColumn\":", in: reports.sarif) == [11, 11, 11])
        #expect(numbers(after: "\"column\":", in: reports.rdjson) == [11, 17, 11, 17, 11, 17])
        #expect(carets(in: reports.text) == [[10, 6], [10, 6], [10, 6]], "\(reports.text)")
    }

    /// The reports of one run.
    private struct Reports {
        let text: String
        let sarif: String
        let rdjson: String
        let json: String

        init(of sources: KeyValuePairs<String, String>, _ rule: String) async throws {
            try await self.init(in: Workspace(sources), rule)
        }

        init(in workspace: Workspace, _ rule: String) async throws {
            try workspace.write("rules.yaml", rule)
            let formats = ["text:text", "sarif:sarif", "rdjson:rdjson", "json:json"].flatMap { ["--format", $0] }
            try await check(
                ["check", "--no-config", "--no-builtin", "--rules", "rules.yaml"] + formats + ["."], in: workspace,
                status: 1)
            text = try workspace.read("text")
            sarif = try workspace.read("sarif")
            rdjson = try workspace.read("rdjson")
            json = try workspace.read("json")
        }
    }

    /// The numbers that stand after a text, in order.
    private func numbers(after text: String, in report: String) -> [Int] {
        let bytes = Array(report.utf8)
        let wanted = Array(text.utf8)
        return bytes.indices.compactMap { start in
            guard bytes[start...].starts(with: wanted) else { return nil }
            let rest = bytes[(start + wanted.count)...].drop { $0 == UInt8(ascii: " ") }
            return Int(String(decoding: rest.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
        }
    }

    /// How many cells stand before each row of carets, and how many carets it has.
    private func carets(in text: String) -> [[Int]] {
        let margin = "    | "
        return text.split(separator: "\n").filter { $0.hasPrefix(margin) }.map { line in
            let marks = line.dropFirst(margin.count)
            return [marks.prefix { $0 == " " }.count, marks.count { $0 == "^" }]
        }
    }
}
