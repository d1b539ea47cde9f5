import Findings
import SourceText

/// What is in force for one folder or file: all files of the cascade merged, the nearest last.
public struct Configuration: Sendable {
    public internal(set) var profile = Setting(Profile.recommended)
    /// Folders and files with more rules, joined with the folder of the file that names them.
    public internal(set) var rulesFrom: [Setting<String>] = []
    /// By rule id.
    public internal(set) var rules: [String: RuleSetting] = [:]
    public internal(set) var errorEnvelope = Setting(Envelope.preset("flat"))
    public internal(set) var successEnvelope = Setting(Envelope.preset("none"))
    public internal(set) var cacheKey = Setting("{service}:{resource}:{identifier}:{version}")
    /// Names that authenticate beside those of the models.
    public internal(set) var middleware: [Setting<String>] = []
    public internal(set) var header = Setting("Authorization")
    public internal(set) var publicRoutes: [Setting<RoutePattern>] = []
    /// nil: to be detected.
    public internal(set) var frameworks: [Setting<String>]?
    public internal(set) var requiresSuppressionReason = Setting(false)
    /// Globs with the folder that they are relative to.
    public internal(set) var exclude: [(folder: String, glob: Setting<Glob>)] = []

    /// The defaults.
    public init() {}

    /// Whether an `exclude` matches the path, which is spelled as the folders that were configured are.
    public func excludes(_ path: String) -> Bool {
        exclude.contains { folder, glob in
            ConfigurationPath.relative(path, to: folder).map(glob.value.matches) ?? false
        }
    }
}

/// The files of a cascade, to be merged for each path.
public struct ConfigurationCascade: Sendable {
    /// A file and the folder that its globs are relative to: that of the file in the tree which extends it.
    struct Layer: Sendable {
        var file: ConfigurationFile
        var folder: String
        var profile: Setting<Profile>?
    }

    /// The farthest first.
    var layers: [Layer] = []

    /// No file: the defaults.
    public init() {}

    /// The configuration files that take part, the farthest first.
    public var paths: [String] { layers.map(\.file.path) }

    /// Whether there are any overrides.
    public var hasOverrides: Bool { layers.contains { !$0.file.overrides.isEmpty } }

    /// Numbers of the overrides that apply to a file. Files with the same numbers have the same configuration.
    public func overrides(for path: String) -> [Int] {
        var matching: [Int] = []
        var number = 0
        for layer in layers {
            let relative = ConfigurationPath.relative(path, to: layer.folder)
            for override in layer.file.overrides {
                if let relative, override.files.contains(where: { $0.matches(relative) }) { matching.append(number) }
                number += 1
            }
        }
        return matching
    }

    /// What is in force for a file; without one, what holds where no override applies.
    public func configuration(for path: String? = nil) -> Configuration {
        var result = Configuration()
        for layer in layers { apply(layer, to: &result, path: path) }
        return result
    }

    private func apply(_ layer: Layer, to result: inout Configuration, path: String?) {
        let file = layer.file
        if let profile = layer.profile { result.profile = profile }
        let folder = ConfigurationPath.folder(of: file.path)
        result.rulesFrom += file.rulesFrom.map {
            Setting(ConfigurationPath.join(folder, $0.value), origin: $0.origin)
        }
        result.exclude += file.exclude.map { (layer.folder, $0) }
        merge(file.rules, into: &result.rules)
        if let path, let relative = ConfigurationPath.relative(path, to: layer.folder) {
            for override in file.overrides where override.files.contains(where: { $0.matches(relative) }) {
                merge(override.rules, into: &result.rules)
            }
        }
        if let envelope = file.errorEnvelope { result.errorEnvelope = envelope }
        if let envelope = file.successEnvelope { result.successEnvelope = envelope }
        if let cacheKey = file.cacheKey { result.cacheKey = cacheKey }
        result.middleware += file.middleware
        if let header = file.header { result.header = header }
        result.publicRoutes += file.publicRoutes
        if let frameworks = file.frameworks { result.frameworks = frameworks }
        if let requiresReason = file.requiresReason { result.requiresSuppressionReason = requiresReason }
    }

    private func merge(_ settings: [String: RuleSetting], into rules: inout [String: RuleSetting]) {
        for (id, setting) in settings { rules[id, default: RuleSetting()].merge(setting) }
    }
}
