import Findings
import SourceText
import Testing

@testable import Engine

/// What directives in comments do to findings.
@Suite struct SuppressionsTests {
    /// - Parameters:
    ///   - text: each `!rule` at the end of a line, after two spaces, is a finding of that rule on the line; comments run
    ///     from their opening to the end of the line, or to `*/` or `-->`.
    ///   - active: the findings that still count, `line rule`, and the problems, `line: message`.
    private func check(
        _ text: String, _ active: [String], requiresReason: Bool = false,
        activeRules: [String] = ["a/x", "a/y", "b/x"],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var source = ""
        var places: [(line: Int, rule: String)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let parts = line.components(separatedBy: "  !")
            for rule in parts.dropFirst() { places.append((index + 1, rule)) }
            source += parts[0] + "\n"
        }
        let bytes = Array(source.utf8)
        let lines = LineIndex(bytes)
        var findings = places.map { place in
            let start = Int(lines.lineStarts[place.line - 1])
            return Finding(
                rule: place.rule, severity: .error, path: "f",
                range: SourceRange(ByteRange(start, start + 1), lines: lines, in: bytes), message: "")
        }
        let today = try #require(CalendarDate("2026-06-15"))
        let context = Suppressions.Context(
            activeRules: activeRules, knownRules: ["a/x", "a/y", "b/x", "off/x"], problemRule: "tool/suppression",
            problemSeverity: .warning, requiresReason: requiresReason, today: today)
        Suppressions.apply(
            to: &findings, comments: comments(in: bytes), path: "f", bytes: bytes, lines: lines, context: context)
        let described = findings.filter(\.isActive).map { finding in
            let line = finding.range.start.line
            return finding.message.isEmpty ? "\(line) \(finding.rule)" : "\(line): \(finding.message)"
        }
        #expect(described == active, sourceLocation: sourceLocation)
    }

    private func comments(in bytes: [UInt8]) -> [ByteRange] {
        let forms: [(open: String, close: String)] = [
            ("//", "\n"), ("#", "\n"), ("-- lintel", "\n"), ("/*", "*/"), ("<!--", "-->"),
        ]
        var ranges: [ByteRange] = []
        var index = 0
        while index < bytes.count {
            guard let form = forms.first(where: { bytes[index...].starts(with: $0.open.utf8) }) else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, !bytes[index...].starts(with: form.close.utf8) { index += 1 }
            if form.close != "\n" { index += form.close.utf8.count }
            ranges.append(ByteRange(start, index))
        }
        return ranges
    }

    @Test func onTheLineAndOnTheLineAbove() throws {
        try check("call() // lintel-ignore: a/x -- why  !a/x\ncall()  !a/x", ["2 a/x"])
        try check("// lintel-ignore: a/x -- why\ncall()  !a/x\ncall()  !a/x", ["3 a/x"])
        try check("one() // lintel-ignore: a/x  !a/x\ntwo()  !a/x", ["2 a/x"])
        try check("\t# lintel-ignore: a/x\n\n\ncall()  !a/x", ["4 a/x", "1: \(unused("'a/x'"))"])
    }

    @Test func severalAboveOneAnother() throws {
        try check("// lintel-ignore: a/x -- one\n// lintel-ignore: b/x -- two\n// prose\ncall()  !a/x  !b/x", [])
        try check("// lintel-ignore: a/x, b/x -- both\ncall()  !a/x  !b/x  !a/y", ["2 a/y"])
    }

    @Test func commentsOfEverySyntax() throws {
        for comment in [
            "// lintel-ignore: a/x", "/// lintel-ignore: a/x", "# lintel-ignore: a/x", "-- lintel-ignore: a/x",
            "/* lintel-ignore: a/x */", "/** lintel-ignore: a/x -- why\n * and more */", "{/* lintel-ignore: a/x */}",
            "<!-- lintel-ignore: a/x -->", "//lintel-ignore:a/x", "# lintel-ignore:  a/x , b/x",
        ] {
            let findings = comment.hasSuffix("b/x") ? "  !a/x  !b/x" : "  !a/x"
            try check("\(comment)\ncall()\(findings)", [])
        }
    }

    @Test func wholeFiles() throws {
        try check(
            "call()  !a/x\n# lintel-ignore-file: a/* -- generated elsewhere\ncall()  !a/y\ncall()  !b/x", ["4 b/x"])
    }

    @Test func globs() throws {
        try check("call() // lintel-ignore: */x -- why  !a/x  !b/x  !a/y", ["1 a/y"])
    }

    @Test func onlyCommentsThatAreTheDirective() throws {
        try check("call() // see lintel-ignore: a/x  !a/x", ["1 a/x"])
        try check("// use lintel-ignore: a/x -- why\ncall()  !a/x", ["2 a/x"])
        try check("call('lintel-ignore: a/x')  !a/x", ["1 a/x"])
        try check("// lintel-ignored: a/x\n// lintel-ignore comments are explained elsewhere\ncall()  !a/x", ["3 a/x"])
        try check("call() // nosemgrep: a/x  !a/x", ["1 a/x"])
    }

    @Test func unused() throws {
        try check("// lintel-ignore: a/x -- why\ncall()", ["1: \(unused("'a/x'"))"])
        try check("call() // lintel-ignore: a/x, b/x, a/*  !a/x", ["1: \(unused("'b/x'"))"])
        try check("# lintel-ignore-file: b/*\n", ["1: \(unused("'b/*'"))"])
        try check("# lintel-ignore: off/x -- only in another profile\ncall()", [])
        try check("# lintel-ignore: a/z\ncall()", ["1: This suppression names what is no rule: 'a/z'."])
    }

    @Test func expiry() throws {
        try check("call() # lintel-ignore: a/x -- until 2026-06-15: moving  !a/x", [])
        try check(
            "call() # lintel-ignore: a/x -- until 2026-06-14: moving  !a/x",
            ["1 a/x", "1: This suppression ended on 2026-06-14."])
        try check(
            "call() # lintel-ignore: a/x -- until 2026-02-30: moving  !a/x",
            ["1 a/x", "1: This suppression has no effect: '2026-02-30' is not a date like 2027-01-31."])
    }

    @Test func reasons() throws {
        let message = "This suppression gives no reason and has no effect; write ' -- ' and the reason after the rule."
        try check("call() # lintel-ignore: a/x  !a/x", ["1 a/x", "1: \(message)"], requiresReason: true)
        try check(
            "call() # lintel-ignore: a/x -- until 2027-01-01:  !a/x", ["1 a/x", "1: \(message)"], requiresReason: true)
        try check("call() # lintel-ignore: a/x -- known  !a/x", [], requiresReason: true)
    }

    @Test func slips() throws {
        let write = "This suppression has no effect: write 'lintel-ignore: rule-id -- reason'."
        try check("call() # lintel-ignore a/x  !a/x", ["1 a/x", "1: \(write)"])
        try check("call() # lintel-ignore -- why  !a/x", ["1 a/x", "1: \(write)"])
        try check(
            "call() # lintel-ignore: -- why  !a/x", ["1 a/x", "1: This suppression has no effect: no rule is named."])
        try check(
            "call() # lintel-ignore-next-line: a/x  !a/x",
            ["1 a/x", "1: This suppression has no effect: there is no directive 'lintel-ignore-next-line'."])
    }

    @Test func directivesAboutDirectives() throws {
        try check("# lintel-ignore-file: tool/suppression -- many\n# lintel-ignore: a/x\ncall()", [])
        try check("# lintel-ignore-file: tool/suppression -- none\ncall()", ["1: \(unused("'tool/suppression'"))"])
    }

    @Test func keepsTheReason() throws {
        let bytes = Array("x # lintel-ignore: a/x -- until 2027-01-31: known   since May\n".utf8)
        guard case .success(let directive) = SuppressionDirective.read(bytes[2..<(bytes.count - 1)]) else {
            Issue.record("it is a directive")
            return
        }
        #expect(directive.reason == "known since May")
        #expect(directive.until == CalendarDate(year: 2027, month: 1, day: 31))
    }

    private func unused(_ rules: String) -> String {
        "This suppression is not needed: there is no finding of \(rules) here."
    }
}

extension StringProtocol {
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = [""]
        var rest = Substring(self)
        while !rest.isEmpty {
            if rest.hasPrefix(separator) {
                parts.append("")
                rest.removeFirst(separator.count)
            } else {
                parts[parts.count - 1].append(rest.removeFirst())
            }
        }
        return parts
    }
}
