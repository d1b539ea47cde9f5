import SourceText
import Testing

@Suite struct GlobTests {
    @Test(arguments: [
        ("*.py", ["a.py", "x/y/a.py", "a.py/b"], ["a.pyc", "py"]),
        ("tests", ["tests", "tests/a.py", "x/tests/a.py"], ["tests2", "x/mytests/a"]),
        ("foo/bar", ["foo/bar", "x/foo/bar", "foo/bar/x", "x/foo/bar/x"], ["foo/x/bar"]),
        ("/foo", ["foo", "foo/a"], ["x/foo"]),
        ("src/**/test_*.py", ["src/test_a.py", "x/src/a/b/test_a.py"], ["src/a.py"]),
        ("**/lib/**", ["lib/a", "x/lib/a"], ["lib"]),
        ("a?c", ["abc", "aéc", "a𝄞c"], ["ac", "abbc", "a/c"]),
    ])
    func anywhere(pattern: String, matching: [String], others: [String]) {
        check(Glob(pattern), matching, others)
    }

    @Test(arguments: [
        ("**/*.gen.ts", ["a.gen.ts", "x/y/a.gen.ts"], ["a.ts", "gen.ts"]),
        ("scripts/**", ["scripts/a", "scripts/a/b"], ["scripts", "x/scripts/a"]),
        ("scripts", ["scripts", "scripts/a", "x/scripts/a"], ["scripts2/a"]),
        ("/scripts", ["scripts/a"], ["x/scripts/a"]),
        ("build/", ["build/a", "x/build/a"], ["build", "x/build"]),
        ("a/b", ["a/b", "a/b/c", "./a//b"], ["x/a/b"]),
        ("a/**/b", ["a/b", "a/x/y/b", "a/x/b/z"], ["b", "x/a/b"]),
        ("*.{ts,tsx}", ["a.ts", "x/a.tsx"], ["a.t", "a.{ts,tsx}"]),
        ("**", ["a", "a/b"], []),
        ("", [], ["a", "a/b"]),
    ])
    func ignoreFile(pattern: String, matching: [String], others: [String]) {
        check(Glob(pattern, placement: .ignoreFile), matching, others)
    }

    @Test(arguments: [
        ("/hooks/*", ["/hooks/a", "hooks/:name"], ["/hooks", "/hooks/a/b"]),
        ("/files/**", ["/files/a", "/files/a/b"], ["/files", "/x/files/a"]),
        ("/**", ["/", "/a/b"], []),
        ("/", ["/"], ["/a"]),
        ("/status", ["/status", "/status/"], ["/status/a", "/x/status"]),
        ("/v*/**/edit", ["/v1/edit", "/v2/a/b/edit"], ["/edit", "/v1/edit/x"]),
    ])
    func whole(pattern: String, matching: [String], others: [String]) {
        check(Glob(pattern, placement: .whole), matching, others)
    }

    @Test(arguments: [
        ("[a-c]x", ["ax", "cx"], ["dx", "x"]),
        ("[!a-c]x", ["dx", "éx"], ["ax", "/x"]),
        ("[^a]", ["b"], ["a"]),
        ("[]a]", ["]", "a"], ["b"]),
        ("[à-ü]", ["é"], ["e"]),
        ("[a", ["[a"], ["a"]),
        ("[a-]", ["a", "-"], ["b"]),
        ("\\*", ["*"], ["a"]),
        ("a*b*c", ["abc", "axxbyyc", "abbc"], ["ab", "acb"]),
        ("{a,b{c,d}}e", ["ae", "bce", "bde"], ["be", "e"]),
        ("{a,}x", ["ax", "x"], ["bx"]),
        ("{a}", ["{a}"], ["a"]),
        ("{a", ["{a"], ["a"]),
        ("\\{a,b}", ["{a,b}"], ["a"]),
        ("src/{a,b/c}/x", ["src/a/x", "src/b/c/x"], ["src/b/x"]),
    ])
    func characters(pattern: String, matching: [String], others: [String]) {
        check(Glob(pattern, placement: .whole), matching, others)
    }

    @Test func hostilePatterns() {
        let braces = String(repeating: "{a,b}", count: 40)
        check(Glob(braces, placement: .whole), [braces], [String(repeating: "a", count: 40)])
        let nested = String(repeating: "{a,", count: 100_000)
        check(Glob(nested, placement: .whole), [nested], ["a"])
        let stars = String(repeating: "*a", count: 200)
        check(Glob(stars, placement: .whole), [], [String(repeating: "a", count: 20_000) + "b"])
        let depths = String(repeating: "**/a/", count: 200) + "b"
        check(Glob(depths, placement: .whole), [], [String(repeating: "a/", count: 5_000)])
    }

    @Test(arguments: [("a/b.test.ts", true), ("tests/a.ts", true), ("a/b.ts", false), ("", false)])
    func sets(path: String, isMatched: Bool) {
        let set = GlobSet([Glob("*.{test,spec}.*"), Glob("tests/")])
        #expect(set.matches(PathSegments(path)) == isMatched)
        #expect(!GlobSet([]).matches(PathSegments(path)))
    }

    private func check(
        _ glob: Glob, _ matching: [String], _ others: [String], at location: SourceLocation = #_sourceLocation
    ) {
        for path in matching { #expect(glob.matches(path), "\(path.prefix(60))", sourceLocation: location) }
        for path in others { #expect(!glob.matches(path), "\(path.prefix(60))", sourceLocation: location) }
    }
}
