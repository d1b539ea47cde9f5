import Matching
import Syntax

/// The body of one response, as its model says where to look for it.
struct ResponseBody {
    let facts: FileFacts
    let match: ModelMatch
    let reader: BodyReader

    private var tree: SyntaxTree { facts.tree }

    /// The expressions that the body is made of.
    func roots() -> [NodeIndex] {
        var roots = match.nodes("body", in: tree)
        if case .mapping(let keys)? = match.value("keys") { roots += nodes(in: keys) }
        return roots
    }

    private func nodes(in keys: [String: ModelValue]) -> [NodeIndex] {
        keys.sorted { $0.key < $1.key }.flatMap { _, value -> [NodeIndex] in
            if case .mapping(let inner) = value { return nodes(in: inner) }
            return value.metavariable.flatMap { match.match.bindings[$0]?.node }.map { [$0] } ?? []
        }
    }

    func shape() -> BodyShape {
        let format = match.value("format")?.text
        switch format {
        case "text", "html": return .text
        case "empty": return .empty
        case "file", "stream", "redirect": return .unknown
        default: break
        }
        let given = match.entry.fields["body"]?.metavariable == nil ? nil : givenShape(isJSON: format == "json")
        guard case .mapping(let fixed)? = match.value("keys") else { return given ?? .empty }
        switch given {
        case .object?, .unknown?: return given ?? .unknown
        default: return fixedShape(fixed)
        }
    }

    private func givenShape(isJSON: Bool) -> BodyShape {
        let nodes = match.nodes("body", in: tree)
        guard let first = nodes.first else { return .empty }
        if nodes.count > 1 || tree.kind(first) == .keywordArgument && tree.role(first) == .element && isBoundAsList {
            return tree.kind(first) == .keywordArgument ? reader.keywords(nodes) : .unknown
        }
        let shape = reader.shape(of: first)
        if isJSON { return shape }
        switch shape {
        case .string:
            if case .string(let text)? = facts.target.constant(reader.resolve(first)), text.isEmpty { return .empty }
            let resolved = reader.resolve(first)
            if facts.serialized[resolved] != nil { return shape }
            return isWrittenJSON(resolved) ? .unknown : .text
        case .null: return .empty
        default: return shape
        }
    }

    /// Whether a literal text is JSON by its first character.
    private func isWrittenJSON(_ node: NodeIndex) -> Bool {
        let quotes = Array("\"'`#".utf8)
        let text = tree.text(node).drop { !quotes.contains($0) }.drop { quotes.contains($0) || $0 <= 0x20 }
        return text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[")
    }

    /// Whether the body is bound to a run of arguments rather than to one expression.
    private var isBoundAsList: Bool { match.node("body") == nil }

    private func fixedShape(_ keys: [String: ModelValue]) -> BodyShape {
        .object(keys.sorted { $0.key < $1.key }.map { name, value in
            let node = value.metavariable.flatMap { match.match.bindings[$0]?.node }
            guard let node else { return BodyKey(name: name, value: fixedShape(value), node: -1) }
            return reader.key(name, node, depth: 0)
        })
    }

    private func fixedShape(_ value: ModelValue) -> BodyShape {
        if case .mapping(let inner) = value { return fixedShape(inner) }
        switch value.text {
        case "string": return .string
        case "number": return .number
        case "boolean": return .boolean
        case "array": return .array
        case "object": return .object([])
        default: return .unknown
        }
    }
}
