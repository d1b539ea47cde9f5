import Findings
import SourceText
import Testing

/// Fingerprints of findings on the given lines (1-based) of `text`.
private func fingerprints(
    _ text: String, lines: [Int], rule: String = "sql/select-star", message: String = "m", path: String = "a.ts",
    named name: String? = nil
) -> [String] {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    var findings = lines.map { line in
        let start = Int(index.lineStarts[line - 1])
        return Finding(
            rule: rule, severity: .error, path: path,
            range: SourceRange(ByteRange(start, start + 1), lines: index, in: bytes), message: message)
    }
    Fingerprint.assign(to: &findings, path: name, bytes: bytes, lines: index)
    return findings.map(\.fingerprint)
}

@Test func fingerprintIsAStableHash() {
    // FNV-1a with 128 bits of "a\0b\0c\0" and "0", computed apart from this code.
    #expect(
        Fingerprint.Stem(rule: "a", path: "b", line: "c".utf8).fingerprint(occurrence: 0)
            == "1fc616e3a14ff78da9222f1dc80fe187")
}

@Test func fingerprintSurvivesWhatDoesNotMatter() {
    let before = fingerprints("let a\nquery(x)\n", lines: [2])
    #expect(before == fingerprints("\n\n// new\n\tquery( x )\r\n", lines: [4]))
    #expect(before == fingerprints("let a\nquery(x)\n", lines: [2], message: "201 lines"))
    #expect(before == fingerprints("query(x)\n", lines: [1], path: "b.ts", named: "a.ts"))
}

@Test func fingerprintTellsFindingsApart() {
    let text = "query(x)\nother\nquery(x)\n"
    let all =
        fingerprints(text, lines: [1, 2, 3]) + fingerprints(text, lines: [1], rule: "sql/other")
        + fingerprints(text, lines: [1], path: "b.ts")
    #expect(Set(all).count == 5)
}

@Test func occurrencesAreCountedInTheOrderOfTheReport() {
    let text = "query(x)\nquery(x)\n"
    #expect(fingerprints(text, lines: [2, 1]) == fingerprints(text, lines: [1, 2]).reversed())
}

@Test func fingerprintOfAPlaceBeyondTheFileIsThatOfItsLastLine() {
    var findings = [
        Finding(
            rule: "r", severity: .note, path: "a",
            range: SourceRange(
                start: SourcePosition(offset: 90, line: 9, byteColumn: 1, utf16Column: 1, characterColumn: 1),
                end: SourcePosition(offset: 90, line: 9, byteColumn: 1, utf16Column: 1, characterColumn: 1)),
            message: "m")
    ]
    let bytes = Array("x\ny".utf8)
    Fingerprint.assign(to: &findings, bytes: bytes, lines: LineIndex(bytes))
    #expect(
        findings[0].fingerprint == Fingerprint.Stem(rule: "r", path: "a", line: "y".utf8).fingerprint(occurrence: 0))
}
