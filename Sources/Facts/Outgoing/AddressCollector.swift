import Matching
import SourceText
import Syntax

/// Collects the constants of a file by which other files may put URLs together: `API_URL`, `ENDPOINTS.users`.
struct AddressCollector {
    private let facts: FileFacts
    private let reader: ValueReader
    /// A file of more constants than this lists data.
    private static let mostAddresses = 256

    init(facts: FileFacts) {
        self.facts = facts
        reader = ValueReader(facts: facts)
    }

    private var tree: SyntaxTree { facts.tree }

    func collect() -> [String: TextTemplate] {
        var found: [String: TextTemplate] = [:]
        for kind in [NodeKind.assignment, .declarator, .field] {
            for node in facts.target.nodes(of: kind) where found.count < Self.mostAddresses {
                guard let target = tree.child(node, .target) ?? tree.child(node, .name),
                    tree.kind(target) == .identifier, let value = tree.child(node, .value),
                    FunctionTable.enclosing(node, in: tree) == nil, mayHoldAddress(value, target)
                else { continue }
                add(value, named: facts.text(target), to: &found, depth: 0)
            }
        }
        return found
    }

    private func mayHoldAddress(_ value: NodeIndex, _ target: NodeIndex) -> Bool {
        switch tree.kind(value) {
        case .string: isAddress(value)
        case .interpolatedString, .binary, .call, .member, .conditional:
            facts.means(.baseURL, target)
        case .object: tree.firstChild(value) != nil && tree.subtreeEnd(value) - value < 2000
        case .cast, .parenthesized: tree.child(value, .value).map { mayHoldAddress($0, target) } ?? false
        default: false
        }
    }

    /// Whether a literal starts as paths and URLs do.
    private func isAddress(_ node: NodeIndex) -> Bool {
        let text = tree.text(node)
        guard text.count > 2, text.count <= 200 else { return false }
        let first = text[text.startIndex + 1]
        return first == UInt8(ascii: "/") || first == UInt8(ascii: "h") && text.dropFirst().starts(with: "http".utf8)
    }

    private func add(_ node: NodeIndex, named name: String, to found: inout [String: TextTemplate], depth: Int) {
        if tree.kind(node) == .cast || tree.kind(node) == .parenthesized, let inner = tree.child(node, .value) {
            return add(inner, named: name, to: &found, depth: depth + 1)
        }
        guard tree.kind(node) == .object else {
            if let text = reader.value(of: node).text { found[name] = text }
            return
        }
        guard depth < 3 else { return }
        for pair in tree.children(node) where tree.kind(pair) == .pair {
            guard found.count < Self.mostAddresses, let key = tree.child(pair, .key),
                let value = tree.child(pair, .value)
            else { continue }
            let text = facts.target.stringValue(key).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(key)
            let isNested = tree.kind(value) == .object || tree.kind(value) == .cast
            if isNested || mayHoldAddress(value, key) {
                add(value, named: name + "." + text, to: &found, depth: depth + 1)
            }
        }
    }
}
