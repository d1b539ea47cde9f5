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
    func part(_ position: Int, of value: NodeIndex, depth: Int) -> HoleProvenance {
        guard depth < 8 else { return .unknown }
        let node = unwrapped(value)
        switch tree.kind(node) {
        case .tuple, .array:
            let elements = Array(tree.children(node))
            guard elements.indices.contains(position), !elements.contains(where: { tree.kind($0) == .spread }) else {
                return .unknown
            }
            let element = tree.argumentValue(elements[position])
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

    /// A field of an object that is taken out of it: `const { where, order } = clauses(filter)`.
    func destructuredField(_ use: NodeIndex, depth: Int) -> HoleProvenance? {
        let part = tree.parent(use)
        guard tree.kind(part) == .shorthand || tree.role(use) == .value, tree.kind(tree.parent(part)) == .object,
            tree.role(tree.parent(part)) == .target
        else { return nil }
        let holder = tree.parent(tree.parent(part))
        guard holder >= 0, [.declarator, .assignment].contains(tree.kind(holder)),
            let value = tree.child(holder, .value)
        else { return nil }
        let name = tree.kind(part) == .shorthand ? use : tree.child(part, .key) ?? use
        return field(facts.text(name), of: value, depth: depth + 1) ?? .unknown
    }

    /// A field of an object that is written out, or that functions of the file give written out; nil where it is not seen.
    func field(_ name: String, of object: NodeIndex, depth: Int) -> HoleProvenance? {
        guard depth < 8 else { return nil }
        let node = unwrapped(object)
        switch tree.kind(node) {
        case .object:
            let parts = Array(tree.children(node))
            guard !parts.contains(where: { tree.kind($0) == .spread }) else { return nil }
            let part = parts.first { part in
                (tree.child(part, .key) ?? tree.child(part, .name)).map { key in
                    facts.target.stringValue(key).map { $0.elementsEqual(name.utf8) } ?? (facts.text(key) == name)
                } == true
            }
            return part.flatMap { tree.child($0, .value) ?? tree.child($0, .name) }
                .map { provenance(of: $0, depth: depth + 1) }
        case .conditional:
            return weakest([tree.child(node, .body), tree.child(node, .alternate)], field: name, depth: depth)
        case .call:
            guard let function = tree.child(node, .callee).flatMap({ facts.localFunction($0) }) else { return nil }
            return weakest(facts.results(of: function), field: name, depth: depth)
        case .identifier:
            guard let value = facts.onlyValue(of: node), value != node, !isChanged(node) else { return nil }
            return field(name, of: value, depth: depth + 1)
        default: return nil
        }
    }

    private func weakest(_ objects: [NodeIndex?], field name: String, depth: Int) -> HoleProvenance? {
        let found = objects.map { $0.flatMap { field(name, of: $0, depth: depth + 1) } }
        return found.isEmpty || found.contains { $0 == nil } ? nil : weakest(found.compactMap { $0 })
    }

    /// Whether fields of a variable's object are set after it was made.
    private func isChanged(_ variable: NodeIndex) -> Bool {
        facts.uses(ofVariableAt: variable).contains { use in
            let parent = tree.parent(use)
            return parent >= 0 && [.member, .index].contains(tree.kind(parent)) && tree.role(use) == .object
                && tree.role(parent) == .target
        }
    }

    func weakest(_ found: [HoleProvenance]) -> HoleProvenance { found.reduce(.constant, joined) }
}
