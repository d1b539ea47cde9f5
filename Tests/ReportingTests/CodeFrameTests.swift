import Findings
import Reporting
import SourceText
import Testing

/// The text report's frame of a finding on what stands between `«` and `»` in `source`.
private func check(_ source: String, _ frame: String, _ comment: Comment? = nil) {
    let marked = Array(source.utf8)
    let open = Array("«".utf8)
    let close = Array("»".utf8)
    var bytes: [UInt8] = []
    var range = ByteRange(0, 0)
    var index = 0
    while index < marked.count {
        if marked[index...].starts(with: open) {
            range.start = bytes.count
            index += open.count
        } else if marked[index...].starts(with: close) {
            range.end = bytes.count
            index += close.count
        } else {
            bytes.append(marked[index])
            index += 1
        }
    }
    check(bytes, range, frame, comment)
}

private func check(_ bytes: [UInt8], _ range: ByteRange, _ frame: String, _ comment: Comment? = nil) {
    let finding = Finding(
        rule: "r", severity: .error, path: "a", range: SourceRange(range, lines: LineIndex(bytes), in: bytes),
        message: "m")
    var output: [UInt8] = []
    ReportFormat.text.write(
        Report(findings: [finding], summary: RunSummary(filesChecked: 1)),
        options: ReportOptions(toolVersion: "1", sources: InMemorySources(["a": bytes])), to: &output)
    // The path, the head and the summary are not the frame's affair.
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropFirst(2).dropLast(3).joined(separator: "\n") == frame, comment)
}

@Test func caretStandsUnderPlainCode() {
    check("one\nlet a = «bad()» + 1\n", "  2 | let a = bad() + 1\n    |         ^^^^^")
    check("«a»", "  1 | a\n    | ^")
}

@Test func tabsAreExpanded() {
    check("\t\ta\t«b»", "  1 |         a   b\n    |             ^")
    check("abcd\t«x»", "  1 | abcd    x\n    |         ^")
}

@Test func wideCharactersTakeTwoColumns() {
    check("名前 = «x»", "  1 | 名前 = x\n    |        ^")
    check("«名»前", "  1 | 名前\n    | ^^")
    check("\"ﾊﾝｶｸ\" «x»", "  1 | \"ﾊﾝｶｸ\" x\n    |        ^", "half-width katakana are narrow")
    check("\"한글\" «x»", "  1 | \"한글\" x\n    |        ^")
    let syllable = "\u{1112}\u{1161}\u{11AB}"
    check("\"\(syllable)\" «x»", "  1 | \"\(syllable)\" x\n    |      ^", "one syllable in parts")
}

@Test func emojiSequencesTakeTwoColumns() {
    check("\"😀\" «x»", "  1 | \"😀\" x\n    |      ^")
    check("\"👩‍👩‍👧‍👦\" «x»", "  1 | \"👩‍👩‍👧‍👦\" x\n    |      ^", "joined")
    check("\"👍🏽\" «x»", "  1 | \"👍🏽\" x\n    |      ^", "skin tone")
    check("\"🇨🇭🇩🇪\" «x»", "  1 | \"🇨🇭🇩🇪\" x\n    |        ^", "two flags")
    check("\"❤️\" «x»", "  1 | \"❤️\" x\n    |      ^", "made an emoji by a selector")
}

@Test func marksTakeNoColumn() {
    check("e\u{301}\u{302} «x»", "  1 | e\u{301}\u{302} x\n    |   ^")
    check("a\u{200B}b «x»", "  1 | a\u{200B}b x\n    |    ^", "zero-width space")
}

@Test func rangeOfSeveralLinesIsMarkedToTheEndOfTheFirst() {
    check("f(«{\n  a\n}»)", "  1 | f({\n    |   ^")
    check("x «ab\r\ncd»", "  1 | x ab\n    |   ^^", "a line ending is not code")
}

@Test func emptyRangeHasOneCaret() {
    check("ab«»c", "  1 | abc\n    |   ^")
    check("ab«»", "  1 | ab\n    |   ^", "at the end of the line")
    check("a\n«»\nb", "  2 |\n    | ^", "on an empty line")
    check("«»", "  1 |\n    | ^", "in an empty file")
}

@Test func controlCharactersAreMadeVisible() {
    check("\u{1B}[31m«x»\u{7F}", "  1 | ␛[31mx␡\n    |      ^")
    check("\u{202E}«x»", "  1 | \u{FFFD}x\n    |  ^", "text cannot be turned round")
}

@Test func invalidBytesAreReplacedOneByOne() {
    check([0xFF, 0xE2, 0x82, 0x20, 0x78], ByteRange(4, 5), "  1 | \u{FFFD}\u{FFFD}\u{FFFD} x\n    |     ^")
    check([0x61, 0xFF], ByteRange(1, 2), "  1 | a\u{FFFD}\n    |  ^")
}

@Test func longLinesAreCutAroundTheMark() {
    let filler = String(repeating: "a", count: 1000)
    check(
        filler + "«bad»" + filler,
        "  1 | …" + String(repeating: "a", count: 100) + "bad" + String(repeating: "a", count: 297) + "…\n    | "
            + String(repeating: " ", count: 101) + "^^^")
    check(
        "«bad»" + filler, "  1 | bad" + String(repeating: "a", count: 397) + "…\n    | ^^^", "cut at the end only")
    check(
        filler + "«bad»",
        "  1 | …" + String(repeating: "a", count: 397) + "bad\n    | " + String(repeating: " ", count: 398) + "^^^",
        "cut at the start only")
    let wide = String(repeating: "名", count: 1000)
    // The window starts after the character that it would cut through.
    check(
        wide + "«x»",
        "  1 | …" + String(repeating: "名", count: 133) + "x\n    | " + String(repeating: " ", count: 267) + "^",
        "characters are not cut through")
}

@Test func frameIsLeftOutWithoutSource() {
    let range = SourceRange(ByteRange(0, 0), lines: LineIndex([]), in: [])
    let finding = Finding(rule: "r", severity: .note, path: "gone.py", range: range, message: "one\ntwo\u{1B}[0m")
    var output: [UInt8] = []
    ReportFormat.text.write(
        Report(findings: [finding], summary: RunSummary(filesChecked: 2, duration: .milliseconds(1066))),
        options: ReportOptions(toolVersion: "1"), to: &output)
    #expect(
        String(decoding: output, as: UTF8.self) == """
            gone.py
              1:1 note: one
                two␛[0m [r]

            1 note in 1 of 2 files in 1.06 s.

            """)
}

@Test func colourMarksSeverityAndCaret() {
    let bytes = Array("bad()".utf8)
    let range = SourceRange(ByteRange(0, 3), lines: LineIndex(bytes), in: bytes)
    let finding = Finding(rule: "r", severity: .warning, path: "a", range: range, message: "m")
    var output: [UInt8] = []
    let options = ReportOptions(toolVersion: "1", usesColor: true, sources: InMemorySources(["a": bytes]))
    ReportFormat.text.write(
        Report(findings: [finding], summary: RunSummary(filesChecked: 1)), options: options, to: &output)
    #expect(
        String(decoding: output, as: UTF8.self).replacing("\u{1B}", with: "␛") == """
            ␛[1;4ma␛[0m
              1:1 ␛[1;33mwarning␛[0m: m ␛[2m[r]␛[0m
            ␛[34m  1 |␛[0m bad()
                ␛[34m|␛[0m ␛[1;33m^^^␛[0m

            ␛[1;33m1 warning␛[0m in 1 of 1 file.

            """)
}
