import Findings
import YAML

/// Checks a configuration file against its shape; finds all errors, in the order of the file.
struct ConfigurationValidator {
    static func errors(in root: YAMLNode, catalog: ConfigurationCatalog) -> [YAMLError] {
        // A file without content sets nothing.
        if root.isNull { return [] }
        var validator = ConfigurationValidator(catalog: catalog)
        validator.check(root, "a configuration", .mapping(ConfigurationShape.file))
        return validator.errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    private let catalog: ConfigurationCatalog
    private var errors: [YAMLError] = []

    private init(catalog: ConfigurationCatalog) { self.catalog = catalog }

    private mutating func check(_ node: YAMLNode, _ name: String, _ shape: ConfigurationShape) {
        switch shape {
        case .boolean: attempt { () throws(YAMLError) in _ = try node.boolean(name) }
        case .text: checkText(node, name)
        case .word(let words): checkWord(node, name, words)
        case .texts: checkTexts(node, name) { _, _ in nil }
        case .frameworks:
            let names = catalog.frameworks
            checkTexts(node, name) { node, text in
                names.isEmpty || names.contains(text) ? nil : node.unknown("framework", accepting: names)
            }
        case .routes:
            checkTexts(node, name) { node, text in
                RoutePattern(text) == nil
                    ? node.error("each of \(name) must be 'METHOD /path' or '/path', found '\(text)'") : nil
            }
        case .mapping(let keys): checkMapping(node, name, keys)
        case .list(let keys):
            attempt { () throws(YAMLError) in _ = try node.list(name) }
            for element in node.elements { checkMapping(element, "each of \(name)", keys) }
        case .rules: checkRules(node, name)
        case .preset(let words, let keys):
            if node.isMapping { checkMapping(node, name, keys) } else { checkWord(node, name, words, orMapping: true) }
        case .fields: checkFields(node, name)
        }
    }

    private mutating func checkMapping(_ node: YAMLNode, _ name: String, _ keys: [ConfigurationKey]) {
        guard let mapping = attempt({ () throws(YAMLError) in try node.mapping(name) }) else { return }
        errors += mapping.unknownKeys(accepting: keys.map(\.name))
        for key in keys {
            if let value = mapping[key.name] {
                check(value, "'\(key.name)'", key.shape)
            } else if key.isRequired {
                errors.append(node.error("\(name) must have the key '\(key.name)'"))
            }
        }
    }

    private mutating func checkText(_ node: YAMLNode, _ name: String) {
        guard let text = attempt({ () throws(YAMLError) in try node.string(name) }) else { return }
        if text.isEmpty { errors.append(node.error("\(name) must not be empty")) }
    }

    private mutating func checkTexts(_ node: YAMLNode, _ name: String, _ fault: (YAMLNode, String) -> YAMLError?) {
        guard let nodes = attempt({ () throws(YAMLError) in try node.stringNodes(name) }) else { return }
        for node in nodes {
            if node.bytes.isEmpty {
                errors.append(node.error("each of \(name) must not be empty"))
            } else if let error = fault(node, node.text) {
                errors.append(error)
            }
        }
    }

    private mutating func checkWord(_ node: YAMLNode, _ name: String, _ words: [String], orMapping: Bool = false) {
        let accepted = words.map { "'\($0)'" }.joined(separator: ", ") + (orMapping ? " or a mapping" : "")
        if node.value != .string {
            errors.append(node.mismatch(name, expected: orMapping ? accepted : "one of \(accepted)"))
        } else if !words.contains(node.text) {
            errors.append(node.unknown("value of \(name):", accepting: words))
        }
    }

    // MARK: Rules

    private mutating func checkRules(_ node: YAMLNode, _ name: String) {
        guard let mapping = attempt({ () throws(YAMLError) in try node.mapping(name) }) else { return }
        for pair in mapping.pairs where catalog.knowsRules {
            let id = pair.key.text
            let named = catalog.rules(named: id)
            guard let first = named.first else {
                errors.append(pair.key.unknown("rule", accepting: catalog.ruleIdentifiers))
                continue
            }
            // A pattern can set the options that all of its rules have.
            let options = (catalog.rules[first] ?? []).filter { option in
                named.allSatisfy { catalog.rules[$0]?.contains { $0.name == option.name } ?? false }
            }
            if pair.value.isMapping {
                checkRule(pair.value, id, options)
            } else {
                checkWord(pair.value, "'\(id)'", ConfigurationCatalog.levels, orMapping: true)
            }
        }
    }

    private mutating func checkRule(_ node: YAMLNode, _ id: String, _ options: [RuleOption]) {
        for pair in node.pairs {
            let name = pair.key.text
            if name == "level" {
                checkWord(pair.value, "'level'", ConfigurationCatalog.levels)
            } else if let option = options.first(where: { $0.name == name }) {
                checkOption(pair.value, option)
            } else {
                errors.append(pair.key.unknown("option of \(id)", accepting: ["level"] + options.map(\.name)))
            }
        }
    }

    private mutating func checkOption(_ node: YAMLNode, _ option: RuleOption) {
        let kind = OptionKind(option)
        let name = "'\(option.name)'"
        guard kind.admits(node) else {
            errors.append(node.mismatch(name, expected: kind.words))
            return
        }
        guard !option.accepted.isEmpty else { return }
        for node in node.isSequence ? Array(node.elements) : [node] where !option.accepted.contains(node.text) {
            errors.append(node.unknown("value of \(name):", accepting: option.accepted))
        }
    }

    // MARK: Contracts

    private mutating func checkFields(_ node: YAMLNode, _ name: String) {
        guard let mapping = attempt({ () throws(YAMLError) in try node.mapping(name) }) else { return }
        for pair in mapping.pairs {
            if pair.value.isMapping {
                checkFields(pair.value, "'\(pair.key.text)'")
            } else {
                checkWord(pair.value, "'\(pair.key.text)'", ConfigurationCatalog.fieldTypes, orMapping: true)
            }
        }
    }

    @discardableResult
    private mutating func attempt<Value>(_ body: () throws(YAMLError) -> Value) -> Value? {
        do throws(YAMLError) {
            return try body()
        } catch {
            errors.append(error)
            return nil
        }
    }
}
