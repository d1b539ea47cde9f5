import Findings
import Rules

/// Configuration files as text by path, and rules to speak of.
struct ConfigurationFixture {
    static let catalog = ConfigurationCatalog(
        rules: [
            "sql/select-star": [],
            "logging/console": [],
            "size/handler": [
                RuleOption(name: "max-lines", description: "The most lines.", defaultValue: "200"),
                RuleOption(
                    name: "count", description: "What counts.", defaultValue: "code", accepted: ["code", "all"]),
                RuleOption(name: "methods", description: "Which.", defaultValue: "[GET]", accepted: ["GET", "POST"]),
                RuleOption(name: "ratio", description: "How much.", defaultValue: "0.5"),
                RuleOption(name: "strict", description: "Whether.", defaultValue: "false"),
            ],
        ], frameworks: ["alpha", "beta"])

    var files: [String: String]
    /// Paths that are there and cannot be read.
    var unreadable: Set<String> = []

    var loader: ConfigurationLoader {
        let (files, unreadable) = (files, unreadable)
        return ConfigurationLoader(catalog: Self.catalog) { path in
            if unreadable.contains(path) { return .unreadable("permission denied") }
            return files[path].map { .bytes(Array($0.utf8)) } ?? .missing
        }
    }
}
