import Findings
import Rules
import Testing
import YAML

/// What descriptions of rules take from `metadata:`, as third-party rules write it.
@Suite struct RuleMetadataTests {
    @Test(arguments: [
        ("7.5", 7.5), ("\"7.5\"", 7.5), ("10", 10), ("Info", 0), ("low", 2), ("Medium", 5.5), ("HIGH", 8),
        ("Critical", 9.5),
    ])
    func securitySeverity(text: String, severity: Double) throws {
        #expect(try description(metadata: "security-severity: \(text)").securitySeverity == severity)
    }

    @Test(arguments: ["grave", "11", "-1", "nan", "[7.5]"])
    func noSecuritySeverity(text: String) throws {
        let error = try #require(throws: YAMLError.self) {
            try description(metadata: "security-severity: \(text)")
        }
        #expect(
            error.message.hasPrefix("'security-severity' must be a number from 0.0 to 10.0 or one of info, low, medium")
        )
    }

    @Test(arguments: [
        ("source: https://example.com/a", "https://example.com/a"),
        ("{ source: https://example.com/a, shortlink: https://example.com/b }", "https://example.com/b"),
        ("source: the book on page 7", nil),
    ])
    func helpAddress(metadata: String, address: String?) throws {
        #expect(try description(metadata: metadata).helpAddress == address)
    }

    private func description(metadata: String) throws -> RuleDescription {
        let text = """
            rules:
            - id: a
              languages: [python]
              severity: error
              message: m
              pattern: f()
              metadata:
                \(metadata)

            """
        let file = RuleFile(Array(text.utf8), path: "a.yaml")
        #expect(file.errors == [])
        return try #require(file.rules.first).description()
    }
}
