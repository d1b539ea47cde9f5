import Matching
import SourceText
import Syntax

extension ProvenanceReader {
    /// One of several values that are given at once: `let (column, value) = team ? ("team_id", team) : ("user_id", user)`.
    func destructured(_ use: NodeIndex, depth: Int) -> HoleProvenance? {
        let list = tree.parent(use)
        guard let position = Array(tree.children(list)).firstIndex(of: use), tree.role(list) == .target,
            tree.parent(list) >= 0, [.declarator, .assignment].contains(tree.kind(tree.parent(list))),
            let value = tree.child(tree.parent(list), .value)
        else { return nil }
        return part(position, of: value, depth: depth + 1)
    }

    /// The element of a list at a position, whichever of several lists it is.
    private func part(_ position: Int, of value: NodeIndex, depth: Int) -> HoleProvenance {
        guard depth < 8 else { return .unknown }
        let node = unwrapped(value)
        switch tree.kind(node) {
        case .tuple, .array:
            let elements = Array(tree.children(node))
            guard elements.indices.contains(position), !elements.contains(where: { tree.kind($0) == .spread }) else {
                return .unknown
            }
            let element =
                tree.kind(elements[position]) == .keywordArgument
                ? tree.child(elements[position], .value) ?? elements[position] : elements[position]
            return provenance(of: element, depth: depth + 1)
        case .conditional:
            return weakest(
                [tree.child(node, .body), tree.child(node, .alternate)].map { branch in
                    branch.map { part(position, of: $0, depth: depth + 1) } ?? .unknown
                })
        case .call:
            guard let function = tree.child(node, .callee).flatMap({ facts.localFunction($0) }) else {
                return provenance(of: node, depth: depth)
            }
            let given = facts.results(of: function)
            return given.isEmpty ? .unknown : weakest(given.map { part(position, of: $0, depth: depth + 1) })
        default: return provenance(of: node, depth: depth)
        }
    }

    private func weakest(_ found: [HoleProvenance]) -> HoleProvenance { found.reduce(.constant, joined) }
}
