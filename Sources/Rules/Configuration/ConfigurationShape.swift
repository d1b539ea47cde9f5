/// What may stand at a place of `.lintrc.yaml`. The validator and the JSON Schema are both derived from these values, so
/// that they cannot disagree.
indirect enum ConfigurationShape: Sendable {
    case boolean
    /// A string that is not empty.
    case text
    /// One of some words.
    case word([String])
    /// One string or a list of strings, none of them empty.
    case texts
    /// Of `texts`, each one of the names that the caller knows; any where it knows none.
    case frameworks
    /// A mapping with these keys.
    case mapping([ConfigurationKey])
    /// A list of such mappings.
    case list([ConfigurationKey])
    /// Rule ids with a level, or with a level and options.
    case rules
    /// A word for a preset, or the custom shape.
    case preset([String], or: [ConfigurationKey])
    /// The keys of a JSON object with their types, nested as the object is.
    case fields
    /// `METHOD /path` or `/path`, one or a list.
    case routes
}

/// One key of a mapping in `.lintrc.yaml`.
struct ConfigurationKey: Sendable {
    let name: String
    let shape: ConfigurationShape
    /// For the JSON Schema, which editors show.
    let description: String
    var isRequired = false
}

extension ConfigurationShape {
    /// The whole file.
    static let file: [ConfigurationKey] = [
        ConfigurationKey(name: "root", shape: .boolean, description: "Whether to look no further up for settings."),
        ConfigurationKey(
            name: "extends", shape: .texts,
            description: "Profiles (recommended, strict, all) or paths of other configuration files."),
        ConfigurationKey(name: "rules-from", shape: .texts, description: "Folders or files with more rules."),
        ConfigurationKey(
            name: "exclude", shape: .texts, description: "Globs of files that are not linted, as in .gitignore."),
        ConfigurationKey(name: "rules", shape: .rules, description: "Levels and options of rules."),
        ConfigurationKey(
            name: "overrides", shape: .list(override), description: "Rules for some of the files; the last one wins."),
        ConfigurationKey(
            name: "contracts", shape: .mapping(contracts), description: "Agreements that rules hold code to."),
        ConfigurationKey(name: "auth", shape: .mapping(auth), description: "How this project authenticates."),
        ConfigurationKey(
            name: "frameworks", shape: .frameworks, description: "The frameworks in use; detected where none are named."
        ),
        ConfigurationKey(
            name: "suppressions", shape: .mapping(suppressions),
            description: "What comments that suppress findings need."),
    ]

    private static let override = [
        ConfigurationKey(
            name: "files", shape: .texts, description: "Globs of the files, as in .gitignore.", isRequired: true),
        ConfigurationKey(
            name: "rules", shape: .rules, description: "Levels and options of rules in these files.", isRequired: true),
    ]

    private static let contracts = [
        ConfigurationKey(
            name: "error-envelope",
            shape: .preset(["flat", "nested", "success", "problem", "infer"], or: envelope),
            description: "The JSON body of error responses."),
        ConfigurationKey(
            name: "success-envelope", shape: .preset(["none", "success"], or: envelope),
            description: "The JSON body of successful responses."),
        ConfigurationKey(
            name: "cache-key", shape: .text, description: "The format of cache keys, with {placeholders}."),
    ]

    private static let envelope = [
        ConfigurationKey(
            name: "required", shape: .fields, description: "Keys that must be there, with their types.",
            isRequired: true),
        ConfigurationKey(name: "optional", shape: .fields, description: "Keys that may be there, with their types."),
        ConfigurationKey(
            name: "extra-keys", shape: .word(["allow", "forbid"]), description: "Whether other keys may be there."),
    ]

    private static let auth = [
        ConfigurationKey(
            name: "middleware", shape: .texts,
            description: "Names of middleware, decorators, dependencies or guards that authenticate."),
        ConfigurationKey(name: "header", shape: .text, description: "The header that carries the credentials."),
        ConfigurationKey(
            name: "public", shape: .routes,
            description: "Routes without authentication; * is one segment of the path, ** any number."),
    ]

    private static let suppressions = [
        ConfigurationKey(
            name: "require-reason", shape: .boolean, description: "Whether a suppression must give its reason.")
    ]
}
