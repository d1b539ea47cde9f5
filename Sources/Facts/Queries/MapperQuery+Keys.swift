import Matching
import Syntax

/// Whether a mapper's query asks for rows by their key, so that there are no more than the keys it is given.
extension MapperQuery {
    /// Whether one of the predicates, all of which have to hold, compares a key: `{ id: { in: ids } }`, `id=1`,
    /// `User.id.in_(ids)`, `\.$id ~~ ids`, `eq(users.id, id)`; or another column with a list of values.
    func asksByKey(_ query: Query) -> Bool {
        query.predicates.contains { comparesKey(TextReader(facts: facts).unwrapped($0), depth: 0) }
    }

    /// Whether a part of a chain names a key before what that is compared with: `where("id", id)`, `where("id", "in", ids)`,
    /// `whereIn("id", ids)`.
    func asksByKey(_ link: QueryChain.Link) -> Bool {
        guard link.arguments.count >= 2, let text = facts.target.stringValue(link.arguments[0]) else { return false }
        let column = String(decoding: text, as: UTF8.self).lastDottedPart
        let comparesColumn = facts.names.holds(.comparesColumn, link.name)
        guard link.arguments.count > 2 else {
            return isMembership(link.name)
                ? isListed(column) : (comparesColumn || isEquality(link.name)) && isKey(column)
        }
        guard comparesColumn, let comparison = facts.target.stringValue(link.arguments[1]) else { return false }
        let name = String(decoding: comparison, as: UTF8.self)
        return isMembership(name) ? isListed(column) : (name == "=" || isEquality(name)) && isKey(column)
    }

    private func comparesKey(_ node: NodeIndex, depth: Int) -> Bool {
        guard depth < 4 else { return false }
        switch tree.kind(node) {
        case .object:
            return tree.children(node).contains { pair in
                guard tree.kind(pair) == .pair || tree.kind(pair) == .shorthand,
                    let key = tree.child(pair, .key) ?? tree.child(pair, .name)
                else { return false }
                let name = facts.target.stringValue(key).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(key)
                let value = tree.child(pair, .value)
                return isKey(name) && !isOpenEnded(value) || isListed(name) && value.map(isList) ?? false
            }
        // One of these has to hold: each has to name its rows.
        case .array:
            let choices = Array(tree.children(node))
            return !choices.isEmpty && choices.allSatisfy { comparesKey($0, depth: depth + 1) }
        case .string, .interpolatedString: return namesList(facts.text(node))
        case .keywordArgument:
            guard let label = tree.child(node, .label) else { return false }
            let name = facts.text(label)
            guard let lookup = lookup(name), isMembership(lookup.comparison) else { return isKey(name) }
            return isListed(lookup.column)
        case .binary:
            let sides = [tree.child(node, .left), tree.child(node, .right)].compactMap { $0 }
            switch facts.mainText(node) {
            case "==", "===": return sides.first.map(isKeyColumn) ?? false
            case "~~": return sides.first.map(isListedColumn) ?? false
            case "&&", "&", "and": return sides.contains { comparesKey($0, depth: depth + 1) }
            default: return false
            }
        case .call:
            guard let callee = tree.child(node, .callee) else { return false }
            let arguments = tree.child(node, .arguments).map { Array(tree.children($0)) } ?? []
            let name = facts.name(of: callee).lastDottedPart
            // A function is given the column, too; a method is the column's.
            if isMembership(name) {
                return (arguments.count > 1 ? arguments[0] : tree.child(callee, .object)).map(isListedColumn) ?? false
            }
            if isEquality(name) { return arguments.first.map(isKeyColumn) ?? false }
            return facts.names.holds(.conjunction, name) && arguments.contains { comparesKey($0, depth: depth + 1) }
        default: return false
        }
    }

    /// The parts of a label that says how its column is compared, `id__in`.
    private func lookup(_ label: String) -> (column: String, comparison: String)? {
        let bytes = Array(label.utf8)
        let mark = Array("__".utf8)
        guard let place = bytes.indices.dropLast().last(where: { bytes[$0..<$0 + 2].elementsEqual(mark) }) else {
            return nil
        }
        return (
            String(decoding: bytes[..<place], as: UTF8.self), String(decoding: bytes[(place + 2)...], as: UTF8.self)
        )
    }

    /// `{ not: 1 }`, `{ gt: 1 }`: all other rows, or all behind one.
    private func isOpenEnded(_ value: NodeIndex?) -> Bool {
        guard let value, tree.kind(value) == .object else { return false }
        return !tree.children(value).contains { pair in
            tree.child(pair, .key).map { isMembership(facts.text($0)) || isEquality(facts.text($0)) } ?? false
        }
    }

    /// `{ in: ids }`, `In(ids)`: values that others gave. Those that are written out are states, kinds and the like.
    private func isList(_ value: NodeIndex) -> Bool {
        switch tree.kind(value) {
        case .object:
            return tree.children(value).contains { pair in
                guard let key = tree.child(pair, .key), isMembership(facts.text(key)),
                    let list = tree.child(pair, .value)
                else { return false }
                return tree.kind(list) != .array
            }
        case .call:
            guard let callee = tree.child(value, .callee), isMembership(facts.name(of: callee).lastDottedPart),
                let list = tree.child(value, .arguments).flatMap(tree.firstChild)
            else { return false }
            return tree.kind(list) != .array
        default: return false
        }
    }

    /// `'user.plexId IN (:...ids)'`, with the column before the word.
    private func namesList(_ text: String) -> Bool {
        let words = text.utf8.split { [0x20, 0x09, 0x0A, 0x22, 0x27, 0x60].contains($0) }
        guard
            let place = words.firstIndex(where: { $0.elementsEqual("IN".utf8) || $0.elementsEqual("in".utf8) }),
            place > 0, place + 1 < words.count, words[place + 1].starts(with: "(:".utf8)
        else { return false }
        return isListed(String(Substring(words[place - 1])).lastDottedPart)
    }

    private func isEquality(_ name: String) -> Bool { facts.names.holds(.equality, name) }

    private func isMembership(_ name: String) -> Bool { facts.names.holds(.membership, name) }

    private func isListedColumn(_ node: NodeIndex) -> Bool {
        guard [.member, .keyPath, .identifier].contains(tree.kind(node)) else { return false }
        return isListed(facts.text(node).lastDottedPart)
    }

    private func isListed(_ name: String) -> Bool { isKey(name) || facts.names.holds(.listedColumn, name) }

    private func isKeyColumn(_ node: NodeIndex) -> Bool {
        guard [.member, .keyPath, .identifier].contains(tree.kind(node)) else { return false }
        let name = facts.text(node)
        // `\.$team.$id`: the key of another row, to which many may belong.
        let parts = name.split(separator: ".")
        if tree.kind(node) == .keyPath, parts.dropLast().contains(where: { $0.hasPrefix("$") }) { return false }
        return isKey(name.lastDottedPart)
    }

    private func isKey(_ name: String) -> Bool {
        facts.names.holds(.keyColumn, name.filter { $0 != "$" && $0 != "\\" && $0 != "\"" && $0 != "'" })
    }
}
