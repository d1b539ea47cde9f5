import Matching
import SourceText
import Syntax

/// Where a route is reported.
extension RouteReader {
    /// Where the route is anchored: the first routing decorator; in a chain, from the method's name on; else the call.
    func anchor(of match: ModelMatch) -> ByteRange {
        let node = match.match.node
        guard node >= 0 else { return match.match.range }
        if let element = listedElement(of: match) { return tree.range(element) }
        if let decorator = decorated(by: node) { return tree.range(decorator) }
        if match.value("decorated") != nil, tree.kind(node) == .function || tree.kind(node) == .class {
            let bound = match.entry.fields.values.compactMap(\.metavariable).compactMap {
                match.match.bindings[$0]?.range
            }
            let decorators = tree.children(node).filter { tree.kind($0) == .decorator }
            let routing = decorators.first { decorator in
                bound.contains { tree.range(decorator).contains($0) }
            }
            return (routing ?? decorators.first).map { tree.range($0) } ?? tree.range(node)
        }
        return facts.placeInChain(node)
    }
}

extension FileFacts {
    /// Where a call is reported: in a chain, from the method's name on.
    func placeInChain(_ node: NodeIndex) -> ByteRange {
        guard tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), let object = tree.child(callee, .object),
            tree.kind(object) == .call || tree.kind(object) == .new || isOnNextLine(name, after: object)
        else { return tree.range(node) }
        return ByteRange(tree.range(name).start, tree.range(node).end)
    }

    private func isOnNextLine(_ node: NodeIndex, after other: NodeIndex) -> Bool {
        tree.bytes[tree.range(other).end..<tree.range(node).start].contains(0x0A)
    }
}
