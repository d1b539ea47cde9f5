import Matching
import Syntax

/// Where what a loop goes over comes from.
extension ProvenanceReader {
    /// Whether a declarator names what a loop gives: `for (const name of names)`.
    func isLoopVariable(_ declarator: NodeIndex) -> Bool {
        let declaration = tree.parent(declarator)
        return declaration >= 0 && tree.parent(declaration) >= 0 && tree.kind(tree.parent(declaration)) == .forEach
    }

    /// The elements of what a loop goes over.
    func iterated(_ use: NodeIndex, depth: Int) -> HoleProvenance? {
        var loop = tree.parent(use)
        while loop >= 0, tree.kind(loop) != .forEach, tree.kind(loop) != .comprehensionClause {
            guard !tree.kind(loop).isStatement || tree.kind(loop) == .variableDeclaration else { return nil }
            loop = tree.parent(loop)
        }
        // What stands in the loop's body, or in a condition, is not what the loop gives.
        let part = loop < 0 ? nil : tree.children(loop).first { ($0..<tree.subtreeEnd($0)).contains(use) }
        guard let part, tree.role(part) == .target || tree.kind(part) == .variableDeclaration,
            let iterable = tree.child(loop, .iterable)
        else { return nil }
        if tree.kind(iterable) == .binary { return .number }
        // `for index, name in enumerate(names)`
        if tree.kind(iterable) == .call, let callee = tree.child(iterable, .callee),
            facts.names.holds(.numbersElements, facts.name(of: callee).lastDottedPart),
            tree.kind(tree.parent(use)) == .tuple, tree.firstChild(tree.parent(use)) == use
        {
            return .number
        }
        if tree.kind(iterable) == .call, let callee = tree.child(iterable, .callee), facts.text(callee) == "range" {
            return .number
        }
        if tree.kind(iterable) == .object {
            return tree.children(iterable).allSatisfy {
                tree.child($0, .key).map { isSafe($0, depth: depth + 1) } ?? false
            }
                ? .constant : .unknown
        }
        return iteratedPart(use, of: iterable, depth: depth) ?? iteratedKeys(use, of: iterable, depth: depth)
            ?? provenance(of: iterable, depth: depth + 1)
    }

    /// The keys of an object that is written out: `for key, value in fields.items()`, `for key in fields`.
    private func iteratedKeys(_ use: NodeIndex, of iterable: NodeIndex, depth: Int) -> HoleProvenance? {
        var object = unwrapped(iterable)
        if tree.kind(object) == .call, let callee = tree.child(object, .callee) {
            let name = facts.name(of: callee).lastDottedPart
            let isFirst =
                [.array, .tuple].contains(tree.kind(tree.parent(use)))
                && tree.firstChild(tree.parent(use)) == use
            guard facts.names.holds(.givesKeys, name) || facts.names.holds(.givesEntries, name) && isFirst,
                let given = tree.child(object, .arguments).flatMap({ tree.firstChild($0) })
                    ?? tree.child(callee, .object)
            else { return nil }
            object = unwrapped(given)
        }
        if tree.kind(object) == .identifier {
            guard let value = facts.onlyValue(of: object), !isGrown(object), !getsOtherKeys(object, depth: depth) else {
                return nil
            }
            object = unwrapped(value)
        }
        guard tree.kind(object) == .object, tree.firstChild(object) != nil,
            tree.children(object).allSatisfy({ tree.child($0, .key).map { isSafe($0, depth: depth + 1) } ?? false })
        else { return nil }
        return .constant
    }

    /// Whether a variable's object is given keys later that are not constant: `fields[name] = value`.
    private func getsOtherKeys(_ variable: NodeIndex, depth: Int) -> Bool {
        facts.uses(ofVariableAt: variable).contains { use in
            let place = tree.parent(use)
            guard place >= 0, tree.kind(place) == .index, tree.role(use) == .object, tree.role(place) == .target else {
                return false
            }
            return !tree.children(place).allSatisfy { $0 == use || isSafe($0, depth: depth + 1) }
        }
    }

    /// The elements at one place of the lists that a list holds which is written out: `for (const [table, days] of PERIODS)`.
    private func iteratedPart(_ use: NodeIndex, of iterable: NodeIndex, depth: Int) -> HoleProvenance? {
        let pattern = tree.parent(use)
        guard [.array, .tuple].contains(tree.kind(pattern)),
            let position = Array(tree.children(pattern)).firstIndex(of: use)
        else { return nil }
        var list = unwrapped(iterable)
        // `for column, value in zip(COLUMNS, values)`
        if tree.kind(list) == .call, let callee = tree.child(list, .callee),
            facts.names.holds(.pairsElements, facts.name(of: callee).lastDottedPart),
            let lists = tree.child(list, .arguments).map({ Array(tree.children($0)) }), lists.indices.contains(position)
        {
            return provenance(of: lists[position], depth: depth + 1)
        }
        if tree.kind(list) == .identifier, let value = facts.onlyValue(of: list), !isGrown(list) {
            list = unwrapped(value)
        }
        guard [.array, .tuple].contains(tree.kind(list)), tree.firstChild(list) != nil,
            tree.children(list).allSatisfy({ [.array, .tuple].contains(tree.kind(unwrapped($0))) })
        else { return nil }
        return weakest(tree.children(list).map { part(position, of: $0, depth: depth + 1) })
    }

    /// Whether something is added to the list that a variable holds.
    private func isGrown(_ variable: NodeIndex) -> Bool {
        facts.uses(ofVariableAt: variable).contains { use in
            let member = tree.parent(use)
            return member >= 0 && tree.kind(member) == .member && tree.role(use) == .object
                && tree.child(member, .name).map { facts.means(.growsList, $0) } == true
        }
    }
}
