import Findings
import Reporting
import SourceText
import Testing

/// Whether a report of one finding holds a piece of text; `source` is the finding's file and all of it is its range.
private func check(
    _ format: ReportFormat, message: String = "m", path: String = "a", rule: String = "r", source: String = "x",
    metavariables: [MetavariableText] = [], fix: Fix? = nil, holds expected: String, _ comment: Comment? = nil,
    at location: SourceLocation = #_sourceLocation
) {
    let bytes = Array(source.utf8)
    let range = SourceRange(ByteRange(0, bytes.count), lines: LineIndex(bytes), in: bytes)
    let finding = Finding(
        rule: rule, severity: .error, path: path, range: range, message: message, fix: fix, metavariables: metavariables
    )
    var output: [UInt8] = []
    let options = ReportOptions(toolVersion: "1", sources: InMemorySources([path: bytes]))
    format.write(Report(findings: [finding]), options: options, to: &output)
    let text = String(decoding: output, as: UTF8.self)
    #expect(text.contains(expected), comment ?? "\(text)", sourceLocation: location)
}

@Test func jsonStringsAreEscaped() {
    check(
        .jsonLines, message: "\"\\\n\r\t\u{0}\u{1F}\u{7F}é😀\u{2028}/",
        holds: #""message":"\"\\\n\r\t\u0000\u001f\u007fé😀"# + "\u{2028}" + #"/""#)
    check(
        .jsonLines, metavariables: [MetavariableText(name: "$\"X", text: "")], holds: #""metavariables":{"$\"X":""}"#,
        "keys too")
}

@Test func sarifPathsArePercentEncoded() {
    check(.sarif, path: "src/(a)/[id]/c d.ts", holds: #""uri": "src/(a)/%5Bid%5D/c%20d.ts""#)
    check(.sarif, path: "c:é%#?.ts", holds: #""uri": "c%3A%C3%A9%25%23%3F.ts""#)
    check(.sarif, path: "/tmp/a b.ts", holds: "\"uri\": \"file:///tmp/a%20b.ts\"\n", "an absolute path has no base")
}

@Test func sarifMessagesKeepTheirBraces() {
    check(.sarif, message: "{ error } {a} {} {1", holds: #""text": "{ error } {a} {} {1""#)
    check(.sarif, message: "{12} [a](1) a[0]", holds: #""text": "{{12}} [a\\](1) a[0]""#)
}

@Test func workflowCommandsAreEscaped() {
    check(
        .github, message: "50%, a::b\r\nc", path: "a,b:c%.ts", rule: "x:y,z",
        holds: "::error file=a%2Cb%3Ac%25.ts,line=1,endLine=1,col=1,endColumn=2,title=x%3Ay%2Cz::50%25, a::b%0D%0Ac\n")
}

@Test(arguments: [ReportFormat.junit, .checkstyle])
func xmlIsEscaped(format: ReportFormat) {
    check(
        format, message: "<a b='c' d=\"e\">&\n\t\u{1}\u{FFFE}\r",
        holds: "message=\"&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;&#10;&#9;\u{FFFD}\u{FFFD}&#13;\"")
}

@Test func htmlIsEscaped() {
    check(.html, message: "<script>", holds: "&lt;script&gt;</span>")
    check(.html, source: "</pre><script>", holds: "<mark>&lt;/pre&gt;&lt;script&gt;</mark>")
    check(.html, path: "\"><b>/x", holds: "data-folder=\"&quot;&gt;&lt;b&gt;\"")
    check(.html, message: "use `<b>` or `c", holds: "use <code>&lt;b&gt;</code> or `c</span>", "code in prose")
}

/// Suggestions of reviewdog are alternatives, so the edits of one fix have to become one.
@Test func rdjsonJoinsTheEditsOfAFix() {
    let bytes = Array("f(a, é, c)".utf8)
    let lines = LineIndex(bytes)
    let edits = [(2, 3, "x"), (9, 10, "z")].map { start, end, text in
        TextEdit(range: SourceRange(ByteRange(start, end), lines: lines, in: bytes), replacement: text)
    }
    check(
        .rdjson, source: "f(a, é, c)", fix: Fix(description: "d", edits: edits, isSafe: true),
        holds: """
                  "suggestions": [
                    {
                      "range": {
                        "start": {
                          "line": 1,
                          "column": 3
                        },
                        "end": {
                          "line": 1,
                          "column": 11
                        }
                      },
                      "text": "x, é, z"
                    }
            """)
}

@Test func sarifKeepsWithinTheLimitsOfGitHub() {
    let rule = RuleDescription(
        id: "r", summary: String(repeating: "é", count: 1025), defaultLevel: .error, weaknesses: [7],
        tags: (1...30).map { "tag\($0)" }, securitySeverity: 11)
    var output: [UInt8] = []
    ReportFormat.sarif.write(Report(findings: [], rules: [rule]), options: ReportOptions(toolVersion: "1"), to: &output)
    let text = String(decoding: output, as: UTF8.self)
    #expect(text.contains("\"" + String(repeating: "é", count: 1023) + "…\""))
    #expect(text.contains("\"security\",\n                  \"external/cwe/cwe-007\",\n                  \"tag1\""))
    #expect(text.contains("\"tag18\"\n                ]"))
    #expect(text.contains("\"security-severity\": \"10.0\""))
}

@Test func markdownOfRulesHoldsTextOfAnyOrigin() {
    let rule = RuleDescription(
        id: "r_1", summary: "Do not <img src=x> or [a](b) in `<b>`.", defaultLevel: .note,
        badExamples: [CodeExample(language: "", code: "a\n````\nb\n")])
    let text = RuleMarkdown(rule).text
    #expect(text.hasPrefix("# r\\_1\n\n**note** · recommended\n\n"))
    #expect(text.contains("\nDo not \\<img src=x\\> or \\[a\\](b) in `<b>`.\n"))
    #expect(text.contains("\n`````\na\n````\nb\n`````\n"))
}

@Test func fixesThatDoNotFitTheFileHaveNoPreview() {
    let bytes = Array("long line".utf8)
    let edit = TextEdit(range: SourceRange(ByteRange(5, 9), lines: LineIndex(bytes), in: bytes), replacement: "text")
    check(
        .text, source: "long line", fix: Fix(description: "d", edits: [edit], isSafe: true),
        holds: "    = fix: d (--fix)\n  1 + long text\n")
    check(
        .text, source: "x", fix: Fix(description: "d", edits: [edit], isSafe: true),
        holds: "    = fix: d (--fix)\n\n", "the file has changed since")
}
