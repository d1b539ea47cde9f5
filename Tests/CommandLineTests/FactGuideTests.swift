import TestSupport
import Testing

/// The examples of the guide to operators over facts report what their annotations say, in the built binary.
@Suite struct FactGuideTests {
    private static let extensions = ["typescript": "ts", "python": "py", "swift": "swift", "sql": "sql"]

    @Test func examplesReportWhatTheySay() async throws {
        let examples = try FactGuideTests.examples()
        #expect(examples.count >= 8)
        for example in examples {
            let fileExtension = try #require(Self.extensions[example.language])
            let rule = """
                rules:
                - id: example
                  languages: [\(example.language)]
                  severity: error
                  message: m
                """
            let body = example.operators.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
            let workspace = try Workspace([
                "example.yaml": rule + "\n" + body, "example/example.\(fileExtension)": example.source,
            ])
            let run = try await workspace.lintel(["test", "."])
            #expect(run.status == 0, "line \(example.line): \(run.output)\(run.error)")
            #expect(run.output == "1 of 1 tests passed.\n", "line \(example.line)")
        }
    }

    private struct Example {
        var line: Int
        var operators: String
        var language: String
        var source: String
    }

    /// Each source of the guide with the operators before it.
    private static func examples() throws -> [Example] {
        let text = try Repository.read("docs/fact-operators.md")
        var examples: [Example] = []
        var operators = ""
        for block in FencedBlock.all(in: text) {
            if block.language == "yaml" {
                operators = block.text
            } else {
                examples.append(
                    Example(line: block.line, operators: operators, language: block.language, source: block.text))
            }
        }
        return examples
    }
}
