import Findings
import Foundation
import Rules
import Testing

/// The JSON Schema speaks of what the validator accepts.
@Suite struct ConfigurationSchemaTests {
    @Test func keysOfTheFile() throws {
        let properties = try #require(schema()["properties"] as? [String: Any])
        #expect(
            properties.keys.sorted() == [
                "auth", "contracts", "exclude", "extends", "frameworks", "overrides", "root", "rules", "rules-from",
                "suppressions",
            ])
    }

    @Test(arguments: [
        ("properties.root.type", "boolean"),
        ("additionalProperties", "0"),
        ("properties.overrides.items.required", "(files,rules)"),
        ("properties.contracts.properties.success-envelope.anyOf.0.enum", "(none,success)"),
        ("properties.contracts.properties.error-envelope.anyOf.1.properties.required.$ref", "#/$defs/fields"),
        ("properties.frameworks.anyOf.0.enum", "(alpha,beta)"),
        ("properties.rules.additionalProperties", "0"),
        ("properties.rules.properties.sql/select-star.anyOf.0.$ref", "#/$defs/level"),
        ("properties.rules.properties.size/handler.anyOf.1.properties.max-lines.type", "integer"),
        ("properties.rules.properties.size/handler.anyOf.1.properties.methods.items.enum", "(GET,POST)"),
        ("properties.rules.properties.size/handler.anyOf.1.properties.count.enum", "(code,all)"),
        ("$defs.level.enum", "(off,note,warning,error)"),
    ])
    func place(path: String, expected: String) throws {
        var value: Any = try schema()
        for key in path.split(separator: ".").map(String.init) {
            if let list = value as? [Any], let index = Int(key), index < list.count {
                value = list[index]
            } else {
                value = try #require((value as? [String: Any])?[key], "\(key) of \(path)")
            }
        }
        let shown = (value as? [String]).map { "(" + $0.joined(separator: ",") + ")" }
        #expect(shown ?? (value as? Bool).map { $0 ? "1" : "0" } ?? value as? String == expected)
    }

    private func schema() throws -> [String: Any] {
        let text = ConfigurationSchema.json(ConfigurationFixture.catalog)
        return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
