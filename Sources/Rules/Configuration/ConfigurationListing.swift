import Findings
import YAML

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
        add("rules-from", rulesFrom, YAMLText.scalar)
        add("exclude", exclude.map(\.glob)) { YAMLText.scalar($0.pattern) }
        for (id, rule) in rules.sorted(by: { $0.key < $1.key }) {
            if let level = rule.level {
                let key = rule.options.isEmpty ? "rules.\(id)" : "rules.\(id).level"
                add(key, [level]) { $0?.rawValue ?? "off" }
            }
            for (name, option) in rule.options.sorted(by: { $0.key < $1.key }) {
                add("rules.\(id).\(name)", [option], \.yaml)
            }
        }
        add("contracts.error-envelope", [errorEnvelope], Self.text)
        add("contracts.success-envelope", [successEnvelope], Self.text)
        add("contracts.cache-key", [cacheKey], YAMLText.scalar)
        add("auth.middleware", middleware, YAMLText.scalar)
        add("auth.header", [header], YAMLText.scalar)
        add("auth.public", publicRoutes) { YAMLText.scalar($0.text) }
        add("frameworks", frameworks ?? [], YAMLText.scalar)
        add("suppressions.require-reason", [requiresSuppressionReason]) { $0 ? "true" : "false" }
        return entries
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
            YAMLText.scalar(field.name) + ": " + (field.fields.isEmpty ? field.type.rawValue : text(field.fields))
        }
        return "{" + parts.joined(separator: ", ") + "}"
    }
}
