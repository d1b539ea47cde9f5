import Syntax

/// The object of options that some responses are made with: `{ status: 404, headers }`, written out or in a variable.
struct ResponseOptions {
    enum Value {
        case given(NodeIndex)
        /// The options are known, and this is not among them.
        case absent
        case unknown
    }

    let facts: FileFacts
    let substitution: Substitution
    let node: NodeIndex

    /// The value of an option.
    func value(of name: String) -> Value {
        let tree = facts.tree
        let options = BodyReader(facts: facts, substitution: substitution).resolve(node)
        guard tree.kind(options) == .object else { return .unknown }
        var isWhole = true
        for item in tree.children(options) {
            guard let key = tree.child(item, .key) ?? tree.child(item, .name) else {
                isWhole = false
                continue
            }
            let text = facts.target.stringValue(key).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(key)
            if text == name { return .given(tree.child(item, .value) ?? key) }
        }
        return isWhole ? .absent : .unknown
    }
}
