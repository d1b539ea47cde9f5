import Findings
import Syntax

/// The JSON Schema (draft 2020-12) of rule files, made from the keys that the loader accepts.
public struct RuleFileSchema {
    /// The schema's text.
    public static func json() -> String {
        let schema = RuleFileSchema()
        return JSON.object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("Lintel rule file")),
            ("type", .string("object")),
            ("required", .list([.string("rules")])),
            (
                "properties",
                .object([("rules", array(of: .reference("rule"))), ("missed", .object([]))])
            ),
            ("additionalProperties", .boolean(false)),
            ("$defs", .object(schema.definitions)),
        ]).text + "\n"
    }

    private let operations = OperationDecoder.entries

    private var definitions: [(String, JSON)] {
        [
            ("rule", anyRule),
            ("own-rule", rule),
            ("pattern", .object([("type", .string("string")), ("minLength", .integer(1))])),
            ("scalar", types("string", "number", "boolean")),
            ("operand", .object([("anyOf", .list([.reference("scalar"), .reference("operators")]))])),
            ("operators", object(formula)),
            ("operator", .object([("allOf", .list([.reference("operators")])), ("maxProperties", .integer(1))])),
            ("metavariable-pattern", object(RuleKeys.metavariablePattern, required: ["metavariable"])),
            ("source", object(RuleKeys.formula + RuleKeys.sourceFields)),
            ("sink", object(RuleKeys.formula + RuleKeys.sinkFields)),
            ("sanitizer", object(RuleKeys.formula + RuleKeys.sanitizerFields)),
            ("propagator", object(RuleKeys.formula + RuleKeys.propagatorFields, required: ["from", "to"])),
            ("match", newerFormula()),
            ("newer-source", newerFormula(and: RuleKeys.sourceFields)),
            ("newer-sink", newerFormula(and: RuleKeys.sinkFields)),
            ("newer-sanitizer", newerFormula(and: RuleKeys.newerSanitizerFields)),
            ("newer-propagator", newerObject(and: RuleKeys.propagatorFields, required: ["from", "to"])),
            ("where", object(newerKeys(and: Self.whereKeys))),
            ("texts", oneOrMany),
            ("globs", globs),
        ]
            + operations.map { entry in
                let properties = entry.keys.map { ($0, JSON.object([])) }
                return ("operation-\(entry.name)", Self.object(properties, required: []))
            }
    }

    private var formula: [String] { RuleKeys.formula + operations.map(\.name) }

    // MARK: Rules

    /// A rule in none of our languages is passed over, whatever else it says.
    private var anyRule: JSON {
        let own = words(inAnyCase(ownLanguages))
        let list = JSON.object([("type", .string("array")), ("contains", own)])
        let isOwn = JSON.object([("properties", .object([("languages", .object([("anyOf", .list([own, list]))]))]))])
        return .object([
            ("if", isOwn), ("then", .reference("own-rule")),
            (
                "else",
                .object([
                    ("type", .string("object")), ("required", .list([.string("id"), .string("languages")])),
                    ("properties", .object([("languages", languages)])),
                ])
            ),
        ])
    }

    private var rule: JSON {
        var members = object(RuleKeys.rule, required: ["id", "languages", "message", "severity"]).members
        let finding = RuleKeys.positive + operations.map(\.name) + ["pattern-sources"] + RuleKeys.newerRule
        var alternatives = Self.having(finding)
        // Rules of other modes find what the engine knows.
        let mode = JSON.object([("mode", .object([("const", .string("suppressions"))]))])
        alternatives.append(.object([("properties", mode), ("required", .list([.string("mode")]))]))
        members.append(("anyOf", .list(alternatives)))
        return .object(members)
    }

    /// A mapping that may hold `keys` and, where they stand for operators, every operator over facts.
    private func object(_ keys: [String], required: [String] = []) -> JSON {
        let names = keys + operations.map(\.name).filter { !keys.contains($0) }
        return Self.object(names.map { ($0, schema(of: $0)) }, required: required)
    }

    // MARK: The newer syntax

    private static let whereKeys =
        RuleKeys.whereConditions + RuleKeys.metavariableComparison + ["language", "constant-propagation"]

    /// A pattern, or a mapping with an operator.
    private func newerFormula(and fields: [String] = []) -> JSON {
        .object([("anyOf", .list([.reference("scalar"), newerObject(and: fields)]))])
    }

    private func newerKeys(and fields: [String]) -> [String] {
        var names: [String] = []
        for name in RuleKeys.match + RuleKeys.matchFields + fields where !names.contains(name) { names.append(name) }
        return names
    }

    private func newerObject(and fields: [String], required: [String] = []) -> JSON {
        var members = object(newerKeys(and: fields), required: required).members
        // One operator, beside which the fields stand.
        members.append(("oneOf", .list(Self.having(RuleKeys.match + operations.map(\.name)))))
        return .object(members)
    }

    /// A schema for each of some keys, which asks for it.
    private static func having(_ keys: [String]) -> [JSON] {
        keys.map { .object([("required", .list([.string($0)]))]) }
    }

    private var newerTaint: JSON {
        let properties = RuleKeys.newerTaint.map { ($0, array(of: .reference("newer-\($0.dropLast())"))) }
        return Self.object(properties, required: ["sources", "sinks"])
    }

    private func schema(of key: String) -> JSON {
        switch key {
        case "match", "not", "inside", "anywhere": .reference("match")
        case "all", "any": array(of: .reference("match"))
        case "where": array(of: .reference("where"))
        case "taint": newerTaint
        case "pattern", "pattern-regex", "pattern-not-regex": .reference("scalar")
        case "patterns", "pattern-either": array(of: .reference("operator"))
        case "pattern-inside", "pattern-anywhere", "pattern-not", "pattern-not-inside": .reference("operand")
        case "metavariable-regex":
            condition(RuleKeys.metavariableRegex, required: ["metavariable", "regex"])
        // A definition, because it holds itself.
        case "metavariable-pattern": .reference("metavariable-pattern")
        case "metavariable-comparison":
            condition(RuleKeys.metavariableComparison, required: ["comparison"])
        case "metavariable-analysis":
            condition(RuleKeys.metavariableAnalysis, required: ["metavariable", "analyzer"])
        case "metavariable-type": condition(RuleKeys.metavariableType, required: ["metavariable"])
        case "focus-metavariable", "focus", "types", "replace-labels": .reference("texts")
        case "pattern-sources": array(of: .reference("source"))
        case "pattern-sinks": array(of: .reference("sink"))
        case "pattern-sanitizers": array(of: .reference("sanitizer"))
        case "pattern-propagators": array(of: .reference("propagator"))
        case "languages": languages
        case "severity": words(RuleKeys.severities.map(\.key))
        case "language": words(ownLanguages)
        case "mode": words(RuleKeys.modes.map(\.key))
        case "analyzer": words(RuleKeys.analyzers.map(\.key))
        case "paths": Self.object(RuleKeys.paths.map { ($0, .reference("globs")) }, required: [])
        case "options": options
        case "metadata": metadata
        case "parameters": parameters
        case "fix-regex":
            Self.object(
                [("regex", .reference("scalar")), ("replacement", .reference("scalar")), ("count", types("integer"))],
                required: ["regex", "replacement"])
        case "by-side-effect": .object([("enum", .list([.boolean(true), .boolean(false), .string("only")]))])
        case "exact", "control", "at-exit", "not_conflicting", "not-conflicting", "strip", "constant-propagation":
            types("boolean")
        case "base": types("integer")
        default: operations.contains { $0.name == key } ? .reference("operation-\(key)") : .reference("scalar")
        }
    }

    /// Third-party rules keep much of their own here.
    private var metadata: JSON {
        .object([
            ("type", .list([.string("object"), .string("null")])),
            (
                "properties",
                .object([
                    ("convention", words(Convention.allCases.map(\.rawValue))),
                    ("strength", types("number")),
                    ("profile", words(Profile.allCases.map(\.rawValue))),
                    ("rationale", types("string")),
                    ("good", types("string", "object")),
                    ("bad", types("string", "object")),
                    ("cwe", .reference("texts")),
                    ("tags", .reference("texts")),
                    ("precision", words(Precision.allCases.map(\.rawValue))),
                    ("security-severity", types("number", "string")),
                ])
            ),
        ])
    }

    private var parameters: JSON {
        let parameter = Self.object(
            [("default", .object([])), ("description", types("string")), ("accepted", types("array"))],
            required: ["default"])
        return .object([("type", .string("object")), ("additionalProperties", parameter)])
    }

    private var ownLanguages: [String] { Languages.all.flatMap(\.names) + ["generic", "regex"] }

    /// Names as they are written and in capitals, which is as much as an enumeration can say of case.
    private func inAnyCase(_ names: [String]) -> [String] {
        names.flatMap { name in
            let capitalized = name.prefix(1).uppercased() + name.dropFirst()
            return name.uppercased() == capitalized ? [name, capitalized] : [name, capitalized, name.uppercased()]
        }
    }

    private var languages: JSON {
        let names = inAnyCase(ownLanguages + ForeignLanguages.names)
        let list = JSON.object([("type", .string("array")), ("items", words(names)), ("minItems", .integer(1))])
        return .object([("anyOf", .list([words(names), list]))])
    }

    private var options: JSON {
        let booleans = RuleKeys.booleanOptions.map { ($0, types("boolean")) }
        let integers = RuleKeys.integerOptions.map { ($0, types("integer")) }
        let ignored = RuleKeys.ignoredOptions.map { ($0, JSON.object([])) }
        let fixed = RuleKeys.fixedOptions.map { ($0, JSON.object([("const", .boolean(true))])) }
        let focus = RuleKeys.taintFocusOptions.map { ($0, words(RuleKeys.taintFocus.map(\.key))) }
        let generic =
            [
                (RuleKeys.commentOption, words(RuleKeys.commentStyles.map(\.key))),
                (RuleKeys.engineOption, words(RuleKeys.engines.map(\.key))),
                (RuleKeys.multilineOption, types("boolean")),
                (RuleKeys.wordOption, array(of: character)),
            ] + RuleKeys.bracketOptions.map { ($0.key, array(of: pair(of: character))) }
        return Self.object(booleans + integers + generic + focus + ignored + fixed, required: [])
    }

    private func condition(_ keys: [String], required: [String]) -> JSON {
        Self.object(keys.map { ($0, schema(of: $0)) }, required: required)
    }

    // MARK: Parts

    private static func object(_ properties: [(String, JSON)], required: [String]) -> JSON {
        var members: [(String, JSON)] = [("type", .string("object")), ("properties", .object(properties))]
        if !required.isEmpty { members.append(("required", .list(required.map(JSON.string)))) }
        members.append(("additionalProperties", .boolean(false)))
        return .object(members)
    }

    private static func array(of items: JSON) -> JSON {
        .object([("type", .string("array")), ("items", items)])
    }

    private func array(of items: JSON) -> JSON { Self.array(of: items) }

    private var character: JSON {
        .object([("type", .string("string")), ("minLength", .integer(1)), ("maxLength", .integer(1))])
    }

    private func pair(of items: JSON) -> JSON {
        .object([("type", .string("array")), ("items", items), ("minItems", .integer(2)), ("maxItems", .integer(2))])
    }

    private var globs: JSON {
        let set = Self.object(RuleKeys.pathSet.map { ($0, types("string")) }, required: RuleKeys.pathSet)
        let element = JSON.object([("anyOf", .list([types("string"), set]))])
        return .object([("anyOf", .list([types("string"), array(of: element)]))])
    }

    private var oneOrMany: JSON {
        .object([("anyOf", .list([types("string"), array(of: types("string"))]))])
    }

    private func types(_ names: String...) -> JSON {
        .object([("type", names.count == 1 ? .string(names[0]) : .list(names.map(JSON.string)))])
    }

    private func words(_ words: [String]) -> JSON { .object([("enum", .list(words.map(JSON.string)))]) }
}
