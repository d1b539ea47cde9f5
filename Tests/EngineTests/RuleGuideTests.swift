import Engine
import Syntax
import TestSupport
import Testing

@testable import Rules

/// The examples of the rule author's guide report what their annotations say, and every operator has one.
@Suite struct RuleGuideTests {
    /// The operators of a rule and the annotated sources that follow them in the guide.
    private struct Example {
        var line: Int
        var operators: String
        var sources: [(language: String, text: String)]
    }

    @Test func examplesReportWhatTheySay() throws {
        let examples = try RuleGuideTests.examples()
        #expect(examples.count > 25)
        for example in examples {
            #expect(!example.sources.isEmpty, "the rule on line \(example.line) has no source")
            for source in example.sources { try check(example, source.text, as: source.language) }
        }
    }

    @Test func everyOperatorHasAnExample() throws {
        let text = try RuleGuideTests.examples().map(\.operators).joined()
        let taint = ["pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators"]
        let newer =
            RuleKeys.match + RuleKeys.matchFields + RuleKeys.whereConditions + RuleKeys.newerRule + RuleKeys.newerTaint
        for key in RuleKeys.formula + taint + newer { #expect(text.contains(key + ":"), "\(key) has no example") }
    }

    @Test func everyOptionIsNamed() throws {
        let guide = try Repository.read("docs/rule-language.md")
        for key in RuleKeys.booleanOptions + RuleKeys.integerOptions where !key.hasPrefix("taint_assume") {
            #expect(guide.contains("`\(key)`") || key == "commutative_compop", "\(key)")
        }
    }

    private func check(_ example: Example, _ source: String, as name: String) throws {
        // Text of no language is text of any.
        let isGeneric = name == "generic" || name == "regex"
        let language = try #require(Languages.named(isGeneric ? "python" : name))
        let header = "rules:\n- id: example\n  languages: [\(name)]\n  severity: error\n  message: m\n"
        let body = example.operators.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
        let file = RuleFile(Array((header + body).utf8), path: "line \(example.line)")
        #expect(file.errors == [])
        let rule = try #require(file.rules.first).compiled(for: language)
        let analyzed = AnalyzedFile(
            path: "example." + language.fileExtensions[0], bytes: Array(source.utf8), language: language)
        let reported = Set(
            RuleRunner.matches(of: rule, in: analyzed).map { analyzed.lines.line(at: $0.range.start) })
        let annotations = RuleAnnotation.all(in: Array(source.utf8))
        #expect(!annotations.isEmpty, "line \(example.line)")
        let expected = Set(annotations.filter { $0.kind == .ruleid }.map(\.line))
        #expect(reported == expected, "the example on line \(example.line), \(name)")
    }

    /// The fenced blocks of the guide: operators in YAML, each with the sources up to the next.
    private static func examples() throws -> [Example] {
        var examples: [Example] = []
        for block in FencedBlock.all(in: try Repository.read("docs/rule-language.md")) {
            if block.language != "yaml" {
                examples[examples.count - 1].sources.append((block.language, block.text))
            } else if !block.text.hasPrefix("rules:") {
                examples.append(Example(line: block.line, operators: block.text, sources: []))
            }
        }
        return examples
    }
}
