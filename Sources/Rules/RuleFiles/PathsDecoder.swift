import SourceText
import YAML

/// Reads `paths:`: lists of globs, and of `{ set: NAME }` for the globs of a set.
struct PathsDecoder {
    let sets: PathSets

    func paths(of mapping: YAMLMapping) throws(YAMLError) -> PathFilter {
        guard let node = mapping["paths"] else { return PathFilter() }
        let given = try node.mapping("'paths'", keys: RuleKeys.paths)
        return PathFilter(
            include: try globs(given["include"], "'include'"), exclude: try globs(given["exclude"], "'exclude'"))
    }

    private func globs(_ node: YAMLNode?, _ name: String) throws(YAMLError) -> [Glob] {
        guard let node else { return [] }
        guard node.isSequence else { return try node.strings(name).map { Glob($0) } }
        var globs: [Glob] = []
        for element in node.elements {
            if element.isMapping {
                globs += try set(element)
            } else {
                globs.append(Glob(try element.string("each of \(name)")))
            }
        }
        return globs
    }

    private func set(_ node: YAMLNode) throws(YAMLError) -> [Glob] {
        let name = try node.mapping("a set of paths", keys: RuleKeys.pathSet).required("set", of: "a set of paths")
        guard let globs = sets[try name.string("'set'")] else {
            throw name.unknown("set of paths", accepting: sets.names)
        }
        return globs
    }
}
