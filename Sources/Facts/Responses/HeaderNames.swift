import Matching
import SourceText
import Syntax

/// Names of headers, in lower case with dashes, however code writes them.
enum HeaderNames {
    /// The names in an object of headers; nil where not all are known.
    static func names(in node: NodeIndex, facts: FileFacts, substitution: Substitution) -> Set<String>? {
        let reader = BodyReader(facts: facts, substitution: substitution)
        let resolved = reader.resolve(node)
        guard case .object(let keys) = reader.shape(of: resolved) else {
            return listedNames(in: resolved, facts: facts)
        }
        return Set(keys.map { $0.name.lowercased() })
    }

    /// The names where they are members, pairs of an array, or given to what makes headers of them.
    private static func listedNames(in node: NodeIndex, facts: FileFacts) -> Set<String>? {
        let tree = facts.tree
        var names: Set<String> = []
        if tree.kind(node) == .call || tree.kind(node) == .new {
            guard let list = tree.child(node, .arguments), let first = tree.firstChild(list) else { return nil }
            return self.names(in: tree.child(first, .value) ?? first, facts: facts, substitution: Substitution())
        }
        guard tree.kind(node) == .array || tree.kind(node) == .object else { return nil }
        for element in tree.children(node) {
            guard let name = tree.child(element, .key) ?? tree.firstChild(element) else { return nil }
            if let text = facts.target.stringValue(name) {
                names.insert(String(decoding: text, as: UTF8.self).lowercased())
            } else if tree.kind(name) == .member, let last = tree.child(name, .name) {
                names.insert(dashed(facts.text(last)))
            } else {
                return nil
            }
        }
        return names
    }

    /// `retryAfter` as `retry-after`.
    static func dashed(_ name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if byte.isCapital {
                if !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
                bytes.append(byte.lowercased)
            } else {
                bytes.append(byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
