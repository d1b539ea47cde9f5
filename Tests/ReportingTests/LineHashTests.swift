import Findings
import Reporting
import SourceText
import Testing

/// The hash of every line of `bytes`, as SARIF gives it for a finding on that line. The expected values were computed
/// by the published implementation, github/codeql-action `src/fingerprints.ts`.
private func check(_ bytes: [UInt8], _ expected: [String]) {
    let lines = LineIndex(bytes)
    let findings = lines.lineStarts.map { start in
        Finding(
            rule: "r", severity: .note, path: "a",
            range: SourceRange(ByteRange(Int(start), Int(start)), lines: lines, in: bytes), message: "m")
    }
    let sources = InMemorySources(["a": bytes])
    var output: [UInt8] = []
    ReportFormat.sarif.write(
        Report(findings: findings), options: ReportOptions(toolVersion: "1", sources: sources), to: &output)
    let key = "\"primaryLocationLineHash\": \""
    var hashes: [String] = []
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
        guard let range = line.firstRange(of: key) else { continue }
        hashes.append(String(line[range.upperBound...].prefix { $0 != "\"" }))
    }
    #expect(hashes == expected)
}

@Test func lineHashesOfPlainFiles() {
    check(Array("".utf8), ["c129715d7a2bc9a3:1"])
    check(Array("a".utf8), ["53b5d4aabe50d64:1"])
    let long = """
        query("SELECT * FROM teams WHERE id = " + request.params.identifier + " AND tenant = " + tenant.identifier)
        return rows

        """
    check(
        Array(long.utf8),
        ["f41d7105d85b0b14:1", "629d3e00008d1668:1", "c129715d7a2bc9a3:1"])
}

@Test func lineHashesTakeEveryLineEndingForOne() {
    check(
        Array(" a\tb\n\nb \r\nc\rd\n".utf8),
        [
            "77b48f18f34f27d1:1", "d5502accab3b38d0:1", "dc76098ec06ea3a6:1", "bbf64e4519cc61c2:1",
            "c13b9b1f9cee4e29:1",
            "c129715d7a2bc9a3:1",
        ])
    check(
        Array(" \t \n\r \n".utf8),
        ["4e5d562094661a0d:1", "5b5d4caf73a13177:1", "3c5bef55b72b93c9:1", "c129715d7a2bc9a3:1"])
}

@Test func lineHashesAreOverUTF16Units() {
    check(
        Array("let 名前 = '👩‍👧'\nreturn x\n".utf8),
        ["eae1f1e743b0eaf4:1", "af1aed1c3e8d9e6d:1", "c129715d7a2bc9a3:1"])
    check([0xEF, 0xBB, 0xBF] + Array("bom\n".utf8), ["3f85594aa837da86:1", "c129715d7a2bc9a3:1"])
}

@Test func lineHashesOfInvalidBytes() {
    check(
        Array("bad ".utf8) + [0xFF, 0xFE] + Array(" bytes ".utf8) + [0xE2, 0x82] + Array(" end\nnext\n".utf8),
        ["9287ce2f705cd956:1", "a5f9e5dec441e0b8:1", "c129715d7a2bc9a3:1"])
}

@Test func equalLineHashesAreCounted() {
    check(
        Array(String(repeating: "same line, here;\n", count: 12).utf8),
        [
            "fbcd8f6cd9ec6408:1",
            "fbcd8f6cd9ec6408:2",
            "fbcd8f6cd9ec6408:3",
            "fbcd8f6cd9ec6408:4",
            "fbcd8f6cd9ec6408:5",
            "fbcd8f6cd9ec6408:6",
            "71c9d4169d099621:1",
            "7c4429593f273446:1",
            "31a51ba5cf31e407:1",
            "deff3e0cd58f0b34:1",
            "dd56c25cac2fa35d:1",
            "2281dc78ba60ed2:1",
            "c129715d7a2bc9a3:1",
        ])
}
