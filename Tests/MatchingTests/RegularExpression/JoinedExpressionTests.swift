import Matching
import Testing

/// Expressions joined to one that matches where any of them does.
@Suite struct JoinedExpressionTests {
    @Test(arguments: [
        (["^a$", "(?i)^b$"], ["a", "B"], ["A", "ab", "c"]),
        (["(?i)x|y", "z"], ["X", "z"], ["Z"]),
        (["(a|b)c", "(?:d)(?=e)", "(?<!f)g"], ["bc", "de", "g"], ["b", "d", "fg"]),
        (["[(]", #"\(\w+\)"#], ["("], ["a"]),
    ])
    func joined(patterns: [String], matching: [String], others: [String]) throws {
        let joined = try #require(try join(patterns))
        for text in matching { #expect(joined.hasMatch(in: Array(text.utf8)), "\(text)") }
        for text in others { #expect(!joined.hasMatch(in: Array(text.utf8)), "\(text)") }
    }

    /// What refers to groups, names them, or changes how the rest is read.
    @Test(arguments: [
        #"(a)\1"#, #"(a)\g{1}"#, "(?<n>a)", "(?P<n>a)", "(?|(a)|(b))", "(a)?(?(1)b)", "(?1)(a)", "(*UCP)a", "(?x)a # b",
        "(?#a)b", #"\Qa"#,
    ])
    func notJoined(pattern: String) throws {
        #expect(try join(["x", pattern]).map(\.pattern) == nil)
    }

    @Test func tooLong() throws {
        #expect(try join(Array(repeating: String(repeating: "a", count: 1_000), count: 60)).map(\.pattern) == nil)
    }

    private func join(_ patterns: [String]) throws -> RegularExpression? {
        RegularExpression(joining: try patterns.map { try RegularExpression(Array($0.utf8), options: []) })
    }
}
