import Matching
import Syntax

extension FileFacts {
    /// Whether a function reads both a name to sign in with and a password from what clients send: whoever calls it is about to
    /// prove who they are, or to open an account.
    func takesCredentials(_ function: NodeIndex) -> Bool {
        reads(.passwordField, in: function) && reads(.loginField, in: function)
    }

    /// Whether a function reads a field that is named so from what clients send.
    private func reads(_ field: NameVocabulary.Meaning, in function: NodeIndex) -> Bool {
        let origin = RequestOrigin(facts: self)
        return (function..<tree.subtreeEnd(function)).contains { node in
            guard isNamed(field, key: node), let root = root(ofField: node) else { return false }
            return origin.reachesAsText(root)
        }
    }

    private func isNamed(_ field: NameVocabulary.Meaning, key node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .identifier: means(field, node)
        case .string:
            target.language.stringValue(of: node, in: tree).map {
                names.holds(field, String(decoding: $0, as: UTF8.self))
            }
                ?? false
        default: false
        }
    }

    /// What a field is taken from: `data` of `data["password"]`, `data.get("password")` and `data.password`; a variable that
    /// a pattern fills is its own.
    private func root(ofField node: NodeIndex) -> NodeIndex? {
        var node = node
        if tree.kind(node) == .string {
            var parent = tree.parent(node)
            if tree.kind(parent) == .argumentList { parent = tree.parent(parent) }
            guard [.index, .call].contains(tree.kind(parent)) else { return nil }
            node = parent
        } else if tree.role(node) == .name, tree.kind(tree.parent(node)) == .member {
            node = tree.parent(node)
        } else if tree.role(node) == .key {
            return nil
        }
        // What middleware left on the request is no field that was sent: `req.user`.
        if tree.kind(node) == .member, let name = tree.child(node, .name), means(.signedIn, name),
            let object = tree.child(node, .object), tree.kind(object) == .identifier, means(.requestRoot, object)
        {
            return nil
        }
        while let inner = tree.child(node, .object) ?? tree.child(node, .callee) { node = unwrapped(inner) }
        return tree.kind(node) == .identifier ? node : nil
    }
}
