import Findings
import Syntax
import YAML

/// A file of rules: `rules:` with a list.
public struct RuleFile: Sendable {
    public let path: String
    public let rules: [RuleDefinition]
    /// The ids of rules in languages that Lintel does not read.
    public let passedOver: [String]
    /// What is wrong in the file. A rule with an error is not among `rules`.
    public let errors: [YAMLError]

    /// Reads a file's text. Nothing is compiled yet.
    public init(_ bytes: [UInt8], path: String) {
        do throws(YAMLError) {
            self.init(try YAMLDocument(bytes, path: path))
        } catch {
            self.init(path: path, rules: [], passedOver: [], errors: [error])
        }
    }

    private init(path: String, rules: [RuleDefinition], passedOver: [String], errors: [YAMLError]) {
        self.path = path
        self.rules = rules
        self.passedOver = passedOver
        self.errors = errors
    }

    /// Reads a document.
    public init(_ document: YAMLDocument) {
        var rules: [RuleDefinition] = []
        var passedOver: [String] = []
        var errors: [YAMLError] = []
        do throws(YAMLError) {
            let root = try document.root.mapping("a rule file", keys: ["rules", "missed"])
            for node in try root.required("rules", of: "a rule file").list("'rules'") {
                do throws(YAMLError) {
                    if let rule = try RuleFile.definition(node) {
                        if let error = RuleFile.duplicate(rule, of: rules) { throw error }
                        rules.append(rule)
                    } else if let id = node["id"] {
                        passedOver.append(id.text)
                    }
                } catch {
                    errors.append(error)
                }
            }
        } catch {
            errors = [error]
        }
        self.init(path: document.path, rules: rules, passedOver: passedOver, errors: errors)
    }

    /// The keys of a rule.
    private static let acceptedKeys = RuleKeys.rule + OperationDecoder.names

    /// nil for a rule in languages that Lintel does not read.
    private static func definition(_ node: YAMLNode) throws(YAMLError) -> RuleDefinition? {
        let mapping = try node.mapping("a rule")
        for key in ["id", "languages"] where mapping[key] == nil {
            // What is missing may only be misspelled.
            if let unknown = mapping.unknownKeys(accepting: acceptedKeys).first { throw unknown }
        }
        let idNode = try mapping.required("id", of: "a rule")
        let id = try idNode.scalarText("'id'")
        let languagesNode = try mapping.required("languages", of: "a rule")
        let languageNames = try languagesNode.stringNodes("'languages'")
        if languageNames.isEmpty { throw languagesNode.error("'languages' must name at least one language") }
        var languages: [String] = []
        var known = false
        for name in languageNames {
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
        guard isIdentifier(id) else {
            throw idNode.error("'id' must be made of letters, digits and '.', '_', '-', '/', found '\(id)'")
        }
        let isTaint = mapping["taint"] != nil
        let mode = try mapping["mode"]?.choice("'mode'", of: RuleKeys.modes) ?? (isTaint ? .taint : .search)
        if !node.isVerified {
            if let error = FormulaDecoder.newerKey(among: mapping.pairs) { throw error }
            if let unknown = mapping.unknownKeys(accepting: acceptedKeys).first { throw unknown }
            if let error = misplacedKey(in: mapping, mode: mode) { throw error }
        }
        if let metadata = mapping["metadata"], !metadata.isNull { _ = try metadata.mapping("'metadata'") }
        let severity = try mapping.required("severity", of: "a rule").choice("'severity'", of: RuleKeys.severities)
        _ = try mapping.required("message", of: "a rule").scalarText("'message'")
        return RuleDefinition(
            id: id, severity: severity, languages: languages, mode: mode,
            parameters: try RuleParameter.parameters(of: mapping),
            profile: try RuleMetadata.profile(of: mapping["metadata"]), mapping: mapping)
    }

    /// Comments and options name rules by ids, which stand between commas and white space there.
    private static func isIdentifier(_ id: String) -> Bool {
        !id.isEmpty
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: true
                default: "._-/".utf8.contains(byte)
                }
            }
    }

    /// The error of an operator that the rule's mode has no use for.
    private static func misplacedKey(in mapping: YAMLMapping, mode: RuleDefinition.Mode) -> YAMLError? {
        let newer = RuleKeys.newerRule.first { mapping[$0] != nil }
        let others = RuleKeys.formula + RuleKeys.taint + RuleKeys.newerRule.filter { $0 != newer }
        if let newer, let pair = others.lazy.compactMap(mapping.pair).first {
            return pair.key.error("'\(pair.key.text)' cannot stand beside '\(newer)'; write all of it under '\(newer)'")
        }
        switch mode {
        case .search:
            return (RuleKeys.taint + ["taint"]).lazy.compactMap(mapping.pair).first.map {
                $0.key.error("'\($0.key.text)' belongs to rules of 'mode: taint', which this one is not")
            }
        case .taint:
            if let pair = mapping.pair("match") {
                return pair.key.error("'match' is no key of a rule of 'mode: taint'; write 'taint'")
            }
            return RuleKeys.formula.lazy.compactMap(mapping.pair).first.map {
                $0.key.error(
                    "'\($0.key.text)' is no key of a rule of 'mode: taint'; accepted: "
                        + RuleKeys.taint.joined(separator: ", "))
            }
        case .suppressions:
            return nil
        }
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
