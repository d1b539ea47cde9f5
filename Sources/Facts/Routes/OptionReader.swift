import Matching
import Syntax

/// Reads what an object of options says, under the keys that a model names: `keys: { path: url, middleware: [preHandler] }`
/// of the object that `options: $OPTIONS` is bound to.
struct OptionReader {
    let facts: FileFacts
    /// Which element of the list that a loop around it goes through is meant.
    var element: Int?

    private var tree: SyntaxTree { facts.tree }

    /// The first value of the option.
    func value(_ option: String, of match: ModelMatch) -> NodeIndex? { values(option, of: match).first }

    /// The values under all keys of the option.
    func values(_ option: String, of match: ModelMatch) -> [NodeIndex] {
        guard case .mapping(let keys)? = match.value("keys"), let names = keys[option]?.texts else { return [] }
        return match.nodes("options", in: tree).flatMap { node in names.compactMap { value(under: $0, in: node) } }
    }

    /// The value under a key, or under one of an object under a key: `options.prefix`.
    private func value(under path: String, in node: NodeIndex) -> NodeIndex? {
        path.split(separator: ".").reduce(Optional(node)) { found, key in
            found.flatMap { value(named: String(key), in: $0) }
        }
    }

    /// The value of a key in an object, in the object that a variable holds, or in the one that a call is given.
    func value(named name: String, in node: NodeIndex) -> NodeIndex? {
        guard let object = object(node, depth: 0) else { return nil }
        for child in tree.children(object) {
            switch tree.kind(child) {
            case .pair:
                guard let key = tree.child(child, .key), keyText(key) == name else { continue }
                return tree.child(child, .value)
            case .shorthand, .function:
                // The name of a shorthand stands for a variable, whose value is not the key.
                guard let key = tree.child(child, .name), facts.text(key) == name else { continue }
                return tree.kind(child) == .function ? child : key
            default: continue
            }
        }
        return nil
    }

    private func object(_ node: NodeIndex, depth: Int) -> NodeIndex? {
        guard depth < 6 else { return nil }
        switch tree.kind(node) {
        case .object: return node
        case .parenthesized, .cast: return tree.child(node, .value).flatMap { object($0, depth: depth + 1) }
        case .call:
            return tree.child(node, .arguments).flatMap(tree.firstChild).flatMap { object($0, depth: depth + 1) }
        case .identifier:
            let listed = element.flatMap { ListedElements(facts: facts).value(of: node, at: $0) }
            return (listed ?? facts.onlyValue(of: node)).flatMap { object($0, depth: depth + 1) }
        default: return nil
        }
    }

    private func keyText(_ key: NodeIndex) -> String {
        facts.target.stringValue(key).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(key)
    }
}
