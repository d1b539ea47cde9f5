import Facts
import Findings
import Syntax

/// The JSON Schema (draft 2020-12) of rule files, made from the keys that the loader accepts.
public enum RuleFileSchema {
    public static func json() -> String {
        let rules = JSON.object([
            ("type", .string("array")), ("minItems", .integer(1)), ("items", .reference("rule")),
        ])
        let root: [(String, JSON)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("Lintel rules")),
            ("type", .string("object")),
            ("properties", .object([("rules", rules)])),
            ("required", .list([.string("rules")])),
            ("$defs", .object(definitions)),
        ]
        return JSON.object(root).text + "\n"
    }

    private static var definitions: [(String, JSON)] {
        [
            ("rule", mapping(rule, required: ["id", "languages", "message", "severity"])),
            ("operators", mapping(operators)),
            ("operand", anyOf([type("string"), .reference("operators")])),
            ("operatorList", list(.reference("operators"))),
            ("source", mapping(operators + others(RuleKeys.source))),
            ("sink", mapping(operators + others(RuleKeys.sink))),
            ("sanitizer", mapping(operators + others(RuleKeys.sanitizer))),
            ("propagator", mapping(operators + others(RuleKeys.propagator), required: ["from", "to"])),
        ]
    }

    /// Keys that are no operators, of any type.
    private static func others(_ keys: [String]) -> [(String, JSON)] {
        keys.filter { !RuleKeys.formula.contains($0) }.map { ($0, JSON.object([])) }
    }

    // MARK: Rules

    private static var rule: [(String, JSON)] {
        let own: [(String, JSON)] = [
            ("id", type("string")),
            ("languages", oneOrMany(words(Languages.all.flatMap(\.names) + ["generic", "regex"] + ForeignLanguages.names))),
            ("message", type("string")),
            ("severity", words(["error", "warning", "note", "ERROR", "WARNING", "INFO", "CRITICAL", "HIGH", "MEDIUM", "LOW"])),
            ("mode", words(["search", "taint", "suppressions"])),
            ("metadata", metadata),
            ("parameters", parameters),
            ("paths", mapping([("include", oneOrMany(type("string"))), ("exclude", oneOrMany(type("string")))])),
            ("options", mapping(RuleKeys.options.map { ($0, JSON.object([])) })),
            ("fix", type("string")),
            ("fix-regex", mapping(
                [("regex", type("string")), ("replacement", type("string")), ("count", type("integer"))],
                required: ["regex", "replacement"])),
            ("pattern-sources", list(.reference("source"))),
            ("pattern-sinks", list(.reference("sink"))),
            ("pattern-sanitizers", list(.reference("sanitizer"))),
            ("pattern-propagators", list(.reference("propagator"))),
            ("min-version", type("string")), ("max-version", type("string")),
        ]
        return own + operators
    }

    /// Third-party rules keep much of their own here.
    private static var metadata: JSON {
        let text = anyOf([type("string"), type("object")])
        return .object([
            ("type", .string("object")),
            ("properties", .object([
                ("convention", words(Convention.allCases.map(\.rawValue))),
                ("strength", type("number")),
                ("profile", words(Profile.allCases.map(\.rawValue))),
                ("rationale", type("string")),
                ("good", text), ("bad", text),
                ("cwe", oneOrMany(type("string"))),
                ("tags", oneOrMany(type("string"))),
                ("precision", words(Precision.allCases.map(\.rawValue))),
                ("security-severity", type("number")),
            ])),
        ])
    }

    private static var parameters: JSON {
        let parameter = mapping(
            [("default", .object([])), ("description", type("string")), ("accepted", type("array"))],
            required: ["default"])
        return .object([("type", .string("object")), ("additionalProperties", parameter)])
    }

    // MARK: Operators

    private static var operators: [(String, JSON)] {
        RuleKeys.formula.map { ($0, operand(of: $0)) }
            + OperationDecoder.entries.map { ($0.name, mapping($0.keys.map { ($0, .object([])) })) }
    }

    private static func operand(of key: String) -> JSON {
        switch key {
        case "patterns", "pattern-either": .reference("operatorList")
        case "pattern-inside", "pattern-not", "pattern-not-inside": .reference("operand")
        case "metavariable-regex": mapping(RuleKeys.metavariableRegex.map { ($0, .object([])) }, required: ["metavariable", "regex"])
        case "metavariable-pattern":
            mapping([("metavariable", type("string")), ("language", type("string"))] + operatorReferences, required: ["metavariable"])
        case "metavariable-comparison":
            mapping(RuleKeys.metavariableComparison.map { ($0, .object([])) }, required: ["comparison"])
        case "metavariable-analysis":
            mapping(RuleKeys.metavariableAnalysis.map { ($0, .object([])) }, required: ["metavariable", "analyzer"])
        case "metavariable-type": mapping(RuleKeys.metavariableType.map { ($0, .object([])) }, required: ["metavariable"])
        case "focus-metavariable": oneOrMany(type("string"))
        default: type("string")
        }
    }

    /// The operators by name alone, where spelling them out would not end.
    private static var operatorReferences: [(String, JSON)] {
        (RuleKeys.formula + OperationDecoder().names).map { ($0, JSON.object([])) }
    }

    // MARK: Shapes

    private static func type(_ name: String) -> JSON { .object([("type", .string(name))]) }

    private static func words(_ words: [String]) -> JSON {
        .object([("type", .string("string")), ("enum", .list(words.map(JSON.string)))])
    }

    private static func list(_ element: JSON) -> JSON {
        .object([("type", .string("array")), ("items", element)])
    }

    private static func anyOf(_ alternatives: [JSON]) -> JSON { .object([("anyOf", .list(alternatives))]) }

    private static func oneOrMany(_ one: JSON) -> JSON { anyOf([one, list(one)]) }

    private static func mapping(_ properties: [(String, JSON)], required: [String] = []) -> JSON {
        var members: [(String, JSON)] = [("type", .string("object")), ("properties", .object(properties))]
        if !required.isEmpty { members.append(("required", .list(required.map(JSON.string)))) }
        members.append(("additionalProperties", .boolean(false)))
        return .object(members)
    }
}
