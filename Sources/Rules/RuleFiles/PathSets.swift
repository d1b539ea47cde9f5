import SourceText
import YAML

/// Globs under names, so that rules that leave out the same files say so in one word: `exclude: [{ set: tests }]`.
public struct PathSets: Sendable {
    private var globs: [String: GlobSet] = [:]

    public init() {}

    /// The names of the sets, in order.
    public var names: [String] { globs.keys.sorted() }

    public subscript(name: String) -> GlobSet? { globs[name] }

    /// Adds the globs of others; sets of one name add up.
    public mutating func add(_ others: PathSets) {
        for (name, globs) in others.globs { self.globs[name, default: GlobSet([])].add(globs) }
    }

    /// `path-sets:` of a model file.
    init(_ node: YAMLNode?) throws(YAMLError) {
        guard let node else { return }
        guard node.isMapping else { throw node.error("'path-sets' must be a mapping of names to globs") }
        for pair in node.pairs {
            globs[pair.key.text] = GlobSet(try pair.value.strings("the set '\(pair.key.text)'").map { Glob($0) })
        }
    }
}
