import Matching
import SourceText
import Syntax

/// Puts together what the models' patterns say of responses in one file.
struct ResponseCollector {
    private let facts: FileFacts
    private let reader: BodyReader

    init(facts: FileFacts) {
        self.facts = facts
        reader = BodyReader(facts: facts)
    }

    private var tree: SyntaxTree { facts.tree }

    func collect() -> [Response] {
        var best: [NodeIndex: ModelMatch] = [:]
        var steps: [ModelMatch] = []
        for match in facts.matches.of(.responses) where match.match.node >= 0 {
            if match.value("step")?.text == "status" {
                steps.append(match)
                continue
            }
            // Of several patterns that match one expression, the one that says most.
            if let known = best[match.match.node], known.entry.fields.count >= match.entry.fields.count { continue }
            best[match.match.node] = match
        }
        let outermost = best.values.filter { match in !isPart(of: best, match.match.node) }
        return outermost.map { response($0, steps: steps) }.sorted { $0.range < $1.range }
    }

    /// Whether a response stands in the body or chain of another: `reply.code(400).send(..)` is one response.
    private func isPart(of found: [NodeIndex: ModelMatch], _ node: NodeIndex) -> Bool {
        var current = tree.parent(node)
        while current >= 0 {
            switch tree.kind(current) {
            case .lambda, .function, .block: return false
            default: break
            }
            if let outer = found[current], outer.match.range.contains(tree.range(node)), current != node { return true }
            current = tree.parent(current)
        }
        return false
    }

    private func response(_ match: ModelMatch, steps: [ModelMatch]) -> Response {
        let node = match.match.node
        let bodyNode = match.node("body")
        var status = self.status(of: match)
        if case .defaulted = status, let step = step(for: match, among: steps) { status = step }
        return Response(
            range: match.match.range, node: node, status: status, body: body(of: match), bodyNode: bodyNode ?? -1,
            isException: match.value("exception")?.boolean ?? false, framework: match.model,
            function: FunctionTable.enclosing(node, in: tree) ?? -1)
    }

    private func status(of match: ModelMatch) -> Response.Status {
        if let fixed = match.value("status")?.integer { return .known(fixed) }
        if match.value("status")?.metavariable != nil {
            if let node = match.node("status") { return status(of: node).map(Response.Status.known) ?? .unknown }
            if let text = match.text("status", in: tree), let status = StatusNames.status(of: text) { return .known(status) }
            return .unknown
        }
        return match.value("default-status")?.integer.map(Response.Status.defaulted) ?? .unknown
    }

    /// The status that an expression means: a constant, or a name of one.
    func status(of node: NodeIndex) -> Int? {
        if case .integer(let status) = facts.target.constant(node) { return status }
        switch tree.kind(node) {
        case .member:
            guard let name = tree.child(node, .name) else { return nil }
            // `HTTPStatus.NOT_FOUND.value`, `status.HTTP_404_NOT_FOUND`, `.notFound`.
            if ["value", "rawValue", "code"].contains(facts.text(name)) {
                return tree.child(node, .object).flatMap(status)
            }
            return StatusNames.status(of: facts.text(name))
        case .identifier: return StatusNames.status(of: facts.text(node))
        case .parenthesized, .cast: return tree.child(node, .value).flatMap(status)
        default: return nil
        }
    }

    /// The status set by a statement of its own on the same object: the last one before in the same block, or around it.
    private func step(for match: ModelMatch, among steps: [ModelMatch]) -> Response.Status? {
        guard let receiver = match.text("on", in: tree) else { return nil }
        var block = enclosingBlock(match.match.node)
        while let current = block {
            let candidates = steps.filter {
                $0.text("on", in: tree) == receiver && enclosingBlock($0.match.node) == current
            }
            if let last = candidates.last(where: { $0.match.range.start < match.match.range.start })
                ?? candidates.first
            {
                return status(of: last)
            }
            guard tree.parent(current) >= 0, tree.role(current) != .body || tree.kind(tree.parent(current)) != .function,
                tree.kind(tree.parent(current)) != .lambda
            else { return nil }
            block = enclosingBlock(tree.parent(current))
        }
        return nil
    }

    private func enclosingBlock(_ node: NodeIndex) -> NodeIndex? {
        var current = tree.parent(node)
        while current >= 0 {
            if tree.kind(current).holdsStatements { return current }
            current = tree.parent(current)
        }
        return nil
    }

    private func body(of match: ModelMatch) -> BodyShape {
        switch match.value("format")?.text {
        case "text", "html": return .text
        case "empty": return .empty
        case "file", "stream", "redirect": return .unknown
        default: break
        }
        if let keys = match.value("keys"), case .mapping(let fixed) = keys {
            return .object(fixed.sorted { $0.key < $1.key }.map { key, value in
                BodyKey(name: key, value: fixedShape(value, match), node: value.metavariable.flatMap { match.match.bindings[$0]?.node } ?? -1)
            })
        }
        if let node = match.node("body") {
            let shape = reader.shape(of: node)
            if case .string = shape, match.value("format")?.text != "json" { return .text }
            return shape
        }
        if match.entry.fields["body"]?.metavariable != nil {
            let nodes = match.nodes("body", in: tree)
            if nodes.count == 1 { return reader.shape(of: nodes[0]) }
            if let first = nodes.first, tree.kind(first) == .keywordArgument {
                return reader.keywords(tree.parent(first))
            }
            return nodes.isEmpty ? .empty : .unknown
        }
        return .empty
    }

    private func fixedShape(_ value: ModelValue, _ match: ModelMatch) -> BodyShape {
        if let slot = value.metavariable {
            guard let node = match.match.bindings[slot]?.node else { return .unknown }
            return reader.shape(of: node)
        }
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
