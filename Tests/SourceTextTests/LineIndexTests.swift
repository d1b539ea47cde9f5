import SourceText
import Testing

/// Lines, and columns in every unit that a report has.
struct LineIndexTests {
    /// Checks the position of the `|` in `text`, which is taken out. Columns are 1-based.
    private func check(
        _ text: String, line: Int, bytes: Int, utf16: Int, characters: Int,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let marked = Array(text.utf8)
        guard let offset = marked.firstIndex(of: UInt8(ascii: "|")) else {
            Issue.record("no mark", sourceLocation: sourceLocation)
            return
        }
        let source = Array(marked[..<offset] + marked[(offset + 1)...])
        let expected = SourcePosition(
            offset: offset, line: line, byteColumn: bytes, utf16Column: utf16, characterColumn: characters)
        #expect(LineIndex(source).position(at: offset, in: source) == expected, sourceLocation: sourceLocation)
    }

    @Test func plainText() {
        check("|", line: 1, bytes: 1, utf16: 1, characters: 1)
        check("|abc", line: 1, bytes: 1, utf16: 1, characters: 1)
        check("abc|", line: 1, bytes: 4, utf16: 4, characters: 4)
        check("a\nbc|d\n", line: 2, bytes: 3, utf16: 3, characters: 3)
        check("a\n|", line: 2, bytes: 1, utf16: 1, characters: 1)
    }

    /// A tab is one of each unit; how wide it looks is the reader's affair.
    @Test func tabs() {
        check("\t\ta|", line: 1, bytes: 4, utf16: 4, characters: 4)
    }

    @Test func lettersOfSeveralBytes() {
        check("é|", line: 1, bytes: 3, utf16: 2, characters: 2)
        check("日本語|", line: 1, bytes: 10, utf16: 4, characters: 4)
        check("\u{FF21}\u{FF22}|", line: 1, bytes: 7, utf16: 3, characters: 3)
    }

    /// Outside the basic plane a scalar is two UTF-16 units.
    @Test func emoji() {
        check("😀|", line: 1, bytes: 5, utf16: 3, characters: 2)
        check("a😀b|", line: 1, bytes: 7, utf16: 5, characters: 4)
        // Family, flag and skin tone: a character is a Unicode scalar, as in SARIF's `unicodeCodePoints`.
        check("👨‍👩‍👧|", line: 1, bytes: 19, utf16: 9, characters: 6)
        check("🇩🇪|", line: 1, bytes: 9, utf16: 5, characters: 3)
        check("👍🏽|", line: 1, bytes: 9, utf16: 5, characters: 3)
    }

    @Test func combiningMarks() {
        check("e\u{301}|x", line: 1, bytes: 4, utf16: 3, characters: 3)
        check("\u{1112}\u{1161}\u{11AB}|", line: 1, bytes: 10, utf16: 4, characters: 4)
    }

    @Test func lineEndings() {
        check("a\r\nb|", line: 2, bytes: 2, utf16: 2, characters: 2)
        check("a\rb|", line: 2, bytes: 2, utf16: 2, characters: 2)
        check("a\n\rb|", line: 3, bytes: 2, utf16: 2, characters: 2)
        check("😀\r\n日|\r\n", line: 2, bytes: 4, utf16: 2, characters: 2)
        // Other separators of Unicode end no line, as in editors and in the viewers of reports.
        check("a\u{2028}b\u{85}c\u{C}|", line: 1, bytes: 10, utf16: 7, characters: 7)
    }

    /// Columns of text do not depend on a byte order mark; those of bytes count what stands in the file.
    @Test func byteOrderMark() {
        check("\u{FEFF}|a", line: 1, bytes: 4, utf16: 1, characters: 1)
        check("\u{FEFF}a|", line: 1, bytes: 5, utf16: 2, characters: 2)
        check("|\u{FEFF}a", line: 1, bytes: 1, utf16: 1, characters: 1)
        check("\u{FEFF}a\n\u{FEFF}b|", line: 2, bytes: 5, utf16: 3, characters: 3)
        let long = String(repeating: "a", count: 10_000)
        check("\u{FEFF}" + long + "|", line: 1, bytes: 10_004, utf16: 10_001, characters: 10_001)
    }

    /// Bytes that are no UTF-8 count one of each unit: a lone surrogate three, a cut sequence its length.
    @Test(
        arguments: [
            [0xED, 0xA0, 0x80], [0xFF, 0xFE, 0x80], [0xF0, 0x9F, 0x98], [0xC0, 0x80, 0xC1], [0xF4, 0x90, 0x80],
        ] as [[UInt8]])
    func invalidBytes(_ bytes: [UInt8]) {
        let source = bytes + [0x61]
        let position = LineIndex(source).position(at: 3, in: source)
        #expect(position == SourcePosition(offset: 3, line: 1, byteColumn: 4, utf16Column: 4, characterColumn: 4))
    }

    @Test func rangesOfLines() {
        let source = Array("a\r\n\rbc\n\nd".utf8)
        let index = LineIndex(source)
        let lines = (1...index.lineCount).map { line in
            let range = index.range(ofLine: line, in: source)
            return String(decoding: source[range.start..<range.end], as: UTF8.self)
        }
        #expect(lines == ["a", "", "bc", "", "d"])
        #expect([0, 1, 2, 3, 4, 6, 7, 8, 9].map { index.line(at: $0) } == [1, 1, 1, 2, 3, 3, 4, 5, 5])
    }

    /// Lines so long that the columns of their ends are counted from milestones.
    @Test func columnsOnLongLines() {
        let unit = "a😀é日\t"
        for count in [300, 372, 373, 400, 2_000, 50_000] {
            let long = String(repeating: unit, count: count)
            check(long + "|", line: 1, bytes: 11 * count + 1, utf16: 6 * count + 1, characters: 5 * count + 1)
            check(
                "x\r\n" + long + "|y\nz", line: 2, bytes: 11 * count + 1, utf16: 6 * count + 1,
                characters: 5 * count + 1)
            check(long + "\rb😀|", line: 2, bytes: 6, utf16: 4, characters: 3)
            check(
                long + "\n" + long + "😀|\n", line: 2, bytes: 11 * count + 5, utf16: 6 * count + 3,
                characters: 5 * count + 2)
        }
    }

    /// Counting each from the start of the line would take minutes.
    @Test func manyPositionsOnOneLine() {
        let source = [UInt8](repeating: UInt8(ascii: "a"), count: 4_000_000)
        let index = LineIndex(source)
        for offset in stride(from: 0, through: source.count, by: 40) {
            let position = index.position(at: offset, in: source)
            #expect(position.characterColumn == offset + 1)
        }
    }
}
