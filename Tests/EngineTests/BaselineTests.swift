import Findings
import SourceText
import Testing

@testable import Engine

@Suite struct BaselineTests {
    /// The findings of files in which every line with `bad` breaks `a/x`, and every line with `ugly` breaks `a/y`.
    private func findings(_ files: KeyValuePairs<String, String>) -> [Finding] {
        var all: [Finding] = []
        for (path, text) in files {
            let bytes = Array(text.utf8)
            let lines = LineIndex(bytes)
            var findings: [Finding] = []
            for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for (word, rule) in [("bad", "a/x"), ("ugly", "a/y")] where line.contains(word) {
                    let start = Int(lines.lineStarts[index])
                    let range = SourceRange(ByteRange(start, start + 1), lines: lines, in: bytes)
                    findings.append(
                        Finding(rule: rule, severity: .error, path: path, range: range, message: "\(index)"))
                }
            }
            Fingerprint.assign(to: &findings, bytes: bytes, lines: lines)
            all += findings
        }
        return all
    }

    /// The lines of the findings that the baseline of `before` does not know in `after`, and the entries that are gone.
    private func check(
        _ before: KeyValuePairs<String, String>, _ after: KeyValuePairs<String, String>, new: [String],
        gone: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let written = Baseline(of: findings(before)).serialized()
        let baseline = try Baseline(parsing: written)
        #expect(baseline.serialized() == written, sourceLocation: sourceLocation)
        var current = findings(after)
        let paths = Set(after.map(\.key))
        let sources = InMemorySources(Dictionary(uniqueKeysWithValues: after.map { ($0.key, Array($0.value.utf8)) }))
        let entries = baseline.apply(
            to: &current, sources: sources, isGone: { !paths.contains($0) }, wasChecked: { paths.contains($0) })
        let counted = current.filter(\.isActive).map { "\($0.path):\($0.range.start.line)" }
        #expect(counted == new, sourceLocation: sourceLocation)
        #expect(entries.map { "\($0.path) \($0.rule)" } == gone, sourceLocation: sourceLocation)
    }

    @Test func survivesMovedAndIndentedLines() throws {
        try check(["f": "bad 1\nbad 2\n"], ["f": "new\n\n    bad 2\nbad  1\n"], new: [])
    }

    @Test func countsTheSameLineAsOftenAsItWasThere() throws {
        try check(["f": "bad\nbad\n"], ["f": "bad\nx\nbad\nbad\n"], new: ["f:4"])
        try check(["f": "bad\nbad\n"], ["f": "bad\n"], new: [], gone: ["f a/x"])
    }

    @Test func saysWhatIsGone() throws {
        try check(
            ["f": "bad 1\nugly\n", "g": "bad\n"], ["f": "bad 2\nugly\n"], new: ["f:1"], gone: ["f a/x", "g a/x"])
    }

    @Test func survivesRenamedFiles() throws {
        try check(["old": "bad 1\nugly\n"], ["new": "ugly\nbad 1\nbad 2\n"], new: ["new:3"])
        try check(["old": "bad\nbad\n"], ["new": "bad\nbad\n"], new: [])
        // The file that fits best is taken for the renamed one.
        try check(["p": "bad 1\n", "q": "bad 1\nbad 2\n"], ["new": "bad 1\nbad 2\n"], new: [], gone: ["p a/x"])
        // A file that still is there was not renamed.
        try check(["old": "bad\n"], ["old": "bad\n", "new": "bad\n"], new: ["new:1"])
    }

    @Test func doesNotSpeakOfFilesThatWereNotChecked() throws {
        let baseline = Baseline(of: findings(["f": "bad\n", "g": "bad\n"]))
        var none: [Finding] = []
        let gone = baseline.apply(
            to: &none, sources: InMemorySources(), isGone: { _ in false }, wasChecked: { $0 == "g" })
        #expect(gone.map(\.path) == ["g"])
    }

    @Test func isReadableInADiff() {
        let findings = ["b \"q\"\t", "a"].flatMap { path in
            ["z/z", "a/a"].map { rule in
                Finding(
                    rule: rule, severity: .note, path: path,
                    range: SourceRange(ByteRange(0, 0), lines: LineIndex([]), in: []), message: "", fingerprint: "1f")
            }
        }
        #expect(
            String(decoding: Baseline(of: findings + findings).serialized(), as: UTF8.self) == #"""
                {
                  "version": 1,
                  "findings": [
                    {"path": "a", "rule": "a/a", "fingerprint": "1f"},
                    {"path": "a", "rule": "z/z", "fingerprint": "1f"},
                    {"path": "b \"q\"\t", "rule": "a/a", "fingerprint": "1f"},
                    {"path": "b \"q\"\t", "rule": "z/z", "fingerprint": "1f"}
                  ]
                }

                """#)
        #expect(
            String(decoding: Baseline(of: []).serialized(), as: UTF8.self)
                == "{\n  \"version\": 1,\n  \"findings\": []\n}\n")
    }

    @Test(arguments: [
        ("", "1:1 the file ends where a value was expected"), ("{\n  \"version\": 1\n", "3:1 expected ',' or '}'"),
        ("[]", "1:1 expected an object with version, findings"),
        (
            "{\"version\": 2, \"findings\": []}",
            "1:13 'version' has to be 1, which is the only one that this program reads"
        ),
        ("{\"version\": 1,\n \"findings\": {}}", "2:14 'findings' has to be a list"),
        ("{\"version\": 1, \"findings\": [], \"x\": 1}", "1:37 unknown key 'x'; there are version, findings"),
        ("{\"version\": 1, \"version\": 1}", "1:16 the key 'version' is there twice"),
        ("{\"version\": 1, \"findings\": [{\"path\": 1}]}", "1:38 'path' has to be a string"),
        ("{\"version\": 1, \"findings\": []} x", "1:32 expected the end of the file"),
        ("{\"a\n\": 1}", "1:4 a control character in a string"), ("{\"a\\q\": 1}", "1:4 an unknown escape in a string"),
        ("{\"a", "1:2 the string does not end"), ("{\"\\u12g4\": 1}", "1:5 expected four hexadecimal digits"),
        (String(repeating: "[", count: 1000), "1:66 nested too deeply"),
    ])
    func brokenFiles(text: String, expected: String) {
        let error = #expect(throws: BaselineError.self) { try Baseline(parsing: Array(text.utf8)) }
        #expect(error.map { "\($0.line):\($0.column) \($0.message)" } == expected)
    }

    @Test func readsEscapes() throws {
        let text =
            #"{"findings": [{"rule": "\u0061\/\ud83d\ude00\ud800", "fingerprint": "\t\\", "path": "é"}], "version": 1}"#
        let entry = try #require(try Baseline(parsing: Array(text.utf8)).entries.first)
        #expect(entry.rule == "a/\u{1F600}\u{FFFD}")
        #expect(entry.fingerprint == "\t\\")
        #expect(entry.path == "é")
    }
}
