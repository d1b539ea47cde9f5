import Findings
import Syntax
import YAML

/// A file of rules: `rules:` with a list.
public struct RuleFile: Sendable {
    public let path: String
    public let rules: [RuleDefinition]
    /// What is wrong in the file. A rule with an error is not among `rules`.
    public let errors: [YAMLError]

    /// Reads a file's text. Nothing is compiled yet.
    public init(_ bytes: [UInt8], path: String) {
        do throws(YAMLError) {
            self.init(try YAMLDocument(bytes, path: path))
        } catch {
            self.init(path: path, rules: [], errors: [error])
        }
    }

    private init(path: String, rules: [RuleDefinition], errors: [YAMLError]) {
        self.path = path
        self.rules = rules
        self.errors = errors
    }

    /// Reads a document.
    public init(_ document: YAMLDocument) {
        var rules: [RuleDefinition] = []
        var errors: [YAMLError] = []
        do throws(YAMLError) {
            let root = try document.root.mapping("a rule file", keys: ["rules", "missed"])
            for node in try root.required("rules", of: "a rule file").list("'rules'") {
                do throws(YAMLError) {
                    if let rule = try RuleFile.definition(node) {
                        if let error = RuleFile.duplicate(rule, of: rules) { throw error }
                        rules.append(rule)
                    }
                } catch {
                    errors.append(error)
                }
            }
        } catch {
            errors = [error]
        }
        self.init(path: document.path, rules: rules, errors: errors)
    }

    /// nil for a rule in languages that Lintel does not read.
    private static func definition(_ node: YAMLNode) throws(YAMLError) -> RuleDefinition? {
        let mapping = try node.mapping("a rule")
        let id = try mapping.required("id", of: "a rule").scalarText("'id'")
        var languages: [String] = []
        var known = false
        for name in try mapping.required("languages", of: "a rule").stringNodes("'languages'") {
            let text = name.text.lowercased()
            if let language = Languages.named(text) {
                known = true
                if !languages.contains(language.names[0]) { languages.append(language.names[0]) }
            } else if text == "generic" || text == "regex" {
                known = true
                languages.append(text)
            } else if !ForeignLanguages.names.contains(text) {
                throw name.unknown(
                    "language",
                    accepting: Languages.all.flatMap(\.names) + ["generic", "regex"] + ForeignLanguages.names)
            }
        }
        guard known else { return nil }
        for key in ["match", "taint"] {
            if let pair = mapping.pair(key) {
                throw pair.key.error(
                    "'\(key)' belongs to Semgrep's newer rule syntax, which Lintel does not read; write "
                        + "\(key == "match" ? "'patterns'" : "'mode: taint'") and its operators instead")
            }
        }
        let accepted = RuleKeys.rule + OperationDecoder().names
        if let unknown = mapping.unknownKeys(accepting: accepted).first { throw unknown }
        let mode = try mapping["mode"]?.choice("'mode'", of: RuleKeys.modes)
        let severity = try mapping.required("severity", of: "a rule").choice("'severity'", of: RuleKeys.severities)
        _ = try mapping.required("message", of: "a rule").scalarText("'message'")
        return RuleDefinition(
            id: id, severity: severity, languages: languages, mode: mode ?? .search,
            parameters: try RuleParameter.parameters(of: mapping),
            profile: try RuleMetadata.profile(of: mapping["metadata"]), mapping: mapping)
    }

    /// Two rules may share an id where no file is read by both.
    private static func duplicate(_ rule: RuleDefinition, of others: [RuleDefinition]) -> YAMLError? {
        guard
            let other = others.first(where: { $0.id == rule.id && !Set($0.languages).isDisjoint(with: rule.languages) }
            ),
            let node = rule.mapping["id"]
        else { return nil }
        return node.error("duplicate rule id '\(rule.id)', first on line \(other.line)")
    }
}

/// Languages that Semgrep reads and Lintel does not: their rules are passed over, not refused.
enum ForeignLanguages {
    static let names = [
        "apex", "bash", "sh", "c", "cairo", "clojure", "cpp", "c++", "csharp", "c#", "circom", "dart", "dockerfile",
        "docker", "elixir", "ex", "go", "golang", "hack", "html", "java", "json", "jsonnet", "julia", "kotlin", "kt",
        "lisp", "lua", "move_on_aptos", "move_on_sui", "none", "ocaml", "php", "promql", "proto", "protobuf", "proto3",
        "ql", "r", "ruby", "rb", "rust", "scala", "scheme", "sol", "solidity", "terraform", "tf", "hcl", "vue", "xml",
        "yaml",
    ]
}
