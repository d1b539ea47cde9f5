import Facts
import Rules
import Syntax

/// The rule and model files of a run, read; compiled for a language when a file of it comes.
public struct RuleLibrary: Sendable {
    public var rules: [RuleDefinition] = []
    public var models: [ModelFile] = []
    public private(set) var errors: [YAMLError] = []

    public init() {}

    /// Adds a file: a model where it says `model:`, else rules.
    public mutating func add(_ bytes: [UInt8], path: String) {
        if RuleLibrary.isModel(bytes) {
            do throws(YAMLError) {
                models.append(try ModelFile(bytes, path: path))
            } catch {
                errors.append(error)
            }
        } else {
            let file = RuleFile(bytes, path: path)
            rules += file.rules
            errors += file.errors
        }
    }

    /// Whether the first key of the file is `model`.
    private static func isModel(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: 0x0A).first { line in
            line.first.map { $0 != UInt8(ascii: "#") && $0 > 0x20 && $0 != UInt8(ascii: "-") } ?? false
        }.map { $0.starts(with: "model:".utf8) } ?? false
    }

    /// The models for a language.
    public func modelSet(for language: any Language) throws(YAMLError) -> ModelSet {
        var set = ModelSet()
        for file in models {
            guard let model = try file.model(for: language) else { continue }
            set.models.append(model)
            set.names.merge(file.names)
        }
        return set
    }

    /// The rules that speak of a language, compiled for it.
    public func compiledRules(for language: any Language) throws(YAMLError) -> [Rule] {
        var compiled: [Rule] = []
        for rule in rules where rule.applies(to: language) { compiled.append(try rule.compiled(for: language)) }
        return compiled
    }
}
