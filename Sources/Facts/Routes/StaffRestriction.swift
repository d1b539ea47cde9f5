import Matching
import Syntax

/// Tells middleware that lets nobody pass but those who run the application: `Roles(Role.Admin)`, `requireAdmin`,
/// `Depends(get_current_superuser)`.
struct StaffRestriction {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// Whether the names in an expression say so, and no role in it is one of others.
    func holds(_ node: NodeIndex) -> Bool {
        let parts = arguments(of: node).flatMap { leaves($0, depth: 0) }
        guard !parts.isEmpty else {
            return facts.names.holds(.staffRole, facts.authentication.name(ofLink: node).lastDottedPart)
        }
        var isNamed = false
        for part in parts {
            let isStaff = facts.names.holds(.staffRole, facts.bareText(tree.child(part, .name) ?? part).lastDottedPart)
            isNamed = isNamed || isStaff
            if !isStaff, tree.kind(part) != .identifier { return false }
        }
        return isNamed
    }

    /// Whether a name or text in an expression speaks of what somebody may do. A path does not: `route("/members/:id")`.
    func mentionsPermission(_ root: NodeIndex) -> Bool {
        (root..<tree.subtreeEnd(root)).contains { node in
            if tree.kind(node) == .identifier { return facts.means(.permission, node) }
            guard tree.kind(node) == .string else { return false }
            let text = facts.bareText(node)
            return !text.hasPrefix("/") && facts.names.holds(.permission, text)
        }
    }

    private func arguments(of node: NodeIndex) -> [NodeIndex] {
        facts.authentication.arguments(of: tree.kind(node) == .decorator ? tree.child(node, .value) ?? node : node)
    }

    private static let deepest = 4

    /// The names and texts in an argument.
    private func leaves(_ node: NodeIndex, depth: Int) -> [NodeIndex] {
        guard depth < Self.deepest else { return [] }
        switch tree.kind(node) {
        case .identifier, .member, .string: return [node]
        case .pair, .keywordArgument: return tree.child(node, .value).map { leaves($0, depth: depth + 1) } ?? []
        case .array, .tuple, .set, .object: return tree.children(node).flatMap { leaves($0, depth: depth + 1) }
        case .call: return arguments(of: node).flatMap { leaves($0, depth: depth + 1) }
        default: return []
        }
    }
}
