import Matching
import Syntax

extension ProvenanceReader {
    /// Whether a list of pieces of SQL is given, one by one, such as hold text of a request: `sets.append(f"{key} = ?")`.
    func isGivenRequestText(_ list: NodeIndex) -> Bool {
        guard tree.kind(list) == .identifier else { return false }
        return facts.uses(ofVariableAt: list).contains { use in
            guard use < list, let element = element(addedAt: use),
                let text = TextReader(facts: facts).text(of: element)
            else { return false }
            return text.parts.contains { part in
                guard case .hole(let hole) = part, case .unknown = provenance(of: hole.node, depth: 1) else {
                    return false
                }
                return !hole.isBound && RequestOrigin(facts: facts).reachesAsText(hole.node)
            }
        }
    }

    /// What a list is given where it is used: `x` of `list.append(x)`.
    private func element(addedAt use: NodeIndex) -> NodeIndex? {
        let member = tree.parent(use)
        guard tree.role(use) == .object, tree.kind(member) == .member, tree.role(member) == .callee,
            let name = tree.child(member, .name), facts.means(.addsElement, name)
        else { return nil }
        return tree.child(tree.parent(member), .arguments).flatMap { tree.firstChild($0) }
    }
}
