import SourceText
import YAML

/// Reads `paths:`: lists of globs, and of `{ set: NAME }` for the globs of a set.
struct PathsDecoder {
    let sets: PathSets

    func paths(of mapping: YAMLMapping) throws(YAMLError) -> PathFilter {
        guard let node = mapping["paths"] else { return PathFilter() }
        let given = try node.mapping("'paths'", keys: RuleKeys.paths)
        return PathFilter(
            include: try list(given["include"], "'include'"), exclude: try list(given["exclude"], "'exclude'"))
    }

    private func list(_ node: YAMLNode?, _ name: String) throws(YAMLError) -> PathFilter.List {
        var list = PathFilter.List()
        guard let node else { return list }
        guard node.isSequence else {
            list.add(try node.strings(name).map { Glob($0) })
            return list
        }
        var globs: [Glob] = []
        for element in node.elements {
            if element.isMapping {
                try add(element, to: &list)
            } else {
                globs.append(Glob(try element.string("each of \(name)")))
            }
        }
        list.add(globs)
        return list
    }

    private func add(_ node: YAMLNode, to list: inout PathFilter.List) throws(YAMLError) {
        let name = try node.mapping("a set of paths", keys: RuleKeys.pathSet).required("set", of: "a set of paths")
        let text = try name.string("'set'")
        guard let globs = sets[text] else {
            throw name.unknown("set of paths", accepting: sets.names)
        }
        list.add(globs, named: text)
    }
}
