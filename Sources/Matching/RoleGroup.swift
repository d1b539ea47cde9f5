import Syntax

/// The children of a pattern's node that have one role.
struct RoleGroup: Sendable {
    let role: Role
    private(set) var nodes: [NodeIndex]

    static func groups(of children: [NodeIndex], in tree: SyntaxTree) -> [RoleGroup] {
        var groups: [RoleGroup] = []
        for child in children {
            if let known = groups.firstIndex(where: { $0.role == tree.role(child) }) {
                groups[known].nodes.append(child)
            } else {
                groups.append(RoleGroup(role: tree.role(child), nodes: [child]))
            }
        }
        return groups
    }
}

/// A set of roles, in one word.
struct RoleSet: ExpressibleByArrayLiteral, Sendable {
    private var bits: UInt64 = 0

    init(arrayLiteral roles: Role...) {
        for role in roles { bits |= 1 << UInt64(role.rawValue) }
    }

    func union(_ other: RoleSet) -> RoleSet {
        var both = self
        both.bits |= other.bits
        return both
    }

    func contains(_ role: Role) -> Bool { bits & (1 << UInt64(role.rawValue)) != 0 }
}
