import Facts
import Matching
import Syntax
import Testing

/// Patterns and sources that would take for ever if nothing bounded them.
@Suite struct HostilePatternTests {
    private static let cases: [(pattern: String, source: String)] = {
        let lists = Array(repeating: "..., $X, ", count: 12).joined()
        let ones = Array(repeating: "1", count: 200).joined(separator: ", ")
        let keys = (0..<12).map { "$K\($0): $V, " }.joined()
        let pairs = (0..<60).map { "'\($0)': \($0), " }.joined()
        let sum = Array(repeating: "a", count: 200).joined(separator: " + ")
        let opening = String(repeating: "<... ", count: 20)
        let closing = String(repeating: " ...>", count: 20)
        let statements = Array(repeating: "...\nf($X)\n", count: 12).joined()
        return [
            // Many ellipses over many statements that all fit.
            (statements + "...\nmissing()\n", String(repeating: "f(1)\n", count: 400)),
            // Many ellipses in one list.
            ("f(" + lists + "missing)", "f(" + ones + ", missing_)\n"),
            // Metavariables that can be bound in every order.
            ("{" + keys + "...}", "x = {" + pairs + "}\n"),
            // Deep expressions in deep expressions.
            (opening + "$X + missing" + closing, "x = " + sum + " + missing_\n"),
        ]
    }()

    @Test(.timeLimit(.minutes(1)), arguments: cases)
    func searchesEnd(pattern: String, source: String) throws {
        let language = try #require(Languages.named("python"))
        var metavariables = MetavariableTable()
        let compiled = try Pattern(Array(pattern.utf8), language: language, metavariables: &metavariables)
        let tree = language.tree(of: Array(source.utf8), fileExtension: "py")
        let target = MatchTarget(tree: tree, language: language, semantics: Semantics(nodes: tree.count))
        let found = compiled.matches(
            in: target, options: MatchOptions(), bindings: Bindings(repeating: nil, count: metavariables.count))
        #expect(found.isEmpty)
    }

    @Test func longAndDeepPatternsAreRefusedOrBounded() throws {
        let language = try #require(Languages.named("python"))
        var metavariables = MetavariableTable()
        let long = "f(" + String(repeating: "a, ", count: 3000) + "b)"
        #expect(throws: Pattern.ParseFailure.self) {
            try Pattern(Array(long.utf8), language: language, metavariables: &metavariables)
        }
        let deep = String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000)
        #expect(throws: Pattern.ParseFailure.self) {
            try Pattern(Array(deep.utf8), language: language, metavariables: &metavariables)
        }
    }
}
