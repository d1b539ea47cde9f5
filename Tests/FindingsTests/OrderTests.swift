import Findings
import SourceText
import Testing

private let text = Array("one\ntwo\n".utf8)

private func finding(_ path: String, _ start: Int, _ end: Int, _ rule: String) -> Finding {
    Finding(
        rule: rule, severity: .error, path: path,
        range: SourceRange(ByteRange(start, end), lines: LineIndex(text), in: text), message: "m")
}

@Test func reportOrdersFindingsByPathPlaceAndRule() {
    let ordered = [
        finding("B.ts", 0, 1, "z"), finding("a.ts", 0, 3, "b"), finding("a.ts", 0, 2, "a"), finding("a.ts", 0, 2, "b"),
        finding("a.ts", 4, 5, "a"),
    ]
    #expect(Report(findings: ordered.reversed()).findings == ordered)
}

@Test func reportOrdersDiagnosticsByPathAndPlace() {
    let ordered = [
        Diagnostic(severity: .error, message: "run"), Diagnostic(severity: .error, path: "a", line: 2, message: "x"),
        Diagnostic(severity: .warning, path: "a", line: 2, message: "a"),
        Diagnostic(severity: .warning, path: "a", line: 10, message: "b"),
    ]
    #expect(Report(findings: [], diagnostics: ordered.reversed()).diagnostics == ordered)
}

@Test func severitiesOrderByWeight() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
}

@Test func rangeBeyondTheFileIsDrawnBack() {
    let range = SourceRange(ByteRange(6, 99), lines: LineIndex(text), in: text)
    #expect(range.bytes == ByteRange(6, 8))
    #expect(SourceRange(ByteRange(-3, -1), lines: LineIndex(text), in: text).bytes == ByteRange(0, 0))
}

@Test(arguments: [("sql/select-star", "sql"), ("plain", ""), ("a/b/c", "a"), ("", "")])
func packIsTheFirstPartOfTheId(id: String, pack: String) {
    #expect(RuleDescription.pack(ofRule: id) == pack)
}
