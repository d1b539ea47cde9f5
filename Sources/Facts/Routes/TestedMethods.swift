import Matching
import Syntax

/// The methods that a handler for all of them tells apart, by comparing a member of the request with their names or by a
/// switch over it.
struct TestedMethods {
    let facts: FileFacts
    /// What the member is called.
    let names: [String]

    static let verbs: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

    private var tree: SyntaxTree { facts.tree }

    /// In source order; empty where the function tells none apart.
    func methods(in function: NodeIndex) -> [String] {
        var methods: [String] = []
        for node in function..<tree.subtreeEnd(function) where tree.kind(node) == .string {
            guard let value = facts.target.stringValue(node) else { continue }
            // `routeKey` has the path after the method.
            let method = String(decoding: value.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
            guard Self.verbs.contains(method), !methods.contains(method), isCompared(node, in: function) else {
                continue
            }
            methods.append(method)
        }
        return methods
    }

    /// The methods named in the patterns or the condition of a test over one of the members.
    func methods(in patterns: [NodeIndex], testing subject: NodeIndex) -> [String] {
        guard mentionsMember(subject) else { return [] }
        return patterns.flatMap { pattern in
            (pattern..<tree.subtreeEnd(pattern)).compactMap { node -> String? in
                guard tree.kind(node) == .string, let value = facts.target.stringValue(node) else { return nil }
                let method = String(decoding: value, as: UTF8.self)
                return Self.verbs.contains(method) ? method : nil
            }
        }
    }

    private func mentionsMember(_ node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains {
            tree.kind($0) == .identifier && names.contains(facts.text($0))
        }
    }

    /// Whether a comparison or a switch around the node is over one of the members.
    private func isCompared(_ node: NodeIndex, in function: NodeIndex) -> Bool {
        var test = tree.parent(node)
        while test > function, tree.kind(test) != .binary, tree.kind(test) != .switch { test = tree.parent(test) }
        guard test > function else { return false }
        let isSwitch = tree.kind(test) == .switch
        guard let subject = isSwitch ? tree.child(test, .subject) : test else { return false }
        return mentionsMember(subject)
    }
}
