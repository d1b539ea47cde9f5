import Matching
import Syntax

/// The methods that a route takes.
extension RouteReader {
    static let verbs: Set<String> = [
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY", "ALL", "*", "DEL", "OPTION",
    ]

    func methods(of match: ModelMatch) -> [String] {
        if let field = match.value("method") {
            if let text = field.text { return [text.lowercased() == "all" ? "*" : text.uppercased()] }
            guard let text = match.text("method", in: tree) else { return [] }
            if let named = match.node("method"), let node = node("method", of: match),
                tree.kind(node) == .array || node != named
            {
                return methods(in: node)
            }
            var bare = text.filter { $0 != "\"" && $0 != "'" && $0 != "`" }.lastDottedPart.uppercased()
            if bare.hasPrefix("ADD_") { bare.removeFirst(4) }
            guard Self.verbs.contains(bare) else { return [] }
            return [bare == "ALL" || bare == "ANY" ? "*" : bare == "DEL" ? "DELETE" : bare]
        }
        if let node = options.value("method", of: match) { return methods(in: node) }
        let named = facts.methods(match)
        if !named.isEmpty { return named }
        return match.value("default-methods")?.texts ?? []
    }

    /// The methods that a string or a list of strings names.
    func methods(in node: NodeIndex) -> [String] {
        let elements = tree.kind(node) == .array ? Array(tree.children(node)) : [node]
        return elements.compactMap { element in
            let text =
                facts.target.stringValue(element).map { String(decoding: $0, as: UTF8.self) }
                ?? facts.name(of: element).lastDottedPart
            return Self.verbs.contains(text.uppercased()) ? text.uppercased() : nil
        }
    }
}
