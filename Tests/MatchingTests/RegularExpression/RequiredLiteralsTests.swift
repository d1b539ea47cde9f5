import Matching
import Testing

/// The literals that a text must hold for a pattern to match, `|` between alternatives.
@Suite struct RequiredLiteralsTests {
    @Test(arguments: [
        ("sk_live_[0-9a-z]{32}", "sk_live_"),
        (#"\b(execl|execve)\s*\("#, "execl|execve"),
        ("foo|barbar", "foo|barbar"),
        ("foo|b.r", ""),
        ("foo|", ""),
        ("abc+def", "abc"),
        ("abc?defg", "defg"),
        ("abcé?d", "abc"),
        ("abcx*", "abc"),
        ("abcx{0,3}", "abc"),
        ("abc{2}", "abc"),
        ("(abc)*defg", "defg"),
        ("(abc)?", ""),
        ("(?:abcdef)+", "abcdef"),
        ("(?P<name>abcd)", "abcd"),
        ("(?!secret)abc", "abc"),
        ("(?<=secret)abc", "abc"),
        (#"https?:\/\/"#, "http"),
        (#"a\.b\.c"#, "a.b.c"),
        (#"[[:alpha:]x]abc"#, "abc"),
        (#"[[:=]abc]def"#, "abc]def"),
        (#"[]abc]defg"#, "defg"),
        (#"[^\]abc]defg"#, "defg"),
        ("(?i)secret", ""),
        ("(?s)secret.+", "secret"),
        ("(?x) a b c", ""),
        (#"\Qabc+\E"#, ""),
        (#"abc\x41"#, ""),
        ("(*LIMIT_MATCH=5)abc", ""),
        ("(?#comment)abc", ""),
        ("(x)?(?(1)abc|abd)", ""),
        ("ab", ""),
        (".*", ""),
        ("", ""),
        ("abc{", "abc{"),
        ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx"),
        ("aaa|bbb|ccc|ddd|eee|fff|ggg|hhh|iii", ""),
    ])
    func literals(pattern: String, expected: String) throws {
        let literals = try RegularExpression(Array(pattern.utf8), options: []).requiredLiterals
        let shown = literals.map { String(decoding: $0, as: UTF8.self) }
        #expect(shown.joined(separator: "|") == expected)
    }

    @Test func noneWithoutCase() throws {
        #expect(try RegularExpression(Array("secret".utf8), options: .caseInsensitive).requiredLiterals.isEmpty)
    }

    @Test func textsWithAndWithoutThem() throws {
        let expression = try RegularExpression(Array("aab[0-9]|xyz".utf8), options: [])
        for (text, count) in [("aaab1", 1), ("aab", 0), ("xy", 0), ("xyz", 1), ("aaxyaab1z", 1), ("", 0)] {
            #expect(expression.allMatches(in: Array(text.utf8)).count == count, "\(text)")
        }
    }
}
