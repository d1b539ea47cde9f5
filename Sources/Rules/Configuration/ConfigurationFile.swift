import Findings
import SourceText
import YAML

/// One configuration file without what it inherits.
struct ConfigurationFile: Sendable {
    struct Override: Sendable {
        var files: [Glob]
        var rules: [String: RuleSetting]
    }

    let path: String
    var isRoot = false
    /// Profiles and paths in order, with the nodes for errors.
    var extends: [YAMLNode] = []
    var rulesFrom: [Setting<String>] = []
    var exclude: [Setting<Glob>] = []
    var rules: [String: RuleSetting] = [:]
    var overrides: [Override] = []
    var errorEnvelope: Setting<Envelope>?
    var successEnvelope: Setting<Envelope>?
    var cacheKey: Setting<String>?
    var middleware: [Setting<String>] = []
    var header: Setting<String>?
    var publicRoutes: [Setting<RoutePattern>] = []
    var frameworks: [Setting<String>]?
    var requiresReason: Setting<Bool>?

    /// Reads a file that the validator has found no error in; what it would not admit is left out.
    init(_ root: YAMLNode, catalog: ConfigurationCatalog) {
        path = root.document.path
        isRoot = root["root"]?.value == .boolean(true)
        extends = Self.texts(root["extends"])
        rulesFrom = Self.texts(root["rules-from"]).map { Self.setting($0.text, $0) }
        exclude = Self.texts(root["exclude"]).map { Self.setting(Self.glob($0), $0) }
        rules = Self.rules(root["rules"], catalog)
        overrides = (root["overrides"].map { Array($0.elements) } ?? []).map {
            Override(files: Self.texts($0["files"]).map(Self.glob), rules: Self.rules($0["rules"], catalog))
        }
        frameworks = root["frameworks"].map { Self.texts($0).map { Self.setting($0.text, $0) } }
        if let contracts = root["contracts"] {
            errorEnvelope = contracts["error-envelope"].map { Self.setting(Self.envelope($0), $0) }
            successEnvelope = contracts["success-envelope"].map { Self.setting(Self.envelope($0), $0) }
            cacheKey = contracts["cache-key"].map { Self.setting($0.text, $0) }
        }
        if let auth = root["auth"] {
            middleware = Self.texts(auth["middleware"]).map { Self.setting($0.text, $0) }
            header = auth["header"].map { Self.setting($0.text, $0) }
            publicRoutes = Self.texts(auth["public"]).compactMap { node in
                RoutePattern(node.text).map { Self.setting($0, node) }
            }
        }
        if let node = root["suppressions"]?["require-reason"] {
            requiresReason = Self.setting(node.value == .boolean(true), node)
        }
    }

    private static func setting<Value>(_ value: Value, _ node: YAMLNode) -> Setting<Value> {
        Setting(value, origin: ConfigurationOrigin(path: node.document.path, line: node.line))
    }

    private static func texts(_ node: YAMLNode?) -> [YAMLNode] {
        guard let node else { return [] }
        return node.isSequence ? Array(node.elements) : [node]
    }

    private static func glob(_ node: YAMLNode) -> Glob { Glob(node.text, placement: .ignoreFile) }

    /// Patterns of ids come first, so that an id's own setting is worth more wherever it stands.
    private static func rules(_ node: YAMLNode?, _ catalog: ConfigurationCatalog) -> [String: RuleSetting] {
        var rules: [String: RuleSetting] = [:]
        let pairs = node.map { Array($0.pairs) } ?? []
        func isPattern(_ pair: YAMLPair) -> Bool { pair.key.bytes.contains(UInt8(ascii: "*")) }
        for pair in pairs.filter(isPattern) + pairs.filter({ !isPattern($0) }) {
            let setting = rule(pair.value)
            for id in catalog.rules(named: pair.key.text) { rules[id, default: RuleSetting()].merge(setting) }
        }
        return rules
    }

    private static func rule(_ node: YAMLNode) -> RuleSetting {
        var rule = RuleSetting()
        guard node.isMapping else {
            rule.level = setting(Severity(rawValue: node.text), node)
            return rule
        }
        for pair in node.pairs {
            if pair.key.text == "level" {
                rule.level = setting(Severity(rawValue: pair.value.text), pair.value)
            } else if let value = OptionValue(pair.value) {
                rule.options[pair.key.text] = setting(value, pair.value)
            }
        }
        return rule
    }

    private static func envelope(_ node: YAMLNode) -> Envelope {
        guard node.isMapping else { return .preset(node.text) }
        return .custom(
            required: fields(node["required"]), optional: fields(node["optional"]),
            allowsExtraKeys: node["extra-keys"]?.text != "forbid")
    }

    private static func fields(_ node: YAMLNode?) -> [ContractField] {
        (node.map { Array($0.pairs) } ?? []).map { pair in
            ContractField(
                name: pair.key.text, type: FieldType(rawValue: pair.value.text) ?? .object, fields: fields(pair.value))
        }
    }
}
