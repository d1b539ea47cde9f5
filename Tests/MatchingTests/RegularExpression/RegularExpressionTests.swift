import Matching
import SourceText
import Testing

/// What expressions find. Matches are shown as `start-end` with the groups in brackets, in bytes.
@Suite struct RegularExpressionTests {
    @Test(arguments: [
        ("a+", "aa b aaa", "0-2 5-8"),
        ("(a)(b)?", "ab a", "0-2[0-1 1-2] 3-4[3-4 none]"),
        ("", "ab", "0-0 1-1 2-2"),
        ("x*", "axb", "0-0 1-2 2-2 3-3"),
        ("a|", "ba", "0-0 1-2 2-2"),
        ("$", "a", "1-1"),
        ("a", "", ""),
        ("^$", "", "0-0"),
        (#"\bfoo\b"#, "foo food foo", "0-3 9-12"),
        ("(?P<first>a)(?P=first)", "aa", "0-2[0-1]"),
        ("(?i)SELECT", "select", "0-6"),
        (#"a\Z"#, "a\n", "0-1"),
        (#"a\z"#, "a\n", ""),
        ("^b", "a\nb", ""),
        ("a.b", "a\nb a b", "4-7"),
        (".", "é𝄞", "0-2 2-6"),
        ("é+", "aéé", "1-5"),
        (#"\w+"#, "añb", "0-1 3-4"),
        (#"a\Kb"#, "ab", "1-2"),
        ("(?=(a))", "a", "0-0[0-1]"),
        ("(?<=x)y", "xy", "1-2"),
    ])
    func finds(pattern: String, text: String, expected: String) throws {
        try check(pattern, Array(text.utf8), expected)
    }

    /// What is known of the groups before an expression is compiled is what PCRE2 says of them.
    @Test(arguments: [
        "a", "(a)(b(c))", #"\((a)"#, "[()](a)", "[]()](a)", "[^]()](a)", "[[:alpha:](](a)", "(?:a)(b)", "(?i)(a)",
        "(?=(a))b",
        "(?<=a)(b)", "(?<!a)(b)", "(?P<name>a)(b)", "(?<name>a)", #"\Q(\E(a)"#, "(?|(a)|(b))", "(?#()(a)",
        "(?x)(a) # (", "(*UCP)(a)",
        #"[\]](a)"#, #"[\\](a)"#, "(?i:(a))", "((a)|(b))", "(?s)(a)",
        "(?is)(a)", "(?i-s:(a))", "(?>(a))", "(a)(?1)", "(?xi)(a) # (", "(?n)(a)(?<b>b)", "(?-x)(a)", "(?^)(a)",
        "(?R)?(a)", "(a)(?-1)", "(a)(?(1)a|(b))", "(?J)(a)", "(?U)(a)",
    ])
    func groupsOfVerifiedExpressions(pattern: String) throws {
        let compiled = try RegularExpression(Array(pattern.utf8), options: [])
        let verified = RegularExpression(verified: Array(pattern.utf8), options: [])
        #expect(verified.groupCount == compiled.groupCount)
        #expect(verified.groupNames.map(\.name) == compiled.groupNames.map(\.name))
        #expect(verified.allMatches(in: Array("ab(ca".utf8)) == compiled.allMatches(in: Array("ab(ca".utf8)))
    }

    @Test func options() throws {
        try check("^b$", Array("a\nb\nc".utf8), "2-3", options: .multiline)
        try check("É", Array("é".utf8), "0-2", options: .caseInsensitive)
        try check("a.b", Array("a\nb".utf8), "0-3", options: .dotMatchesLineFeeds)
        try check("^b", Array("a\r\nb".utf8), "3-4", options: .multiline)
    }

    @Test func bytesThatAreNotUTF8() throws {
        try check("a.", [0x61, 0xFF, 0x61, 0x62], "2-4")
        try check("[^x]", [0xC3, 0x28, 0xED, 0xA0, 0x80], "1-2")
        try check("b$", [0xFF, 0x62], "1-2")
        // Where a match may start at lines alone, the bytes count as characters.
        try check(".*b", [0x61, 0xFF, 0x61, 0x62], "0-4")
        try check("(?s).*b", [0xFF, 0x0A, 0xFF, 0x62], "0-4")
        try check("x*", [0x78, 0xFF, 0x78], "0-1 1-1 2-3 3-3")
    }

    /// Long texts are searched by machine code, short ones are not; both must say the same.
    @Test(arguments: ["a+", "", "x*", "(a)(b)?", "^b", "é.", "(?=(a))", "b$", "(?i)A"])
    func longTextsAreSearchedAlike(pattern: String) throws {
        let short = Array("aab é x\nab axx\n".utf8)
        let expression = try RegularExpression(Array(pattern.utf8), options: .multiline)
        let expected = expression.allMatches(in: short).filter { $0.range.end < short.count }
        for padding in [[UInt8](repeating: 0x5F, count: 5000), [UInt8](repeating: 0xFF, count: 5000)] {
            let found = expression.allMatches(in: short + padding).filter { $0.range.end < short.count }
            #expect(found == expected)
        }
    }

    @Test func firstMatchAndAnchoredMatch() throws {
        let expression = try RegularExpression(Array("b+".utf8), options: [])
        #expect(expression.firstMatch(in: Array("abbb b".utf8))?.range == ByteRange(1, 4))
        #expect(expression.firstMatch(in: []) == nil)
        #expect(!expression.matchesAtStart(of: Array("abb".utf8)))
        #expect(expression.matchesAtStart(of: Array("bba".utf8)))
        #expect(!expression.matchesAtStart(of: []))
        let lines = try RegularExpression(Array("^b".utf8), options: .multiline)
        #expect(!lines.matchesAtStart(of: Array("a\nb".utf8)))
    }

    @Test func names() throws {
        let expression = try RegularExpression(Array("(?P<year>\\d+)-(\\d+)-(?<day>\\d+)".utf8), options: [])
        #expect(expression.groupCount == 3)
        #expect(expression.groupNames.map { "\($0.number)=\($0.name)" } == ["1=year", "3=day"])
    }

    @Test(arguments: [
        ("a(b", "3: missing closing parenthesis"),
        ("[a", "2: missing terminating ] for character class"),
        ("*", "0: quantifier does not follow a repeatable item"),
        (#"\C"#, "2: using \\C is disabled by the application"),
        ("(?<=a+)b", "0: lookbehind assertion is not fixed length"),
        (#"a\1"#, "2: reference to non-existent subpattern"),
        ("(((((a{999}){999}){999}){999}){999})", "36: regular expression is too large"),
        (String(repeating: "(", count: 300), "251: parentheses are too deeply nested"),
        (String(repeating: "a", count: 70_000), "0: pattern string is longer than the limit set by the application"),
    ])
    func patternsThatAreNone(pattern: String, expected: String) {
        let fail = #expect(throws: RegularExpression.Fail.self) {
            try RegularExpression(Array(pattern.utf8), options: [])
        }
        #expect(fail.map { "\($0.offset): \($0.message)" } == expected)
    }

    @Test func patternThatIsNotUTF8() {
        let fail = #expect(throws: RegularExpression.Fail.self) {
            try RegularExpression([0x61, 0xFF], options: [])
        }
        #expect(fail?.offset == 1)
    }

    private func check(
        _ pattern: String, _ text: [UInt8], _ expected: String, options: RegularExpression.Options = [],
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let search = try RegularExpression(Array(pattern.utf8), options: options).search(in: text)
        let shown = search.matches.map { match in
            let groups = match.groups.map { $0.map(show) ?? "none" }.joined(separator: " ")
            return show(match.range) + (groups.isEmpty ? "" : "[\(groups)]")
        }
        #expect(shown.joined(separator: " ") == expected, sourceLocation: location)
        #expect(search.limit == nil, sourceLocation: location)
    }

    private func show(_ range: ByteRange) -> String { "\(range.start)-\(range.end)" }
}
