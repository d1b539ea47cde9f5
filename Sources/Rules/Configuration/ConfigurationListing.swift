import Findings

/// One line of `config show`: a setting in force, as it would be written, and where it was set.
public struct ConfigurationEntry: Hashable, Sendable {
    /// The keys from the top, with dots: `rules.sql/select-star`, `contracts.error-envelope`.
    public let key: String
    /// As YAML on one line.
    public let value: String
    /// nil: the default.
    public let origin: ConfigurationOrigin?
}

extension Configuration {
    /// All settings in the order of the reference, rules and options by name.
    public var entries: [ConfigurationEntry] {
        var entries = [ConfigurationEntry(key: "extends", value: profile.value.rawValue, origin: profile.origin)]
        func add<Value>(_ key: String, _ settings: [Setting<Value>], _ text: (Value) -> String) {
            for setting in settings {
                entries.append(ConfigurationEntry(key: key, value: text(setting.value), origin: setting.origin))
            }
        }
        add("rules-from", rulesFrom, Self.scalar)
        add("exclude", exclude.map(\.glob)) { Self.scalar($0.pattern) }
        for (id, rule) in rules.sorted(by: { $0.key < $1.key }) {
            if let level = rule.level {
                let key = rule.options.isEmpty ? "rules.\(id)" : "rules.\(id).level"
                add(key, [level]) { $0?.rawValue ?? "off" }
            }
            for (name, option) in rule.options.sorted(by: { $0.key < $1.key }) {
                add("rules.\(id).\(name)", [option], Self.text)
            }
        }
        add("contracts.error-envelope", [errorEnvelope], Self.text)
        add("contracts.success-envelope", [successEnvelope], Self.text)
        add("contracts.cache-key", [cacheKey], Self.scalar)
        add("auth.middleware", middleware, Self.scalar)
        add("auth.header", [header], Self.scalar)
        add("auth.public", publicRoutes) { Self.scalar($0.text) }
        add("frameworks", frameworks ?? [], Self.scalar)
        add("suppressions.require-reason", [requiresSuppressionReason]) { $0 ? "true" : "false" }
        return entries
    }

    private static func text(_ value: OptionValue) -> String {
        switch value {
        case .boolean(let boolean): boolean ? "true" : "false"
        case .integer(let integer): String(integer)
        case .number(let number): String(number)
        case .string(let string): scalar(string)
        case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
        }
    }

    private static func text(_ envelope: Envelope) -> String {
        switch envelope {
        case .preset(let name): return name
        case .custom(let required, let optional, let allowsExtraKeys):
            var parts = ["required: " + text(required)]
            if !optional.isEmpty { parts.append("optional: " + text(optional)) }
            if !allowsExtraKeys { parts.append("extra-keys: forbid") }
            return "{" + parts.joined(separator: ", ") + "}"
        }
    }

    private static func text(_ fields: [ContractField]) -> String {
        let parts = fields.map { field in
            scalar(field.name) + ": " + (field.fields.isEmpty ? field.type.rawValue : text(field.fields))
        }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    /// A string as YAML: plain where that reads back as the same string inside a flow collection, quoted otherwise.
    private static func scalar(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): true
            default: false
            }
        }
        let bytes = Array(text.utf8)
        let startsPlain = bytes.first.map { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") } ?? false
        if isPlain, startsPlain, YAMLValue(plain: bytes[...]) == .string { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
