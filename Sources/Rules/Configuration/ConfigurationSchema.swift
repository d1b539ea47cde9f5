import Findings

/// The JSON Schema (draft 2020-12) of `.lintrc.yaml`, made from the shapes that the validator checks.
public struct ConfigurationSchema {
    /// - Parameter catalog: whose rules, options and frameworks the schema names.
    public static func json(_ catalog: ConfigurationCatalog) -> String {
        let schema = ConfigurationSchema(catalog: catalog)
        var members: [(String, JSON)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("Lintel configuration (.lintrc.yaml)")),
        ]
        members += schema.mapping(ConfigurationShape.file).members
        // A file without content sets nothing, and reads as null.
        members = members.map { $0.0 == "type" ? ("type", .list([.string("object"), .string("null")])) : $0 }
        members.append(
            ("$defs", .object([("level", schema.words(ConfigurationCatalog.levels)), ("fields", schema.fields)])))
        return JSON.object(members).text + "\n"
    }

    private let catalog: ConfigurationCatalog

    private func schema(_ shape: ConfigurationShape) -> JSON {
        switch shape {
        case .boolean: type("boolean")
        case .text: Self.text
        case .word(let words): self.words(words)
        case .texts: oneOrMany(Self.text)
        case .frameworks: oneOrMany(catalog.frameworks.isEmpty ? Self.text : words(catalog.frameworks))
        case .routes:
            oneOrMany(.object([("type", .string("string")), ("pattern", .string("^ *(([A-Za-z]+|\\*) +)?/[^ ]* *$"))]))
        case .mapping(let keys): mapping(keys)
        case .list(let keys): .object([("type", .string("array")), ("items", mapping(keys))])
        case .rules: rules
        case .preset(let words, let keys): .object([("anyOf", .list([self.words(words), mapping(keys)]))])
        case .fields: .reference("fields")
        }
    }

    private func mapping(_ keys: [ConfigurationKey]) -> JSON {
        let properties = keys.map { key in
            (key.name, JSON.object([("description", .string(key.description))] + schema(key.shape).members))
        }
        let required = keys.filter(\.isRequired).map { JSON.string($0.name) }
        return object(properties, required: required)
    }

    private func object(_ properties: [(String, JSON)], required: [JSON] = []) -> JSON {
        var members: [(String, JSON)] = [("type", .string("object")), ("properties", .object(properties))]
        if !required.isEmpty { members.append(("required", .list(required))) }
        members.append(("additionalProperties", .boolean(false)))
        return .object(members)
    }

    private var rules: JSON {
        let ids = object(
            catalog.rules.sorted { $0.key < $1.key }.map { id, options in
                let properties = [("level", JSON.reference("level"))] + options.map { ($0.name, schema($0)) }
                return (id, .object([("anyOf", .list([.reference("level"), object(properties)]))]))
            })
        // Patterns of ids: `sql/*`.
        let setting = JSON.object([("anyOf", .list([.reference("level"), type("object")]))])
        return .object(ids.members + [("patternProperties", .object([("\\*", setting)]))])
    }

    private func schema(_ option: RuleOption) -> JSON {
        var members: [(String, JSON)] = [("description", .string(option.description))]
        let kind = OptionKind(option)
        if let type = kind.schemaType { members.append(("type", .string(type))) }
        if !option.accepted.isEmpty {
            let accepted = words(option.accepted)
            switch kind {
            case .list: members.append(("items", accepted))
            case .string: members.append(contentsOf: accepted.members.dropFirst())
            // JSON's values are not compared by their spelling; the validator's are.
            case .boolean, .integer, .number, .any: break
            }
        }
        return .object(members)
    }

    /// The keys of a JSON object with their types; an object's own keys are nested.
    private var fields: JSON {
        let field = JSON.object([("anyOf", .list([words(ConfigurationCatalog.fieldTypes), .reference("fields")]))])
        return .object([("type", .string("object")), ("additionalProperties", field)])
    }

    private func type(_ name: String) -> JSON { .object([("type", .string(name))]) }

    private static let text = JSON.object([("type", .string("string")), ("minLength", .integer(1))])

    private func words(_ words: [String]) -> JSON {
        .object([("type", .string("string")), ("enum", .list(words.map(JSON.string)))])
    }

    private func oneOrMany(_ one: JSON) -> JSON {
        .object([("anyOf", .list([one, .object([("type", .string("array")), ("items", one)])]))])
    }
}
