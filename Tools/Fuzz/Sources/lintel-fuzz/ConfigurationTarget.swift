import Findings
import Rules

extension FuzzTarget {
    /// Reading a configuration file, validation, merging and listing.
    static let configuration = FuzzTarget(name: "configuration") { bytes in
        let option = RuleOption(name: "max-lines", description: "The most lines.", defaultValue: "200")
        let catalog = ConfigurationCatalog(rules: ["a/b": [option]], frameworks: ["one"])
        var loader = ConfigurationLoader(catalog: catalog) { path in
            path.hasSuffix(ConfigurationLoader.fileName) ? .bytes(bytes) : .missing
        }
        guard let cascade = try? loader.cascade(forFolder: "a/b/c") else { return }
        _ = cascade.configuration(for: "a/b/c/d.ts").entries
    }
}
