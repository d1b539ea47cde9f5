import SourceText
import Syntax

extension Matcher {
    /// Matches a chain of members in the pattern with the qualified name that an identifier has through an import:
    /// `lib.$F` with `get` after `from lib import get`.
    func matchQualifiedName(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard let name = target.qualifiedName(node) else { return }
        let parts = name.split(separator: UInt8(ascii: "."))
        guard parts.count > 1 else { return }
        matchParts(of: p, parts[...], node, next)
    }

    private func matchParts(
        of p: NodeIndex, _ parts: ArraySlice<ArraySlice<UInt8>>, _ node: NodeIndex, _ next: () -> Void
    ) {
        guard let last = parts.last else { return }
        switch pattern.tree.kind(p) {
        case .metavariable:
            bind(pattern.slots[Int(p)], part(Array(parts.joined(separator: ".".utf8)), of: node), next)
        case .ellipsis:
            next()
        case .identifier:
            if parts.count == 1, pattern.tree.text(p).elementsEqual(last) { next() }
        case .member:
            guard parts.count > 1, let object = pattern.tree.child(p, .object), let name = pattern.tree.child(p, .name)
            else { return }
            matchParts(of: name, parts.suffix(1), node) { self.matchParts(of: object, parts.dropLast(), node, next) }
        default:
            break
        }
    }

    /// The identifier itself where it is spelled like the part.
    private func part(_ name: [UInt8], of node: NodeIndex) -> Binding {
        let isWritten = tree.text(node).elementsEqual(name)
        return Binding(content: isWritten ? .node(node) : .meaning(name), range: tree.range(node))
    }
}
